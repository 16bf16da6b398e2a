package glossary_test

import (
	"testing"

	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// start opens the list of words.
func start(t testing.TB, s tuitest.Setup) *tuitest.Driver {
	t.Helper()
	if s.First == nil {
		s.First = page.Glossary{}
	}
	return tuitest.Start(t, s)
}

func TestFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		d := start(t, s)
		d.Golden("list" + at)
		d.Press("enter")
		d.Golden("word" + at)
	}
}

func TestAWordLeadsToItsLessons(t *testing.T) {
	d := start(t, tuitest.Setup{First: page.Glossary{Term: "naloxone"}})
	d.Want("naloxone", "opioid overdose", "> Helping or enabling?")
	d.Press("enter")
	d.Want("Porchlight > Helping or enabling?")
	d.Press("esc", "end", "enter")
	d.Want("> naloxone")
	d.WantNot("All words")
}

func TestAWordThatIsNotThere(t *testing.T) {
	d := start(t, tuitest.Setup{First: page.Glossary{Term: "no-such"}})
	d.Want(`There is no word called "no-such" here.`, "> All words")
	d.Press("enter")
	d.Want("> naloxone")
}

func TestBackIsTheListAtThatWord(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("end", "enter", "esc")
	d.Want("Porchlight > Words explained")
	d.WantNot("All words")
}
