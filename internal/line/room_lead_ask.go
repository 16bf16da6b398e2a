package line

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"porchlight/internal/agenda"
	"porchlight/internal/group"
	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/quiz"
)

// hands asks how many hands, or slips of paper, there are for each choice.
func (r *sitting) hands(ctx context.Context, p group.PollView) error {
	var was group.Hands
	if v, leads := r.Lead(r.state()); leads {
		was = v.Hands[p.ID]
	}
	var numbers []int
	ask := func(prompt string, before int) error {
		n, err := r.mended(prompt, was, before)
		numbers = append(numbers, n)
		return err
	}
	for _, c := range p.Choices {
		if err := ask(r.f("room.hands", locale.Args{"Text": c.Text.In(r.words.Lang())}), was.For[c.ID]); err != nil {
			return err
		}
	}
	if p.Many {
		if err := ask(r.t("room.hands-people"), was.People); err != nil {
			return err
		}
	}
	r.acts(ctx, group.Count{ID: p.ID, Hands: agenda.Tally(p, numbers)})
	return nil
}

// mended asks for a number of hands. Where some were typed in before, Enter
// leaves the number as it was.
func (r *sitting) mended(prompt string, was group.Hands, n int) (int, error) {
	if was.People == 0 {
		return r.count(prompt, 0, group.MaxHands, "")
	}
	return r.count(prompt+" "+r.f("room.hands-was", locale.Args{"N": n}), 0, group.MaxHands, strconv.Itoa(n))
}

// count asks for a number until it gets one. Nothing is usual, where that is
// something.
func (r *sitting) count(prompt string, least, most int, usual string) (int, error) {
	for {
		a, err := r.ask(prompt, r.t("room.hands-help"))
		if err != nil {
			return 0, err
		}
		if a.text == "" {
			a.word = usual
		}
		if n, err := strconv.Atoi(a.word); err == nil && n >= least && n <= most {
			return n, nil
		}
		r.say(r.t("room.hands-help"))
	}
}

// compose asks for a question and its choices, and asks the room at once. It
// is in the language of who leads.
func (r *sitting) compose(ctx context.Context) error {
	a, err := r.ask(r.t("room.new-text"), r.t("room.new-help"))
	if err != nil {
		return err
	}
	d := agenda.NewDraft(r.words.Lang()).With(a.text)
	for !d.Full() {
		a, err := r.ask(r.f("room.new-choice", locale.Args{"N": len(d.Choices) + 1}), r.t("room.new-help"))
		if err != nil {
			return err
		}
		if a.text == "" {
			break
		}
		d = d.With(a.text)
	}
	if len(d.Choices) > 2 {
		a, err := r.ask(r.t("lead.many"), r.t("lead.many"))
		if err != nil {
			return err
		}
		d.Many = a.yes()
	}
	r.acts(ctx, agenda.Asks(d.Poll).Do...)
	return nil
}

// lesson has a question of a lesson of the course chosen, and asks it.
func (r *sitting) lesson(ctx context.Context) error {
	tracks, err := r.desk.Tracks(ctx)
	if err != nil {
		return err
	}
	ids, lines := withQuestions(tracks)
	r.gap()
	r.say(r.t("lead.choose-lesson"))
	r.list(lines)
	n, err := r.choose(len(lines))
	if err != nil {
		return err
	}
	polls, err := r.desk.Polls(ctx, ids[n-1])
	switch {
	case errors.Is(err, quiz.ErrNoBank), err == nil && len(polls) == 0:
		r.say(r.t("lead.no-questions"))
		return nil
	case err != nil:
		return err
	}
	var offers []agenda.Offer
	for _, p := range polls {
		offers = append(offers, agenda.Asks(p))
	}
	return r.more(ctx, agenda.Lesson, offers)
}

// withQuestions is the lessons that have questions, and what they are called.
func withQuestions(tracks []study.TrackProgress) (ids []lessons.ID, lines []string) {
	for _, t := range tracks {
		for _, p := range t.Lessons {
			if p.HasQuiz {
				ids, lines = append(ids, p.Lesson.ID), append(lines, p.Lesson.Title)
			}
		}
	}
	return ids, lines
}

// screenful is more lines than a terminal usually shows.
const screenful = 60

// pass lets people without a device answer here, one after another. What one
// saw and typed is moved out of sight before the next.
func (r *sitting) pass(ctx context.Context) error {
	r.say(r.t("lead.pass-how"))
	r.say(r.t("lead.pass-lines"))
	for {
		a, err := r.ask(r.t("lead.pass-next"), r.t("lead.pass-help"))
		if err != nil || a.is("done", "listo") {
			return err
		}
		p := r.state().All().Front
		if p == nil || p.Status != group.Open {
			r.say(r.t("room.not-open"))
			return nil
		}
		kept, err := r.passed(ctx, *p)
		if err != nil {
			return err
		}
		r.write(strings.Repeat("\n", screenful))
		r.say(r.t(kept))
	}
}

// passed takes the answer of one person, and returns the words for what became
// of it.
func (r *sitting) passed(ctx context.Context, p group.PollView) (string, error) {
	r.poll(p)
	who := r.Pass()
	for {
		a, err := r.ask(r.t("lead.pass-answer"), r.t("lead.pass-answer"))
		switch {
		case errors.Is(err, errBack), err == nil && a.text == "":
			return "lead.pass-none", nil
		case err != nil:
			return "", err
		}
		chosen, ok := chosen(a, p)
		if !ok || len(chosen) == 0 {
			r.say(r.f("line.not-a-choice", locale.Args{"N": len(p.Choices)}))
			continue
		}
		vote := func(ctx context.Context) (group.Snapshot, error) { return who.Vote(ctx, p, chosen) }
		switch out := r.send(ctx, "", vote, r.said("room.kept-short")); {
		case out.Waits:
			return "lead.pass-waits", nil
		case out.Err == nil:
			return "lead.pass-kept", nil
		default:
			r.say(r.roomTrouble(out.Err))
		}
	}
}
