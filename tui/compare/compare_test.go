package compare_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"porchlight/internal/checklist"
	"porchlight/internal/course/coursetest"
	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// store returns a record with n programs and some answers of theirs.
func store(t testing.TB, n int) record.Store {
	t.Helper()
	s := record.NewGuest()
	made := 0
	d := study.NewDesk(study.Options{
		Course: coursetest.Open(t), Store: s, Lang: "en",
		Now: func() time.Time { return tuitest.Noon }, NewID: func() string { made++; return fmt.Sprintf("P%d", made) },
	})
	ctx := context.Background()
	names := []string{"Northside House", "Open Door Recovery Center", "River Road"}
	heard := []map[lessons.QuestionID]checklist.Answer{
		{"a1": {Asked: true, Sign: record.Good, Note: "A nurse and a counselor, on the first day"}, "b1": {Asked: true, Sign: record.Good}},
		{"a1": {Asked: true, Sign: record.Warning, Note: "The person on the phone decides"}, "b1": {Asked: true, Sign: record.Good, Note: "Both kinds, " + strings.Repeat("as long as they help, ", 12)}},
		{"b1": {Asked: true, Sign: record.Good}},
	}
	for i := range n {
		name, phone := fmt.Sprint("Program ", i+1), ""
		if i < len(names) {
			name, phone = names[i], fmt.Sprintf("555-010%d", i)
		}
		p, err := d.AddProvider(ctx, name, phone, "")
		if err != nil {
			t.Fatal(err)
		}
		for q, a := range heard[i%len(heard)] {
			if err := d.SaveHeard(ctx, p.ID, q, a); err != nil {
				t.Fatal(err)
			}
		}
	}
	return s
}

func start(t testing.TB, n int, s tuitest.Setup) *tuitest.Driver {
	t.Helper()
	s.Store, s.First = store(t, n), page.Compare{}
	return tuitest.Start(t, s)
}

func TestFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		d := start(t, 3, s)
		d.Press("down")
		d.Golden("rows" + at)
		d.Press("up", "enter")
		d.Golden("next" + at)
	}
	d := start(t, 3, tuitest.Setup{})
	d.Press("down", "down", "enter")
	d.Golden("one-en-80x24")
}

func TestGapsComeFirstAndNobodyIsRanked(t *testing.T) {
	d := start(t, 3, tuitest.Setup{Width: 100, Height: 40})
	screen := strings.Join(strings.Fields(d.Screen()), " ")
	at := -1
	for _, text := range []string{"Northside House", "What to ask next", "There is no score", "Asked of some, not of all",
		"How do you decide", "The same mark from all", "Which medicines", "Not asked yet", "will you tell us?"} {
		i := strings.Index(screen[at+1:], text)
		if i < 0 {
			t.Fatalf("%q does not come next:\n%s", text, d.Screen())
		}
		at += 1 + i
	}
	d.Want("good sign", "warning sign", "not asked")
}

// More programs than fit: the arrows bring them all, and the names go along.
func TestScrollsSideways(t *testing.T) {
	d := start(t, 6, tuitest.Setup{Width: 80, Height: 24})
	d.Want("Northside House", "Programs 1 to 3 of 6", "←→ programs")
	d.Press("right")
	d.Want("Programs 2 to 4 of 6", "Program 4")
	d.WantNot("Northside House")
	d.Press("right", "right", "right", "right")
	d.Want("Programs 4 to 6 of 6", "Program 6")
	d.Press("left", "left", "left", "left", "left", "left")
	d.Want("Programs 1 to 3 of 6", "Northside House")
	d.Press("esc")
	d.Want("Start here:")
}

func TestNarrowIsAList(t *testing.T) {
	d := start(t, 6, tuitest.Setup{Width: 40, Height: 12})
	d.Press("down")
	d.Want("How do you decide", "Northside House: good sign", "A nurse and a counselor")
	d.WantNot("←→")
	d.Press("left")
	d.Want("Start here:")
}

func TestOneQuestionHasWholeNotesAndLeadsToTheCall(t *testing.T) {
	d := start(t, 3, tuitest.Setup{})
	d.Press("down", "down", "enter")
	d.Want("Which medicines do you offer", strings.TrimSpace(strings.Repeat("as long as they help, ", 12)), "Choose a program")
	d.Press("down", "enter")
	d.Want("Porchlight > Call > Open Door Recovery Center", "2 of 3", "Which medicines do you offer")
	d.Press("esc", "esc")
	d.Want("> Which medicines do you")
}

func TestWhatToAskNext(t *testing.T) {
	d := start(t, 3, tuitest.Setup{})
	d.Want("> What to ask next")
	d.Press("enter")
	d.Want("Side by side > What to ask next", "Northside House 555-0100 > If your program is not the right fit")
	d.Press("down", "down", "enter")
	d.Want("Porchlight > Call > River Road", "How do you decide")
	d.Press("2", "esc")
	d.Want("River Road 555-0102 If your program is not the right fit, will you tell us?")
}

func TestNobodyAndOne(t *testing.T) {
	d := start(t, 0, tuitest.Setup{})
	d.Want("Write down the programs", "> Add a program")
	d.Press("enter")
	d.Want("Porchlight > Programs to ask")
	d = start(t, 1, tuitest.Setup{})
	d.Want("Add another program, to compare", "Northside House: good sign")
}

// A hundred programs open, scroll and fit every window.
func TestAHundredPrograms(t *testing.T) {
	for _, width := range []int{20, 39, 57, 58, 80, 200} {
		d := start(t, study.MaxProviders, tuitest.Setup{Width: width, Height: 12})
		for range 5 {
			d.Press("right", "down")
		}
		for _, l := range strings.Split(d.Screen(), "\n") {
			if n := len([]rune(l)); n > width {
				t.Errorf("%d wide: a line of %d: %s", width, n, l)
			}
		}
	}
}
