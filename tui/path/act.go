package path

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/errand"
	"porchlight/tui/page"
)

// The errands of this page, and their answers: what was said as it is now.
type (
	errands = errand.Runner[*Path, lessons.Situation]
	done    = errand.Done[*Path, lessons.Situation]
)

func (p *Path) load() tea.Cmd {
	return p.errands.Fetch(p.env, p.desk.Situation, (*Path).onLoaded)
}

// onLoaded begins to ask. Where what was answered could not be read the
// questions are asked as of someone new: answering is what helps.
func (p *Path) onLoaded(said lessons.Situation, _ error) tea.Cmd {
	p.said, p.refuge = said, p.desk.Refuge()
	p.show(asking, 0)
	return nil
}

// keep does what the record is to keep. Then hears of it, and of what was said as
// it is with that.
func (p *Path) keep(said lessons.Situation, do func(context.Context) error, then func(*Path, lessons.Situation) tea.Cmd) tea.Cmd {
	return p.errands.Save(p.env, func(ctx context.Context) (lessons.Situation, error) { return said, do(ctx) }, then)
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
	return p.keep(q.Answered(p.said, id), func(ctx context.Context) error { return desk.SavePathAnswer(ctx, q, id) }, (*Path).onAnswered)
}

func (p *Path) onAnswered(said lessons.Situation) tea.Cmd {
	was := p.said
	p.said = said
	p.show(asking, p.at+1)
	if said.Urgent == lessons.Danger && was.Urgent != lessons.Danger {
		return page.By(p, page.Go(page.HelpNow{}))
	}
	return nil
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
	return p.keep(p.said, func(ctx context.Context) error { return desk.SaveSafety(ctx, safe, inRecord) }, (*Path).onSafety)
}

func (p *Path) onSafety(lessons.Situation) tea.Cmd {
	if p.safe == lessons.SafeNo || p.safe == lessons.SafeUnsure {
		p.show(refuge, p.at)
		return nil
	}
	return p.leave()
}

// skipAll keeps that the learner was asked, and leaves.
func (p *Path) skipAll() tea.Cmd {
	return p.keep(p.said, p.desk.SavePathAsked, func(p *Path, _ lessons.Situation) tea.Cmd { return p.leave() })
}

func (p *Path) leave() tea.Cmd { return page.By(p, page.Back) }

func (p *Path) leaveRefuge(id string) tea.Cmd {
	if to, err := page.ParseRoute(id); err == nil {
		if to == (page.HelpNow{}) {
			return page.Go(to)
		}
		return page.Replace(to)
	}
	return page.Back
}
