package reflect_test

import (
	"testing"
	"time"

	"porchlight/internal/record"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

var doing = page.Reflection{ID: "how-am-i-doing"}

// start opens the reflection of the small course.
func start(t testing.TB, s tuitest.Setup) *tuitest.Driver {
	t.Helper()
	if s.First == nil {
		s.First = doing
	}
	return tuitest.Start(t, s)
}

// kept is what the record has of reflections.
func kept(t testing.TB, s record.Store) []record.Event {
	t.Helper()
	events, err := s.Events(t.Context(), record.KindReflection, "")
	if err != nil {
		t.Fatal(err)
	}
	return events
}

// looked is the record of someone who kept three looks, a week apart.
func looked(t testing.TB) record.Store {
	t.Helper()
	store := record.NewGuest()
	for i, fields := range []map[string]string{
		{"covering-up": "2", "saying-no": "1", "safe": "2"},
		{"covering-up": "1", "saying-no": "1"},
		{"covering-up": "0", "saying-no": "1", "safe": "2"},
	} {
		err := store.AddEvent(t.Context(), record.Event{
			Kind: record.KindReflection, Subject: doing.ID, ID: string(rune('a' + i)), Fields: fields,
			At: time.Date(2026, 11, 2+7*i, 20, 0, 0, 0, time.UTC),
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return store
}

// The answers that tests give, by their place in the scale of three.
const (
	notAtAll = 0
	someDays = 1
	mostDays = 2
)

// answer gives answers to the items in front, one after the other.
func answer(d *tuitest.Driver, places ...int) {
	for _, p := range places {
		d.Nth(p)
	}
}
