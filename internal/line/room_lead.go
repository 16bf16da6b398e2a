package line

import (
	"context"
	"errors"
	"strings"

	"porchlight/internal/agenda"
	"porchlight/internal/group"
	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/lessons"
)

// lead is the room for who leads it: how things stand, and what can be done, by
// numbers.
func (r *sitting) lead(ctx context.Context) error {
	for {
		now, _, over := r.news()
		v, leads := r.Lead(now)
		r.gap()
		switch {
		case over:
			return r.afterwards(ctx, now)
		case !leads:
			r.say(r.f("lead.released", locale.Args{"Code": now.All().Code.String()}))
			return r.err
		}
		r.tell(v.View)
		if err := r.plan(ctx, v); err != nil {
			return err
		}
		r.stand(v)
		r.gap()
		switch o, err := r.pick(r.meeting.Agenda.Now(v, r.desk.Now().Unix())); {
		case err != nil:
			return err
		case o != nil:
			if err := r.take(ctx, *o); err != nil && !errors.Is(err, errBack) {
				return err
			}
		}
	}
}

// plan reads the run sheet that the room goes by, where it is another one than
// before.
func (r *sitting) plan(ctx context.Context, v group.LeadView) error {
	if string(r.meeting.Agenda.Sheet) == v.Sheet {
		return nil
	}
	m, err := r.desk.Meeting(ctx, lessons.RunSheetID(v.Sheet), r.words)
	if errors.Is(err, lessons.ErrNoRunSheet) {
		m, err = study.Meeting{}, nil // of another course
	}
	r.meeting = m
	return err
}

// stand says what only a lead knows.
func (r *sitting) stand(v group.LeadView) {
	for _, l := range agenda.Stand(r.words, v) {
		r.say(l)
	}
	for _, l := range r.meeting.Times(v, r.desk.Now(), r.words) {
		r.say(l)
	}
	if v.Signals > 0 {
		r.say(r.words.N("lead.signals", v.Signals))
	}
	if n := agenda.Held(v); n > 0 {
		r.say(r.words.N("room.held", n))
	}
}

// pick lists what is offered, and returns what was chosen; nil to look again.
func (r *sitting) pick(offers []agenda.Offer) (*agenda.Offer, error) {
	lines := make([]string, len(offers))
	for i, o := range offers {
		lines[i] = o.Words(r.words)
	}
	r.list(lines)
	for {
		a, err := r.ask(r.t("room.lead-prompt"), r.t("room.lead-help"))
		if err != nil || a.text == "" {
			return nil, err
		}
		if n, ok := a.number(len(offers)); ok {
			return &offers[n-1], nil
		}
		r.say(r.f("line.not-a-choice", locale.Args{"N": len(offers)}))
	}
}

// take does what was chosen, or asks or lists first what belongs to it.
func (r *sitting) take(ctx context.Context, o agenda.Offer) error {
	if len(o.Do) > 0 {
		r.acts(ctx, o.Do...)
		return nil
	}
	v, leads := r.Lead(r.state())
	if !leads {
		return nil
	}
	if offers, lists := agenda.Under(o.Name, v); lists {
		for _, text := range agenda.Above(r.words, o.Name, v) {
			r.say(text)
		}
		return r.more(ctx, o.Name, offers)
	}
	switch o.Name {
	case agenda.Sheet:
		return r.steps(ctx, v)
	case agenda.Sheets:
		return r.sheets(ctx)
	case agenda.Lesson:
		return r.lesson(ctx)
	case agenda.Present:
		return r.show(ctx)
	case agenda.Typing:
		return r.elsewhere(v)
	}
	return r.typeIn(ctx, o, v)
}

// typeIn does what something is to be typed for.
func (r *sitting) typeIn(ctx context.Context, o agenda.Offer, v group.LeadView) error {
	switch o.Name {
	case agenda.Hands:
		return r.onFront(v, func(p group.PollView) error { return r.hands(ctx, p) })
	case agenda.Pass:
		return r.onFront(v, func(group.PollView) error { return r.pass(ctx) })
	case agenda.Compose:
		return r.compose(ctx)
	case agenda.Appoint:
		return r.appoint(ctx)
	case agenda.Floor:
		return r.floor(ctx)
	case agenda.End:
		return r.sure(r.t("room.end-sure"), r.t("room.end-help"), func() error { r.acts(ctx, group.End{}); return nil })
	case agenda.Erase:
		return r.erase(ctx)
	}
	return nil
}

// onFront does something with the poll that everybody sees, while there is one.
func (r *sitting) onFront(v group.LeadView, do func(group.PollView) error) error {
	if v.Front == nil {
		return nil
	}
	return do(*v.Front)
}

// acts does actions in their order, and says how it went.
func (r *sitting) acts(ctx context.Context, acts ...group.Action) {
	r.does(ctx, "", func(ctx context.Context) (group.Snapshot, error) { return r.DoAll(ctx, acts...) }, r.said("room.done"))
}

// more lists what belongs to a thing, and does what is chosen.
func (r *sitting) more(ctx context.Context, name string, offers []agenda.Offer) error {
	if len(offers) == 0 {
		if name != agenda.Box { // which has said so
			r.say(r.t("room.not-now"))
		}
		return nil
	}
	r.gap()
	o, err := r.pick(offers)
	if err != nil || o == nil {
		return err
	}
	return r.take(ctx, *o)
}

// elsewhere says what is typed in other terminals.
func (r *sitting) elsewhere(v group.LeadView) error {
	all := agenda.Elsewhere(r.connect, v.Code, r.Return())
	lines := make([]string, len(all))
	for i, line := range all {
		lines[i] = line.For(r.words)
	}
	r.gap()
	r.say(r.t("lead.type-what"))
	r.list(lines)
	n, err := r.choose(len(lines))
	if err != nil {
		return err
	}
	line := all[n-1]
	care := line.Care(r.words)
	r.gap()
	r.say(care[0])
	r.write(line.Line + "\n") // as it is typed, whatever the width
	r.say(strings.Join(care[1:], " "))
	return r.err
}

// steps lists the steps of the run sheet, and where the room is in it.
func (r *sitting) steps(ctx context.Context, v group.LeadView) error {
	r.gap()
	r.say(r.meeting.Agenda.Title)
	at, begun := r.meeting.Agenda.At(v)
	offers := r.meeting.Agenda.Begins(v, r.desk.Now().Unix())
	lines := make([]string, len(offers))
	for i, o := range offers {
		lines[i] = o.Words(r.words)
		if signs := r.meeting.Agenda.Signs(i, begun && i == at, r.words); len(signs) > 0 {
			lines[i] += ": " + strings.Join(signs, "; ")
		}
	}
	r.list(append(lines, r.t("lead.do-sheets")))
	n, err := r.choose(len(lines) + 1)
	switch {
	case err != nil:
		return err
	case n > len(offers):
		return r.sheets(ctx)
	}
	r.acts(ctx, offers[n-1].Do...)
	return nil
}

// sheets has a run sheet chosen.
func (r *sitting) sheets(ctx context.Context) error {
	what, err := r.desk.Showing(ctx)
	if err != nil {
		return err
	}
	r.gap()
	r.say(r.t("lead.choose-sheet"))
	lines := make([]string, len(what.Sheets))
	for i, s := range what.Sheets {
		lines[i] = s.Title
	}
	r.list(lines)
	n, err := r.choose(len(lines))
	if err != nil {
		return err
	}
	m, err := r.desk.Meeting(ctx, what.Sheets[n-1].ID, r.words)
	if err != nil {
		return err
	}
	r.acts(ctx, m.Agenda.Acts()...)
	return nil
}
