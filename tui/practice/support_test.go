package practice_test

import (
	"context"
	"testing"

	"porchlight/internal/record"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

var cash = page.Practice{ID: "cash-at-the-door"}

// start opens the conversation of the small course.
func start(t testing.TB, s tuitest.Setup) *tuitest.Driver {
	t.Helper()
	if s.First == nil {
		s.First = cash
	}
	return tuitest.Start(t, s)
}

// replies is what the record has of the way taken.
func replies(t testing.TB, s record.Store) string {
	t.Helper()
	entries, err := s.Entries(context.Background(), record.KindTalk, cash.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Key == "" {
			return e.Fields["replies"]
		}
	}
	return ""
}

// words is what the record has of the learner's own words, by place.
func words(t testing.TB, s record.Store) map[string]string {
	t.Helper()
	entries, err := s.Entries(context.Background(), record.KindTalk, cash.ID)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, e := range entries {
		if e.Key != "" {
			out[e.Key] = e.Fields["words"]
		}
	}
	return out
}

// unsafeHome is the record of someone who said that home is not safe, and chose
// to keep that.
func unsafeHome(t testing.TB) record.Store {
	t.Helper()
	store := record.NewGuest()
	err := store.SaveEntries(context.Background(), record.Entry{
		Kind: record.KindSituation, Key: "safe", Fields: map[string]string{"safe": "no"}, At: tuitest.Noon,
	})
	if err != nil {
		t.Fatal(err)
	}
	return store
}
