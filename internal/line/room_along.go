package line

import (
	"context"
	"errors"
	"strings"

	"porchlight/internal/group"
	"porchlight/internal/study"
	"porchlight/internal/typeset"
	"porchlight/lessons"
	"porchlight/quiz"
)

// A follower reads along with what the facilitator shows, in the language of
// the session.
type follower struct {
	*sitting
	stage stage
	at    group.Place // what was told last
	front string      // what stood before the page when it was looked at last
	alone bool        // the person turns the pages
}

// along reads what the facilitator shows: Enter tells what has come since. It
// ends when the person goes back, when something comes to stand before the page,
// and when nothing is shown any more; where the person did not go back, they read
// on as soon as there is a page to read.
func (r *sitting) along(ctx context.Context) error {
	r.letGo = false
	if r.reader == nil {
		r.reader = &follower{sitting: r, stage: stage{Session: r.Session, reads: true}}
	}
	f := r.reader
	f.front = front(r.state().All())
	f.anew()
	if f.alone {
		f.stage.whole, f.stage.fresh = true, true
		f.stage.tell()
	}
	defer r.follow(false)
	for {
		r.follow(!f.alone)
		now, _, over := r.news()
		v := now.All()
		switch {
		case over:
			return nil
		case v.Place.Route == "":
			r.say(r.t("room.nothing-shown"))
			return nil
		case f.covered(v):
			r.say(r.t("room.now-asked"))
			return nil
		}
		f.front = front(v)
		if err := f.read(ctx, v); errors.Is(err, errBack) {
			r.reader, r.letGo = nil, true
			return nil
		} else if err != nil {
			r.reader = nil
			return r.unread(err)
		}
	}
}

// covered reports whether something has come to stand before the page.
func (f *follower) covered(v group.View) bool { return front(v) != "" && front(v) != f.front }

// anew has all of what is shown be news again.
func (f *follower) anew() { f.at = group.Place{Route: f.at.Route, Part: -1} }

// read tells what is shown and was not told yet, or lets the person turn the
// pages.
func (f *follower) read(ctx context.Context, v group.View) error {
	if f.alone {
		return f.turn()
	}
	if err := f.tell(ctx, v.Place); err != nil {
		return err
	}
	a, err := f.ask(f.t("room.along-prompt"), f.t("room.along-help"))
	f.alone = err == nil && a.is("alone", "sola", "solo")
	return err
}

// follow says whether what is shown is news to this session.
func (r *sitting) follow(on bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.follows = on
}

// unread says why what is shown cannot be read here.
func (r *sitting) unread(err error) error {
	if errors.Is(err, lessons.ErrNoLesson) || errors.Is(err, lessons.ErrNoRunSheet) {
		r.say(r.t("room.no-text"))
		return nil
	}
	return err
}

// tell writes what is shown and was not told yet.
func (f *follower) tell(ctx context.Context, to group.Place) error {
	first := f.at.Route == ""
	if !first && f.at.Is(to) {
		f.say(f.t("room.nothing-new"))
		return nil
	}
	was := f.at
	f.at = to
	if was.Route != to.Route {
		show, err := f.load(ctx, to.Route)
		if err != nil {
			return err
		}
		f.stage.show = show
		if show.Foreign {
			f.say(f.t("present.foreign"))
		}
	}
	return f.tellPage(was, to)
}

// tellPage writes a page up to a place; of one that was told in part, the rest.
func (f *follower) tellPage(was, to group.Place) error {
	p, step := &f.stage, f.stage.step
	same := was.Route == to.Route && was.Part == to.Part && len(was.Replies) == len(to.Replies)
	if !same {
		if err := p.enter(min(to.Part, len(p.show.Parts)-1), replies(to)); err != nil {
			return err
		}
	}
	p.step = p.deck.At(typeset.Place{Block: to.Block, Word: to.Word})
	f.gap()
	lines := p.deck.Plain(p.step)
	if same && p.step == step+1 {
		lines = p.deck.Added(p.step)
	}
	f.write(strings.Join(lines, "\n") + "\n")
	return nil
}

func replies(at group.Place) []quiz.ReplyID {
	out := make([]quiz.ReplyID, len(at.Replies))
	for i, r := range at.Replies {
		out[i] = quiz.ReplyID(r)
	}
	return out
}

// load opens a show by its route: a lesson to read along is one.
func (f *follower) load(ctx context.Context, route string) (study.Show, error) {
	kind, id, _ := strings.Cut(route, "/")
	switch kind {
	case "lesson", "present":
		id, _, _ = strings.Cut(id, "/")
		return f.desk.Show(ctx, lessons.ID(id), f.words)
	case "session":
		return f.desk.Session(ctx, lessons.RunSheetID(id), f.words)
	}
	return study.Show{}, lessons.ErrNoLesson
}

// turn lets the person turn the pages, until they go back to what is shown, or
// something comes to stand before the page.
func (f *follower) turn() error {
	f.say(f.t("room.alone-now") + " " + f.t(f.stage.how()))
	for {
		if err := f.stage.turn(); errors.Is(err, errBack) {
			f.alone = false
			f.anew()
			f.say(f.t("room.following"))
			return nil
		} else if err != nil {
			return err
		}
		if f.covered(f.state().All()) {
			return nil
		}
		f.stage.tell()
	}
}
