package study_test

import (
	"slices"
	"strings"
	"testing"

	"porchlight/internal/course/coursetest"
	"porchlight/internal/locale/localetest"
	"porchlight/internal/record"
	"porchlight/internal/safetext"
	"porchlight/internal/study"
)

func TestSentenceIsKeptOnlyWhenChosen(t *testing.T) {
	ctx, store := t.Context(), record.NewGuest()
	d := desk(t, store, "en")
	s := d.Sentence("You never call.\x1b[2J").Mark("brief", true)
	s = s.Reworded(" Please text me by nine. ")
	if s.Before != "You never call.[2J" || s.Text != "Please text me by nine." || s.Has != nil {
		t.Errorf("reworded %+v", s)
	}
	s = s.Mark("brief", true).Mark("feeling", true).Mark("feeling", false)
	if kept, err := d.Sentences(ctx); err != nil || len(kept) != 0 {
		t.Fatalf("kept %v, %v", kept, err)
	}
	must(t, d.KeepSentence(ctx, s))
	kept, err := desk(t, store, "en").Sentences(ctx)
	if err != nil || len(kept) != 1 || kept[0].Text != s.Text || kept[0].Before != s.Before || !slices.Equal(kept[0].Has, []string{"brief"}) {
		t.Fatalf("kept %+v, %v", kept, err)
	}
	if !study.Holds(kept, s) || study.Holds(kept, s.Mark("offer", true)) || study.Holds(kept, s.Reworded("Another")) {
		t.Error("what is kept is not told from what is not")
	}
	must(t, d.ForgetSentence(ctx, s))
	if entries, _ := store.Entries(ctx, record.KindReword, ""); len(entries) != 0 {
		t.Errorf("after forgetting: %v", entries)
	}
}

func TestSigns(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		want       []string // what the signs say, in order
	}{
		{"en", "Please text me by nine.", nil},
		{"en", "You ALWAYS forget me", []string{`starts with "you always"`}},
		{"en", "Why can’t you call?", []string{`starts with "why can't you"`}},
		{"en", "I never sleep when you are out", []string{`"never"`}},
		{"en", "I am on Neverland street", nil},
		{"en", "Be home by ten or else!", []string{`"or else"`}},
		{"en", "You never listen, or else you forget", []string{"starts with", `"or else"`}},
		{"en", strings.Repeat("word ", 31), []string{"31 words"}},
		{"en", strings.Repeat("word ", 30), nil},
		{"en", "", nil},
		{"es", "¿Por qué no llamas?", []string{`"por qué no"`}},
		{"es", "Usted NUNCA llama", []string{`"usted nunca"`}},
		{"es", "Me da miedo cuando jamas llama", []string{`"jamás"`}},
	} {
		got := study.Signs(c.text, words(t, c.lang))
		if len(got) != len(c.want) {
			t.Errorf("%q: signs %q, want %q", c.text, got, c.want)
			continue
		}
		for i := range got {
			if !strings.Contains(got[i], c.want[i]) {
				t.Errorf("%q: %q lacks %q", c.text, got[i], c.want[i])
			}
		}
	}
}

// Every part has its words, in every language: a missing one would stand on the
// screen by its name.
func TestPartsHaveWords(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		w := words(t, lang)
		for _, part := range study.Parts() {
			for _, name := range []string{"reword.part-", "reword.ask-", "reword.example-"} {
				if text := w.T(name + part); text == name+part {
					t.Errorf("%s has no %s", lang, text)
				}
			}
			// An example says nothing that a sign would point out.
			if signs := study.Signs(w.T("reword.example-"+part), w); len(signs) != 0 {
				t.Errorf("%s: the example of %s has the signs %q", lang, part, signs)
			}
		}
	}
}

func FuzzSentence(f *testing.F) {
	f.Add("You never call.")
	f.Add("\xff\x1b]52;c;AAAA\x07\u202e " + strings.Repeat("always ", 500))
	w := localetest.Open(f, "en")
	d := study.NewDesk(study.Options{Course: coursetest.Open(f), Store: record.NewGuest(), Lang: "en", Now: clock(), NewID: func() string { return "id" }})
	f.Fuzz(func(t *testing.T, text string) {
		s := d.Sentence(text)
		if !safetext.Safe(strings.ReplaceAll(s.Text, "\uFFFD", "")) || len(s.Text) > 3*study.SayLimit {
			t.Errorf("%q is kept as %q", text, s.Text)
		}
		for _, sign := range study.Signs(s.Text, w) {
			if sign == "" {
				t.Errorf("%q: a sign that says nothing", text)
			}
		}
	})
}
