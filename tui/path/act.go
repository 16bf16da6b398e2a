package path

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/page"
)

// An errand is work under way. Its answer is taken only while the page waits
// for it.
type errand struct {
	do   func(context.Context) error
	then func() tea.Cmd // once it is kept
}

// loaded answers the request for what was answered before.
type loaded struct {
	errand *errand
	said   lessons.Situation
	err    error
}

// saved answers an errand that keeps something.
type saved struct {
	errand *errand
	err    error
}

func (p *Path) load() tea.Cmd {
	p.errand = &errand{}
	return load(p.env, p.desk, p.errand)
}

func load(env page.Env, desk *study.Desk, e *errand) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg {
		said, err := desk.Situation(ctx)
		return loaded{e, said, err}
	})
}

// onLoaded begins to ask. Where what was answered could not be read the
// questions are asked as of someone new: answering is what helps.
func (p *Path) onLoaded(msg loaded) {
	if msg.errand != p.errand {
		return
	}
	p.errand = nil
	p.said, p.refuge = msg.said, p.desk.Refuge()
	p.show(asking, 0)
}

// keep does an errand that keeps something.
func (p *Path) keep(do func(context.Context) error, then func() tea.Cmd) tea.Cmd {
	p.errand = &errand{do, then}
	return keep(p.env, p.errand)
}

func keep(env page.Env, e *errand) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg { return saved{e, e.do(ctx)} })
}

func (p *Path) onSaved(msg saved) tea.Cmd {
	if msg.errand != p.errand {
		return nil
	}
	if msg.err != nil {
		again := keep(p.env, msg.errand)
		return func() tea.Msg { return page.NotSaved{Err: msg.err, Again: again} }
	}
	p.errand = nil
	return msg.errand.then()
}

// choose does what the item with the mark says.
func (p *Path) choose(id string) tea.Cmd {
	switch {
	case id == skipAll:
		return p.skipAll()
	case p.stage == refuge:
		return p.leaveRefuge(id)
	case p.stage == keeping:
		return p.keepSafety(id == keepYes)
	case id == skipOne:
		id = ""
	}
	if p.question().ID == study.SafeQuestion {
		return p.answerSafety(lessons.Safety(id))
	}
	return p.answer(id)
}

// answer keeps an answer and goes on to the next question. Danger leads to Help
// now first; the questions wait below it.
func (p *Path) answer(id string) tea.Cmd {
	desk, q := p.desk, p.question()
	return p.keep(func(ctx context.Context) error { return desk.SavePathAnswer(ctx, q, id) }, func() tea.Cmd {
		was := p.said
		p.said = q.Answered(p.said, id)
		p.show(asking, p.at+1)
		if p.said.Urgent == lessons.Danger && was.Urgent != lessons.Danger {
			return page.By(p, page.Go(page.HelpNow{}))
		}
		return nil
	})
}

// answerSafety asks whether to keep an answer. One not given is none to keep,
// and a guest has no record to keep it in.
func (p *Path) answerSafety(safe lessons.Safety) tea.Cmd {
	p.safe = safe
	if safe == "" || p.desk.Guest() {
		return p.keepSafety(false)
	}
	p.show(keeping, p.at)
	return nil
}

func (p *Path) keepSafety(inRecord bool) tea.Cmd {
	desk, safe := p.desk, p.safe
	return p.keep(func(ctx context.Context) error { return desk.SaveSafety(ctx, safe, inRecord) }, func() tea.Cmd {
		if safe == lessons.SafeNo || safe == lessons.SafeUnsure {
			p.show(refuge, p.at)
			return nil
		}
		return page.By(p, page.Back)
	})
}

// skipAll keeps that the learner was asked, and leaves.
func (p *Path) skipAll() tea.Cmd {
	return p.keep(p.desk.SavePathAsked, func() tea.Cmd { return page.By(p, page.Back) })
}

func (p *Path) leaveRefuge(id string) tea.Cmd {
	if to, err := page.ParseRoute(id); err == nil {
		if to == (page.HelpNow{}) {
			return page.Go(to)
		}
		return page.Replace(to)
	}
	return page.Back
}
