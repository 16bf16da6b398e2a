package line

import (
	"context"

	"porchlight/internal/group"
	"porchlight/internal/group/say"
	"porchlight/internal/locale"
)

// takePart is the room for one of the group.
func (r *sitting) takePart(ctx context.Context) error {
	look := true
	for {
		now, fresh, over := r.news()
		v := now.All()
		if look || fresh {
			r.gap()
			r.tell(v)
		}
		if over {
			r.say(r.t("room.ended"))
			return r.err
		}
		if look || fresh {
			r.own(now)
		}
		if r.reader != nil && front(v) == "" && v.Place.Route != "" {
			if err := r.along(ctx); err != nil {
				return err
			}
			look = true
			continue
		}
		a, err := r.ask(r.t("room.prompt"), r.t("room.help"))
		if err != nil {
			return err
		}
		if look, err = r.act(ctx, a, v); err != nil {
			return err
		}
	}
}

// act does what was typed, and reports whether the room is to be told again.
func (r *sitting) act(ctx context.Context, a answer, v group.View) (look bool, err error) {
	switch {
	case a.text == "":
		return true, nil
	case a.is("ask", "preguntar", "pregunta"):
		return false, r.put(ctx)
	case a.is("pace", "ritmo"):
		return false, r.pace(ctx, v)
	case a.is("read", "leer"):
		return true, r.along(ctx)
	case a.is("words", "palabras"):
		r.greet()
		return false, r.err
	}
	p := v.Front
	if p == nil {
		r.say(r.t("room.no-poll"))
		return false, nil
	}
	chosen, ok := chosen(a, *p)
	if !ok {
		r.say(r.f("room.not-a-choice", locale.Args{"N": len(p.Choices)}))
		return false, nil
	}
	done := "room.kept"
	if len(chosen) == 0 {
		done = "room.taken-back"
	}
	r.does(ctx, "answer "+p.ID, func(ctx context.Context) (group.Snapshot, error) { return r.Vote(ctx, *p, chosen) }, r.said(done))
	return false, nil
}

// chosen is the choices that an answer names by their numbers; 0 is none.
func chosen(a answer, p group.PollView) ([]string, bool) {
	if a.word == "0" {
		return nil, true
	}
	numbers, ok := a.numbers(len(p.Choices))
	if !ok || len(numbers) > 1 && !p.Many {
		return nil, false
	}
	var ids []string
	for _, n := range numbers {
		ids = append(ids, p.Choices[n-1].ID)
	}
	return ids, true
}

// put asks for a question and puts it into the box. It has one id, so that
// trying again does not put it there twice.
func (r *sitting) put(ctx context.Context) error {
	a, err := r.ask(r.t("room.question"), r.t("room.question-help"))
	if err != nil {
		return err
	}
	id := group.NewQuestion()
	r.does(ctx, "", func(ctx context.Context) (group.Snapshot, error) { return r.Ask(ctx, id, a.text) }, r.said("room.question-kept"))
	return nil
}

func (r *sitting) pace(ctx context.Context, v group.View) error {
	r.list([]string{r.t("room.pace-slower"), r.t("room.pace-got-it"), r.t("room.pace-break")})
	n, err := r.choose(len(group.Feelings()))
	if err != nil {
		return err
	}
	f := group.Feelings()[n-1]
	r.does(ctx, "pace", func(ctx context.Context) (group.Snapshot, error) { return r.Signal(ctx, v, f) }, r.said("room.pace-kept"))
	return nil
}

// own says what stands on the person's own ballot.
func (r *sitting) own(now group.Snapshot) {
	v := now.All()
	p := v.Front
	switch {
	case v.Place.Route == "" || r.reader != nil:
	case r.letGo:
		r.say(r.t("room.follows-not") + " " + r.t("room.to-follow"))
	default:
		r.say(r.t("room.shows") + " " + r.t("room.to-read"))
	}
	if v.Raised != nil && p == nil {
		r.say(r.t("room.asked-how"))
	}
	if p == nil {
		return
	}
	m := r.Mine(now)
	for i, c := range p.Choices {
		for _, id := range m.Chosen {
			if id == c.ID {
				r.say(r.f("room.yours", locale.Args{"N": i + 1, "Text": c.Text.In(r.words.Lang())}))
			}
		}
	}
	switch {
	case m.Counted:
		r.say(r.t("room.counted"))
	case p.Status == group.Open && len(m.Chosen) > 0:
		r.say(r.t("room.change"))
	case p.Status == group.Open && p.Many:
		r.say(r.t("room.choose-many"))
	case p.Status == group.Open:
		r.say(r.t("room.choose-one"))
	}
}

// tell says how things stand in the room: what everybody may know.
func (r *sitting) tell(v group.View) {
	r.say(r.words.N("room.here", v.Here))
	r.raised(v)
	switch {
	case v.Front != nil:
		r.poll(*v.Front)
	case v.Raised == nil && !v.Ended:
		r.say(r.t("room.no-poll"))
	}
	if v.Raised == nil {
		for _, s := range v.Shifts {
			r.shift(s)
		}
	}
	if v.Pace != nil {
		r.say(say.Pace(r.words, v.Pace))
	}
}

// raised says what somebody of the group has asked, where everybody sees it.
func (r *sitting) raised(v group.View) {
	if q := v.Raised; q != nil {
		r.say(r.f("room.asked", locale.Args{"Text": q.Text}))
	}
}

// poll says a question, and its result where that is shown.
func (r *sitting) poll(p group.PollView) {
	lang := r.words.Lang()
	r.gap()
	r.say(p.Text.In(lang))
	if p.Text[lang] == "" {
		r.say(r.t("room.foreign"))
	}
	if p.Result == nil {
		lines := make([]string, len(p.Choices))
		for i, c := range p.Choices {
			lines[i] = c.Text.In(lang)
		}
		r.list(lines)
		r.say(r.words.N("room.answers", p.Answers))
		if p.Status == group.Open {
			r.say(r.f("room.floor", locale.Args{"Floor": p.Floor}))
		} else {
			r.say(r.t("room.closed"))
		}
	} else {
		r.result(p.Choices, *p.Result)
	}
	if p.Told {
		r.told(p.Choices)
	}
}

// marks is how long a row of marks is at most: one for every ten percent.
const marks = 10

// result says how many chose what: words and numbers that can be read aloud.
func (r *sitting) result(choices []group.Choice, res group.Result) {
	lines := make([]string, len(res.Bars))
	for i, b := range res.Bars {
		lines[i] = say.Bar(r.words, choices[i].Text.In(r.words.Lang()), b, res.People, marks)
	}
	r.list(lines)
	if res.Later > 0 {
		r.say(r.words.N("room.later", res.Later))
	}
}

func (r *sitting) told(choices []group.Choice) {
	for _, line := range say.Told(r.words, choices) {
		r.say(line)
	}
}

// shift says what changed between before and after.
func (r *sitting) shift(s group.Shift) {
	r.gap()
	r.say(r.f("room.shift", locale.Args{"Text": s.Text.In(r.words.Lang())}))
	for i, c := range s.Choices {
		r.say(r.f("room.shift-bar", locale.Args{"Text": c.Text.In(r.words.Lang()), "Before": s.Before.Bars[i].Percent, "After": s.After.Bars[i].Percent}))
	}
}
