package study

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"porchlight/internal/locale"
	"porchlight/internal/record"
	"porchlight/internal/review"
	"porchlight/lessons"
	"porchlight/quiz"
)

// DailyCards is how many cards a day has when the learner chose no number.
const DailyCards = 5

// A Review is the few cards of today.
type Review struct {
	Cards  []ReviewCard // still to come, in order
	Done   []Reviewed   // today's reviews, oldest first; each can be taken back
	Paused bool
	None   bool // no question was answered that can come back
}

// A ReviewCard is a question that comes back.
type ReviewCard struct {
	Question quiz.Question
	Lesson   lessons.Lesson
}

// A Reviewed is a card reviewed today.
type Reviewed struct {
	ID   string // of the event
	Card quiz.ID
}

// Fields of a review in the record. The day is a date where the learner was.
const (
	fieldCard  = "card"
	fieldDay   = "day"
	fieldGrade = "grade"
)

// Review returns the cards of today. They are computed anew from what the record
// has of answers and reviews; nothing else is kept of them.
func (d *Desk) Review(ctx context.Context) (Review, error) {
	answers, err := d.keep().FirstAnswers(ctx)
	if err != nil {
		return Review{}, fmt.Errorf("reading answers: %w", err)
	}
	events, err := d.keep().Events(ctx, record.KindReview, "")
	if err != nil {
		return Review{}, fmt.Errorf("reading reviews: %w", err)
	}
	settings, err := d.keep().Settings(ctx)
	if err != nil {
		return Review{}, fmt.Errorf("reading settings: %w", err)
	}
	now := d.now()
	today := review.DayOf(now)
	acts, done := reviewed(events, today)
	deck := review.Replay(firsts(answers, now.Location()), acts, today)
	r := Review{Done: done, Paused: settings[settingPaused] == "yes", None: deck.Len() == 0}
	if r.Paused {
		return r, nil
	}
	found := map[string]ReviewCard{}
	comesBack := func(id string) bool {
		card, ok := d.card(quiz.ID(id))
		found[id] = card
		return ok
	}
	for _, c := range deck.Today(ReadSettings(settings).Cards(), comesBack) {
		r.Cards = append(r.Cards, found[c.ID])
	}
	return r, nil
}

// Cards is how many cards a day has.
func (s Settings) Cards() int {
	if s.ReviewCards > 0 {
		return s.ReviewCards
	}
	return DailyCards
}

// firsts is what was learned when each question was first answered.
func firsts(answers []record.Answer, zone *time.Location) []review.First {
	list := make([]review.First, len(answers))
	for i, a := range answers {
		list[i] = review.First{Card: a.Question, Day: review.DayOf(a.At.In(zone)), Best: a.Result == record.Best}
	}
	return list
}

// reviewed is the reviews of a record, and which of them are today's. One of
// another version that makes no sense here is passed over, and stays kept.
func reviewed(events []record.Event, today review.Day) (acts []review.Act, done []Reviewed) {
	for _, e := range events {
		day, err := review.ParseDay(e.Fields[fieldDay])
		if err != nil {
			continue
		}
		card := e.Fields[fieldCard]
		acts = append(acts, review.Act{
			Card: card, Day: day, Order: e.At.Format(sortable) + e.ID, Grade: review.Grade(e.Fields[fieldGrade]),
		})
		if day == today {
			done = append(done, Reviewed{e.ID, quiz.ID(card)})
		}
	}
	return acts, done
}

// sortable writes times, which the record gives in UTC, so that text sorts as
// they do.
const sortable = "2006-01-02T15:04:05.000000"

// card is the question of a card, in the learner's language. False is one that
// the course has no more, or that cannot be asked without its page.
func (d *Desk) card(id quiz.ID) (ReviewCard, bool) {
	lesson, _, _ := strings.Cut(string(id), "/")
	bank, err := d.course.Banks.Bank(quiz.LessonID(lesson), quiz.Lang(d.Lang()))
	if err != nil {
		return ReviewCard{}, false
	}
	i := slices.IndexFunc(bank.Questions, func(q quiz.Question) bool { return q.ID == id })
	if i < 0 || !cards(bank.Questions[i].Kind) {
		return ReviewCard{}, false
	}
	l, err := d.course.Pack.Lesson(lessons.ID(bank.Lesson), d.Lang())
	return ReviewCard{bank.Questions[i], l}, err == nil
}

// cards reports whether questions of a kind come back: those whose best answer
// can be shown in words.
func cards(k quiz.Kind) bool {
	return k != quiz.Scale
}

// SaveReview keeps how a card went, and returns the review so that it can be
// taken back.
func (d *Desk) SaveReview(ctx context.Context, c ReviewCard, g review.Grade, id string) (Reviewed, error) {
	now := d.now()
	return Reviewed{id, c.Question.ID}, d.keep().AddEvent(ctx, record.Event{
		Kind: record.KindReview, Subject: string(c.Lesson.ID), ID: id, At: now,
		Fields: map[string]string{fieldCard: string(c.Question.ID), fieldDay: review.DayOf(now).String(), fieldGrade: string(g)},
	})
}

// NewReview is the id of a review to come. A retry with the same id keeps it
// once.
func (d *Desk) NewReview() string { return d.newID() }

// UndoReview takes a review back: it leaves no trace in what comes when.
func (d *Desk) UndoReview(ctx context.Context, r Reviewed) error {
	return d.keep().RemoveEvent(ctx, record.KindReview, r.ID)
}

// PauseReview stops cards from coming, or lets them come again.
func (d *Desk) PauseReview(ctx context.Context, pause bool) error {
	return d.keep().SaveSetting(ctx, settingPaused, yes(pause))
}

// reviewing says how many cards are left of today's few, never how many wait.
func reviewing(ctx context.Context, d *Desk, w *locale.Words) (string, error) {
	r, err := d.Review(ctx)
	switch {
	case err != nil:
		return "", err
	case r.Paused:
		return w.T("review.door-paused"), nil
	case len(r.Cards) > 0:
		return w.N("review.door-cards", len(r.Cards)), nil
	case len(r.Done) > 0:
		return w.T("review.door-done"), nil
	}
	return "", nil
}
