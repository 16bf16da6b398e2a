package reader_test

import (
	"strings"
	"testing"

	"porchlight/internal/record"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// spoken is a lesson that speaks of words and of another lesson.
const spoken = "## One\n\nKeep [naloxone](term:naloxone) near. See [Limits that hold](lesson:limits-that-hold).\n\n" +
	"Again [naloxone](term:naloxone), once more.\n"

func TestAWordIsExplainedInPlace(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 12}, {24, 9}} {
		d := start(t, tuitest.Setup{Course: rewritten(t, spoken), Width: size[0], Height: size[1]})
		for range 6 {
			if strings.Contains(d.Screen(), "once more.") {
				break
			}
			d.Press("down")
		}
		d.Press("t")
		d.Want("── 1 of 2 ─", "A medicine that can")
		d.Press("down")
		d.Want("── 2 of 2 ─", "This is another lesson")
		d.Press("up", "esc")
		d.WantNot("1 of 2")
		d.Want("naloxone near")
	}
}

func TestAWordLeadsToItsPage(t *testing.T) {
	d := start(t, tuitest.Setup{Course: rewritten(t, spoken)})
	d.Press("t", "enter")
	d.Want("Porchlight > Words explained", "Lessons that speak of it")
	d.Press("esc", "t", "down", "enter")
	d.Want("Porchlight > Limits that hold")
}

func TestNoWordInView(t *testing.T) {
	d := start(t, tuitest.Setup{Course: rewritten(t, "## One\n\nNothing here.\n")})
	d.Press("t")
	d.Want("No word on this screen is explained.")
	d.Press("t")
	d.WantNot("No word on this screen")
}

// The word at hand is marked in the text, and no other; it stays marked when
// the window changes.
func TestTheWordAtHandIsMarked(t *testing.T) {
	d := start(t, tuitest.Setup{Course: rewritten(t, spoken)})
	d.Press("t")
	for _, size := range [][2]int{{80, 24}, {40, 14}, {60, 20}} {
		d.Resize(size[0], size[1])
		if n := strings.Count(d.Raw(), "7mnaloxone"); n != 1 {
			t.Errorf("at %v %d words are reversed:\n%q", size, n, d.Raw())
		}
	}
}

func TestAParagraphIsChosenAndMarked(t *testing.T) {
	d := start(t, tuitest.Setup{Course: longCourse(t, 40), Width: 40, Height: 12})
	d.Press("m")
	d.Want("This one: Helping or enabling?")
	press(d, "down", 6)
	d.Want("This one: ")
	d.Press("enter")
	d.Want("Write a note", "[ ] Ask the clinician about this", "[ ] Bookmark")
	d.Press("down", "enter", "down", "enter")
	d.Want("[x] Ask the clinician", "[x] Bookmark")
	d.Press("esc")
	d.Want("* 1 mark here")
	d.Resize(80, 24)
	if !strings.Contains(d.Screen(), "\n* ") {
		t.Errorf("no star in the margin:\n%s", d.Screen())
	}
	marks, err := d.Store.Entries(t.Context(), record.KindMark, lesson)
	if err != nil || len(marks) != 1 || marks[0].Fields["ask"] != "yes" || marks[0].Fields["bookmark"] != "yes" || marks[0].Fields["quote"] == "" {
		t.Errorf("kept %+v, %v", marks, err)
	}
	d = d.Restart(nil)
	d.Want("* 1 mark here")
}

func TestChoosingStartsInView(t *testing.T) {
	d := start(t, tuitest.Setup{Course: longCourse(t, 40)})
	press(d, "space", 4)
	top := topWord(d)
	d.Press("m")
	if said := d.Screen(); !strings.Contains(said, "This one: p"+paragraph(top)) && !strings.Contains(said, "This one: ") {
		t.Errorf("after %q:\n%s", top, said)
	}
	if got := topWord(d); got != top {
		t.Errorf("the window moved from %q to %q", top, got)
	}
	d.Press("esc")
	if got := topWord(d); got != top {
		t.Errorf("closed again, the window is at %q, was at %q", got, top)
	}
}

func TestAsideFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		s.First = page.Lesson{ID: lesson}
		for state, keys := range map[string][]string{"words": {"down", "down", "t"}, "marking": {"m", "down", "down", "down"}} {
			d := start(t, s)
			d.Press(keys...)
			d.Golden(state + at)
		}
	}
}
