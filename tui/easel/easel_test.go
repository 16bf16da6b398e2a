package easel

import (
	"testing"

	"github.com/charmbracelet/colorprofile"

	"porchlight/internal/locale/localetest"
	"porchlight/internal/study"
	"porchlight/internal/typeset"
	"porchlight/tui/page"
	"porchlight/tui/theme"
)

// shelf is an easel with a show of two parts.
func shelf(t *testing.T, sheets *typeset.Cache) *Easel {
	t.Helper()
	w := localetest.Open(t, "en")
	env := page.Env{Ctx: t.Context(), Words: w, Theme: theme.New(theme.None, theme.Unknown, colorprofile.ASCII)}
	e := New(env, nil, sheets)
	e.show = study.Show{Name: "present/one", Parts: []study.Part{
		{Kind: study.ShowPages, Title: "One", Markdown: "## One\n\nFirst words.\n\n## Two\n\nSecond words.\n"},
		{Kind: study.ShowPages, Title: "Three", Markdown: "Third words.\n"},
	}}
	return e
}

func (e *Easel) lays(t *testing.T, w Want) Turned {
	t.Helper()
	laid, ok := e.Lay(w)().(Laid)
	if !ok {
		t.Fatal("nothing was set")
	}
	turned, took := e.TakeLaid(laid)
	if !took || laid.err != nil {
		t.Fatalf("not taken: %v", laid.err)
	}
	return turned
}

// A page further in the same part is there at once: a group of a thousand does
// not set a lesson a thousand times at each page.
func TestAPageFurtherIsNotSetAgain(t *testing.T) {
	e, size := shelf(t, typeset.NewCache(1<<20)), Size{60, 20}
	e.lays(t, Want{Size: size})
	second := e.Deck().Place(1)
	e.sheets = nil // setting anything would fail now
	e.lays(t, Want{Size: size, Place: &second})
	if e.Title() != "Two (2 of 2)" {
		t.Errorf("at %q", e.Title())
	}
	if turned := e.lays(t, Want{Size: size, Spot: Spot{Step: 0}}); turned.Part || e.Spot().Step != 0 {
		t.Errorf("at step %d, another part: %v", e.Spot().Step, turned.Part)
	}
	for name, w := range map[string]Want{
		"another part": {Size: size, Spot: Spot{Part: 1}},
		"another size": {Size: Size{40, 12}},
	} {
		if _, failed := e.Lay(w)().(page.Failed); !failed {
			t.Errorf("%s was not set", name)
		}
	}
}

// Screens of one size share the lines of a part.
func TestScreensShareAPart(t *testing.T) {
	sheets := typeset.NewCache(1 << 20)
	one, other := shelf(t, sheets), shelf(t, sheets)
	one.lays(t, Want{Size: Size{60, 20}})
	other.lays(t, Want{Size: Size{60, 20}})
	if a, b := one.Deck().Lines(0), other.Deck().Lines(0); len(a) == 0 || &a[0] != &b[0] {
		t.Error("each has its own lines")
	}
}
