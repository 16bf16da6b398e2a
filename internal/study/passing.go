package study

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"porchlight/internal/checkfile"
	"porchlight/internal/record"
	"porchlight/lessons"
)

var (
	// ErrKnownProvider says that a program of that name is on the list already.
	ErrKnownProvider = errors.New("a program of that name is on your list")
	// ErrOtherList says that a file of the learner's own list was to go to a
	// provider, or the other way about.
	ErrOtherList = errors.New("the file is of another list")
)

// PassOn is one checklist to pass on: a provider's, or with an empty id the
// learner's own list. It holds every question that applies, in the order of a
// call, and behind them whatever else was noted.
func (d *Desk) PassOn(ctx context.Context, provider string) (checkfile.Sheet, error) {
	var s checkfile.Sheet
	if provider != "" {
		p, err := d.Provider(ctx, provider)
		if err != nil {
			return s, err
		}
		s.Program = checkfile.Program{Name: p.Name, Phone: p.Phone, Note: p.Note}
	}
	asks, err := d.asks(ctx)
	if err != nil {
		return s, err
	}
	kept, err := d.keep().Checks(ctx, provider)
	if err != nil {
		return s, fmt.Errorf("reading answers: %w", err)
	}
	for _, a := range asks {
		id := string(a.Question.ID)
		s.Answers = append(s.Answers, passed(kept[id], id, a.Question.Ask))
		delete(kept, id)
	}
	for _, id := range slices.Sorted(maps.Keys(kept)) {
		s.Answers = append(s.Answers, passed(kept[id], id, ""))
	}
	return s, nil
}

func passed(c record.Check, id, ask string) checkfile.Answer {
	return checkfile.Answer{Question: id, Ask: ask, Asked: c.Asked, Sign: c.Sign, Note: c.Note, At: c.At}
}

// Taken is what came of taking in a sheet.
type Taken struct {
	Name    string // of the provider; empty for the learner's own list
	Answers int    // answers in the sheet that say something
}

// Take adds a checklist from a file, all of it or nothing: as a new provider,
// or where into is an id, to that one. Where both know an answer the later one
// stays; one without a time counts as of now. It returns ErrKnownProvider where
// a provider of the name is there and into names none, and ErrManyProviders and
// ErrManyQuestions where there is no room.
func (d *Desk) Take(ctx context.Context, s checkfile.Sheet, into string) (Taken, error) {
	e := record.Export{Porchlight: record.ExportVersion}
	provider, err := d.taker(ctx, s, into, &e)
	if err != nil {
		return Taken{}, err
	}
	t := Taken{Name: s.Program.Name}
	for _, a := range s.Answers {
		c := record.Check{Provider: provider, Question: a.Question, Asked: a.Asked, Sign: a.Sign, Note: a.Note, At: a.At}
		if c.Empty() {
			continue
		}
		if c.At.IsZero() {
			c.At = d.now()
		}
		e.Checks = append(e.Checks, c)
		t.Answers++
	}
	if err := d.takeQuestions(ctx, s, &e); err != nil {
		return Taken{}, err
	}
	return t, d.keep().Import(ctx, e)
}

// taker is the id of the provider that a sheet goes to. A new one is added to
// the export.
func (d *Desk) taker(ctx context.Context, s checkfile.Sheet, into string, e *record.Export) (string, error) {
	switch {
	case s.Program.Name == "" && into == "":
		return "", nil // the learner's own list
	case s.Program.Name == "":
		return "", ErrOtherList
	case into != "":
		p, err := d.Provider(ctx, into)
		return p.ID, err
	}
	switch _, err := d.ProviderNamed(ctx, s.Program.Name); {
	case err == nil:
		return "", ErrKnownProvider
	case !errors.Is(err, ErrNoProvider):
		return "", err
	}
	p, err := d.newProvider(ctx)
	if err != nil {
		return "", err
	}
	p.Name, p.Phone, p.Note = s.Program.Name, s.Program.Phone, s.Program.Note
	e.Entries = append(e.Entries, p.clean().entry(d.now()))
	return p.ID, nil
}

// takeQuestions adds the own questions of a sheet that the learner lacks.
func (d *Desk) takeQuestions(ctx context.Context, s checkfile.Sheet, e *record.Export) error {
	own, err := d.OwnQuestions(ctx)
	if err != nil {
		return err
	}
	n := len(own)
	for _, a := range s.Answers {
		known := slices.ContainsFunc(own, func(q lessons.ProviderQuestion) bool { return string(q.ID) == a.Question })
		text := cleanQuestion(a.Ask)
		if known || text == "" || !strings.HasPrefix(a.Question, ownQuestions) {
			continue
		}
		if n++; n > MaxOwn {
			return ErrManyQuestions
		}
		e.Entries = append(e.Entries, ownEntry(lessons.QuestionID(a.Question), text, d.now()))
	}
	return nil
}
