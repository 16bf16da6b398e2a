package room_test

import (
	"testing"

	"pgregory.net/rapid"

	"porchlight/internal/group"
	"porchlight/tui/tuitest"
)

// Whatever keys people press while whoever leads does whatever they do, no page
// fails, nobody has two votes, and nothing is shown below the floor.
func TestAnyKeysAtAnyTime(t *testing.T) {
	keys := []string{"up", "down", "enter", "enter", "esc", "left", "right", "space", "a", "home", "end", "?", "!", "["}
	rapid.Check(t, func(rt *rapid.T) {
		e := begin(t)
		for _, p := range []group.Poll{call(), helps(group.Before), helps(group.After)} {
			e.Party.Do(t, e.Hub, group.AddPoll{Poll: p})
		}
		people := []*tuitest.Driver{e.inside(tuitest.Setup{Width: 40, Height: 12}), e.inside(tuitest.Setup{Lang: "es"})}
		steps := rapid.IntRange(1, 25).Draw(rt, "steps")
		for range steps {
			if rapid.IntRange(0, 3).Draw(rt, "who") == 0 {
				e.tries(rapid.SampledFrom(acts).Draw(rt, "act"))
				continue
			}
			d := people[rapid.IntRange(0, len(people)-1).Draw(rt, "person")]
			d.Press(rapid.SampledFrom(keys).Draw(rt, "key"))
			if d.Shows("Something went wrong") || d.Shows("Algo salió mal") {
				rt.Fatalf("a page has failed:\n%s", d.Screen())
			}
		}
		now := e.State()
		lead, _ := now.Lead(e.Party.Lead)
		for _, p := range lead.Polls {
			if p.Answers > len(people) || p.Result != nil {
				rt.Errorf("%s: %d answers of %d people, result %v", p.ID, p.Answers, len(people), p.Result)
			}
		}
	})
}

// acts is what whoever leads may do at any time.
var acts = []group.Action{
	group.Ask{ID: shownQuestion, Asker: shownQuestion, Text: "Why?"}, group.Sort{ID: shownQuestion, To: group.OnScreen}, group.Sort{ID: shownQuestion, To: group.Held},
	group.OpenPoll{ID: "call"}, group.OpenPoll{ID: "sleep-before"}, group.OpenPoll{ID: "sleep-after"},
	group.ClosePoll{ID: "call"}, group.Reveal{ID: "call"}, group.Reveal{ID: "sleep-before"}, group.Tell{ID: "call"},
	group.Reset{ID: "call"}, group.Skip{ID: "sleep-before"}, group.End{},
	group.Step{To: group.Place{Route: "present/helping-or-enabling"}}, group.Step{To: group.Place{Route: "present/helping-or-enabling", Part: 3}},
	group.Step{To: group.Place{Route: "session/short-session", Part: 99, Block: 99}}, group.Step{To: group.Place{Route: "lesson/nothing"}}, group.Step{},
}

// tries has the lead do something that may be refused, and everybody see it.
func (e *evening) tries(a group.Action) {
	e.T.Helper()
	_, _ = e.Hub.Do(e.T.Context(), e.Party.Code, group.Act{Key: e.Party.Lead, Do: a})
	e.Look()
}
