package study_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/quiz"
)

// give answers every question of an attempt, the nth with the nth of picks:
// true for the best answer.
func give(t *testing.T, d *study.Desk, a quiz.Attempt, picks ...bool) quiz.Attempt {
	t.Helper()
	for i, q := range a.Questions() {
		var r quiz.Response
		for _, o := range q.Options {
			if o.Best == picks[i%len(picks)] && (len(r.Choices) == 0 || q.Kind == quiz.Multiple && picks[i%len(picks)]) {
				r.Choices = append(r.Choices, o.ID)
			}
		}
		next, err := d.Answer(t.Context(), a, q.ID, r)
		if err != nil {
			t.Fatalf("%s: %v", q.ID, err)
		}
		a = next
	}
	return a
}

func pair(t *testing.T, d *study.Desk, id string) study.Pair {
	t.Helper()
	p, err := d.Pair(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestPairBeforeAndAfter(t *testing.T) {
	store := record.NewGuest()
	d := desk(t, store, "en")
	p := pair(t, d, "limits-that-hold")
	if p.Stage() != study.Unasked || p.Track || p.Title != "Limits that hold" || p.Before.Part != quiz.BeforePart {
		t.Fatalf("a new pair is %+v", p)
	}
	give(t, d, p.Before, false, true, false)
	if p = pair(t, d, "limits-that-hold"); p.Stage() != study.Between || p.Read {
		t.Fatalf("after the first part: %v, read %v", p.Stage(), p.Read)
	}
	must(t, d.SavePlace(t.Context(), "limits-that-hold", 1, 0, 10, false))
	if p = pair(t, d, "limits-that-hold"); !p.Read {
		t.Error("reading was not seen")
	}
	give(t, d, p.After, true)
	p = pair(t, d, "limits-that-hold")
	if of, before, after := quiz.Counted(p.Changes()); p.Stage() != study.Compared || of != 3 || before != 1 || after != 3 {
		t.Errorf("%v: %d before, %d now, of %d", p.Stage(), before, after, of)
	}
	// The lesson's own questions know nothing of it, nor do scores.
	if s, err := d.Quiz(t.Context(), "limits-that-hold"); err != nil || s.Resumed {
		t.Errorf("the lesson's questions: %+v, %v", s, err)
	}
	if scores, _ := store.Scores(t.Context()); len(scores) != 0 {
		t.Errorf("scores %v", scores)
	}
	again, err := d.PairAgain("limits-that-hold")
	if err != nil || again.Stage() != study.Unasked {
		t.Errorf("again: %v, %v", again.Stage(), err)
	}
	give(t, d, again.Before, true)
	if p = pair(t, d, "limits-that-hold"); p.Stage() != study.Between {
		t.Errorf("an answer of the pair before counts: %v", p.Stage())
	}
}

// Questions about danger have their reasons at once.
func TestPairsAboutDangerAreUrgent(t *testing.T) {
	d := desk(t, record.NewGuest(), "en")
	for id, urgent := range map[string]bool{"overdose-and-naloxone": true, "safety": true, "limits-that-hold": false, "supporting": false} {
		if p := pair(t, d, id); p.Urgent != urgent {
			t.Errorf("%s: urgent is %v", id, p.Urgent)
		}
	}
}

// Both faces list tracks first, then lessons, and how far each has come.
func TestPairsTellHowFarTheyHaveCome(t *testing.T) {
	d, w := desk(t, record.NewGuest(), "en"), words(t, "en")
	states := func() (list []string) {
		pairs, err := d.Pairs(t.Context())
		must(t, err)
		for _, p := range pairs {
			list = append(list, p.ID+": "+p.State(w))
		}
		return list
	}
	want := []string{"supporting: ", "safety: ", "helping-or-enabling: ", "limits-that-hold: "}
	if got := states(); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	p := pair(t, d, "safety")
	first := p.Before.Questions()[0]
	a, err := d.Answer(t.Context(), p.Before, first.ID, quiz.Choose(first.Options[0].ID))
	must(t, err)
	want[1] = "safety: 1 of 3 answered"
	if got := states(); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	for _, q := range a.Questions()[1:] {
		a, err = d.Answer(t.Context(), a, q.ID, quiz.Choose(q.Options[0].ID))
		must(t, err)
	}
	want[1] = "safety: answered before reading"
	if got := states(); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	give(t, d, pair(t, d, "safety").After, true)
	if got := states(); !strings.HasSuffix(got[1], "of 3 before, 3 of 3 now") {
		t.Errorf("%q", got)
	}
}

// A pair left in the middle goes on there, with the same questions.
func TestPairGoesOn(t *testing.T) {
	d := desk(t, record.NewGuest(), "en")
	p := pair(t, d, "supporting")
	first := p.Before.Questions()[0]
	if _, err := d.Answer(t.Context(), p.Before, first.ID, quiz.Choose(first.Options[0].ID)); err != nil {
		t.Fatal(err)
	}
	back := pair(t, d, "supporting")
	if _, answered := back.Before.Given(first.ID); !answered || !p.Track || back.Stage() != study.Unasked {
		t.Errorf("back at %+v", back)
	}
	ids := func(a quiz.Attempt) (list []quiz.ID) {
		for _, q := range a.Questions() {
			list = append(list, q.ID)
		}
		return list
	}
	if !slices.Equal(ids(p.Before), ids(back.Before)) || !slices.Equal(ids(back.Before), ids(back.After)) {
		t.Errorf("asked %v, then %v, then %v", ids(p.Before), ids(back.Before), ids(back.After))
	}
}

// Questions that the course no longer has are set aside and said.
func TestPairOfAnOlderPack(t *testing.T) {
	store := record.NewGuest()
	at := record.Attempt{ID: "old", Lesson: "limits-that-hold", Part: record.BeforePart, Questions: []string{"limits-that-hold/gone", "limits-that-hold/never"}}
	for _, q := range at.Questions {
		must(t, store.SaveAnswer(t.Context(), at, record.Answer{Attempt: "old", Question: q, Choices: []string{"true"}, Result: record.Other}))
	}
	d := desk(t, store, "en")
	p := pair(t, d, "limits-that-hold")
	if p.Lost != 1 || p.Stage() != study.Between || len(p.After.Questions()) != 1 {
		t.Errorf("lost %d, %v, %d to ask", p.Lost, p.Stage(), len(p.After.Questions()))
	}
	must(t, store.SaveAnswer(t.Context(), record.Attempt{ID: "old2", Lesson: "helping-or-enabling", Part: record.BeforePart, Questions: []string{"helping-or-enabling/gone"}},
		record.Answer{Attempt: "old2", Question: "helping-or-enabling/gone", Choices: []string{"a"}, Result: record.Best}))
	if p = pair(t, d, "helping-or-enabling"); p.Lost != 1 || p.Stage() != study.Unasked || len(p.Before.Questions()) != 3 {
		t.Errorf("lost %d, %v, %d to ask", p.Lost, p.Stage(), len(p.Before.Questions()))
	}
	for _, id := range []string{"nowhere", "", "../x"} {
		if _, err := d.Pair(t.Context(), id); !errors.Is(err, study.ErrNoPair) {
			t.Errorf("%q: %v", id, err)
		}
	}
}
