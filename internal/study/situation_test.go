package study_test

import (
	"context"
	"errors"
	"testing"

	"porchlight/internal/record"
	"porchlight/lessons"
)

func TestSituationIsKept(t *testing.T) {
	ctx, store := t.Context(), record.NewGuest()
	d := desk(t, store, "en")
	if s, err := d.Situation(ctx); err != nil || s != (lessons.Situation{}) {
		t.Fatalf("at first %+v, %v", s, err)
	}
	want := lessons.Situation{Relationship: lessons.Sibling, Stage: lessons.Returned, Urgent: lessons.Money}
	must(t, d.SaveSituation(ctx, want))
	if s, err := desk(t, store, "en").Situation(ctx); err != nil || s != want {
		t.Errorf("kept %+v, %v", s, err)
	}
	must(t, d.SaveSituation(ctx, lessons.Situation{Urgent: lessons.Danger}))
	if s, _ := d.Situation(ctx); s != (lessons.Situation{Urgent: lessons.Danger}) {
		t.Errorf("after other answers %+v", s)
	}
}

// What is said about safety is for this visit, until the learner says to keep
// it, and gone again when they say otherwise.
func TestSafetyIsKeptOnlyWhenTheLearnerSaysSo(t *testing.T) {
	ctx, store := t.Context(), record.NewGuest()
	here := desk(t, store, "en")
	later := func() lessons.Safety {
		s, err := desk(t, store, "en").Situation(ctx)
		must(t, err)
		return s.Safe
	}
	for _, step := range []struct {
		say         lessons.Safety
		keep        bool
		here, later lessons.Safety
	}{
		{lessons.SafeNo, false, lessons.SafeNo, ""},
		{lessons.SafeNo, true, lessons.SafeNo, lessons.SafeNo},
		{lessons.SafeUnsure, false, lessons.SafeUnsure, ""},
		{lessons.SafeYes, true, lessons.SafeYes, lessons.SafeYes},
		{"", true, "", ""},
	} {
		must(t, here.SaveSafety(ctx, step.say, step.keep))
		s, err := here.Situation(ctx)
		must(t, err)
		if s.Safe != step.here || later() != step.later {
			t.Errorf("said %q, keep %v: here %q, later %q", step.say, step.keep, s.Safe, later())
		}
		if kept, err := here.SafetyKept(ctx); err != nil || kept != (step.later != "") {
			t.Errorf("said %q, keep %v: kept %v, %v", step.say, step.keep, kept, err)
		}
	}
}

func TestSafetyIsErasedWithTheRest(t *testing.T) {
	ctx, store := t.Context(), record.NewGuest()
	must(t, desk(t, store, "en").SaveSafety(ctx, lessons.SafeNo, true))
	must(t, store.Erase(ctx, record.Scope{Kind: record.KindSituation}))
	if s, err := desk(t, store, "en").Situation(ctx); err != nil || s.Safe != "" {
		t.Errorf("after erasing: %q, %v", s.Safe, err)
	}
}

// forgetful is a store that keeps no entry.
type forgetful struct{ record.Store }

func (forgetful) SaveEntries(context.Context, ...record.Entry) error { return record.ErrFull }

// An answer about safety that the disk does not take still counts now: nothing
// that could raise danger is offered in the meantime.
func TestSafetyCountsAtOnce(t *testing.T) {
	d := desk(t, forgetful{record.NewGuest()}, "en")
	if err := d.SaveSafety(t.Context(), lessons.SafeNo, true); !errors.Is(err, record.ErrFull) {
		t.Fatalf("error %v", err)
	}
	if s, _ := d.Situation(t.Context()); s.Safe != lessons.SafeNo {
		t.Errorf("the answer is %q", s.Safe)
	}
}

// A record of another version may hold words that this one does not know.
func TestUnknownAnswersCountAsNone(t *testing.T) {
	ctx, store := t.Context(), record.NewGuest()
	must(t, store.SaveEntries(ctx,
		record.Entry{Kind: record.KindSituation, Fields: map[string]string{"relationship": "cousin", "stage": "after", "urgent": "\x1b["}},
		record.Entry{Kind: record.KindSituation, Key: "safe", Fields: map[string]string{"safe": "perhaps"}},
		record.Entry{Kind: record.KindSituation, Key: "weather", Fields: map[string]string{"sun": "yes"}}))
	if s, err := desk(t, store, "en").Situation(ctx); err != nil || s != (lessons.Situation{Stage: lessons.After}) {
		t.Errorf("read %+v, %v", s, err)
	}
}
