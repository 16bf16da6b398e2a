package grouptest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"porchlight/internal/group"
	"porchlight/internal/safetext"
)

// bad is what comes in that ought not to.
var bad = []conduct{
	{"a vote for a choice that is not there", noChoice},
	{"a vote after closing", late},
	{"a lead's link that flaps", flaps},
	{"codes as people type them", typedCodes},
	{"a megabyte in the question box", megabyte},
	{"control bytes in everything", controls},
}

func noChoice(t *testing.T, p Pair) {
	party := Begin(t, p.One)
	v := party.Sit(t, 1, p.Two)[0]
	party.Ask(t, p.One, "p")
	ballot := v.Ballot("p", 0)
	for _, chosen := range [][]string{{"z"}, {"a", "z"}, {"a", "b"}, {""}, {"a b"}, {"0"}} {
		for _, h := range []group.Hub{p.One, p.Two} {
			_, err := h.Do(t.Context(), party.Code, group.Act{Do: group.Vote{Poll: "p", Ballot: ballot, Chosen: chosen}})
			if !errors.Is(err, group.ErrNoChoice) {
				t.Errorf("a vote for %q: %v", chosen, err)
			}
		}
	}
	if s := party.Do(t, p.Two, group.Vote{Poll: "p", Ballot: ballot, Chosen: []string{"a"}}); s.All().Front.Answers != 1 || s.Mine(v).Chosen[0] != "a" {
		t.Errorf("and then a good one: %+v", s.All().Front)
	}
}

func late(t *testing.T, p Pair) {
	party := Begin(t, p.One)
	all := party.Sit(t, 6, p.One, p.Two)
	party.Ask(t, p.One, "p")
	for _, v := range all[:5] {
		party.Do(t, p.Two, group.Vote{Poll: "p", Ballot: v.Ballot("p", 0), Chosen: []string{"a"}})
	}
	for _, do := range []group.Action{group.ClosePoll{ID: "p"}, group.Reveal{ID: "p"}} {
		party.Do(t, p.One, do)
		for i, v := range all {
			_, err := p.Two.Do(t.Context(), party.Code, group.Act{Do: group.Vote{Poll: "p", Ballot: v.Ballot("p", 0), Chosen: []string{"b"}}})
			if !errors.Is(err, group.ErrNotOpen) && !errors.Is(err, group.ErrCounted) {
				t.Errorf("voter %d after %T: %v", i, do, err)
			}
		}
	}
	if got := party.Do(t, p.One, group.Reveal{ID: "p"}).All().Front.Result; got.People != 5 || got.Bars[0].Count != 5 {
		t.Errorf("the result: %+v", got)
	}
}

// flaps has a facilitator whose link drops again and again, in the middle of
// what they do. They begin where they were, and all of it is done once.
func flaps(t *testing.T, p Pair) {
	party := Begin(t, p.One)
	voters := party.Sit(t, 5, p.One, p.Two)
	party.Ask(t, p.One, "p")
	doors := []*group.Door{group.NewDoor(p.One, time.Now), group.NewDoor(p.Two, time.Now)}
	for i := range 30 {
		in, err := doors[i%2].Enter(t.Context(), "here", group.Entry(party.Code, party.Lead))
		if err != nil || !in.Leads() {
			t.Fatalf("coming back the %d. time: %v", i, err)
		}
		ctx, cut := context.WithCancel(t.Context())
		if i%3 == 0 {
			cut() // before anything is sent
		} else if i%3 == 1 {
			go cut() // at any moment
		}
		_, _ = in.Do(ctx, group.AddPoll{Poll: group.Poll{ID: "again", Text: group.Text{"en": "Again?"}, Choices: []group.Choice{{ID: "a", Text: group.Text{"en": "A"}}, {ID: "b", Text: group.Text{"en": "B"}}}}})
		v := voters[i%len(voters)]
		party.Do(t, []group.Hub{p.Two, p.One}[i%2], group.Vote{Poll: "p", Ballot: v.Ballot("p", 0), Chosen: []string{"b"}})
		if i%3 == 2 {
			in.Leave(ctx)
		}
		cut()
	}
	party.Do(t, p.Two, group.Reveal{ID: "p"})
	in, err := doors[0].Enter(t.Context(), "here", group.Entry(party.Code, party.Lead))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Leave(t.Context())
	s := Until(t, party.Watch(t, p.One), "the result", func(v group.View) bool { return v.Front != nil && v.Front.Shown })
	v, leads := s.Lead(party.Lead)
	if !leads || len(v.Polls) != 2 || v.Here != len(voters) || v.Front.Result.Bars[1].Count != len(voters) {
		t.Errorf("afterwards: leads %v, %d polls, %d people, %+v", leads, len(v.Polls), v.Here, v.Front.Result)
	}
}

// typedCodes has people type a code as people do.
func typedCodes(t *testing.T, p Pair) {
	party := Begin(t, p.One)
	code := string(party.Code)
	accented := strings.NewReplacer("C", "ç", "N", "ñ", "K", "ķ", "M", "ḿ", "P", "ṕ", "R", "ŕ", "T", "ť", "W", "ẃ").Replace(code)
	spaced := strings.Join(strings.Split(code, ""), " ")
	for i, typed := range []string{code, strings.ToLower(code), party.Code.String(), spaced, "  " + strings.ToLower(spaced) + "\t", accented, strings.ToUpper(accented)} {
		h := []group.Hub{p.One, p.Two}[i%2]
		in, err := group.NewDoor(h, time.Now).Enter(t.Context(), "here", typed)
		if err != nil {
			t.Errorf("%q for %s: %v", typed, code, err)
			continue
		}
		in.Leave(t.Context())
	}
}

func megabyte(t *testing.T, p Pair) {
	party := Begin(t, p.One)
	v := party.Sit(t, 1, p.One)[0]
	for _, text := range []string{strings.Repeat("a", 1<<20), strings.Repeat("why? ", 1<<18), strings.Repeat("\x1b[31m", 1<<18), strings.Repeat("é", 1<<19)} {
		for i, h := range []group.Hub{p.One, p.Two} {
			_, err := h.Do(t.Context(), party.Code, group.Act{Do: group.Ask{ID: group.NewQuestion(), Asker: v.Asker(), Text: text}})
			if !errors.Is(err, group.ErrTooLong) {
				t.Errorf("a megabyte of %.5q at hub %d: %v", text, i, err)
			}
		}
	}
	s := party.Do(t, p.Two, group.Ask{ID: group.NewQuestion(), Asker: v.Asker(), Text: "What if she says no?"})
	if lead, _ := s.Lead(party.Lead); len(lead.Questions) != 1 {
		t.Errorf("%d questions are in the box", len(lead.Questions))
	}
}

// hostile is control bytes of every kind, a broken rune and marks that turn
// text around.
const hostile = "\x1b]0;t\a\x1b[2J\x00\x07\b\r\n\x7f\u0085\u009b31m\u202e\u2066\xff\xfe"

// controls puts control bytes into everything that people and leads type. What
// the room shows has none of them.
func controls(t *testing.T, p Pair) {
	party := Begin(t, p.One)
	v := party.Sit(t, 5, p.Two)
	try := func(do group.Action) {
		t.Helper()
		for _, h := range []group.Hub{p.One, p.Two} {
			_, _ = h.Do(t.Context(), party.Code, group.Act{Key: party.Lead, Do: do}) // refused or cleaned
		}
	}
	for _, text := range []string{hostile, "x" + hostile + "y"} {
		try(group.AddPoll{Poll: group.Poll{ID: text, Text: group.Text{"en": "Why?"}}})
		try(group.AddPoll{Poll: group.Poll{ID: "p", Text: group.Text{"en": text, text: "Why?"}, Pair: text, Part: group.Part(text), Choices: []group.Choice{{ID: text}, {ID: "b"}}}})
		try(group.AddPoll{Poll: group.Poll{ID: "q", Text: group.Text{"en": text}, Choices: []group.Choice{
			{ID: "a", Text: group.Text{"en": text}, Why: group.Text{"en": text}}, {ID: "b", Text: group.Text{"en": "B"}}}}})
		try(group.OpenPoll{ID: "q"})
		try(group.Step{To: group.Place{Route: text, Replies: []string{text}}})
		try(group.GoBy{Sheet: text})
		try(group.Appoint{Name: text, As: group.Role(text)})
		try(group.Vote{Poll: "q", Ballot: group.Token(text), Chosen: []string{text}})
		try(group.Join{Seat: group.Seat(text)})
		try(group.Signal{Token: group.Token(text), Feels: group.Feeling(text)})
		try(group.Ask{ID: text, Asker: v[0].Asker(), Text: text})
		try(group.Ask{ID: group.NewQuestion(), Asker: group.Token(text), Text: text})
		try(group.Ask{ID: group.NewQuestion(), Asker: v[0].Asker(), Text: text})
		for _, h := range []group.Hub{p.One, p.Two} {
			if _, err := group.NewDoor(h, time.Now).Enter(t.Context(), text, string(party.Code)+text); !errors.Is(err, group.ErrNoCode) {
				t.Errorf("a code with control bytes: %v", err)
			}
		}
	}
	for _, voter := range v {
		try(group.Vote{Poll: "q", Ballot: voter.Ballot("q", 0), Chosen: []string{"a"}})
	}
	s := party.Do(t, p.One, group.Reveal{ID: "q"})
	lead, _ := s.Lead(party.Lead)
	if lead.Front == nil || lead.Front.Result.People != len(v) || len(lead.Questions) == 0 {
		t.Fatalf("nothing of it came through: %+v", lead)
	}
	shown, err := json.Marshal([]any{lead, s.Summary()})
	if err != nil {
		t.Fatal(err)
	}
	var back any
	if err := json.Unmarshal(shown, &back); err != nil {
		t.Fatal(err)
	}
	if text := fmt.Sprint(back); strings.ContainsFunc(text, safetext.Unsafe) {
		t.Errorf("control bytes are shown: %q", text)
	}
}
