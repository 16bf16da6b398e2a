package line_test

import (
	"context"
	"strings"
	"testing"

	"porchlight/internal/line"
	"porchlight/internal/record"
)

func practiceOf(ctx context.Context) func(*line.Session) error {
	return func(s *line.Session) error { return s.Practice(ctx, "cash-at-the-door") }
}

// says fails the test unless everything was said, in this order.
func says(t *testing.T, said string, want ...string) {
	t.Helper()
	said = strings.Join(strings.Fields(said), " ")
	for _, text := range want {
		_, rest, ok := strings.Cut(said, text)
		if !ok {
			t.Errorf("not said, or not in its place: %q\n%s", text, said)
			return
		}
		said = rest
	}
}

// number is the number that a text has in the list said last.
func number(t *testing.T, said, text string) string {
	t.Helper()
	found, exact := "", false
	for l := range strings.SplitSeq(said, "\n") {
		n, rest, ok := strings.Cut(l, ". ")
		ok = ok && strings.Trim(n, "0123456789") == ""
		if is := rest == text; ok && (is || !exact && strings.HasPrefix(rest, text)) {
			found, exact = n, is
		}
	}
	if found == "" {
		t.Fatalf("no line %q:\n%s", text, said)
	}
	return found
}

// play plays with answers that are the beginnings of the lines to choose, or
// words to type where no line begins like that.
func play(t *testing.T, store record.Store, lang string, do func(*line.Session) error, answers ...string) string {
	t.Helper()
	said, input := talk(t, store, lang, "", do), ""
	for _, a := range answers {
		if text, choose := strings.CutPrefix(a, "#"); choose {
			a = number(t, said, text)
		}
		input += a + "\n"
		// What was kept is not to be kept twice: each time from the start.
		fresh := record.NewGuest()
		e, err := store.Export(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if err := fresh.Import(t.Context(), e); err != nil {
			t.Fatal(err)
		}
		said = talk(t, fresh, lang, input, do)
	}
	return talk(t, store, lang, input, do)
}

func way(t *testing.T, store record.Store) map[string]string {
	t.Helper()
	entries, err := store.Entries(t.Context(), record.KindTalk, "cash-at-the-door")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, e := range entries {
		if e.Key == "" {
			out["replies"] = e.Fields["replies"]
		} else {
			out[e.Key] = e.Fields["words"]
		}
	}
	return out
}

func TestAConversation(t *testing.T) {
	store := record.NewGuest()
	said := play(t, store, "en", practiceOf(t.Context()),
		"#Begin", `#"No cash.`, `#"Why would`, "back", `#"I want`, `#"There is`, "replay", "#Back to the talk", "quit")
	says(t, said, "If you fear violence", "You are Marta, his mother.", "Ten at night.", "1. Begin",
		`Leo: "Mom, I need forty dollars.`, `You: "No cash.`, "How it lands: He looks at the floor.", "One of the best ways to say it. It meets the need itself.",
		`You: "Why would I?"`, "This one can do harm.", "Your last reply is taken back.",
		`You: "I want to.`, `You: "There is soup.`, "The talk ends here.", "He eats two bowls", "Endings seen: 1 of 3.",
		"The way you took.", "Reply 1.", "Reply 3.", "Back to the talk")
	if got := way(t, store)["replies"]; got != "fill-the-tank want-to soup" {
		t.Errorf("the record has %q", got)
	}
	again := talk(t, store, "en", "3\nquit\n", practiceOf(t.Context()))
	says(t, again, "1. Start again from the beginning", "3. See how it ended last time", "He eats two bowls")
}

func TestAConversationGoesOnWhereItWasLeft(t *testing.T) {
	store := record.NewGuest()
	play(t, store, "en", practiceOf(t.Context()), "#Begin", `#"No cash.`) // the input ends here
	said := talk(t, store, "en", "1\nquit\n", practiceOf(t.Context()))
	says(t, said, "1. Go on where I was (1 reply so far)", `You: "No cash.`, "How it lands:", `Leo: "You do not trust me."`)
}

func TestOwnWordsFirst(t *testing.T) {
	store := record.NewGuest()
	said := play(t, store, "en", practiceOf(t.Context()),
		"#Begin, and write", "Food, not money", "#Keep my words", `#"No cash.`, "", `#"I want`, "quit")
	says(t, said, "You: ", "You wrote: Food, not money", "Which one comes closest to yours?", "Saved.",
		"In your own words: Food, not money", "What do you say?", `You: "I want to.`)
	if got := way(t, store); got["door"] != "Food, not money" || got["replies"] != "fill-the-tank want-to" {
		t.Errorf("the record has %v", got)
	}
	forgot := play(t, store, "en", practiceOf(t.Context()), "#Start again from", "#Do not keep", "quit")
	says(t, forgot, "Your words are not kept any more.")
	if got := way(t, store); got["door"] != "" {
		t.Errorf("the record has %v", got)
	}
	store = record.NewGuest()
	play(t, store, "en", practiceOf(t.Context()), "#Begin", "own", "Food, not money", `#"No cash.`)
	if got := way(t, store); len(got) != 1 {
		t.Errorf("not chosen, and kept: %v", got)
	}
}

func TestAConversationInSpanish(t *testing.T) {
	store := record.NewGuest()
	said := play(t, store, "es", practiceOf(t.Context()), "#Empezar", `#"No cash.`, "ATRÁS", "propias", "Comida, no dinero", `#"No cash.`, "repaso", "salir")
	says(t, said, "todavía no está en español", "Cómo lo recibe:", "Una de las mejores maneras de decirlo.",
		"Su última respuesta queda retirada.", "Usted escribió: Comida, no dinero", "En sus propias palabras: Comida, no dinero", "El camino que tomó.")
}

func TestSafetyStandsBeforeTheScene(t *testing.T) {
	store := record.NewGuest()
	if err := store.SaveEntries(t.Context(), record.Entry{
		Kind: record.KindSituation, Key: "safe", Fields: map[string]string{"safe": "no"},
	}); err != nil {
		t.Fatal(err)
	}
	said := play(t, store, "en", practiceOf(t.Context()), "#Help now", "#Go on to this", "#Begin", "quit")
	says(t, said, "First: not if you may be hurt.", "call 911", "call 988", "Type quit to close.", "They will not wake up",
		"First: not if you may be hurt.", "Ten at night.", "What do you say?")
	left := talk(t, store, "en", "back\n", practiceOf(t.Context()))
	if strings.Contains(left, "Ten at night") {
		t.Error("the scene stands before safety")
	}
}

func TestPracticeThatCouldNotBeKept(t *testing.T) {
	store := &fullOfEntries{record.NewGuest(), 1}
	said := talk(t, store, "en", "1\n1\n1\nquit\n", practiceOf(t.Context()))
	says(t, said, "This was not saved.", "The disk is full.", "How it lands:")
	if way(t, store)["replies"] == "" {
		t.Error("tried again, and not kept")
	}
}

// fullOfEntries is a store whose disk is full for the first entries.
type fullOfEntries struct {
	record.Store
	left int
}

func (f *fullOfEntries) SaveEntries(ctx context.Context, e ...record.Entry) error {
	if f.left > 0 {
		f.left--
		return record.ErrFull
	}
	return f.Store.SaveEntries(ctx, e...)
}

func TestPracticesList(t *testing.T) {
	said := talk(t, record.NewGuest(), "en", "1\n1\nback\nback\nquit\n", func(s *line.Session) error { return s.Open(t.Context(), "practices") })
	says(t, said, "1. Cash at the door, with Leo, 24", "2. Reword it", "Ten at night.", "What do you say?", "1. Cash at the door, with Leo, 24")
}

func TestReword(t *testing.T) {
	store := record.NewGuest()
	reword := func(s *line.Session) error { return s.Reword(t.Context()) }
	said := play(t, store, "en", reword, "#Write a sentence", "You never call!", "1", "2", "back", "1", "2", "2", "2", "2", "2",
		"#Change my sentence", "Please text me by nine.", "1", "1", "1", "2", "2", "2", "2", "#Keep this sentence", "quit")
	says(t, said, "Porchlight cannot tell how good a sentence is.", `It starts with "you never".`, "Part 1 of 7: Be brief", "Part 2 of 7",
		"Part 3 of 7", "Part 2 of 7", "How it was at first: You never call!", "Your sentence: Please text me by nine.",
		"Be brief: Yes.", "Offer to help: Not yet.", "Kept on this computer.", "Remove this sentence")
	entries, err := store.Entries(t.Context(), record.KindReword, "")
	if err != nil || len(entries) != 1 || entries[0].Fields["parts"] != "brief positive specific" {
		t.Errorf("kept %v, %v", entries, err)
	}
	said = play(t, store, "en", reword, "#Look at the sentence", "1", "#Remove this", "quit")
	says(t, said, "Please text me by nine. (kept on Nov 23, 2026)", "Removed.")
	if entries, _ = store.Entries(t.Context(), record.KindReword, ""); len(entries) != 0 {
		t.Errorf("after removing: %v", entries)
	}
}
