package paint

import (
	"context"
	"io"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// Options say where a program runs.
type Options struct {
	In      io.Reader
	Out     io.Writer
	Profile colorprofile.Profile
	Width   int // of the terminal at the start, in cells
	Height  int
	// AskBackground asks the terminal for its background colour.
	AskBackground bool
}

// slowest is the least rate Bubble Tea's clock can be set to. With its
// renderer off the clock draws nothing.
const slowest = 1

// Loop runs a model until it quits or ctx ends, and draws its frames. The
// terminal must be in raw mode. A change of its size is sent to the program
// that started hands over.
func Loop(ctx context.Context, m tea.Model, o Options, started func(*tea.Program)) error {
	screen := NewScreen(o.Out, o.Profile)
	if err := screen.Start(); err != nil {
		return err
	}
	defer func() { _ = screen.Stop() }()
	if o.AskBackground {
		if err := screen.AskBackground(); err != nil {
			return err
		}
	}
	p := tea.NewProgram(&painted{model: m, screen: screen},
		tea.WithContext(ctx), tea.WithInput(o.In), tea.WithOutput(o.Out), tea.WithoutRenderer(), tea.WithFPS(slowest),
		tea.WithColorProfile(o.Profile), tea.WithWindowSize(o.Width, o.Height))
	started(p)
	_, err := p.Run()
	return err
}

// painted draws its model after each message.
type painted struct {
	model  tea.Model
	screen *Screen
}

func (p *painted) Init() tea.Cmd { return p.model.Init() }

func (p *painted) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd, err := p.take(msg)
	if err != nil {
		return p, tea.Quit // the terminal is gone
	}
	return p, cmd
}

// take gives the model a message and draws what changed.
func (p *painted) take(msg tea.Msg) (tea.Cmd, error) {
	if size, ok := msg.(tea.WindowSizeMsg); ok {
		p.screen.Resize(size.Width, size.Height)
	}
	var cmd tea.Cmd
	p.model, cmd = p.model.Update(msg)
	if lined, ok := p.model.(Lined); ok {
		return cmd, p.screen.DrawLines(lined.Lines())
	}
	return cmd, p.screen.Draw(p.model.View())
}

// View is not asked for while the renderer is off.
func (p *painted) View() tea.View { return tea.View{} }
