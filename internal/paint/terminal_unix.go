//go:build !windows

package paint

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"
)

// Run runs a model on the terminal that in and out are, until it quits or ctx
// ends, and gives the terminal back as it was.
func Run(ctx context.Context, m tea.Model, in, out *os.File, profile colorprofile.Profile, askBackground bool) error {
	width, height, err := term.GetSize(out.Fd())
	if err != nil {
		return err
	}
	was, err := term.MakeRaw(in.Fd())
	if err != nil {
		return err
	}
	defer func() { _ = term.Restore(in.Fd(), was) }()
	resized := make(chan os.Signal, 1)
	signal.Notify(resized, syscall.SIGWINCH)
	defer signal.Stop(resized)
	done := make(chan struct{})
	defer close(done)
	o := Options{In: in, Out: out, Profile: profile, Width: width, Height: height, AskBackground: askBackground}
	return Loop(ctx, m, o, func(p *tea.Program) { go follow(p, out, resized, done) })
}

// follow tells a program the size of its terminal when it changes.
func follow(p *tea.Program, out *os.File, resized <-chan os.Signal, done <-chan struct{}) {
	for {
		select {
		case <-done:
			return
		case <-resized:
			if w, h, err := term.GetSize(out.Fd()); err == nil {
				p.Send(tea.WindowSizeMsg{Width: w, Height: h})
			}
		}
	}
}
