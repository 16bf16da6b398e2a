package line_test

import (
	"context"
	"maps"
	"strings"
	"testing"
	"time"

	"porchlight/internal/course/coursetest"
	"porchlight/internal/line"
	"porchlight/internal/locale/localetest"
	"porchlight/internal/record"
	"porchlight/internal/study"
)

func reflectOn(ctx context.Context) func(*line.Session) error {
	return func(s *line.Session) error { return s.Reflect(ctx, "how-am-i-doing") }
}

func looks(t *testing.T, store record.Store) []record.Event {
	t.Helper()
	events, err := store.Events(t.Context(), record.KindReflection, "")
	if err != nil {
		t.Fatal(err)
	}
	return events
}

func TestAReflectionKeepsNothingUnlessChosen(t *testing.T) {
	store := record.NewGuest()
	said := play(t, store, "en", reflectOn(t.Context()), "#Begin", "3", "skip", "back", "1", "3", "#Close it, and keep nothing")
	says(t, said, "Nothing you answer is kept, unless you choose it at the end.", "1 of 3. Covering up.", "2 of 3. Limits.",
		"3 of 3. Safety at home.", "2 of 3. Limits.", "3 of 3.", "Take one thing from this, or none.",
		"Where you could look next.", "1. Covering up: Helping or enabling? You did it out of love.")
	if got := looks(t, store); len(got) != 0 {
		t.Errorf("kept %v", got)
	}
}

func TestAReflectionIsKeptWhenChosen(t *testing.T) {
	store := record.NewGuest()
	said := play(t, store, "en", reflectOn(t.Context()), "#Begin", "3", "", "done", "#Look at my answers", "#Limits.", "2", "#Keep these answers", "quit")
	says(t, said, "Limits. How often did you say yes", "not answered.", "Kept on this computer.")
	if got := looks(t, store); len(got) != 1 || !maps.Equal(got[0].Fields, map[string]string{"covering-up": "2", "saying-no": "1"}) {
		t.Errorf("kept %v", got)
	}
}

func TestSafetyDoesNotWaitForTheEnd(t *testing.T) {
	store := record.NewGuest()
	said := play(t, store, "en", reflectOn(t.Context()), "#Begin", "3", "3", "1", "#Help now", "#Go on with", "#Keep these", "#Keep it without", "quit")
	says(t, said, "3 of 3. Safety at home.", "Your safety comes first.", "You deserve to be safe.", "call 911", "call 988", "Type quit to close.",
		"They will not wake up", "Your safety comes first.", "The rest can wait.", "Safety at home: Overdose and naloxone",
		"Someone else who can open this computer could read", "Kept on this computer.")
	if strings.Contains(said, "Limits that hold") || strings.Contains(said, ": Helping or enabling?") {
		t.Errorf("not safe at home, and offered what could raise the danger:\n%s", said)
	}
	if got := looks(t, store); len(got) != 1 || !maps.Equal(got[0].Fields, map[string]string{"covering-up": "2", "saying-no": "2"}) {
		t.Errorf("kept %v", got)
	}
}

func TestReflectionsOverTime(t *testing.T) {
	store := record.NewGuest()
	for i, fields := range []map[string]string{{"safe": "2"}, {"safe": "1"}} {
		if err := store.AddEvent(t.Context(), record.Event{
			Kind: record.KindReflection, Subject: "how-am-i-doing", ID: string(rune('a' + i)), Fields: fields,
			At: time.Date(2026, 11, 1+7*i, 9, 0, 0, 0, time.UTC),
		}); err != nil {
			t.Fatal(err)
		}
	}
	said := play(t, store, "en", reflectOn(t.Context()), "#See how I answered", "#Remove what", "#Remove them", "quit")
	says(t, said, "It is no score", "Safety at home. How often did you feel safe at home?", "Nov 1, 2026: Most days.", "Nov 8, 2026: Some days.",
		"The time before: Most days. Now: Some days.", "This removes the answers you kept 2 times.", "Removed.")
	if got := looks(t, store); len(got) != 0 {
		t.Errorf("kept %v", got)
	}
}

func TestOneKeptTimeIsRemovedAlone(t *testing.T) {
	store := record.NewGuest()
	for i, id := range []string{"a", "b", "c"} {
		if err := store.AddEvent(t.Context(), record.Event{
			Kind: record.KindReflection, Subject: "how-am-i-doing", ID: id, Fields: map[string]string{"safe": "2"},
			At: time.Date(2026, 11, 1+7*i, 9, 0, 0, 0, time.UTC),
		}); err != nil {
			t.Fatal(err)
		}
	}
	said := play(t, store, "en", reflectOn(t.Context()), "#Remove one", "#Nov 8, 2026", "#Leave them", "#Remove one", "#Nov 8, 2026", "#Remove them", "quit")
	says(t, said, "1. Nov 15, 2026, 09:00", "This removes the answers you kept on Nov 8, 2026, 09:00.", "Removed. The other times are still kept.")
	if got := looks(t, store); len(got) != 2 || got[0].ID != "a" || got[1].ID != "c" {
		t.Errorf("kept %v", got)
	}
}

func TestAReflectionInSpanish(t *testing.T) {
	said := play(t, record.NewGuest(), "es", reflectOn(t.Context()), "#Empezar", "saltar", "3", "atrás", "listo", "#Cerrar, y no guardar")
	says(t, said, "1 de 3.", "2 de 3.", "3 de 3.", "2 de 3.", "Su respuesta ahora:", "Take one thing from this")
}

// The activities stay plain and end cleanly whatever is typed.
func FuzzActivities(f *testing.F) {
	f.Add("exercises", "1\n1\n1\n1\nback\nreplay\nown\nhello\n1\n1\nback\nback\nquit\n")
	f.Add("reflections", "1\n1\n1\n\ndone\n1\n2\n3\n\r4\r\nback\n")
	f.Add("reword", "1\nYou always \x1b[31mshout\n1\n2\nback\n1\n1\n1\n1\n1\n1\n2\n1\n")
	w := localetest.Open(f, "en")
	c := coursetest.Open(f)
	f.Fuzz(func(t *testing.T, place, input string) {
		if place != "exercises" && place != "reflections" && place != "reword" && place != "practices" {
			place = "practice/cash-at-the-door"
		}
		desk := study.NewDesk(study.Options{Course: c, Store: record.NewGuest(), Lang: "en",
			Now: func() time.Time { return time.Unix(0, 0) }, NewID: func() string { return "id" }})
		var out strings.Builder
		if err := line.New(strings.NewReader(input), &out, w, desk, 80).Open(t.Context(), place); err != nil {
			t.Fatalf("%q: %v", input, err)
		}
		for _, r := range out.String() {
			if r != '\n' && (r < 0x20 || r >= 0x7f && r < 0xa0) {
				t.Fatalf("%q: says the control %U", input, r)
			}
		}
	})
}
