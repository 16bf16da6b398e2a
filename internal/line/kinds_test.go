package line_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"porchlight/internal/course/coursetest"
	"porchlight/internal/line"
	"porchlight/internal/locale/localetest"
	"porchlight/internal/record"
	"porchlight/internal/study"
)

func kindsQuiz(t *testing.T, store record.Store, lang string, lines ...string) string {
	t.Helper()
	return talkOf(t, coursetest.Kinds(t), store, lang, strings.Join(lines, "\n")+"\n",
		func(s *line.Session) error { return s.Quiz(t.Context(), coursetest.KindsLesson) })
}

// wants fails the test unless each text was said, wherever lines break.
func wants(t *testing.T, said string, texts ...string) {
	t.Helper()
	flat := strings.Join(strings.Fields(said), " ")
	for _, text := range texts {
		if !strings.Contains(flat, text) {
			t.Errorf("not said: %q\n%s", text, said)
		}
	}
}

func kept(t *testing.T, store record.Store) map[string]record.Answer {
	t.Helper()
	_, answers, err := store.LatestAttempt(t.Context(), coursetest.KindsLesson, record.NoPart)
	if err != nil {
		t.Fatal(err)
	}
	byID := map[string]record.Answer{}
	for _, a := range answers {
		byID[strings.TrimPrefix(a.Question, coursetest.KindsLesson+"/")] = a
	}
	return byID
}

// Every kind is answered and kept: ids in the order chosen, pairs, and what was
// typed beside the option it is.
func TestEveryKindByNumbersAndWords(t *testing.T) {
	store := record.NewGuest()
	said := kindsQuiz(t, store, "en", "1 2 3 4", "1a 2b 3a", "Nalaxone", "2", "once calmly", "1", "no")
	answers := kept(t, store)
	if len(answers) != 6 {
		t.Fatalf("%d answers kept: %v\n%s", len(answers), answers, said)
	}
	if a := answers["steps"]; len(a.Choices) != 4 {
		t.Errorf("order kept as %+v", a)
	}
	if a := answers["sort"]; len(a.Choices) != 3 || !strings.Contains(a.Choices[0], ":") {
		t.Errorf("matches kept as %+v", a)
	}
	if a := answers["word"]; a.Text != "Nalaxone" || !slices.Equal(a.Choices, []string{"naloxone"}) || a.Result != record.Best {
		t.Errorf("word kept as %+v", a)
	}
	if a := answers["sure"]; !slices.Equal(a.Choices, []string{"some"}) {
		t.Errorf("place kept as %+v", a)
	}
	if a := answers["often"]; !slices.Equal(a.Choices, []string{"once"}) || a.Result != record.Best {
		t.Errorf("words of an option kept as %+v", a)
	}
	wants(t, said, "The right order: 1. Shout and rub the chest", "You typed: Nalaxone", "No answer here is better than another.", "Match them with: a.", "Serves the talk best.", "Can do harm.")
}

// What does not fit is said plainly, and nothing is kept of it.
func TestAnswersThatDoNotFit(t *testing.T) {
	store := record.NewGuest()
	said := kindsQuiz(t, store, "en", "1 2 3", "1 1 2 3", "1 2 3 9", "first", "1 2 3 4",
		"1a", "1a 1b 2a 3a", "1z 2a 3a", "a1", "1a 2 3", "1a 2a 3a",
		"", "!?", strings.Repeat("long ", 50), "insulin", "quit")
	wants(t, said, "You left out: 4.", "1 stands there twice.", "Type each number from 1 to 4 once, with spaces between them, such as: 2 3 4 1",
		"You left out: 2, 3.", "Type each number from 1 to 3 with one letter from a to b", "Type a word, or type back.", "longer than an answer can be",
		"You typed: insulin It is naloxone, also sold as Narcan.")
	answers := kept(t, store)
	if a := answers["word"]; len(answers) != 3 || a.Text != "insulin" || len(a.Choices) != 0 || a.Result != record.Other {
		t.Errorf("kept %+v", answers)
	}
}

// Words that work everywhere work at these prompts too, and Spanish is
// understood.
func TestKindsInSpanish(t *testing.T) {
	said := kindsQuiz(t, record.NewGuest(), "es", "ayuda", "4,3,2,1", "1a y 2b y 3a", "NALOXONA", "1", "salir")
	wants(t, said, "Escriba todos los números del 1 al 4", "El orden correcto:", "Usted escribió: NALOXONA", "Aquí ninguna respuesta es mejor que otra.")
}

func TestKindsGoOnWhereTheyWereLeft(t *testing.T) {
	store := record.NewGuest()
	kindsQuiz(t, store, "en", "1 2 3 4", "1a 2a 3a", "narcan", "quit")
	said := kindsQuiz(t, store, "en", "1", "quit")
	wants(t, said, "You were at question 4 of 6", "Question 4 of 6")
	if len(kept(t, store)) != 4 {
		t.Errorf("kept %v", kept(t, store))
	}
}

// FuzzKinds holds the reader of answers against any input: no control
// character is said, nothing panics, and what is kept can be resumed.
func FuzzKinds(f *testing.F) {
	f.Add("1 2 3 4\n1a 2b 3a\nnaloxone\n2\n1\n1\nno\n")
	f.Add("4 3 2 1\r1-A, 2=b; 3)a\rnalo\x00xone\r\nvolver\n")
	f.Add("1 1 1 1\n99999999999999999999a\n1é 2a 3a\n\x1b[31mword\nnow\n")
	w := localetest.Open(f, "en")
	c := coursetest.Kinds(f)
	f.Fuzz(func(t *testing.T, input string) {
		store := record.NewGuest()
		desk := study.NewDesk(study.Options{Course: c, Store: store, Lang: "en",
			Now: func() time.Time { return time.Unix(0, 0) }, NewID: func() string { return "attempt" }})
		var out strings.Builder
		if err := line.New(strings.NewReader(input), &out, w, desk, 80).Quiz(t.Context(), coursetest.KindsLesson); err != nil {
			t.Fatalf("%q: %v", input, err)
		}
		for _, r := range out.String() {
			if r != '\n' && (r < 0x20 || r >= 0x7f && r < 0xa0) {
				t.Fatalf("%q: says the control %U", input, r)
			}
		}
		if s, err := desk.Quiz(t.Context(), coursetest.KindsLesson); err != nil || s.Lost > 0 {
			t.Fatalf("%q: %d answers no longer fit, %v", input, s.Lost, err)
		}
	})
}
