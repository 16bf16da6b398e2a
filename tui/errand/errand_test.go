package errand_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"porchlight/tui/errand"
	"porchlight/tui/page"
)

// A board is a page that shows the last answer.
type board struct {
	errands errand.Runner[*board, string]
	shows   string
}

func (b *board) take(msg tea.Msg) tea.Cmd {
	return b.errands.Took(b, msg.(errand.Done[*board, string]))
}

func (b *board) save(env page.Env, do func() error) tea.Cmd {
	return b.errands.Save(env, func(context.Context) (string, error) { return "kept", do() }, func(b *board, got string) tea.Cmd { b.shows = got; return nil })
}

func well() error { return nil }

// refused does a save that fails: the page hears of it, and what the program
// says is returned.
func refused(t *testing.T, b *board, save tea.Cmd) (said page.NotSaved) {
	t.Helper()
	for _, cmd := range save().(tea.BatchMsg) {
		switch msg := cmd().(type) {
		case page.NotSaved:
			said = msg
		case errand.Done[*board, string]:
			if b.take(msg) != nil {
				t.Error("something follows from what was not kept")
			}
		}
	}
	return said
}

// left is what a page does when the learner leaves it.
type left struct{}

func leave() tea.Msg { return left{} }

func TestSaveIsShownWhenItIsKept(t *testing.T) {
	env := page.Env{Ctx: t.Context()}
	b := &board{}
	cmd := b.save(env, well)
	if !b.errands.Busy() || !b.errands.Saving() || b.shows != "" {
		t.Error("it is shown before it is kept")
	}
	if b.errands.Keep(leave) != nil {
		t.Error("the learner leaves before it is kept")
	}
	after := b.take(cmd())
	if b.shows != "kept" || b.errands.Busy() || after == nil || after() != (left{}) {
		t.Errorf("kept, it shows %q, busy %v", b.shows, b.errands.Busy())
	}
	if b.errands.Keep(leave)() != (left{}) {
		t.Error("with nothing under way, leaving waits")
	}
}

func TestRefusedIsSaidAndTriedAgain(t *testing.T) {
	env, tries := page.Env{Ctx: t.Context()}, 0
	full := errors.New("no room")
	b := &board{}
	cmd := b.save(env, func() error {
		if tries++; tries == 1 {
			return full
		}
		return nil
	})
	said := refused(t, b, cmd)
	if !errors.Is(said.Err, full) || b.shows != "" || b.errands.Busy() {
		t.Fatalf("refused, it says %+v and shows %q", said, b.shows)
	}
	b.take(said.Again())
	if b.shows != "kept" || tries != 2 {
		t.Errorf("tried again %d times, it shows %q", tries, b.shows)
	}
}

func TestOnlyTheAnswerWaitedForIsTaken(t *testing.T) {
	env := page.Env{Ctx: t.Context()}
	fetch := func(b *board, what string) tea.Cmd {
		return b.errands.Fetch(env, func(context.Context) (string, error) { return what, nil },
			func(b *board, got string, _ error) tea.Cmd { b.shows = got; return nil })
	}
	b := &board{}
	early := fetch(b, "early")
	later := fetch(b, "later")
	b.take(later())
	b.take(early())
	if b.shows != "later" {
		t.Errorf("it shows %q", b.shows)
	}
	if b.errands.Keep(leave) == nil {
		t.Error("leaving waits for what is only fetched")
	}
}

// A page that takes over from another in the middle of a save hears of it.
func TestAnHeirGetsTheAnswer(t *testing.T) {
	was := &board{}
	cmd := was.save(page.Env{Ctx: t.Context()}, well)
	heir := &board{errands: was.errands}
	heir.take(cmd())
	if heir.shows != "kept" || was.shows != "" {
		t.Errorf("the heir shows %q, the page before it %q", heir.shows, was.shows)
	}
}

// What could not be kept is said, though another page took over that knows
// nothing of it.
func TestRefusedIsSaidThoughThePageIsGone(t *testing.T) {
	full := errors.New("no room")
	was, other := &board{}, &board{}
	if said := refused(t, other, was.save(page.Env{Ctx: t.Context()}, func() error { return full })); !errors.Is(said.Err, full) {
		t.Errorf("it says %v", said.Err)
	}
}

// What follows is told the program together with what waited for it.
func TestWhatFollows(t *testing.T) {
	b := &board{}
	cmd := b.errands.Save(page.Env{Ctx: t.Context()}, func(context.Context) (string, error) { return "", nil },
		func(*board, string) tea.Cmd { return page.Go(page.HelpNow{}) })
	b.errands.Keep(leave)
	var got []tea.Msg
	for _, cmd := range b.take(cmd())().(tea.BatchMsg) {
		got = append(got, cmd())
	}
	if want := []tea.Msg{page.Opened{To: page.HelpNow{}}, left{}}; !slices.Equal(got, want) {
		t.Errorf("it leads to %+v", got)
	}
}
