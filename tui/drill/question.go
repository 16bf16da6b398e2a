package drill

import (
	"context"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/quiz"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// check is the item that ends the ticking. No option can have this id: a
// pack's ids hold no space.
const check = "check answer"

// question is the one in front.
func (d *Drill) question() quiz.Question { return d.sitting.Attempt.Questions()[d.front.at] }

// multiple reports whether several options of the question can be ticked.
func (d *Drill) multiple() bool { return d.question().Kind == quiz.Multiple }

// next goes to the first question without an answer, or to the summary.
func (d *Drill) next() {
	at, more := d.sitting.Attempt.Next()
	if !more {
		d.show(summary)
		return
	}
	d.front = front{at: at, opened: d.front.opened}
	d.show(asking)
}

func (d *Drill) questionSheet() *sheet {
	w, t := d.env.Words, d.env.Theme
	s := d.newSheet()
	d.sayOpening(s)
	count := locale.Args{"At": d.front.at + 1, "Of": len(d.sitting.Attempt.Questions())}
	s.put("", w.F("drill.count", count), t.Quiet)
	if d.airy() {
		s.gap()
	}
	q := d.question()
	s.put("", d.sitting.asks[q.ID], t.Strong)
	if d.multiple() {
		s.put("", w.T("drill.several"), t.Quiet)
	}
	s.gap()
	return s
}

// sayOpening says over the first question what the learner may wonder about.
func (d *Drill) sayOpening(s *sheet) {
	if !d.front.opened {
		return
	}
	w, t := d.env.Words, d.env.Theme
	if d.sitting.Foreign {
		s.say(w.T("drill.foreign"), t.Quiet)
	}
	if d.sitting.Resumed {
		at := locale.Args{"At": d.front.at + 1, "Of": len(d.sitting.Attempt.Questions())}
		s.say(w.F("drill.resumed", at), t.Accent)
	}
	if d.sitting.Lost > 0 {
		s.say(w.N("drill.lost", d.sitting.Lost), t.Quiet)
	}
}

// airy reports whether there is room for blank lines between the options.
func (d *Drill) airy() bool { return d.height >= 14 }

func (d *Drill) questionItems() []kit.Item {
	var items []kit.Item
	add := func(it kit.Item) {
		if d.airy() && len(items) > 0 {
			items = append(items, kit.Item{Head: true})
		}
		items = append(items, it)
	}
	for _, o := range d.question().Options {
		it := kit.Item{ID: string(o.ID), Text: oneLine(o.Text)}
		if d.multiple() {
			it.Mark = "[ ] "
			if slices.Contains(d.front.ticked, o.ID) {
				it.Mark = "[x] "
			}
		}
		add(it)
	}
	if d.multiple() {
		it := kit.Item{ID: check, Text: d.env.Words.T("drill.check")}
		if d.front.nudge {
			it.Under = d.env.Words.T("drill.nudge")
		}
		add(it)
	}
	return items
}

// oneLine folds the line ends of a pack's text into spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// onTickKey handles the keys that only a question of several answers has.
func (d *Drill) onTickKey(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	if key.Matches(msg, d.keys.check) {
		return d.checkTicked(), true
	}
	if id, marked := d.body.Selected(); marked && msg.Code == tea.KeySpace {
		return d.chooseOption(id), true
	}
	return nil, false
}

// chooseOption answers with the option, or ticks it where several can be.
func (d *Drill) chooseOption(id string) tea.Cmd {
	switch {
	case !d.multiple():
		return d.answer(quiz.Choose(quiz.OptionID(id)))
	case id == check:
		return d.checkTicked()
	}
	d.tick(quiz.OptionID(id))
	return nil
}

func (d *Drill) tick(id quiz.OptionID) {
	if i := slices.Index(d.front.ticked, id); i >= 0 {
		d.front.ticked = slices.Delete(slices.Clone(d.front.ticked), i, i+1)
	} else {
		d.front.ticked = append(slices.Clone(d.front.ticked), id)
	}
	d.front.nudge = false
	d.compose()
}

// checkTicked answers with what is ticked.
func (d *Drill) checkTicked() tea.Cmd {
	if len(d.front.ticked) > 0 {
		return d.answer(quiz.Choose(d.front.ticked...))
	}
	d.front.nudge = true
	d.compose()
	d.body.Select(check)
	return nil
}

// answered is an answer that the record has, or refused.
type answered struct {
	errand  *errand
	attempt quiz.Attempt
	err     error
	again   tea.Cmd
}

// answer asks the desk to keep an answer. Nothing is shown as given until it
// has.
func (d *Drill) answer(r quiz.Response) tea.Cmd {
	d.errand = &errand{id: d.id}
	return answer(d.env, d.desk, d.errand, d.sitting.Attempt, d.question().ID, r)
}

func answer(env page.Env, desk *study.Desk, e *errand, a quiz.Attempt, q quiz.ID, r quiz.Response) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg {
		next, err := desk.Answer(ctx, a, q, r)
		return answered{e, next, err, answer(env, desk, e, a, q, r)}
	})
}

func (d *Drill) onAnswered(msg answered) tea.Cmd {
	if msg.errand != d.errand {
		return nil // of another page, or answered anew
	}
	if msg.err != nil {
		d.errand.refused = true
		return func() tea.Msg { return page.NotSaved{Err: msg.err, Again: msg.again} }
	}
	d.errand = nil
	d.sitting.Attempt = msg.attempt
	d.front.opened = false
	d.show(reasons)
	then := d.then
	d.then = nil
	return then
}
