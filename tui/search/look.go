package search

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/tui/page"
)

// asked is one search. Its answer is taken only while the page still waits for
// that one: of several begun while someone types, the last.
type asked struct {
	desk  *study.Desk
	words string
}

// answered answers a search.
type answered struct {
	asked *asked
	found study.Findings
	err   error
}

func (s *Search) look() tea.Cmd {
	s.asked = &asked{s.desk, s.field.Value()}
	return look(s.env, s.asked)
}

// look searches away from the event loop. Whoever types on is not made to wait
// for a search that nobody asks for any more.
func look(env page.Env, a *asked) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg {
		return answered{asked: a, found: a.desk.Find(a.words), err: ctx.Err()}
	})
}

func (s *Search) onAnswered(msg answered) {
	if msg.asked != s.asked {
		return // of a page before this one, or the learner typed on
	}
	s.asked = nil
	if s.failed = msg.err != nil; !s.failed {
		s.found = msg.found
	}
	if s.at == "" {
		s.menu.SetItems(nil) // the best finding has the cursor
	}
	s.draw()
	if s.at != "" {
		s.menu.Select(s.at)
		s.at = ""
	}
}
