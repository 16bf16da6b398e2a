package study_test

import (
	"strings"
	"testing"

	"porchlight/internal/locale"
	"porchlight/internal/locale/localetest"
	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/internal/typeset"
)

func english(t *testing.T) *locale.Words { return localetest.Open(t, "en") }

// passagesOf are the paragraphs of some Markdown.
func passagesOf(t *testing.T, markdown string) []study.Passage {
	t.Helper()
	text, err := typeset.Set(markdown, 80, typeset.Style{})
	if err != nil {
		t.Fatal(err)
	}
	return study.Passages(text)
}

func TestAMarkIsKeptAndRemovedWhole(t *testing.T) {
	store, ctx := record.NewGuest(), t.Context()
	d := desk(t, store, "en")
	p, err := d.Passage(ctx, "helping-or-enabling", "most-families-do-this-out-of", english(t))
	must(t, err)
	if p.Says() || p.Standing != study.Here || !strings.HasPrefix(p.Text, "Most families") || p.Lang != "en" {
		t.Fatalf("before anything was written: %+v", p)
	}
	m := p.Mark
	m.Note, m.Ask = "  Is that\x1b us?\n", true
	must(t, d.SaveMark(ctx, m))
	all, err := d.Marked(ctx, english(t))
	must(t, err)
	if len(all) != 1 || all[0].Note != "Is that us?" || !all[0].Ask || all[0].Bookmark || all[0].To != m.Key || all[0].Title != "Helping or enabling?" {
		t.Fatalf("kept %+v", all)
	}
	m.Note, m.Ask = "", false
	must(t, d.SaveMark(ctx, m))
	if entries, _ := store.Entries(ctx, record.KindMark, ""); len(entries) != 0 {
		t.Errorf("after taking all back the record has %+v", entries)
	}
}

// A marked paragraph is found again after the lesson was mended, and what was
// written is never lost.
func TestAMarkOutlivesEdits(t *testing.T) {
	m := study.Mark{
		Key: "an-overdose-can-look-like-deep", Quote: "An overdose can look like deep sleep. The person is not ...", Block: 2, Lang: "en",
	}
	for name, c := range map[string]struct {
		markdown string
		at       int
		standing study.Standing
	}{
		"as it was":       {"# T\n\nFirst.\n\nAn overdose can look like deep sleep. The person is not getting air.\n", 2, study.Here},
		"moved":           {"# T\n\nFirst.\n\nSecond.\n\n## H\n\nAn overdose can look like deep sleep, and is not.\n", 4, study.Here},
		"begins anew":     {"# T\n\nFirst.\n\nSometimes an overdose can look just like deep sleep. The person is not awake.\n", 2, study.Changed},
		"gone":            {"# T\n\nFirst.\n\nCall 911 and give naloxone, both at once.\n", -1, study.Gone},
		"nothing is left": {"", -1, study.Gone},
	} {
		at, standing := m.Find(passagesOf(t, c.markdown), "en", study.Order{})
		if at != c.at || standing != c.standing {
			t.Errorf("%s: found at %d, %d, want %d, %d", name, at, standing, c.at, c.standing)
		}
	}
	spanish := passagesOf(t, "# T\n\nPrimero.\n\nUna sobredosis puede parecer un sueño.\n")
	if at, standing := m.Find(spanish, "es", study.Order{}); at != 2 || standing != study.Here {
		t.Errorf("in another language: found at %d, %d", at, standing)
	}
}

func TestMarksOfALessonThatIsGone(t *testing.T) {
	store, ctx := record.NewGuest(), t.Context()
	d := desk(t, store, "en")
	must(t, d.SaveMark(ctx, study.Mark{Lesson: "old-lesson", Key: "k", Quote: "It began so", Note: "mine"}))
	must(t, store.SaveEntries(ctx, record.Entry{Kind: record.KindMark, Subject: "odd", Key: "x", Fields: map[string]string{"block": "no number", "future": "?"}}))
	all, err := d.Marked(ctx, english(t))
	must(t, err)
	if len(all) != 1 || all[0].Standing != study.Gone || all[0].Note != "mine" || all[0].Text != "It began so" || all[0].To != "" {
		t.Errorf("kept %+v", all)
	}
	p, err := d.Passage(ctx, "old-lesson", "k", english(t))
	if err != nil || p.Note != "mine" || p.Standing != study.Gone {
		t.Errorf("opened as %+v, %v", p, err)
	}
	if _, err := d.Passage(ctx, "old-lesson", "no-mark", english(t)); err == nil {
		t.Error("a paragraph of no lesson, without a mark, is opened")
	}
}

func TestQuoteOf(t *testing.T) {
	long := strings.Repeat("word ", 60)
	if q := study.QuoteOf(long); len(q) > 124 || !strings.HasSuffix(q, "word ...") {
		t.Errorf("the quote is %q", q)
	}
	if q := study.QuoteOf("short  one"); q != "short one" {
		t.Errorf("the quote is %q", q)
	}
}

func TestAWordIsFoundByItsNames(t *testing.T) {
	d, _ := theCourse(t)
	for words, id := range map[string]string{
		"IOP": "intensive-outpatient-program", "enabling": "enabling", " ENABLÍNG ": "enabling", "enabeling": "enabling", "nalox": "naloxone",
	} {
		terms := d.TermsNamed(words)
		if len(terms) == 0 || string(terms[0].ID) != id {
			t.Errorf("%q is %v, want %s", words, terms, id)
		}
	}
	if terms := d.TermsNamed("xylophone"); len(terms) != 0 {
		t.Errorf("found %v", terms)
	}
	if m, ok := d.Meaning("naloxone"); !ok || len(m.Lessons) == 0 {
		t.Errorf("naloxone stands in %v, %v", m.Lessons, ok)
	}
}
