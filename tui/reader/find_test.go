package reader_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

func TestFindCountsAndWraps(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("/", "ASK")
	d.Want("Find: ASK", "1 of 3")
	d.Press("enter")
	for _, c := range []struct{ key, want string }{
		{"n", "2 of 3"}, {"n", "3 of 3"}, {"n", "1 of 3"}, {"N", "3 of 3"}, {"N", "2 of 3"},
	} {
		d.Press(c.key)
		d.Want(c.want)
	}
	d.Press("esc")
	d.WantNot("Find:")
	d.Want("Helping or enabling?") // still in the lesson
}

func TestFindForgivesAccents(t *testing.T) {
	c := rewritten(t, "## Uno\n\nUna opinión y una canción.\n\nOpinion, once more.\n")
	d := start(t, tuitest.Setup{Course: c})
	d.Press("/", "OPINION")
	d.Want("1 of 2")
	d.Press("esc", "/", "canción")
	d.Want("1 of 1")
}

func TestFindShowsTheMatch(t *testing.T) {
	d := start(t, tuitest.Setup{Course: longCourse(t, 40), Height: 12, Width: 40})
	d.Press("/", "p31w7")
	d.Want("p31w7", "1 of 1")
	for _, size := range [][2]int{{80, 24}, {80, 10}, {20, 6}, {120, 40}, {120, 15}} {
		d.Resize(size[0], size[1])
		if !strings.Contains(d.Screen(), "p31w7 ") {
			t.Errorf("at %v the match is out of view:\n%s", size, d.Screen())
		}
	}
}

// The current match stands out from the others by more than colour.
func TestTheCurrentMatchStandsOut(t *testing.T) {
	d := start(t, tuitest.Setup{Course: rewritten(t, "## One\n\nten and ten and ten\n")})
	d.Press("/", "ten", "enter")
	reversed := func() int { return strings.Count(d.Raw(), "7mten") }
	marked := func() int { return strings.Count(d.Raw(), "1;4mten") }
	if reversed() != 1 || marked() < 2 {
		t.Fatalf("%d matches reversed, %d marked; want one and the rest:\n%q", reversed(), marked(), d.Raw())
	}
	d.Press("esc")
	if reversed()+marked() != 0 {
		t.Error("marks stay after the search")
	}
}

func TestFindNothing(t *testing.T) {
	d := start(t, tuitest.Setup{})
	top := d.Screen()
	d.Press("/", "xylophone")
	d.Want("not in this lesson")
	d.Press("enter") // stays open: another word can be tried
	d.Want("not in this lesson")
	d.Press("esc")
	if d.Screen() != top {
		t.Errorf("after a search given up:\n%s\nwant\n%s", d.Screen(), top)
	}
	d.Press("/", "enter")
	d.WantNot("Find:")
}

func TestFindGivenUpGoesBack(t *testing.T) {
	d := start(t, tuitest.Setup{Course: longCourse(t, 40)})
	press(d, "space", 3)
	top := d.Screen()
	d.Press("/", "p2w", "esc")
	if d.Screen() != top {
		t.Errorf("after a search given up:\n%s\nwant\n%s", d.Screen(), top)
	}
}

// Letters are letters while a search is typed: none of the program's keys.
func TestFindTakesEveryLetter(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("/", "q?!noj")
	d.Want("Find: q?!noj")
	if d.Quit {
		t.Error("q closed the program")
	}
	d.Press("backspace")
	d.Want("Find: q?!no")
	d.Send(tea.PasteMsg{Content: "\x1b[31mred\u202e"})
	d.Want("Find: q?!no[31mred")
}

func TestAJumpToTheEndIsNotReading(t *testing.T) {
	d := start(t, tuitest.Setup{Course: longCourse(t, 40)})
	d.Press("/", "pubmed", "enter")
	if p := place(t, d.Store); p.Block == 0 || !p.Done.IsZero() || p.Reached > 50 {
		t.Errorf("after a jump the record has %+v", p)
	}
}

func TestPartsJump(t *testing.T) {
	d := start(t, tuitest.Setup{Course: longCourse(t, 40)})
	d.Press("o")
	d.Want("The parts of this lesson", "> Helping or enabling?", "Part 7")
	press(d, "down", 4)
	d.Want("> Part 4")
	d.Press("enter")
	if !strings.HasPrefix(strings.TrimSpace(strings.SplitN(d.Screen(), "\n", 2)[1]), "Part 4") {
		t.Errorf("the part is not first:\n%s", d.Screen())
	}
	d.Press("o")
	d.Want("> Part 4")
	d.Press("esc")
	d = d.Restart(nil)
	d.Want("Part 4")
}

func TestPartsAndFindByMouse(t *testing.T) {
	d := start(t, tuitest.Setup{Course: longCourse(t, 40)})
	d.Press("o")
	y := lineWith(t, d, "Part 3")
	d.Send(tea.MouseClickMsg{X: 6, Y: y, Button: tea.MouseLeft})
	d.Want("Part 3", "p12w0")
	d.Send(tea.MouseWheelMsg{Y: 5, Button: tea.MouseWheelDown})
	d.WantNot("Part 3")
	d.Press("end")
	d.Send(tea.MouseClickMsg{X: 6, Y: lineWith(t, d, "Next lesson"), Button: tea.MouseLeft})
	d.Want("Porchlight > Limits that hold")
}

func lineWith(t *testing.T, d *tuitest.Driver, text string) int {
	t.Helper()
	for y, l := range strings.Split(d.Screen(), "\n") {
		if strings.Contains(l, text) {
			return y
		}
	}
	t.Fatalf("no line has %q:\n%s", text, d.Screen())
	return 0
}

// Every hint names a key that does something where it is shown.
func TestHintsAreTrue(t *testing.T) {
	for _, keys := range [][]string{nil, {"end"}, {"o"}, {"/", "ask", "enter"}} {
		d := start(t, tuitest.Setup{First: page.Lessons{}, Width: 120, Height: 24})
		d.Press("enter")
		d.Press(keys...)
		before := d.Screen()
		d.Press("down")
		if d.Screen() == before {
			t.Errorf("after %v: down does nothing:\n%s", keys, before)
		}
		d.Press("esc")
		if d.Screen() == before {
			t.Errorf("after %v: esc does nothing:\n%s", keys, before)
		}
	}
}
