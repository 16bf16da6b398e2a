package drill

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/quiz"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// Ways on from the page of a pair.
const (
	toBegin   = "begin"
	toRead    = "read"
	toAgain   = "again"
	toReasons = "reasons"
)

// NewPair returns the page that asks the same questions before and after
// reading a lesson or a track. It loads nothing until Init.
func NewPair(env page.Env, desk *study.Desk, id string) *Drill {
	d := New(env, desk, lessons.ID(id))
	d.pair = true
	return d
}

// openPair asks how far the pair has come.
func (d *Drill) openPair() tea.Cmd {
	desk, id := d.desk, string(d.id)
	return d.fetchPair(func(ctx context.Context) (study.Pair, error) { return desk.Pair(ctx, id) })
}

// pairAgain begins the pair anew.
func (d *Drill) pairAgain() tea.Cmd {
	desk, id := d.desk, string(d.id)
	return d.fetchPair(func(context.Context) (study.Pair, error) { return desk.PairAgain(id) })
}

func (d *Drill) fetchPair(ask func(context.Context) (study.Pair, error)) tea.Cmd {
	return d.errands.Fetch(d.env, func(ctx context.Context) (sitting, error) {
		p, err := ask(ctx)
		return sit(p), err
	}, (*Drill).onPaired)
}

// sit makes a sitting of a pair, at the part that comes next.
func sit(p study.Pair) sitting {
	s := sitting{asks: map[quiz.ID]string{}, pair: p}
	s.Title, s.Foreign, s.Lost = p.Title, p.Foreign, p.Lost
	s.Attempt = p.Before
	if p.Stage() != study.Unasked {
		s.Attempt = p.After
	}
	s.ask(s.Attempt)
	return s
}

func (d *Drill) onPaired(s sitting, err error) tea.Cmd {
	if err != nil {
		d.stick(err)
		return nil
	}
	d.sitting = s
	d.show(pairing)
	return nil
}

// choosePair does what an item of the page of a pair says.
func (d *Drill) choosePair(id string) tea.Cmd {
	switch id {
	case toBegin:
		d.front = front{}
		return d.next()
	case toRead:
		if d.sitting.pair.Track {
			return page.Replace(page.Lessons{Track: string(d.id)})
		}
		return page.Replace(page.Lesson{ID: string(d.id)})
	case toAgain:
		return d.pairAgain()
	case toReasons:
		d.look = look{}
		for _, c := range d.sitting.pair.Changes() {
			d.look.ids = append(d.look.ids, c.Question.ID)
		}
		d.show(looking)
	case toBack:
		return page.Back
	}
	return nil
}

func (d *Drill) pairItems() []kit.Item {
	w, p := d.env.Words, d.sitting.pair
	item := func(id, words string) kit.Item { return kit.Item{ID: id, Text: w.T(words)} }
	read := item(toRead, "pair.to-read")
	if p.Track {
		read = item(toRead, "pair.to-lessons")
	}
	back := item(toBack, "drill.back")
	_, answered, _ := d.sitting.Attempt.Tally()
	switch {
	case p.Stage() == study.Compared:
		return []kit.Item{item(toReasons, "pair.to-reasons"), item(toAgain, "pair.to-again"), back}
	case answered > 0:
		return []kit.Item{item(toBegin, "pair.to-go-on"), read, back}
	case p.Stage() == study.Unasked:
		return []kit.Item{item(toBegin, "pair.to-begin"), read, back}
	case p.Read:
		return []kit.Item{item(toBegin, "pair.to-after"), read, back}
	}
	return []kit.Item{read, item(toBegin, "pair.to-after"), back}
}
