package reader_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"porchlight/internal/record"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// place is what the store has of the lesson.
func place(t *testing.T, s record.Store) record.Place {
	t.Helper()
	places, err := s.Places(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return places[lesson]
}

func TestReadingToTheEndFinishes(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.WantNot("to the end")
	for range 20 {
		if !place(t, d.Store).Done.IsZero() {
			break
		}
		d.WantNot("You have read this lesson")
		d.Press("enter")
	}
	p := place(t, d.Store)
	if p.Done.IsZero() || p.Reached != 100 {
		t.Fatalf("after the end the record has %+v", p)
	}
	for range 20 { // past the sources, which need not be read
		d.Press("enter")
		if strings.Contains(d.Screen(), "> Answer its questions") {
			break
		}
	}
	d.Want("You have read this lesson to the end.", "read to the end", "> Answer its questions",
		"Next lesson: Limits that hold", "Back to the list")
}

func TestTheEndLeadsOn(t *testing.T) {
	for _, c := range []struct {
		downs int
		want  string
	}{
		{0, "Question 1 of 3"},
		{1, "Porchlight > Cash at the door"},
		{2, "> It is on my list of what to try"},
		{3, "Porchlight > Limits that hold"},
		{4, "Porchlight > Lessons"},
	} {
		d := start(t, tuitest.Setup{First: page.Lessons{}})
		d.Press("enter", "end")
		press(d, "down", c.downs)
		d.Press("enter")
		d.Want(c.want)
	}
}

// Back from the next lesson is the list, not the lesson before it, and the
// list knows what was read.
func TestTheNextLessonTakesThePlaceOfThisOne(t *testing.T) {
	d := start(t, tuitest.Setup{First: page.Lessons{}})
	d.Press("enter")
	readThrough(d)
	d.Press("down", "down", "down", "enter")
	d.Want("Porchlight > Limits that hold")
	d.Press("esc")
	d.Want("Porchlight > Lessons", "Helping or enabling? 1 min, done")
}

func TestTheMenuIsLeftUpwards(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("end")
	d.Want("> Answer its questions")
	d.Press("up")
	d.WantNot("> Answer its questions")
	d.Press("enter")
	d.Want("> Answer its questions")
}

func TestOneKeyTooManyAnswersNothing(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("end", "enter", "enter")
	d.Want("Question 1 of 3")
}

func TestTheSameParagraphAfterRestart(t *testing.T) {
	c := longCourse(t, 40)
	d := start(t, tuitest.Setup{Course: c})
	press(d, "space", 5)
	press(d, "down", 3)
	want := topWord(d)
	if !strings.HasPrefix(want, "p") {
		t.Fatalf("the top word is %q:\n%s", want, d.Screen())
	}
	d = d.Restart(nil)
	if got := topWord(d); got != want {
		t.Errorf("after a restart the top word is %q, was %q", got, want)
	}
	for _, width := range []int{20, 33, 40, 61, 100, 160} {
		again := d.Restart(func(s *tuitest.Setup) { s.Width = width })
		if got := topWord(again); paragraph(got) != paragraph(want) {
			t.Errorf("at width %d the top word is %q, was %q", width, got, want)
		}
	}
}

// Every size on the way keeps the paragraph, and the first size again shows
// the very same line: the place does not wander.
func TestTheSameParagraphAfterResize(t *testing.T) {
	d := start(t, tuitest.Setup{Course: longCourse(t, 40)})
	for range 10 { // not so far that a larger window shows the end
		press(d, "space", 1)
		press(d, "down", 2)
		want := topWord(d)
		if !strings.HasPrefix(want, "p") {
			continue
		}
		for _, size := range [][2]int{{40, 12}, {20, 6}, {61, 40}, {120, 30}} {
			d.Resize(size[0], size[1])
			if got := topWord(d); paragraph(got) != paragraph(want) {
				t.Errorf("at %v the top word is %q, was %q", size, got, want)
			}
		}
		d.Resize(80, 24)
		if got := topWord(d); got != want {
			t.Errorf("back at the first size the top word is %q, was %q", got, want)
		}
	}
}

func TestReachedNeverFalls(t *testing.T) {
	d := start(t, tuitest.Setup{Course: longCourse(t, 40)})
	press(d, "space", 4)
	far := place(t, d.Store).Reached
	d.Press("home")
	if p := place(t, d.Store); p.Reached != far || p.Block != 0 {
		t.Errorf("back at the top the record has %+v, want block 0 and %d reached", p, far)
	}
}

func TestOpeningIsNotReading(t *testing.T) {
	d := start(t, tuitest.Setup{Width: 100, Height: 120})
	if p := place(t, d.Store); p.Lesson != "" {
		t.Errorf("a lesson only opened is in the record: %+v", p)
	}
	d.Press("enter")
	if p := place(t, d.Store); p.Done.IsZero() {
		t.Errorf("a lesson on one screen, read on, is not done: %+v", p)
	}
}

func TestAFinishedLessonCanBeReadAgain(t *testing.T) {
	d := start(t, tuitest.Setup{})
	readThrough(d)
	d = d.Restart(nil)
	d.Press("end", "down", "down", "down", "down")
	d.Want("> Read it again from the top")
	d.Press("enter")
	d.Want("In short.")
}

func TestAnUnknownLesson(t *testing.T) {
	d := start(t, tuitest.Setup{First: page.Lesson{ID: "no-such"}})
	d.Want(`There is no lesson called "no-such" here.`, "> Back to the list")
	d.Resize(24, 8)
	d.Want("no-such")
	d.Press("enter")
	d.Want("Porchlight > Lessons")
	d = start(t, tuitest.Setup{First: page.Lesson{ID: "no-such"}})
	d.Press("esc")
	d.WantNot("no-such")
}

func TestALessonNotYetTranslated(t *testing.T) {
	d := start(t, tuitest.Setup{Lang: "es"})
	d.Want("Esta lección todavía no está en español.", "Helping or enabling?")
	d.Press("space", "up", "home")
	d.Want("Esta lección todavía no está en español.")
}

// No size of window draws a line too wide, too many lines, or panics, in any
// state of the page.
func TestEverySizeFits(t *testing.T) {
	states := map[string][]string{
		"top": nil, "end": {"end"}, "parts": {"o"}, "find": {"/", "the"}, "found": {"/", "the", "enter"},
	}
	for name, keys := range states {
		d := start(t, tuitest.Setup{Lang: "es"})
		d.Press(keys...)
		for width := 20; width <= 120; width++ {
			for _, height := range []int{6 + width*5%35, 6 + width*11%35} {
				d.Resize(width, height)
				fits(t, d, width, height, name)
			}
		}
	}
}

func fits(t *testing.T, d *tuitest.Driver, width, height int, state string) {
	t.Helper()
	lines := strings.Split(d.Raw(), "\n")
	if len(lines) > height {
		t.Errorf("%s at %dx%d: %d lines", state, width, height, len(lines))
	}
	for _, l := range lines {
		if w := ansi.StringWidth(l); w > width {
			t.Errorf("%s at %dx%d: a line of %d cells: %q", state, width, height, w, l)
		}
	}
}

func TestNoColourWithoutColours(t *testing.T) {
	d := start(t, tuitest.Setup{Lang: "es"})
	for _, key := range []string{"", "space", "o", "esc", "/", "use", "enter", "esc", "end"} {
		if key != "" {
			d.Press(key)
		}
		for _, colour := range []string{"\x1b[3", ";3", "\x1b[4;", "48;", "\x1b[9"} {
			for _, esc := range escapes(d.Raw()) {
				if strings.Contains(esc, colour) && esc != "\x1b[3m" {
					t.Errorf("after %q the frame has %q", key, esc)
				}
			}
		}
	}
}

// escapes lists the sequences in a frame.
func escapes(frame string) []string {
	var out []string
	for _, part := range strings.Split(frame, "\x1b")[1:] {
		end := strings.IndexAny(part, "m\\")
		out = append(out, "\x1b"+part[:end+1])
	}
	return out
}

func TestFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		for state, keys := range map[string][]string{
			"top": nil, "end": nil, "parts": {"space", "o"}, "found": {"/", "ask", "enter", "n"},
		} {
			d := start(t, s)
			if state == "end" {
				readThrough(d)
			}
			d.Press(keys...)
			d.Golden(state + at)
		}
	}
}
