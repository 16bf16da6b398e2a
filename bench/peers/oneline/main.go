// Oneline is the least that a Bubble Tea program which can draw Markdown may
// be: it links Glamour, with all that Glamour links, and puts one line on the
// screen.
package main

import (
	"fmt"
	"os"

	tea "charm.land/bubbletea/v2"
	"charm.land/glamour/v2"
)

type model struct{ line string }

func (model) Init() tea.Cmd { return nil }

func (m model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return m, nil
	}
	switch key.String() {
	case "q", "ctrl+c":
		return m, tea.Quit
	case "m":
		m.line, _ = glamour.Render("*marked*", "dark")
	}
	return m, nil
}

func (m model) View() tea.View {
	v := tea.NewView(m.line)
	v.AltScreen = true
	return v
}

func main() {
	if _, err := tea.NewProgram(model{"ready"}).Run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
