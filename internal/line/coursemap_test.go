package line_test

import (
	"strings"
	"testing"

	"porchlight/internal/line"
	"porchlight/internal/record"
)

func TestMapInLines(t *testing.T) {
	out := talk(t, record.NewGuest(), "en", "1\n1\n2\nback\nback\n", func(s *line.Session) error { return s.Open(t.Context(), "map") })
	wants(t, out, "0 of 3 done", "1. Helping or enabling? (1 min, next)", "You read 1 lesson.", "1 of 3 done",
		"1. Helping or enabling? (1 min, read)", "2. Limits that hold (1 min, next)")
}

// What is there besides the path is named by its track, with its numbers.
func TestMapNamesTheOtherTracks(t *testing.T) {
	store := record.NewGuest()
	open := func(s *line.Session) error { return s.Open(t.Context(), "map") }
	if out := talk(t, store, "en", "back\n", open); strings.Contains(out, "When you like") {
		t.Errorf("a path of the whole course leaves nothing over:\n%s", out)
	}
	// A path for a home that is not safe is not told.
	e := record.Entry{Kind: record.KindSituation, Key: "safe", Fields: map[string]string{"safe": "no"}}
	if err := store.SaveEntries(t.Context(), e); err != nil {
		t.Fatal(err)
	}
	wants(t, talk(t, store, "es", "volver\n", open), "Cuando quiera: Supporting, 1-2", "Cuando quiera: Safety, 3", "3. Overdose and naloxone")
}
