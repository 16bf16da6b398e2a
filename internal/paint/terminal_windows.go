package paint

import (
	"context"
	"os"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// Run runs a model on the console. A Windows console is set up by Bubble Tea
// together with its renderer, so here both are used as they are.
func Run(ctx context.Context, m tea.Model, in, out *os.File, profile colorprofile.Profile, askBackground bool) error {
	var first tea.Cmd
	if askBackground {
		first = tea.RequestBackgroundColor
	}
	_, err := tea.NewProgram(asking{m, first}, tea.WithContext(ctx), tea.WithInput(in), tea.WithOutput(out),
		tea.WithColorProfile(profile)).Run()
	return err
}

// asking is a model with one more command at its start.
type asking struct {
	tea.Model
	first tea.Cmd
}

func (a asking) Init() tea.Cmd { return tea.Batch(a.first, a.Model.Init()) }

func (a asking) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	a.Model, cmd = a.Model.Update(msg)
	return a, cmd
}
