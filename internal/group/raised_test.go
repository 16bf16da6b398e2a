package group_test

import (
	"strings"
	"testing"

	"porchlight/internal/group"
)

// boxed is the id of a question in the box of a table.
func boxed(letter string) string { return strings.Repeat(letter, 26) }

// newBox is a table with two questions in its box, and two polls.
func newBox(t *testing.T) *table {
	tb := newTable(t, 5)
	for i, letter := range []string{"A", "B"} {
		tb.must(group.Ask{ID: boxed(letter), Asker: tb.voters[i].Asker(), Text: "Question " + letter})
	}
	for _, id := range []string{"p", "q"} {
		p := poll(id, "a", "b")
		p.Choices[0].Right = true
		tb.must(group.AddPoll{Poll: p})
	}
	return tb
}

// up is the letter of the question that everybody sees.
func (tb *table) up() string {
	if q := tb.view().Raised; q != nil {
		return q.ID[:1]
	}
	return ""
}

// A question that is shown stays until it is sorted otherwise, or everybody is
// to see something else. Undone, what was there before is there again.
func TestAShownQuestionStandsBeforeEverything(t *testing.T) {
	at := func(part int) group.Place { return group.Place{Route: "session/x", Part: part} }
	for name, c := range map[string]struct {
		do   group.Action
		want string // the question that everybody sees then
	}{
		"answered":               {group.Sort{ID: boxed("A"), To: group.Answered}, ""},
		"held":                   {group.Sort{ID: boxed("A"), To: group.Held}, ""},
		"dismissed":              {group.Sort{ID: boxed("A"), To: group.Dismissed}, ""},
		"another question":       {group.Sort{ID: boxed("B"), To: group.OnScreen}, "B"},
		"another one put aside":  {group.Sort{ID: boxed("B"), To: group.Dismissed}, "A"},
		"another place":          {group.Step{To: at(1)}, ""},
		"the same place":         {group.Step{To: at(0)}, "A"},
		"another step":           {group.Begin{From: 0, To: at(1)}, ""},
		"a step with a poll":     {group.Begin{From: 0, To: at(1), Poll: "q"}, ""},
		"the step at hand":       {group.Begin{From: 0, To: at(0), Poll: "p"}, "A"},
		"another poll":           {group.OpenPoll{ID: "q"}, ""},
		"the same poll, open":    {group.OpenPoll{ID: "p"}, "A"},
		"its result":             {group.Reveal{ID: "p"}, ""},
		"its end":                {group.ClosePoll{ID: "p"}, "A"},
		"no poll":                {group.Skip{ID: "p"}, "A"},
		"hands":                  {group.Count{ID: "p", Hands: group.Hands{People: 1, For: map[string]int{"a": 1}}}, "A"},
		"another run sheet":      {group.GoBy{Sheet: "y"}, "A"},
		"somebody asks":          {group.Ask{ID: boxed("C"), Asker: group.Token(boxed("D")), Text: "More?"}, "A"},
		"a screen of other size": {group.Fit{Screen: group.NewScreen(), To: group.Wall{Width: 80, Height: 24}}, "A"},
	} {
		t.Run(name, func(t *testing.T) {
			tb := newBox(t)
			tb.must(group.Begin{From: -1, To: at(0), Poll: "p"})
			for i := range 5 {
				if err := tb.vote(i, "p", "a"); err != nil {
					t.Fatal(err)
				}
			}
			tb.must(group.Sort{ID: boxed("A"), To: group.OnScreen})
			acts, front := tb.room.Acts, tb.room.Front
			tb.must(c.do)
			if got := tb.up(); got != c.want {
				t.Errorf("everybody sees %q, want %q", got, c.want)
			}
			if tb.room.Acts == acts {
				return
			}
			tb.must(group.UndoLast{Number: tb.room.Acts})
			if tb.up() != "A" || tb.room.Front != front || !tb.room.Place.Is(at(0)) {
				t.Errorf("undone, everybody sees %q before %q at %+v", tb.up(), tb.room.Front, tb.room.Place)
			}
		})
	}
}

// The best answer is told before everybody's eyes too.
func TestABestAnswerLaysAQuestionBy(t *testing.T) {
	tb := newBox(t)
	tb.must(group.OpenPoll{ID: "p"})
	tb.must(group.ClosePoll{ID: "p"})
	tb.must(group.Sort{ID: boxed("A"), To: group.OnScreen})
	tb.must(group.Tell{ID: "p"})
	if tb.up() != "" {
		t.Errorf("everybody sees %q", tb.up())
	}
	if box := group.NewSnapshot(1, &tb.room).Summary().Box; len(box) != 1 || box[0] != "Question A" {
		t.Errorf("the summary holds %q of the box", box)
	}
}

// Pages that are turned after a question was shown are an act of their own:
// undone, they lead back to it.
func TestStepsAfterAQuestionAreAnActOfTheirOwn(t *testing.T) {
	tb := newBox(t)
	for i := range 3 {
		tb.must(group.Step{To: group.Place{Route: "present/a", Block: i}})
	}
	tb.must(group.Sort{ID: boxed("B"), To: group.OnScreen})
	for i := range 3 {
		tb.must(group.Step{To: group.Place{Route: "present/a", Block: 10 + i}})
	}
	for _, want := range []struct {
		up    string
		block int
	}{{"B", 2}, {"", 2}, {"", 0}} {
		tb.must(group.UndoLast{Number: tb.last()})
		if tb.up() != want.up || tb.room.Place.Block != want.block {
			t.Errorf("undone, everybody sees %q at block %d, want %+v", tb.up(), tb.room.Place.Block, want)
		}
	}
}

// last is the number of the act that would be undone.
func (tb *table) last() int {
	u, _ := tb.room.Undoes()
	return u.Number
}

// The end shows nothing any more.
func TestTheEndTakesTheQuestionDown(t *testing.T) {
	tb := newBox(t)
	tb.must(group.Sort{ID: boxed("A"), To: group.OnScreen})
	tb.must(group.End{})
	if up := group.NewSnapshot(1, &tb.room).All().Raised; up != nil {
		t.Errorf("the room has ended, and everybody sees %+v", up)
	}
}
