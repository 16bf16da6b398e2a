package call

import (
	"context"
	"maps"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/checklist"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/page"
)

type answer = checklist.Answer

// keeping is what the record does not have yet. One write runs at a time; what
// changes meanwhile waits, and only the newest is written, so that fast typing
// costs a few writes and the last word is always kept.
type keeping struct {
	want           map[lessons.QuestionID]answer
	seat, seatKept lessons.QuestionID
	writing        *batch  // the write under way; its answer names it
	then           tea.Cmd // what to do when all is written: the learner is leaving
}

// dirty reports whether the record lacks something.
func (k *keeping) dirty() bool {
	return len(k.want) > 0 || k.seat != k.seatKept || k.writing != nil
}

// A batch is one write: answers, and the question in front.
type batch struct {
	provider string
	answers  map[lessons.QuestionID]answer
	seat     lessons.QuestionID
	seated   bool // the seat has changed
}

// saved answers a write.
type saved struct {
	batch *batch
	err   error
}

// heard is what the learner made of a question: what waits to be written, or
// what the record has.
func (c *Call) heard(a *study.Ask) answer {
	if want, ok := c.kept.want[a.Question.ID]; ok {
		return want
	}
	return a.Answer
}

// change sends another answer to the question in front to the record.
func (c *Call) change(to answer) tea.Cmd {
	a := c.ask()
	if c.heard(a) == to {
		return nil
	}
	c.kept.want[a.Question.ID] = to
	return c.save()
}

// save writes what the record does not have, unless a write is under way: its
// answer calls save again.
func (c *Call) save() tea.Cmd {
	k := &c.kept
	if k.writing != nil || !k.dirty() {
		return nil
	}
	k.writing = c.batch()
	return save(c.env, c.desk, k.writing)
}

func (c *Call) batch() *batch {
	k := &c.kept
	return &batch{c.provider, maps.Clone(k.want), k.seat, k.seat != k.seatKept}
}

func save(env page.Env, desk *study.Desk, b *batch) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg {
		for id, a := range b.answers {
			if err := desk.SaveHeard(ctx, b.provider, id, a); err != nil {
				return saved{b, err}
			}
		}
		if b.seated {
			return saved{b, desk.SaveSeat(ctx, b.provider, b.seat)}
		}
		return saved{b, nil}
	})
}

func (c *Call) onSaved(msg saved) tea.Cmd {
	k := &c.kept
	if msg.batch != k.writing {
		return nil // of another page
	}
	if msg.err != nil {
		return c.notSaved(msg.err)
	}
	k.writing = nil
	if msg.batch.seated {
		k.seatKept = msg.batch.seat
	}
	c.settle(msg.batch.answers)
	cmds := []tea.Cmd{c.save()}
	if c.loads.Busy() {
		cmds = append(cmds, c.load()) // what is on its way may not have it
	}
	if !k.dirty() {
		cmds, k.then = append(cmds, k.then), nil
	}
	c.draw()
	return tea.Batch(cmds...)
}

// settle notes what the record has now.
func (c *Call) settle(answers map[lessons.QuestionID]answer) {
	for id, a := range answers {
		if c.kept.want[id] == a {
			delete(c.kept.want, id)
		}
		if c.call == nil {
			continue
		}
		for i := range c.call.Asks {
			if q := &c.call.Asks[i]; q.Question.ID == id {
				q.Answer = a
			}
		}
	}
}

// notSaved lets the program say so. Until the learner has chosen, no other
// write begins, so it is said once; what is then written is the newest.
func (c *Call) notSaved(err error) tea.Cmd {
	c.kept.writing = c.batch()
	again := save(c.env, c.desk, c.kept.writing)
	return func() tea.Msg { return page.NotSaved{Err: err, Again: again} }
}

// leave goes back when everything is on disk. A learner who has opened another
// page meanwhile stays there.
func (c *Call) leave() tea.Cmd { return c.Keep(page.By(c, page.Back)) }

// Keep writes what is not yet written and does then afterwards.
func (c *Call) Keep(then tea.Cmd) tea.Cmd {
	if !c.kept.dirty() {
		return then
	}
	c.kept.then = then
	return c.save()
}
