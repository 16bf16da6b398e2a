package reader_test

import (
	"strings"
	"testing"

	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// A lesson opened at a paragraph has it first, at every width, and the place
// where the learner was is kept until they read on from there.
func TestOpenedAtAParagraph(t *testing.T) {
	c := longCourse(t, 40)
	d := start(t, tuitest.Setup{Course: c})
	press(d, "space", 2)
	was := place(t, d.Store)
	d = d.Restart(func(s *tuitest.Setup) { s.First = page.Lesson{ID: lesson, At: "p20w0-p20w1-p20w2-p20w3-p20w4-p20w5"} })
	for _, size := range [][2]int{{80, 24}, {40, 12}, {33, 9}, {80, 24}} {
		d.Resize(size[0], size[1])
		if got := topWord(d); got != "p20w0" {
			t.Errorf("at %v the top word is %q", size, got)
		}
	}
	if got := place(t, d.Store); got != was {
		t.Errorf("a glance changes the place to %+v, was %+v", got, was)
	}
	d.Press("esc")
	d = d.Restart(func(s *tuitest.Setup) { s.First = page.Lesson{ID: lesson, At: "p20w0-p20w1-p20w2-p20w3-p20w4-p20w5"} })
	d.Press("down")
	if got := place(t, d.Store); got.Block == was.Block {
		t.Errorf("read on from there, the place is still %+v", got)
	}
}

func TestOpenedAtAParagraphThatIsGone(t *testing.T) {
	d := start(t, tuitest.Setup{First: page.Lesson{ID: lesson, At: "no-such-words"}})
	d.Want("That paragraph is not here any more.", "Helping or enabling?")
	d.Press("down")
	d.WantNot("That paragraph is not here any more.")
}

// The key that finds searches the lesson here, not everything.
func TestFindIsTheLessonsOwn(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("/", "naloxone")
	if !strings.Contains(d.Screen(), "Porchlight > Helping or enabling?") {
		t.Errorf("another page is in front:\n%s", d.Screen())
	}
}
