// Command stock is the plainest server of a Bubble Tea program over SSH: Wish
// and its middleware as they are, and one line on the screen. It listens on
// the address that it is handed.
package main

import (
	"fmt"
	"os"

	tea "charm.land/bubbletea/v2"
	"charm.land/ssh"
	"charm.land/wish/v2"
	"charm.land/wish/v2/bubbletea"
)

type line struct{ keys int }

func (l line) Init() tea.Cmd { return nil }

func (l line) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		if k.String() == "q" {
			return l, tea.Quit
		}
		l.keys++
	}
	return l, nil
}

func (l line) View() tea.View {
	v := tea.NewView(fmt.Sprintf("ready %d", l.keys))
	v.AltScreen = true
	return v
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: stock ADDRESS")
		os.Exit(2)
	}
	dir, err := os.MkdirTemp("", "stock-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	s, err := wish.NewServer(wish.WithAddress(os.Args[1]), wish.WithHostKeyPath(dir+"/key"),
		wish.WithMiddleware(bubbletea.Middleware(func(ssh.Session) (tea.Model, []tea.ProgramOption) { return line{}, nil })))
	if err == nil {
		err = s.ListenAndServe()
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
