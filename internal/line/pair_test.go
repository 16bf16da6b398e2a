package line_test

import (
	"strings"
	"testing"

	"porchlight/internal/line"
	"porchlight/internal/record"
)

func pairTalk(t *testing.T, store record.Store, lang, place string, lines ...string) string {
	t.Helper()
	return talk(t, store, lang, strings.Join(lines, "\n")+"\n", func(s *line.Session) error { return s.Open(t.Context(), place) })
}

func TestPairInLines(t *testing.T) {
	store := record.NewGuest()
	said := pairTalk(t, store, "en", "pair/helping-or-enabling", "1", "2", "true", "quit")
	wants(t, said, "3 questions before you read, and the same ones after.", "1. Answer them now 2. Read the lesson 3. Back", "Saved.", "Question 3 of 3")
	if strings.Contains(said, "best answer") {
		t.Errorf("reasons before reading:\n%s", said)
	}
	said = pairTalk(t, store, "en", "pair/helping-or-enabling", "1", "1 2", "2", "1", "false", "1 3", "1", "3")
	wants(t, said, "You have answered 2 of 3.", "Your answers from before reading are kept.", "of 3 before,", "of 3 now.", "Before: ", "It is not a test.", "1. See the reasons")
	for _, part := range []record.Part{record.BeforePart, record.AfterPart} {
		if _, answers, err := store.LatestAttempt(t.Context(), "helping-or-enabling", part); err != nil || len(answers) != 3 {
			t.Errorf("%s: %d answers, %v", part, len(answers), err)
		}
	}
	said = pairTalk(t, store, "en", "pair/helping-or-enabling", "2", "1", "1", "quit")
	wants(t, said, "2. Start over", "3 questions before you read", "Saved.")
}

// After reading, a lesson offers what was asked before it.
func TestALessonLeadsToItsPair(t *testing.T) {
	store := record.NewGuest()
	pairTalk(t, store, "en", "pair/limits-that-hold", "1", "1", "1", "1", "quit")
	said := pairTalk(t, store, "en", "pair/limits-that-hold", "1", "4", "quit")
	wants(t, said, "4. Answer the same questions as before", "After you have read, answer the same questions once more.", "2. Answer the same questions now")
	places, err := store.Places(t.Context())
	if err != nil || places["limits-that-hold"].Done.IsZero() {
		t.Errorf("the lesson is not marked as read: %v, %v", places, err)
	}
}

func TestPairAboutDangerInLines(t *testing.T) {
	said := pairTalk(t, record.NewGuest(), "en", "pair/overdose-and-naloxone", "1", "1", "quit")
	wants(t, said, "the reasons come with each answer", "(your choice", "Question 2 of 3")
}

func TestPairsInLines(t *testing.T) {
	said := pairTalk(t, record.NewGuest(), "es", "pairs", "9", "1", "volver", "3", "2", "volver", "volver", "volver")
	wants(t, said, "Antes y después de leer.", "Antes y después: Supporting", "Ir a las lecciones", "Leer la lección")
	said = pairTalk(t, record.NewGuest(), "en", "exercises", "6", "2", "1", "quit")
	wants(t, said, "Before and after reading", "Before and after: Safety", "Question 1 of 3")
}
