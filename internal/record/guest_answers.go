package record

import (
	"context"
	"fmt"
	"maps"
	"slices"
)

// keepAttempt adds an attempt, unless its id is known.
func (g *Guest) keepAttempt(a Attempt) {
	if _, known := g.byID[a.ID]; known {
		return
	}
	if g.byID == nil {
		g.byID = map[string]int{}
	}
	g.byID[a.ID] = len(g.sittings)
	g.sittings = append(g.sittings, sitting{Attempt: a})
}

// SaveAnswer implements Store.
func (g *Guest) SaveAnswer(ctx context.Context, at Attempt, a Answer) error {
	at, a, err := KeptAnswer(at, a)
	if err != nil {
		return err
	}
	if err := g.hold(ctx); err != nil {
		return err
	}
	defer g.mu.Unlock()
	g.keepAttempt(at)
	g.keepAnswer(a)
	return nil
}

// keepAnswer adds an answer to an attempt that is kept, unless its question has
// one.
func (g *Guest) keepAnswer(a Answer) {
	s := &g.sittings[g.byID[a.Attempt]]
	if !slices.ContainsFunc(s.answers, func(b Answer) bool { return b.Question == a.Question }) {
		s.answers = append(s.answers, a)
	}
}

// LatestAttempt implements Store.
func (g *Guest) LatestAttempt(ctx context.Context, lesson string, part Part) (Attempt, []Answer, error) {
	if err := g.hold(ctx); err != nil {
		return Attempt{}, nil, err
	}
	defer g.mu.Unlock()
	s, ok := g.newest(part)[lesson]
	if !ok {
		return Attempt{}, nil, fmt.Errorf("attempt at lesson %q: %w", lesson, ErrNotFound)
	}
	return s.copied(), s.copiedAnswers(), nil
}

// newest returns the newest sitting of a part of every lesson.
func (g *Guest) newest(part Part) map[string]sitting {
	out := map[string]sitting{}
	for _, s := range g.sittings {
		if s.Part != part {
			continue
		}
		if before, ok := out[s.Lesson]; !ok || !s.Started.Before(before.Started) {
			out[s.Lesson] = s
		}
	}
	return out
}

func (s sitting) copied() Attempt {
	a := s.Attempt
	a.Questions = list(a.Questions)
	return a
}

func (s sitting) copiedAnswers() []Answer {
	out := make([]Answer, len(s.answers))
	for i, a := range s.answers {
		a.Choices = list(a.Choices)
		out[i] = a
	}
	return out
}

// Scores implements Store.
func (g *Guest) Scores(ctx context.Context) (map[string]Score, error) {
	if err := g.hold(ctx); err != nil {
		return nil, err
	}
	defer g.mu.Unlock()
	out := map[string]Score{}
	for lesson, s := range g.newest(NoPart) {
		out[lesson] = s.score()
	}
	return out, nil
}

func (s sitting) score() Score {
	score := Score{Lesson: s.Lesson, Asked: len(s.Questions), Answered: len(s.answers), At: s.Started}
	for i, a := range s.answers {
		if a.Result == Best {
			score.Best++
		}
		if i == 0 || a.At.After(score.At) {
			score.At = a.At
		}
	}
	return score
}

// FirstAnswers implements Store.
func (g *Guest) FirstAnswers(ctx context.Context) ([]Answer, error) {
	if err := g.hold(ctx); err != nil {
		return nil, err
	}
	defer g.mu.Unlock()
	var all []Answer
	for _, s := range g.sittings {
		if s.Part != BeforePart {
			all = append(all, s.copiedAnswers()...)
		}
	}
	return Firsts(all), nil
}

// Firsts returns the earliest answer to each question, by question; of several
// given at one moment, the first of the list.
func Firsts(answers []Answer) []Answer {
	firsts := map[string]Answer{}
	for _, a := range answers {
		if first, ok := firsts[a.Question]; !ok || a.At.Before(first.At) {
			firsts[a.Question] = a
		}
	}
	out := make([]Answer, 0, len(firsts))
	for _, question := range slices.Sorted(maps.Keys(firsts)) {
		out = append(out, firsts[question])
	}
	return out
}
