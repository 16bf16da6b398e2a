package tui

import (
	"strings"
	"testing"
	"time"

	"charm.land/bubbles/v2/help"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/course/coursetest"
	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/internal/typeset"
	"porchlight/tui/keys"
)

// faulty is a page that panics when asked to.
type faulty struct{ update, view bool }

func (*faulty) Init() tea.Cmd           { return nil }
func (*faulty) Resize(int, int) tea.Cmd { return nil }
func (*faulty) Title() string           { return "" }
func (*faulty) Keys() help.KeyMap       { return keys.Hints{} }

func (f *faulty) Update(tea.Msg) tea.Cmd {
	if f.update {
		panic("a fault in Update")
	}
	return nil
}

func (f *faulty) View() string {
	if f.view {
		panic("a fault in View")
	}
	return "a page"
}

// Calls has it call from beneath, too.
func (*faulty) Calls() string { return "a call" }

func TestFaultyPageIsLeft(t *testing.T) {
	for _, page := range []*faulty{{update: true}, {view: true}} {
		desk := study.NewDesk(study.Options{Course: coursetest.Open(t), Store: record.NewGuest(), Lang: "en",
			Now: time.Now, NewID: func() string { return "attempt" }})
		p, err := New(Options{Ctx: t.Context(), Desk: desk, Sheets: typeset.NewCache(1 << 16), Now: time.Now, Lang: "en"})
		if err != nil {
			t.Fatal(err)
		}
		p.Update(tea.WindowSizeMsg{Width: 60, Height: 20})
		p.stack = append(p.stack, frame{page: &faulty{}, began: true}, frame{page: page, began: true})
		p.hail = p.calls()
		p.Update(tea.KeyPressMsg{Code: 'a', Text: "a"})
		if got := p.View().Content; !strings.Contains(strings.Join(strings.Fields(got), " "), "What you did before is safe") {
			t.Errorf("%+v: the learner reads:\n%s", page, got)
		}
		if page.update && len(p.stack) != 1 {
			t.Error("the page that failed is still open")
		}
		if page.update && strings.Contains(p.View().Content, "a call") {
			t.Error("a page that is no more still calls")
		}
	}
}
