// Viewport is the plainest reader of a lesson that Charm's libraries make: the
// file drawn by Glamour, shown in a bubbles viewport.
package main

import (
	"fmt"
	"os"

	"charm.land/bubbles/v2/viewport"
	tea "charm.land/bubbletea/v2"
	"charm.land/glamour/v2"
)

type model struct {
	source string
	view   viewport.Model
	err    error
}

func (model) Init() tea.Cmd { return nil }

func (m model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if s := msg.String(); s == "q" || s == "ctrl+c" {
			return m, tea.Quit
		}
	case tea.WindowSizeMsg:
		return m.resize(msg.Width, msg.Height), nil
	}
	var cmd tea.Cmd
	m.view, cmd = m.view.Update(msg)
	return m, cmd
}

// resize draws the lesson anew and leaves one line for the hints.
func (m model) resize(width, height int) model {
	m.view = viewport.New(viewport.WithWidth(width), viewport.WithHeight(height-1))
	r, err := glamour.NewTermRenderer(glamour.WithStandardStyle("dark"), glamour.WithWordWrap(width))
	if err != nil {
		m.err = err
		return m
	}
	text, err := r.Render(m.source)
	if err != nil {
		m.err = err
		return m
	}
	m.view.SetContent(text)
	return m
}

func (m model) View() tea.View {
	text := m.view.View() + "\nq close"
	if m.err != nil {
		text = m.err.Error()
	}
	v := tea.NewView(text)
	v.AltScreen = true
	return v
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "name one Markdown file: viewport FILE")
		os.Exit(2)
	}
	source, err := os.ReadFile(os.Args[1])
	if err == nil {
		_, err = tea.NewProgram(model{source: string(source)}).Run()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
