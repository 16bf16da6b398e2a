package home_test

import (
	"testing"

	"github.com/charmbracelet/colorprofile"

	"porchlight/internal/course/coursetest"
	"porchlight/internal/locale/localetest"
	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/tui/home"
	"porchlight/tui/keys"
	"porchlight/tui/page"
	"porchlight/tui/theme"
	"porchlight/tui/tuitest"
)

// A terminal that tells its colour late has the page made anew while the first
// one asks: the newcomer is led to the questions all the same.
func TestANewcomerIsAskedThoughTheThemeComesLate(t *testing.T) {
	words := localetest.Open(t, "en")
	env := page.Env{
		Ctx: t.Context(), Now: tuitest.Clock(), Words: words, Keys: keys.New(words), TextWidth: 72,
		Theme: theme.New(theme.Dark, theme.IsDark, colorprofile.TrueColor),
	}
	desk := study.NewDesk(study.Options{Course: coursetest.Open(t), Store: record.NewGuest(), Lang: "en", Now: env.Now})
	asks := func(h *home.Home) bool {
		h.Resize(80, 20)
		cmd := h.Update(h.Init()())
		if cmd == nil {
			return false
		}
		asked, ok := cmd().(page.Asked)
		return ok && asked.By == page.Page(h) && asked.For == page.Opened{To: page.Path{}}
	}
	first, second := home.New(env, desk), home.New(env, desk)
	if !asks(first) {
		t.Fatal("a newcomer is not asked")
	}
	second.Inherit(first)
	if !asks(second) {
		t.Error("the page that took over does not ask")
	}
	second.Return()
	third := home.New(env, desk)
	third.Inherit(second)
	if asks(third) {
		t.Error("someone who came back from the questions is asked again")
	}
}
