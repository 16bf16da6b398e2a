package group_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"porchlight/internal/group"
)

// A table is a room for a test, with its lead and the people in it.
type table struct {
	t      testing.TB
	room   group.Room
	lead   group.Key
	voters []group.Voter
}

func newTable(t testing.TB, people int) *table {
	lead := group.NewKey()
	tb := &table{t: t, room: group.New(group.NewCode(), lead, 1_000), lead: lead}
	for range people {
		v := group.NewVoter(tb.room.ID, group.NewKey())
		tb.voters = append(tb.voters, v)
		tb.must(group.Join{Seat: v.Seat()})
	}
	return tb
}

// must does something as the lead, who may do everything.
func (tb *table) must(do group.Action) {
	tb.t.Helper()
	next, err := group.Apply(tb.room, group.Act{Key: tb.lead, Do: do})
	if err != nil {
		tb.t.Fatalf("%#v: %v", do, err)
	}
	tb.room = next
}

// try does something and returns what came of it.
func (tb *table) try(do group.Action) error {
	next, err := group.Apply(tb.room, group.Act{Key: tb.lead, Do: do})
	tb.room = next
	return err
}

// vote has a voter answer a poll.
func (tb *table) vote(voter int, poll string, chosen ...string) error {
	p, _ := tb.room.Poll(poll)
	return tb.try(group.Vote{Poll: poll, Round: p.Round, Ballot: tb.voters[voter].Ballot(poll, p.Round), Chosen: chosen})
}

func (tb *table) view() group.LeadView {
	tb.t.Helper()
	v, ok := group.NewSnapshot(1, &tb.room).Lead(tb.lead)
	if !ok {
		tb.t.Fatal("the lead's key does not lead")
	}
	return v
}

// result is what is shown of a poll; nil for nothing.
func (tb *table) result(poll string) *group.Result {
	tb.t.Helper()
	for _, p := range tb.view().Polls {
		if p.ID == poll {
			return p.Result
		}
	}
	tb.t.Fatalf("there is no poll %q", poll)
	return nil
}

// counts is a result as text: "5: a=3 b=2".
func counts(r *group.Result) string {
	if r == nil {
		return "hidden"
	}
	s := fmt.Sprintf("%d:", r.People)
	for _, b := range r.Bars {
		s += fmt.Sprintf(" %s=%d", b.ID, b.Count)
	}
	return s
}

func poll(id string, choices ...string) group.Poll {
	p := group.Poll{ID: id, Text: group.Text{"en": "How is it for you?", "es": "¿Cómo le va?"}}
	for _, c := range choices {
		p.Choices = append(p.Choices, group.Choice{ID: c, Text: group.Text{"en": "Choice " + c}})
	}
	return p
}

// failing is a test, of the usual kind or with properties.
type failing interface {
	Helper()
	Fatal(args ...any)
}

func text(t failing, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
