package present

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/locale"
)

// minute says that another minute has begun.
type minute struct {
	by    *Page
	ticks int
}

// tick waits for the next minute, where the facilitator's view shows the time.
func (p *Page) tick() tea.Cmd {
	p.time.ticks++ // what was waited for before is no longer
	if p.stage.Clock == nil || !p.notes {
		return nil
	}
	ctx, wait, msg, now := p.env.Ctx, p.stage.Clock, minute{p, p.time.ticks}, p.env.Now()
	rest := now.Truncate(time.Minute).Add(time.Minute).Sub(now)
	return func() tea.Msg {
		if !wait(ctx, rest) {
			return nil
		}
		return msg
	}
}

func (p *Page) onMinute(msg minute) tea.Cmd {
	if msg.by != p || msg.ticks != p.time.ticks || !p.notes {
		return nil
	}
	p.time.now = p.env.Now()
	p.compose()
	return p.tick()
}

// times says in words how the time stands: nothing where no clock runs.
func (p *Page) times() []string {
	if p.stage.Clock == nil {
		return nil
	}
	w, show, at := p.env.Words, p.easel.Show(), p.easel.Spot().Part
	part := show.Parts[at]
	used := p.time.now.Sub(p.time.began)
	args := locale.Args{"Clock": p.time.now.Format("15:04"), "Used": minutes(w, used)}
	if show.Minutes == 0 {
		return []string{w.F("present.time", args)}
	}
	args["Part"] = minutes(w, p.time.now.Sub(p.time.part))
	args["Planned"] = w.N("present.minutes", part.Minutes)
	args["Of"] = w.N("present.minutes", show.Minutes)
	return append([]string{w.F("present.time-part", args)},
		show.Pace(at, used, p.time.now.Sub(p.time.part)).Words(w)...)
}

func minutes(w *locale.Words, d time.Duration) string {
	return w.N("present.minutes", int(max(0, d)/time.Minute))
}
