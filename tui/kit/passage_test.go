package kit_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"porchlight/tui/keys"
	"porchlight/tui/kit"
	"porchlight/tui/theme"
)

// passage is text of so many lines over so many items, each of two lines.
func passage(t testing.TB, text, items, height int) (kit.Passage, keys.Map) {
	t.Helper()
	p := kit.NewPassage(theme.New(theme.None, theme.Unknown, colorprofile.ASCII))
	var lines []string
	for i := range text {
		lines = append(lines, fmt.Sprintf("line %d", i))
	}
	var menu []kit.Item
	for i := range items {
		menu = append(menu, kit.Item{ID: fmt.Sprint(i), Text: fmt.Sprintf("item %d\nof two", i)})
	}
	p.SetSize(20, height)
	p.SetText(lines)
	p.SetItems(menu)
	return p, bindings(t)
}

func key(code rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: code} }

func plainView(p *kit.Passage) string { return ansi.Strip(p.View(nil)) }

func TestPassageReachesEveryLineAndItem(t *testing.T) {
	for _, text := range []int{0, 1, 3, 7, 11} {
		for _, items := range []int{1, 2, 4} {
			for _, height := range []int{1, 2, 3, 5, 9} {
				p, k := passage(t, text, items, height)
				var seen strings.Builder
				for range 60 {
					seen.WriteString(plainView(&p) + "\n")
					p.Update(key(tea.KeyDown), k)
				}
				for i := range text {
					if !strings.Contains(seen.String(), fmt.Sprintf("line %d\n", i)) {
						t.Fatalf("%d lines, %d items, height %d: line %d is never shown", text, items, height, i)
					}
				}
				if id, _ := p.Selected(); id != fmt.Sprint(items-1) {
					t.Fatalf("%d lines, %d items, height %d: down ends at item %q", text, items, height, id)
				}
				if id, ok := p.Choose(); !ok || id != fmt.Sprint(items-1) {
					t.Fatalf("%d lines, %d items, height %d: the last item cannot be chosen", text, items, height)
				}
				for range 60 {
					p.Update(key(tea.KeyUp), k)
				}
				if p.Top() != 0 || p.Marked() {
					t.Fatalf("%d lines, %d items, height %d: up ends at line %d, marked %v", text, items, height, p.Top(), p.Marked())
				}
			}
		}
	}
}

// The first Choose never chooses; with no other key pressed, it reads on until
// it does.
func TestPassageChoosesOnlyWhatIsMarkedAndSeen(t *testing.T) {
	for text := range 20 {
		for height := 1; height < 12; height++ {
			p, _ := passage(t, text, 3, height)
			if id, ok := p.Choose(); ok {
				t.Fatalf("%d lines, height %d: the first press chose %q", text, height, id)
			}
			chosen := false
			for range 40 {
				before := plainView(&p)
				if _, chosen = p.Choose(); chosen {
					if height > 1 && !strings.Contains(before, "item 0") {
						t.Errorf("%d lines, height %d: chosen out of sight:\n%s", text, height, before)
					}
					break
				}
			}
			if !chosen {
				t.Errorf("%d lines, height %d: nothing can be chosen", text, height)
			}
		}
	}
}

func TestPassageKeepsTheMark(t *testing.T) {
	p, k := passage(t, 4, 3, 20)
	p.Update(key(tea.KeyDown), k)
	p.Update(key(tea.KeyDown), k)
	p.SetSize(9, 3)
	p.SetText([]string{"other"})
	if id, _ := p.Selected(); id != "1" || !strings.Contains(plainView(&p), "> item 1") {
		t.Errorf("the mark is at %q:\n%s", id, plainView(&p))
	}
	p.SetItems([]kit.Item{{ID: "new", Text: "new"}, {ID: "1", Text: "item 1"}})
	if id, _ := p.Selected(); id != "1" {
		t.Errorf("with other items the mark is at %q", id)
	}
	p.SetItems([]kit.Item{{ID: "new", Text: "new"}})
	if p.Marked() {
		t.Error("an item that is gone keeps its mark")
	}
}

func TestPassageSeen(t *testing.T) {
	p, k := passage(t, 40, 2, 10)
	if got := p.Seen(40); got != 25 {
		t.Errorf("at the top %d hundredths are seen, want 25", got)
	}
	p.Update(key(tea.KeyEnd), k)
	if got := p.Seen(40); got != 100 || !p.Marked() {
		t.Errorf("at the end %d hundredths are seen, marked %v", got, p.Marked())
	}
}

func TestPassageClick(t *testing.T) {
	p, _ := passage(t, 2, 2, 20)
	if on, _ := p.Click(1); on {
		t.Error("a click on the text marks something")
	}
	if on, had := p.Click(5); !on || had {
		t.Errorf("a click on an item: on %v, had %v", on, had)
	}
	if id, _ := p.Selected(); id != "1" {
		t.Errorf("the mark is at %q", id)
	}
	if on, had := p.Click(4); !on || !had {
		t.Errorf("a second click: on %v, had %v", on, had)
	}
	if on, _ := p.Click(19); on {
		t.Error("a click below the menu marks something")
	}
}
