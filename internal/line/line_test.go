package line_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"porchlight/internal/course"
	"porchlight/internal/course/coursetest"
	"porchlight/internal/line"
	"porchlight/internal/locale/localetest"
	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/lessons"
)

// talk runs one activity with the given input and returns what was said.
func talk(t *testing.T, store record.Store, lang, input string, do func(*line.Session) error) string {
	t.Helper()
	return talkOf(t, coursetest.Open(t), store, lang, input, do)
}

// talkOf is talk on a course.
func talkOf(t *testing.T, c *course.Course, store record.Store, lang, input string, do func(*line.Session) error) string {
	t.Helper()
	return visit(t, c, store, lang, "attempt", input, do)
}

// visit is talk in a session that makes ids of its own.
func visit(t *testing.T, c *course.Course, store record.Store, lang, ids, input string, do func(*line.Session) error) string {
	t.Helper()
	w := localetest.Open(t, lang)
	attempts := 0
	desk := study.NewDesk(study.Options{
		Course: c, Store: store, Lang: lessons.Lang(lang),
		Now:   func() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) },
		NewID: func() string { attempts++; return fmt.Sprintf("%s-%d", ids, attempts) },
	})
	var out strings.Builder
	if err := do(line.New(strings.NewReader(input), &out, w, desk, 60)); err != nil {
		t.Fatalf("%v\n%s", err, out.String())
	}
	return out.String()
}

func quizOf(ctx context.Context) func(*line.Session) error {
	return func(s *line.Session) error { return s.Quiz(ctx, "helping-or-enabling") }
}

func TestQuizKeepsWhatWasAnswered(t *testing.T) {
	for _, end := range []string{"\n", "\r", "\r\n"} {
		store := record.NewGuest()
		said := talk(t, store, "en", strings.Join([]string{"9", "zebra", "1", "2"}, end)+end, quizOf(t.Context()))
		for _, want := range []string{"Question 1 of 3", "That is not one of the choices", "Saved.", "(best answer)", "Question 3 of 3"} {
			if !strings.Contains(said, want) {
				t.Errorf("lines ended by %q: not said: %q\n%s", end, want, said)
			}
		}
		e, err := store.Export(t.Context())
		if err != nil || len(e.Answers) != 2 {
			t.Errorf("lines ended by %q: %d answers kept, %v", end, len(e.Answers), err)
		}
	}
}

func TestQuizGoesOnWhereItWasLeft(t *testing.T) {
	store := record.NewGuest()
	talk(t, store, "en", "1\nquit\n", quizOf(t.Context()))
	said := talk(t, store, "en", "2\n1 2\nno\n", quizOf(t.Context()))
	if !strings.Contains(said, "You were at question 2 of 3") || !strings.Contains(said, "You chose the best answer for") {
		t.Errorf("said:\n%s", said)
	}
}

func TestSpanishIsUnderstood(t *testing.T) {
	said := talk(t, record.NewGuest(), "es", "ayuda\nYA\n1\nATRÁS\n", quizOf(t.Context()))
	for _, want := range []string{"Pregunta 1 de 3", "Ayuda ya", "Guardado", "911"} {
		if !strings.Contains(said, want) {
			t.Errorf("not said: %q\n%s", want, said)
		}
	}
}

func TestEveryLineIsPlain(t *testing.T) {
	said := talk(t, record.NewGuest(), "en", "now\n1\n\x1b[31m2\n2\nsalir\n", quizOf(t.Context()))
	for i, l := range strings.Split(said, "\n") {
		for _, r := range l {
			if r < 0x20 || r >= 0x7f && r < 0xa0 {
				t.Errorf("line %d holds the control %U: %q", i+1, r, l)
			}
		}
		if n := len([]rune(l)); n > 60 && !strings.HasPrefix(l, "Number") {
			t.Errorf("line %d has %d characters: %q", i+1, n, l)
		}
	}
}

func TestChecklistTickAndNote(t *testing.T) {
	store := record.NewGuest()
	said := talk(t, store, "en", "1\n1\n1\n1\n2\nThey were kind!\nback\nback\nquit\n",
		func(s *line.Session) error { return s.Checklist(t.Context()) })
	if !strings.Contains(said, "[asked]") {
		t.Errorf("said:\n%s", said)
	}
	checks, err := store.Checks(t.Context(), "")
	if c := checks["a1"]; err != nil || !c.Asked || c.Note != "They were kind!" {
		t.Errorf("kept %+v, %v", c, err)
	}
}

func TestHomeReachesEverything(t *testing.T) {
	store := record.NewGuest()
	said := talk(t, store, "en", "8\n1\n2\n1\nback\n2\nback\n5\n1\nback\nback\n7\n8\n", func(s *line.Session) error { return s.Home(t.Context()) })
	for _, want := range []string{"Start here: Helping or enabling?", "Question 1 of 3", "Supporting.", "Tools.", "Questions to ask a program (0 of 3 asked)", "Help now"} {
		if !strings.Contains(said, want) {
			t.Errorf("not said: %q\n%s", want, said)
		}
	}
	places, _ := store.Places(t.Context())
	if places["helping-or-enabling"].Done.IsZero() {
		t.Error("the lesson is not marked as read")
	}
}

// failing is a store whose disk is full for the first answer.
type failing struct {
	record.Store
	left int
}

func (f *failing) SaveAnswer(ctx context.Context, at record.Attempt, a record.Answer) error {
	if f.left > 0 {
		f.left--
		return record.ErrFull
	}
	return f.Store.SaveAnswer(ctx, at, a)
}

func TestAnswerThatCouldNotBeKept(t *testing.T) {
	store := &failing{record.NewGuest(), 1}
	said := talk(t, store, "en", "1\n1\nquit\n", quizOf(t.Context()))
	not, saved := strings.Index(said, "This was not saved"), strings.Index(said, "Saved.")
	if not < 0 || saved < not {
		t.Errorf("said:\n%s", said)
	}
}

func FuzzAnswers(f *testing.F) {
	f.Add("1\n2\r3\r\nback\nnow\n")
	f.Add("\x1b]52;c;AAAA\x07\n\xff\xfe")
	f.Add(strings.Repeat("9", 10000) + "\n")
	w := localetest.Open(f, "en")
	c := coursetest.Open(f)
	f.Fuzz(func(t *testing.T, input string) {
		desk := study.NewDesk(study.Options{Course: c, Store: record.NewGuest(), Lang: "en",
			Now: func() time.Time { return time.Unix(0, 0) }, NewID: func() string { return "attempt" }})
		var out strings.Builder
		if err := line.New(strings.NewReader(input), &out, w, desk, 80).Home(t.Context()); err != nil {
			t.Fatalf("%q: %v", input, err)
		}
		for _, r := range out.String() {
			if r != '\n' && (r < 0x20 || r >= 0x7f && r < 0xa0) {
				t.Fatalf("%q: says the control %U", input, r)
			}
		}
	})
}

// Every door of the menus is a place that line mode has.
func TestEveryDoorOpens(t *testing.T) {
	for place, doors := range map[string][]study.Door{"exercises": study.Exercises(), "tools": study.Tools()} {
		for i := range doors {
			input := fmt.Sprintf("%d\nback\nback\nback\n", i+1)
			said := talk(t, record.NewGuest(), "en", input, func(s *line.Session) error { return s.Open(t.Context(), place) })
			if !strings.Contains(said, "Number:") {
				t.Errorf("%s, %s:\n%s", place, doors[i].To, said)
			}
		}
	}
}

func TestTheNumbersOfThePlace(t *testing.T) {
	w := localetest.Open(t, "en")
	for want, local := range map[string]lessons.Local{
		"Dial 9 first here.\n": {Note: "Dial 9 first here."},
		"County crisis team: call 555-0100\n  Someone who can come to you.\n": {
			Numbers: []lessons.Number{{ID: "county-crisis", Name: "County crisis team", Call: "555-0100", For: "Someone who can come to you."}},
		},
		"Local numbers checked on 2026-11-20.": {
			Checked: time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC), Numbers: []lessons.Number{{ID: "a", Name: "A", Call: "555-0100"}},
		},
		"This place's own numbers could not be read.": {Unread: true},
	} {
		var out strings.Builder
		line.WriteNow(func(s string) { out.WriteString(s) }, coursetest.Open(t).WithLocal(local).Pack.Help("en"), w, 60)
		if got := out.String(); !strings.Contains(got, want) || !strings.Contains(got, "call 988") {
			t.Errorf("not said: %q\n%s", want, got)
		}
	}
}
