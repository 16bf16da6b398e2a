package line

import (
	"context"
	"crypto/rand"
	"strconv"
	"strings"

	"porchlight/internal/group"
	"porchlight/internal/locale"
)

// A leadAct is something that a lead can do now.
type leadAct struct {
	label string
	do    func(context.Context) error
}

// lead is the room for who leads it: how things stand, and what can be done, by
// numbers.
func (r *sitting) lead(ctx context.Context) error {
	for {
		now, _, over := r.news()
		v, leads := r.Lead(now)
		r.gap()
		r.tell(v.View)
		if over || !leads {
			r.say(r.t("room.ended"))
			return r.err
		}
		r.stand(v)
		acts := r.acts(v)
		lines := make([]string, len(acts))
		for i, d := range acts {
			lines[i] = d.label
		}
		r.gap()
		r.list(lines)
		a, err := r.ask(r.t("room.lead-prompt"), r.t("room.lead-help"))
		if err != nil {
			return err
		}
		n, ok := a.number(len(acts))
		switch {
		case a.text == "": // to see what is new
		case !ok:
			r.say(r.f("line.not-a-choice", locale.Args{"N": len(acts)}))
		default:
			if err := acts[n-1].do(ctx); err != nil {
				return err
			}
		}
	}
}

// stand says what only a lead knows.
func (r *sitting) stand(v group.LeadView) {
	held := 0
	for _, q := range v.Questions {
		if q.State == group.Held {
			held++
		}
	}
	r.say(r.words.N("room.held", held))
	if h := v.Hands[front(v)]; h.People > 0 {
		r.say(r.words.N("room.hands-in", h.People))
	}
}

func front(v group.LeadView) string {
	if v.Front == nil {
		return ""
	}
	return v.Front.ID
}

// one is a leadAct that is one action.
func (r *sitting) one(label string, a group.Action) leadAct {
	return leadAct{label, func(ctx context.Context) error {
		if r.did(r.Do(ctx, a)) {
			r.say(r.t("room.done"))
		}
		return nil
	}}
}

// acts lists what a lead can do now, the likeliest first.
func (r *sitting) acts(v group.LeadView) []leadAct {
	var all []leadAct
	if p := v.Front; p != nil {
		all = append(all, r.onFront(*p)...)
	}
	for _, p := range v.Polls {
		if p.ID != front(v) {
			all = append(all, r.one(r.f("room.do-open", locale.Args{"Text": p.Text.In(r.words.Lang())}), group.OpenPoll{ID: p.ID}))
		}
	}
	for _, q := range v.Questions {
		text := locale.Args{"Text": q.Text}
		switch q.State {
		case group.Held:
			all = append(all, r.one(r.f("room.do-show", text), group.Sort{ID: q.ID, To: group.OnScreen}),
				r.one(r.f("room.do-dismiss", text), group.Sort{ID: q.ID, To: group.Dismissed}))
		case group.OnScreen:
			all = append(all, r.one(r.f("room.do-answered", text), group.Sort{ID: q.ID, To: group.Answered}))
		}
	}
	all = append(all, leadAct{r.t("room.do-new"), r.compose})
	if v.Undo != nil {
		all = append(all, r.one(r.t("room.do-undo"), group.UndoLast{Number: v.Undo.Number}))
	}
	if v.Role == group.Facilitator {
		all = append(all, leadAct{r.t("room.do-appoint"), r.appoint}, leadAct{r.t("room.do-end"), r.close})
	}
	return all
}

// onFront lists what can be done with the question that everybody sees.
func (r *sitting) onFront(p group.PollView) []leadAct {
	var all []leadAct
	if p.Status == group.Open {
		all = append(all, r.one(r.t("room.do-close"), group.ClosePoll{ID: p.ID}))
	}
	if !p.Shown {
		all = append(all, r.one(r.t("room.do-reveal"), group.Reveal{ID: p.ID}))
	}
	if p.Status == group.Closed {
		if p.Quiz && !p.Told {
			all = append(all, r.one(r.t("room.do-tell"), group.Tell{ID: p.ID}))
		}
		all = append(all, r.one(r.t("room.do-reopen"), group.OpenPoll{ID: p.ID}))
	}
	return append(all, leadAct{r.t("room.do-hands"), func(ctx context.Context) error { return r.hands(ctx, p) }},
		r.one(r.t("room.do-skip"), group.Skip{ID: p.ID}), r.one(r.t("room.do-reset"), group.Reset{ID: p.ID, Round: p.Round}))
}

// hands asks how many hands, or slips of paper, there are for each choice.
func (r *sitting) hands(ctx context.Context, p group.PollView) error {
	h := group.Hands{For: map[string]int{}}
	for _, c := range p.Choices {
		n, err := r.count(r.f("room.hands", locale.Args{"Text": c.Text.In(r.words.Lang())}))
		if err != nil {
			return err
		}
		h.For[c.ID] = n
		h.People += n
	}
	if p.Many {
		n, err := r.count(r.t("room.hands-people"))
		if err != nil {
			return err
		}
		h.People = n
	}
	if r.did(r.Do(ctx, group.Count{ID: p.ID, Hands: h})) {
		r.say(r.t("room.done"))
	}
	return nil
}

// count asks for a number until it gets one.
func (r *sitting) count(prompt string) (int, error) {
	for {
		a, err := r.ask(prompt, r.t("room.hands-help"))
		if err != nil {
			return 0, err
		}
		if n, err := strconv.Atoi(a.word); err == nil && n >= 0 && n <= group.MaxHands {
			return n, nil
		}
		r.say(r.t("room.hands-help"))
	}
}

// compose asks for a question and its choices, and asks the room at once. It
// is in the language of who leads.
func (r *sitting) compose(ctx context.Context) error {
	lang := r.words.Lang()
	a, err := r.ask(r.t("room.new-text"), r.t("room.new-help"))
	if err != nil {
		return err
	}
	p := group.Poll{ID: "new-" + strings.ToLower(rand.Text()), Text: group.Text{lang: a.text}}
	for len(p.Choices) < group.MaxChoices {
		a, err := r.ask(r.f("room.new-choice", locale.Args{"N": len(p.Choices) + 1}), r.t("room.new-help"))
		if err != nil {
			return err
		}
		if a.text == "" {
			break
		}
		p.Choices = append(p.Choices, group.Choice{ID: "c" + strconv.Itoa(len(p.Choices)+1), Text: group.Text{lang: a.text}})
	}
	if r.did(r.Do(ctx, group.AddPoll{Poll: p})) && r.did(r.Do(ctx, group.OpenPoll{ID: p.ID})) {
		r.say(r.t("room.done"))
	}
	return nil
}

// appoint makes a key for somebody else to lead with.
func (r *sitting) appoint(ctx context.Context) error {
	r.list([]string{r.t("room.appoint-co"), r.t("room.appoint-too")})
	n, err := r.choose(2)
	if err != nil {
		return err
	}
	role := group.CoFacilitator
	if n == 2 {
		role = group.Facilitator
	}
	key := group.NewKey()
	v := r.state().All()
	if r.did(r.Do(ctx, group.Appoint{Name: group.LeadName(v.ID, key), As: role})) {
		r.say(r.f("room.appointed", locale.Args{"Entry": group.Entry(v.Code, key)}))
	}
	return nil
}

// close ends the room, once who leads has said so twice.
func (r *sitting) close(ctx context.Context) error {
	a, err := r.ask(r.t("room.end-sure"), r.t("room.end-help"))
	if err != nil || !a.yes() {
		return err
	}
	r.did(r.Do(ctx, group.End{}))
	return nil
}
