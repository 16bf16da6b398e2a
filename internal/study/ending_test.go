package study_test

import (
	"testing"

	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/lessons"
)

func ending(t *testing.T, d *study.Desk, id lessons.ID) study.Ending {
	t.Helper()
	e, err := d.Ending(t.Context(), id)
	must(t, err)
	return e
}

// What a lesson leads to is what home would offer, whichever lesson it is.
func TestTheEndOfALessonFollowsThePath(t *testing.T) {
	ctx := t.Context()
	d := whole(t, record.NewGuest(), "en")
	read := func(id lessons.ID) {
		t.Helper()
		must(t, d.SavePlace(ctx, id, 0, 0, 100, true))
	}
	must(t, d.SaveSituation(ctx, lessons.Situation{Urgent: lessons.Danger}))
	for _, test := range []struct{ read, next lessons.ID }{
		{"what-to-do-first", "overdose-and-naloxone"},
		{"what-an-iop-is", "overdose-and-naloxone"}, // of another track, read meanwhile
		{"overdose-and-naloxone", "dangerous-withdrawal"},
	} {
		read(test.read)
		if next := ending(t, d, test.read).Next; next.Lesson == nil || next.Lesson.ID != test.next || next.Unnamed {
			t.Errorf("after %s comes %+v, want %s", test.read, next, test.next)
		}
		if o := overview(t, d); o.Continue.Lesson.ID != test.next {
			t.Errorf("home has %s, want %s", o.Continue.Lesson.ID, test.next)
		}
	}
}

// When the path is done the rest of the course follows, from the lesson on and
// round; when all is done, the lesson that comes after it in the course.
func TestTheEndOfALessonWhenThePathIsDone(t *testing.T) {
	ctx := t.Context()
	d := desk(t, record.NewGuest(), "en")
	next := func(after, want lessons.ID) {
		t.Helper()
		got := lessons.ID("")
		if l := ending(t, d, after).Next.Lesson; l != nil {
			got = l.ID
		}
		if got != want {
			t.Errorf("after %s comes %q, want %q", after, got, want)
		}
	}
	next("helping-or-enabling", "limits-that-hold")
	must(t, d.SaveSafety(ctx, lessons.SafeNo, false)) // a path of one lesson
	next("helping-or-enabling", "overdose-and-naloxone")
	must(t, d.SavePlace(ctx, "overdose-and-naloxone", 0, 0, 100, true))
	next("overdose-and-naloxone", "helping-or-enabling")
	must(t, d.SavePlace(ctx, "helping-or-enabling", 0, 0, 100, true))
	next("helping-or-enabling", "limits-that-hold")
	must(t, d.SavePlace(ctx, "limits-that-hold", 0, 0, 100, true))
	next("helping-or-enabling", "limits-that-hold")
	next("overdose-and-naloxone", "")
}

// Where others may look, the end of a lesson says as little as home does, and
// offers nothing that could raise danger.
func TestTheEndOfALessonWhereHomeIsNotSafe(t *testing.T) {
	ctx := t.Context()
	d := whole(t, record.NewGuest(), "en")
	if e := ending(t, d, "helping-or-enabling"); e.Practice == nil || !e.Offers {
		t.Errorf("a lesson with a conversation offers %+v", e)
	}
	must(t, d.SaveSafety(ctx, lessons.SafeNo, false))
	e := ending(t, d, "helping-or-enabling")
	if e.Next.Lesson == nil || e.Next.Lesson.ID != "when-home-is-not-safe" || !e.Next.Unnamed {
		t.Errorf("next comes %+v", e.Next)
	}
	if e.Practice != nil {
		t.Errorf("offered is the conversation %s", e.Practice.ID)
	}
	if ending(t, d, "when-home-is-not-safe").Offers {
		t.Error("the list of what to try would tell which lesson was read")
	}
}
