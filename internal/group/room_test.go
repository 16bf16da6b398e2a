package group_test

import (
	"errors"
	"strings"
	"testing"

	"porchlight/internal/group"
)

func TestPollFromOpeningToResult(t *testing.T) {
	tb := newTable(t, 6)
	tb.must(group.AddPoll{Poll: poll("tonight", "a", "b", "c")})
	if err := tb.vote(0, "tonight", "a"); !errors.Is(err, group.ErrNotOpen) {
		t.Errorf("before it opens: %v", err)
	}
	tb.must(group.OpenPoll{ID: "tonight"})
	for i, c := range []string{"a", "a", "b", "b"} {
		if err := tb.vote(i, "tonight", c); err != nil {
			t.Fatal(err)
		}
	}
	var few group.FewError
	if err := tb.try(group.Reveal{ID: "tonight"}); !errors.As(err, &few) || few.Have != 4 || few.Floor != 5 {
		t.Errorf("with four answers: %v", err)
	}
	for _, step := range []struct {
		voter  int
		chosen []string
		want   error
	}{
		{0, []string{"b"}, nil}, // a change of mind
		{0, []string{"a"}, nil}, // and back
		{4, []string{"c"}, nil},
		{4, nil, nil}, // taken back
		{4, []string{"b"}, nil},
		{5, []string{"d"}, group.ErrNoChoice},
		{5, []string{"a", "b"}, group.ErrNoChoice},
	} {
		if err := tb.vote(step.voter, "tonight", step.chosen...); !errors.Is(err, step.want) {
			t.Errorf("voter %d, %v: %v, want %v", step.voter, step.chosen, err, step.want)
		}
	}
	if got := counts(tb.result("tonight")); got != "hidden" {
		t.Errorf("before it is revealed: %s", got)
	}
	tb.must(group.ClosePoll{ID: "tonight"})
	if err := tb.vote(5, "tonight", "a"); !errors.Is(err, group.ErrNotOpen) {
		t.Errorf("after closing: %v", err)
	}
	tb.must(group.Reveal{ID: "tonight"})
	if got := counts(tb.result("tonight")); got != "5: a=2 b=3 c=0" {
		t.Errorf("revealed: %s", got)
	}
	if p, _ := tb.room.Poll("tonight"); p.Ballots.Len() != 0 {
		t.Errorf("answers are still there after they were counted: %v", p.Ballots)
	}
}

// Who comes late is not given away: one answer more changes no result.
func TestOneMoreAnswerChangesNothingShown(t *testing.T) {
	tb := newTable(t, 10)
	tb.must(group.AddPoll{Poll: poll("p", "a", "b")})
	tb.must(group.OpenPoll{ID: "p"})
	for i := range 5 {
		_ = tb.vote(i, "p", "a")
	}
	tb.must(group.Reveal{ID: "p"})
	tb.must(group.OpenPoll{ID: "p"})
	if err := tb.vote(0, "p", "b"); !errors.Is(err, group.ErrCounted) {
		t.Errorf("a counted answer was changed: %v", err)
	}
	for i := 5; i < 9; i++ {
		_ = tb.vote(i, "p", "b")
		tb.must(group.Reveal{ID: "p"})
		if got := counts(tb.result("p")); got != "5: a=5 b=0" {
			t.Errorf("with %d later answers: %s", i-4, got)
		}
		tb.must(group.OpenPoll{ID: "p"})
	}
	_ = tb.vote(9, "p", "b")
	tb.must(group.Reveal{ID: "p"})
	if got := counts(tb.result("p")); got != "10: a=5 b=5" {
		t.Errorf("with five later answers: %s", got)
	}
}

func TestUndo(t *testing.T) {
	tb := newTable(t, 6)
	tb.must(group.AddPoll{Poll: poll("p", "a", "b")})
	undo := func() error {
		u, _ := tb.room.Undoes()
		return tb.try(group.UndoLast{Number: u.Number})
	}
	status := func() group.Status { p, _ := tb.room.Poll("p"); return p.Status }
	tb.must(group.OpenPoll{ID: "p"})
	for i := range 5 {
		_ = tb.vote(i, "p", "a")
	}
	tb.must(group.Reset{ID: "p", Round: 0})
	tb.must(group.Reset{ID: "p", Round: 0}) // two who press at once
	if p, _ := tb.room.Poll("p"); p.Answers() != 0 || p.Round != 1 {
		t.Errorf("after a reset: %d answers, round %d", p.Answers(), p.Round)
	}
	if err := undo(); err != nil {
		t.Errorf("undoing a reset: %v", err)
	}
	if p, _ := tb.room.Poll("p"); p.Answers() != 5 || p.Round != 0 {
		t.Errorf("after that was undone: %d answers, round %d", p.Answers(), p.Round)
	}
	tb.must(group.Skip{ID: "p"})
	if status() != group.Skipped || tb.room.Front != "" {
		t.Errorf("skipped: %s, in front: %q", status(), tb.room.Front)
	}
	_ = undo()
	tb.must(group.Reveal{ID: "p"})
	_ = undo()
	if got := counts(tb.result("p")); got != "hidden" || status() != group.Open || tb.room.Front != "p" {
		t.Errorf("after a result was hidden again: %s, %s, %q in front", got, status(), tb.room.Front)
	}
	if err := tb.vote(0, "p", "b"); !errors.Is(err, group.ErrCounted) {
		t.Errorf("what has been seen can be changed: %v", err)
	}
	last, _ := tb.room.Undoes()
	_ = undo()
	before := text(t, tb.room)
	if err := tb.try(group.UndoLast{Number: last.Number}); err != nil || text(t, tb.room) != before {
		t.Errorf("undone twice: %v, and the room changed: %v", err, text(t, tb.room) != before)
	}
	if err := undo(); !errors.Is(err, group.ErrNothing) {
		t.Errorf("with nothing left: %v", err)
	}
}

func TestResetKeepsWhatWasShown(t *testing.T) {
	tb := newTable(t, 6)
	tb.must(group.AddPoll{Poll: poll("p", "a", "b")})
	tb.must(group.OpenPoll{ID: "p"})
	for i := range 5 {
		_ = tb.vote(i, "p", "a")
	}
	tb.must(group.Reveal{ID: "p"})
	if err := tb.try(group.Reset{ID: "p"}); !errors.Is(err, group.ErrCounted) {
		t.Errorf("a shown result was forgotten, to be shown again with one more: %v", err)
	}
}

// What voters were told when a poll opened holds for it, whatever is changed
// meanwhile and undone.
func TestFloorIsAPromise(t *testing.T) {
	tb := newTable(t, 6)
	for _, id := range []string{"p", "q"} {
		tb.must(group.AddPoll{Poll: poll(id, "a", "b")})
		tb.must(group.OpenPoll{ID: id})
		for i := range 4 {
			_ = tb.vote(i, id, "a")
		}
	}
	tb.must(group.ClosePoll{ID: "p"})
	tb.must(group.SetFloor{Floor: 3})
	tb.must(group.OpenPoll{ID: "p"})
	tb.must(group.ClosePoll{ID: "q"})
	tb.must(group.Reset{ID: "q"})
	tb.must(group.OpenPoll{ID: "q"})
	if p, _ := tb.room.Poll("q"); p.Floor != 3 {
		t.Errorf("a round that begins anew has a floor of %d, want the new one", p.Floor)
	}
	for range 2 { // the opening, and the reset
		tb.must(group.UndoLast{Number: tb.room.Undo[len(tb.room.Undo)-1].Number})
	}
	for _, id := range []string{"p", "q"} {
		if err := tb.try(group.Reveal{ID: id}); err == nil {
			t.Errorf("poll %s: four answers are shown to people who were told of five", id)
		}
	}
}

func TestRounds(t *testing.T) {
	tb := newTable(t, 6)
	tb.must(group.AddPoll{Poll: poll("p", "a", "b")})
	tb.must(group.OpenPoll{ID: "p"})
	_ = tb.vote(0, "p", "a")
	aside := string(tb.voters[0].Ballot("p", 0))
	tb.must(group.Reset{ID: "p"})
	late := group.Vote{Poll: "p", Round: 0, Ballot: tb.voters[1].Ballot("p", 0), Chosen: []string{"a"}}
	if err := tb.try(late); !errors.Is(err, group.ErrOld) {
		t.Errorf("an answer to what was reset: %v", err)
	}
	_ = tb.vote(2, "p", "b")
	if err := tb.try(group.UndoLast{Number: tb.room.Acts}); !errors.Is(err, group.ErrCounted) {
		t.Errorf("a reset was undone, and an answer lost: %v", err)
	}
	for i := range 6 {
		_ = tb.vote(i, "p", "b")
	}
	if !strings.Contains(text(t, tb.room), aside) {
		t.Fatal("nothing was set aside")
	}
	tb.must(group.Reveal{ID: "p"})
	if strings.Contains(text(t, tb.room), aside) {
		t.Error("what was set aside is still there after a result was shown")
	}
}

func TestHands(t *testing.T) {
	tb := newTable(t, 4)
	tb.must(group.AddPoll{Poll: poll("p", "a", "b")})
	tb.must(group.OpenPoll{ID: "p"})
	for i := range 4 {
		_ = tb.vote(i, "p", "a")
	}
	for _, bad := range []group.Hands{{People: 3, For: map[string]int{"a": 2}}, {People: 2, For: map[string]int{"d": 2}}, {People: -1}, {People: 0, For: map[string]int{"a": 1, "b": -1}}, {People: 1 << 40, For: map[string]int{"a": 1 << 40}}} {
		if err := tb.try(group.Count{ID: "p", Hands: bad}); err == nil {
			t.Errorf("hands that do not add up: %+v", bad)
		}
	}
	tb.must(group.Count{ID: "p", Hands: group.Hands{People: 7, For: map[string]int{"a": 3, "b": 4}}})
	tb.must(group.Reveal{ID: "p"})
	if got := counts(tb.result("p")); got != "7: a=3 b=4" {
		t.Errorf("seven hands and four answers on devices: %s; the four must not show", got)
	}
	if err := tb.try(group.Count{ID: "p", Hands: group.Hands{People: 6, For: map[string]int{"a": 2, "b": 4}}}); !errors.Is(err, group.ErrCounted) {
		t.Errorf("a shown hand was taken back: %v", err)
	}
	tb.must(group.Count{ID: "p", Hands: group.Hands{People: 8, For: map[string]int{"a": 3, "b": 5}}})
	tb.must(group.Reveal{ID: "p"})
	if got := counts(tb.result("p")); got != "7: a=3 b=4" {
		t.Errorf("one hand more: %s", got)
	}
}

func TestQuestionsAreHeldUntilShown(t *testing.T) {
	tb := newTable(t, 2)
	ask := func(id, s string) error {
		return tb.try(group.Ask{ID: strings.Repeat(id, 26), Asker: tb.voters[0].Asker(), Text: s})
	}
	if err := ask("A", "  What \x1b[2Jif she\u202e will not\ngo? "); err != nil {
		t.Fatal(err)
	}
	if q := tb.view().Questions; len(q) != 1 || q[0].Text != "What [2Jif she will not go?" {
		t.Errorf("the question is kept as %+v", q)
	}
	if q := tb.view().Raised; q != nil {
		t.Errorf("everybody sees %q, that nobody showed", q.Text)
	}
	tb.must(group.Sort{ID: strings.Repeat("A", 26), To: group.OnScreen})
	if q := tb.view().Raised; q == nil || q.Text != "What [2Jif she will not go?" {
		t.Errorf("everybody sees %+v, want the one shown", q)
	}
	for _, bad := range []string{"", " \x00\x1b ", strings.Repeat("é", group.MaxQuestion+1), strings.Repeat("a", 1<<20)} {
		if err := ask("B", bad); err == nil {
			t.Errorf("%.20q (%d bytes) was taken", bad, len(bad))
		}
	}
	for _, id := range []string{"C", "D", "E", "F"} {
		if err := ask(id, "Another"); err != nil {
			t.Error(err)
		}
	}
	if err := ask("G", "One too many"); !errors.Is(err, group.ErrFull) {
		t.Errorf("the sixth question of one person: %v", err)
	}
	if err := ask("F", "Another"); err != nil {
		t.Errorf("the same again: %v", err)
	}
}

func TestPaceIsShownInBatches(t *testing.T) {
	tb := newTable(t, 8)
	signal := func(voter int, f group.Feeling) error {
		round := tb.room.Pace.Round
		return tb.try(group.Signal{Round: round, Token: tb.voters[voter].Pace(round), Feels: f})
	}
	for i := range 4 {
		_ = signal(i, group.Slower)
		_ = signal(i, group.Slower) // twice is once
	}
	if tb.view().Pace != nil {
		t.Errorf("four signals are shown: %v", tb.view().Pace)
	}
	_ = signal(0, group.Break)
	_ = signal(4, group.GotIt)
	if got := text(t, tb.view().Pace); got != `{"break":1,"got-it":1,"slower":3}` {
		t.Errorf("five signals: %s", got)
	}
	_ = signal(5, group.Break)
	if got := text(t, tb.view().Pace); got != `{"break":1,"got-it":1,"slower":3}` {
		t.Errorf("one more changed what is shown: %s", got)
	}
}

// staff is every action that only a lead may do, in a room where each would do
// something.
func staff(tb *table) []group.Action {
	another := group.LeadName(tb.room.ID, group.NewKey())
	var all []group.Action
	for _, id := range []string{"p", "q", "r"} {
		all = append(all, group.OpenPoll{ID: id}, group.ClosePoll{ID: id}, group.Reveal{ID: id}, group.Tell{ID: id}, group.Reset{ID: id},
			group.Skip{ID: id}, group.Count{ID: id, Hands: group.Hands{People: 1, For: map[string]int{"a": 1}}})
	}
	return append(all, group.AddPoll{Poll: poll("mine", "a", "b")}, group.Step{To: group.Place{Route: "lesson/x", Part: 1}},
		group.Sort{ID: strings.Repeat("A", 26), To: group.OnScreen}, group.Sort{ID: strings.Repeat("A", 26), To: group.Dismissed},
		group.SetFloor{Floor: 3}, group.UndoLast{Number: tb.room.Acts}, group.Appoint{Name: another, As: group.Facilitator},
		group.Appoint{Name: another, As: group.CoFacilitator}, group.End{})
}

func TestVisitorsLeadNothing(t *testing.T) {
	tb := newTable(t, 6)
	for _, id := range []string{"p", "q", "r"} {
		tb.must(group.AddPoll{Poll: poll(id, "a", "b")})
		tb.must(group.OpenPoll{ID: id})
	}
	tb.must(group.Ask{ID: strings.Repeat("A", 26), Asker: tb.voters[0].Asker(), Text: "Mine"})
	before, refused := text(t, tb.room), 0
	for _, key := range []group.Key{"", tb.voters[0].Key(), group.NewKey(), group.Key(tb.room.Code), group.Key(group.LeadName(tb.room.ID, tb.lead))} {
		refused = 0
		for _, do := range staff(tb) {
			room, err := group.Apply(tb.room, group.Act{Key: key, Do: do})
			if !errors.Is(err, group.ErrNotLead) || text(t, room) != before {
				t.Errorf("a visitor's %#v: %v", do, err)
				continue
			}
			refused++
		}
	}
	if refused < 30 {
		t.Errorf("%d staff actions were tried and refused, want 30 or more", refused)
	}
}

func TestCoFacilitatorAndHandOver(t *testing.T) {
	tb := newTable(t, 0)
	co := group.NewKey()
	name := group.LeadName(tb.room.ID, co)
	as := func(k group.Key, do group.Action) error {
		next, err := group.Apply(tb.room, group.Act{Key: k, Do: do})
		tb.room = next
		return err
	}
	tb.must(group.Appoint{Name: name, As: group.CoFacilitator})
	for _, c := range []struct {
		do   group.Action
		want error
	}{
		{group.AddPoll{Poll: poll("p", "a", "b")}, nil}, {group.OpenPoll{ID: "p"}, nil}, {group.Step{To: group.Place{Route: "lesson/x"}}, nil},
		{group.SetFloor{Floor: 3}, group.ErrNotLead}, {group.End{}, group.ErrNotLead}, {group.Appoint{Name: name, As: group.Facilitator}, group.ErrNotLead},
	} {
		if err := as(co, c.do); !errors.Is(err, c.want) {
			t.Errorf("a co-facilitator's %#v: %v, want %v", c.do, err, c.want)
		}
	}
	self := group.LeadName(tb.room.ID, tb.lead)
	if err := tb.try(group.Appoint{Name: self}); err == nil {
		t.Error("the only facilitator left, and nobody can end the room")
	}
	tb.must(group.Appoint{Name: name, As: group.Facilitator})
	if err := as(co, group.Appoint{Name: self, As: group.CoFacilitator}); err != nil {
		t.Error(err)
	}
	if err := tb.try(group.End{}); !errors.Is(err, group.ErrNotLead) {
		t.Errorf("after handing over: %v", err)
	}
}

func TestEndForgets(t *testing.T) {
	tb := newTable(t, 7)
	for _, id := range []string{"shown", "hidden"} {
		tb.must(group.AddPoll{Poll: poll(id, "a", "b")})
		tb.must(group.OpenPoll{ID: id})
		for i := range 6 {
			_ = tb.vote(i, id, "a")
		}
	}
	tb.must(group.Reveal{ID: "shown"})
	tb.must(group.Ask{ID: strings.Repeat("A", 26), Asker: tb.voters[0].Asker(), Text: "Never shown"})
	tb.must(group.End{})
	s := text(t, tb.room)
	for i, v := range tb.voters {
		for what, name := range map[string]string{"seat": string(v.Seat()), "ballot": string(v.Ballot("shown", 0)), "other ballot": string(v.Ballot("hidden", 0)), "asker": string(v.Asker())} {
			if strings.Contains(s, name) {
				t.Errorf("the %s of voter %d is still there", what, i)
			}
		}
	}
	if strings.Contains(s, "Never shown") {
		t.Error("a question that nobody showed is still there")
	}
	if got := counts(tb.result("shown")); got != "6: a=6 b=0" {
		t.Errorf("what was shown: %s", got)
	}
	if err := tb.vote(6, "shown", "a"); !errors.Is(err, group.ErrEnded) {
		t.Errorf("a vote after the end: %v", err)
	}
}

func TestBeforeAndAfter(t *testing.T) {
	tb := newTable(t, 5)
	for _, part := range []group.Part{group.Before, group.After} {
		p := poll("p-"+string(part), "a", "b")
		p.Pair, p.Part = "p", part
		tb.must(group.AddPoll{Poll: p})
		tb.must(group.OpenPoll{ID: p.ID})
		for i := range 5 {
			c := "a"
			if part == group.After && i > 0 {
				c = "b"
			}
			_ = tb.vote(i, p.ID, c)
		}
		if n := len(tb.view().Shifts); n != 0 {
			t.Errorf("a shift is shown before both results are")
		}
		tb.must(group.Reveal{ID: p.ID})
	}
	s := tb.view().Shifts
	if len(s) != 1 || counts(&s[0].Before) != "5: a=5 b=0" || counts(&s[0].After) != "5: a=1 b=4" || s[0].After.Bars[1].Percent != 80 {
		t.Errorf("the shift: %+v", s)
	}
}

func TestRightAnswersAreHeldBack(t *testing.T) {
	tb := newTable(t, 0)
	p := poll("p", "a", "b")
	p.Choices[1].Right, p.Choices[1].Why = true, group.Text{"en": "Because it is so."}
	tb.must(group.AddPoll{Poll: p})
	tb.must(group.OpenPoll{ID: "p"})
	if s := text(t, group.NewSnapshot(1, &tb.room).All()); strings.Contains(s, "Because") || strings.Contains(s, `"right":true`) {
		t.Errorf("the answer is given away: %s", s)
	}
	if err := tb.try(group.Tell{ID: "p"}); err == nil {
		t.Error("the answer was told while people were answering")
	}
	tb.must(group.ClosePoll{ID: "p"})
	tb.must(group.Tell{ID: "p"})
	if c := group.NewSnapshot(1, &tb.room).All().Front.Choices[1]; !c.Right || c.Why["en"] == "" {
		t.Errorf("told: %+v", c)
	}
}
