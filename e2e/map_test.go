package e2e_test

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestTheMapFromEitherFace goes by the map: a lesson is read from it on the
// screen and the light comes on, the next one is read from it in plain lines,
// and both faces then tell the same of what is done, what is next and what the
// last days held.
func TestTheMapFromEitherFace(t *testing.T) {
	h := newHome(t)
	w := h.open(t, 80, 24, []string{"NO_COLOR=1"})
	w.start(onHome)
	w.choose("Tools")
	w.choose("The course at a glance")
	w.want("Porchlight > The course at a glance", "First for you", "(>)( )( )", "0 of 3 done")
	w.choose("Helping or enabling?")
	w.want("Porchlight > Helping or enabling?")
	w.pressUntil("Space", "You have read this")
	w.press("Escape")
	w.want("You read 1 lesson.", "(*)(>)( )", "1 of 3 done", "> Helping or enabling?")
	w.press("q")
	w.ended()

	course, err := filepath.Abs(pack)
	if err != nil {
		t.Fatal(err)
	}
	out := h.run(t, "2\n1\nback\nquit\n", "map", "--pack", course)
	if said := strings.Join(strings.Fields(out), " "); !strings.Contains(said, "1 of 3 done") || !strings.Contains(said, "2 of 3 done") {
		t.Fatalf("plain lines do not go by the map:\n%s", out)
	}

	w = h.open(t, 40, 12, []string{"NO_COLOR=1"}, "map")
	w.start("Porchlight > The course at a glance", "You read 2 lessons.", "(*)(*)(>)", "2 of 3 done")
	w.press("q")
	w.ended()
}
