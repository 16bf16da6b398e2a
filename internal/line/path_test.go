package line_test

import (
	"context"
	"strings"
	"testing"

	"porchlight/internal/line"
	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/lessons"
)

func home(ctx context.Context) func(*line.Session) error {
	return func(s *line.Session) error { return s.Home(ctx) }
}

// said is the situation that a later visit finds in the record.
func said(t *testing.T, store record.Store) lessons.Situation {
	t.Helper()
	s, err := study.NewDesk(study.Options{Store: store}).Situation(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func hears(t *testing.T, said string, texts ...string) {
	t.Helper()
	flat := strings.Join(strings.Fields(said), " ")
	for _, text := range texts {
		if !strings.Contains(flat, text) {
			t.Errorf("not said: %q\n%s", text, said)
		}
	}
}

func TestNewcomerIsAskedOnce(t *testing.T) {
	store := record.NewGuest()
	out := talk(t, store, "en", "zebra\n2\nback\n3\n4\n6\n1\n1\nquit\n", home(t.Context()))
	hears(t, out, "Question 1 of 4", "How to talk with them (your answer)", "Question 4 of 4", "The last question is private.",
		"Keep this answer for the next time?", "That counts for this visit. It is not kept.", "1. Start here: Helping or enabling?")
	want := lessons.Situation{Urgent: lessons.Money, Relationship: lessons.Sibling, Stage: lessons.Returned}
	if got := said(t, store); got != want {
		t.Errorf("kept %+v", got)
	}
	if again := talk(t, store, "en", "quit\n", home(t.Context())); strings.Contains(again, "Question 1 of 4") {
		t.Errorf("asked again:\n%s", again)
	}
}

func TestSkippedAtOnce(t *testing.T) {
	for _, input := range []string{"8\nquit\n", "back\nquit\n"} {
		store := record.NewGuest()
		out := talk(t, store, "en", input, home(t.Context()))
		hears(t, out, "1. Start here: Helping or enabling?")
		if again := talk(t, store, "en", "quit\n", home(t.Context())); strings.Contains(again, "Question 1 of 4") {
			t.Errorf("asked again:\n%s", again)
		}
	}
}

func TestDangerIsMetWithHelpNow(t *testing.T) {
	out := talk(t, record.NewGuest(), "es", "1\nsalir\n", home(t.Context()))
	hears(t, out, "Pregunta 1 de 4", "Ayuda ya", "911", "Pregunta 2 de 4")
}

func TestSafetyComesFirst(t *testing.T) {
	store := record.NewGuest()
	out := talk(t, store, "en", "7\n7\n7\n2\n2\n1\n2\n6\n3\nquit\n", home(t.Context()))
	hears(t, out, "Your safety comes first.", "type quit", "1. Help now: whom to call", "2. Read: Overdose and naloxone", "3. Go on",
		"They will not wake up", "Your safety comes first.", "Keep naloxone", "Your safety comes first.", "Start here: Overdose and naloxone")
	if got := said(t, store); got.Safe != lessons.SafeNo {
		t.Errorf("kept %+v", got)
	}
	again := talk(t, store, "en", "7\n7\n7\n4\nquit\n", func(s *line.Session) error { return s.Open(t.Context(), "path") })
	if strings.Contains(again, "(your answer)") || said(t, store).Safe != "" {
		t.Errorf("kept %+v after\n%s", said(t, store), again)
	}
}

// The end of input in the middle keeps what was answered.
func TestTheEndOfInputKeepsWhatWasAnswered(t *testing.T) {
	store := record.NewGuest()
	talk(t, store, "en", "5\n", home(t.Context()))
	if got := said(t, store); got != (lessons.Situation{Urgent: lessons.Program}) {
		t.Errorf("kept %+v", got)
	}
}
