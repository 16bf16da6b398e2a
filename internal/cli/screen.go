package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"porchlight/internal/paint"
	"porchlight/internal/typeset"
	"porchlight/tui"
	"porchlight/tui/page"
	"porchlight/tui/theme"
)

// sheetCache is how much set text is kept, in bytes: some forty lessons.
const sheetCache = 4 << 20

// startOver is when the start is over, as far as memory goes: the course is
// read and checked then, and what that took is given back at once, which the
// runtime by itself does over minutes.
const startOver = time.Second

// restGarbage is how much garbage there may be from then on, in hundredths of
// what is in use: a key leaves little.
const restGarbage = 50

func giveBack() {
	debug.SetGCPercent(restGarbage)
	debug.FreeOSMemory()
}

// onScreen reports whether there is a terminal that a full screen program can
// use.
func (a *app) onScreen() bool {
	if t := a.env("TERM"); t == "dumb" {
		return false
	}
	return isTerminal(a.in) && isTerminal(a.out)
}

func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(f.Fd())
}

// profile is how many colours to use. NO_COLOR with any value means none.
func (a *app) profile() colorprofile.Profile {
	p := colorprofile.Detect(os.Stdout, a.environ)
	if a.env("NO_COLOR") != "" || a.flags.theme == string(theme.None) {
		p = min(p, colorprofile.ASCII)
	}
	return p
}

// runScreen opens the program on the screen.
func (a *app) runScreen(ctx context.Context, first page.Route) error {
	s, err := a.begin(ctx)
	if err != nil {
		return err
	}
	s.desk.Warm()
	p, err := tui.New(tui.Options{
		Ctx: ctx, Desk: s.desk, Sheets: typeset.NewCache(sheetCache), Now: a.now, First: first,
		Lang: s.words.Lang(), Settings: s.settings, Profile: a.profile(), Trouble: s.trouble,
		Office: a.office(), Stage: a.stage(), Words: s.wordsIn,
	})
	if err != nil {
		s.close()
		return err
	}
	tidy := time.AfterFunc(startOver, giveBack)
	defer tidy.Stop()
	in, out := a.in.(*os.File), a.out.(*os.File) // onScreen has seen that they are terminals
	err = paint.Run(ctx, p, in, out, a.profile(), p.AsksBackground())
	if p.Fled() {
		// Every act is on disk already: there is nothing to wait for.
		fmt.Fprint(a.out, clearAll)
		os.Exit(exitDone)
	}
	s.desk.Close()
	if errors.Is(err, tea.ErrInterrupted) || errors.Is(err, tea.ErrProgramKilled) && ctx.Err() != nil {
		return nil
	}
	return err
}

// clearAll empties the screen, asks for the scrollback to be emptied, and
// leaves the cursor at the top.
const clearAll = "\x1b[0m\x1b[2J\x1b[3J\x1b[H"
