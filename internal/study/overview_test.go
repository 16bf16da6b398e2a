package study_test

import (
	"testing"

	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/quiz"
)

func overview(t *testing.T, d *study.Desk) study.Overview {
	t.Helper()
	o, err := d.Overview(t.Context())
	must(t, err)
	return o
}

func TestThePathLeads(t *testing.T) {
	ctx := t.Context()
	d := desk(t, record.NewGuest(), "en")
	next := func(want lessons.ID) {
		t.Helper()
		if o := overview(t, d); o.Continue == nil || o.Continue.Lesson.ID != want {
			t.Errorf("next comes %+v, want %s", o.Continue, want)
		}
	}
	next("helping-or-enabling")
	must(t, d.SavePlace(ctx, "limits-that-hold", 2, 5, 40, false))
	next("limits-that-hold") // begun
	must(t, d.SaveSafety(ctx, lessons.SafeNo, false))
	next("overdose-and-naloxone") // what was said since then leads
	must(t, d.SavePlace(ctx, "limits-that-hold", 3, 0, 50, false))
	next("limits-that-hold") // gone on with since
	must(t, d.SavePlace(ctx, "limits-that-hold", 9, 0, 100, true))
	must(t, d.SavePlace(ctx, "overdose-and-naloxone", 9, 0, 100, true))
	next("helping-or-enabling") // the path is done: the first of the course that is not
	must(t, d.SavePlace(ctx, "helping-or-enabling", 9, 0, 100, true))
	if o := overview(t, d); o.Continue != nil {
		t.Errorf("all is read, and next comes %+v", o.Continue)
	}
}

func TestOnlyNewcomersAreAsked(t *testing.T) {
	ctx := t.Context()
	for name, do := range map[string]func(*study.Desk) error{
		"answers":  func(d *study.Desk) error { return d.SaveSituation(ctx, lessons.Situation{Stage: lessons.After}) },
		"skipping": func(d *study.Desk) error { return d.SavePathAsked(ctx) },
		"reading":  func(d *study.Desk) error { return d.SavePlace(ctx, "limits-that-hold", 1, 0, 10, false) },
		"answering": func(d *study.Desk) error {
			s, err := d.Quiz(ctx, "limits-that-hold")
			if err == nil {
				q := s.Attempt.Questions()[0]
				_, err = d.Answer(ctx, s.Attempt, q.ID, quiz.Choose(q.Options[0].ID))
			}
			return err
		},
	} {
		d := desk(t, record.NewGuest(), "en")
		if o := overview(t, d); !o.Unasked {
			t.Errorf("%s: a newcomer is not asked", name)
		}
		must(t, do(d))
		if o := overview(t, d); o.Unasked {
			t.Errorf("after %s, one is asked", name)
		}
	}
}

// A lesson that comes first only where home is not safe is not named on home,
// and every other is.
func TestWhatHomeDoesNotName(t *testing.T) {
	ctx := t.Context()
	d := whole(t, record.NewGuest(), "en")
	must(t, d.SaveSafety(ctx, lessons.SafeUnsure, false))
	if o := overview(t, d); o.Continue.Lesson.ID != "when-home-is-not-safe" || !o.Unnamed {
		t.Errorf("next comes %s, unnamed %v", o.Continue.Lesson.ID, o.Unnamed)
	}
	must(t, d.SavePlace(ctx, "when-home-is-not-safe", 0, 0, 100, true))
	if o := overview(t, d); o.Continue.Lesson.ID != "overdose-and-naloxone" || o.Unnamed {
		t.Errorf("next comes %s, unnamed %v", o.Continue.Lesson.ID, o.Unnamed)
	}
}

func TestRefuge(t *testing.T) {
	r := whole(t, record.NewGuest(), "en").Refuge()
	if r.Hotline == nil || r.Hotline.Call != "1-800-799-7233" || r.Lesson == nil || r.Lesson.ID != "when-home-is-not-safe" {
		t.Errorf("refuge %+v", r)
	}
	if r := desk(t, record.NewGuest(), "en").Refuge(); r.Hotline != nil || r.Lesson == nil {
		t.Errorf("in a course without the hotline: %+v", r)
	}
}
