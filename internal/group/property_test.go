package group_test

import (
	"encoding/json"
	"errors"
	"maps"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"porchlight/internal/group"
)

// A world is a room, and beside it what it ought to be: who chose what.
type world struct {
	*table
	t *rapid.T
	// votes holds the standing answer of each voter, by poll and round.
	votes map[string]map[int]map[int]string
	// sealed holds whose answers were in what was shown.
	sealed map[string]map[int]bool
	shown  map[string][]shown // by poll
	// promised is the floor that each voter was told, by poll.
	promised map[string]map[int]int
}

// shown is one result, and whose answers were in it.
type shown struct {
	result group.Result
	whose  map[int]bool
	floor  int
}

var polls = []string{"p", "q"}

func newWorld(t *rapid.T, tb testing.TB) *world {
	w := &world{table: newTable(tb, 0), t: t, votes: map[string]map[int]map[int]string{}, sealed: map[string]map[int]bool{}, shown: map[string][]shown{}, promised: map[string]map[int]int{}}
	for _, id := range polls {
		w.must(group.AddPoll{Poll: poll(id, "a", "b", "c")})
		w.votes[id], w.sealed[id], w.promised[id] = map[int]map[int]string{}, map[int]bool{}, map[int]int{}
	}
	for range rapid.IntRange(3, 16).Draw(t, "people") {
		w.voters = append(w.voters, group.NewVoter(w.room.ID, group.NewKey()))
	}
	return w
}

// does applies an act and holds what is so of every act: the room before it is
// left as it was, what came of it survives being written and read, and the same
// act once more changes nothing.
func (w *world) does(do group.Action) error {
	before := text(w.t, w.room)
	was := w.room
	next, err := group.Apply(was, group.Act{Key: w.lead, Do: do})
	if now := text(w.t, was); now != before {
		w.t.Fatalf("%#v changed the room it was given", do)
	}
	w.room = next
	after := text(w.t, next)
	if err != nil && after != before {
		w.t.Fatalf("%#v failed (%v) and changed the room", do, err)
	}
	var read group.Room
	if err := json.Unmarshal([]byte(after), &read); err != nil {
		w.t.Fatal(err)
	}
	if again := text(w.t, read); again != after {
		w.t.Fatalf("read and written again:\n%s\n%s", after, again)
	}
	if twice, _ := group.Apply(read, group.Act{Key: w.lead, Do: do}); text(w.t, twice) != after {
		w.t.Fatalf("%#v, twice:\n%s\n%s", do, after, text(w.t, twice))
	}
	return err
}

func (w *world) poll(id string) group.Poll {
	p, _ := w.room.Poll(id)
	return p
}

func (w *world) round(id string) map[int]string {
	n := w.poll(id).Round
	if w.votes[id][n] == nil {
		w.votes[id][n] = map[int]string{}
	}
	return w.votes[id][n]
}

// step does one thing at random, and notes what ought to be so after it.
func (w *world) step() {
	id := rapid.SampledFrom(polls).Draw(w.t, "poll")
	i := rapid.IntRange(0, len(w.voters)-1).Draw(w.t, "voter")
	v, p := w.voters[i], w.poll(id)
	switch rapid.SampledFrom([]string{"vote", "vote", "vote", "vote", "vote", "join", "join", "leave", "open", "open", "close", "reveal", "reset", "skip", "undo", "floor", "step", "step", "fit", "begin", "ask", "sort", "sort"}).Draw(w.t, "does") {
	case "vote":
		w.votes1(id, i, rapid.SampledFrom([]string{"a", "b", "c", ""}).Draw(w.t, "choice"))
	case "join":
		if err := w.does(group.Join{Seat: v.Seat()}); err != nil {
			w.t.Fatal(err)
		}
	case "leave":
		_ = w.does(group.Leave{Seat: v.Seat()})
	case "open":
		_ = w.does(group.OpenPoll{ID: id})
	case "close":
		_ = w.does(group.ClosePoll{ID: id})
	case "reveal":
		w.reveal(id)
	case "reset":
		_ = w.does(group.Reset{ID: id, Round: p.Round})
		w.fresh(id, p.Round)
	case "skip":
		_ = w.does(group.Skip{ID: id})
	case "undo":
		_ = w.does(group.UndoLast{Number: w.last()})
	case "floor":
		_ = w.does(group.SetFloor{Floor: rapid.IntRange(3, 6).Draw(w.t, "floor")})
	case "step":
		_ = w.does(group.Step{To: group.Place{Route: "lesson/x", Part: rapid.IntRange(0, 3).Draw(w.t, "part")}, At: int64(w.room.Acts)})
	case "begin":
		part := rapid.IntRange(0, 3).Draw(w.t, "part")
		_ = w.does(group.Begin{
			From: rapid.IntRange(-1, 3).Draw(w.t, "from"), To: group.Place{Route: "session/x", Part: part}, Poll: []string{"", "p", "q", "none"}[part], At: int64(w.room.Acts + 1),
		})
	case "ask":
		_ = w.does(group.Ask{ID: string(v.Asker()), Asker: v.Asker(), Text: "Question"})
	case "sort":
		to := rapid.SampledFrom([]group.QState{group.OnScreen, group.OnScreen, group.Held, group.Answered}).Draw(w.t, "to")
		_ = w.does(group.Sort{ID: string(v.Asker()), To: to})
	case "fit":
		_ = w.does(group.Fit{Screen: strings.Repeat(rapid.SampledFrom([]string{"A", "B", "C"}).Draw(w.t, "screen"), 26), To: group.Wall{Width: rapid.IntRange(0, 200).Draw(w.t, "width"), Height: 24}, At: int64(w.room.Acts)})
	}
}

// last is the number of the act that would be undone.
func (w *world) last() int {
	u, _ := w.room.Undoes()
	return u.Number
}

// fresh notes that a round that had been given up begins again.
func (w *world) fresh(id string, before int) {
	if n := w.poll(id).Round; n > before {
		delete(w.votes[id], n)
	}
}

func (w *world) votes1(id string, i int, choice string) {
	p, v := w.poll(id), w.voters[i]
	var chosen []string
	if choice != "" {
		chosen = []string{choice}
	}
	err := w.does(group.Vote{Poll: id, Round: p.Round, Ballot: v.Ballot(id, p.Round), Chosen: chosen})
	switch {
	case err == nil && w.round(id)[i] == choice && !w.sealed[id][i]:
		return // as it was, whether more may answer or not
	case err == nil && (p.Status != group.Open || w.sealed[id][i]):
		w.t.Fatalf("a vote was taken: the poll is %s, counted already: %v", p.Status, w.sealed[id][i])
	case err != nil && p.Status == group.Open && !w.sealed[id][i] && !errors.Is(err, group.ErrFull):
		w.t.Fatalf("a vote was refused: %v", err)
	case err != nil:
		return
	}
	delete(w.round(id), i)
	if choice != "" {
		w.round(id)[i], w.promised[id][i] = choice, p.Floor
	}
}

func (w *world) reveal(id string) {
	p := w.poll(id)
	if err := w.does(group.Reveal{ID: id}); err != nil {
		return
	}
	if p.Ballots.Len() >= p.Floor {
		for i := range w.round(id) {
			if w.promised[id][i] > p.Ballots.Len() && !w.sealed[id][i] {
				w.t.Fatalf("somebody was told that nothing is shown below %d, and %d were", w.promised[id][i], p.Ballots.Len())
			}
			w.sealed[id][i] = true
		}
	}
}

// check holds the room against what it ought to be.
func (w *world) check() {
	w.oneRaised()
	for _, id := range polls {
		p, want := w.poll(id), w.round(id)
		if p.Answers() != len(want) {
			w.t.Fatalf("poll %s has %d answers, and %d people gave one", id, p.Answers(), len(want))
		}
		got, ought := maps.Clone(p.Counts), map[string]int{}
		if got == nil {
			got = map[string]int{}
		}
		for _, marks := range p.Ballots.All() {
			got[marks]++
		}
		for _, choice := range want {
			ought[choice]++
		}
		if !maps.Equal(got, ought) {
			w.t.Fatalf("poll %s holds %v, and people gave %v", id, got, ought)
		}
		w.seen(id)
	}
}

// oneRaised holds that everybody sees one question from the box at most, and
// that undoing the last act brings back which one that was.
func (w *world) oneRaised() {
	up := 0
	for _, q := range w.room.Questions {
		if q.State == group.OnScreen {
			up++
		}
	}
	seen := w.view().Raised
	if up > 1 || (up == 1) != (seen != nil) {
		w.t.Fatalf("%d questions are on the screen, and everybody sees %+v", up, seen)
	}
	u, ok := w.room.Undoes()
	if !ok {
		return
	}
	before, err := group.Apply(w.room, group.Act{Key: w.lead, Do: group.UndoLast{Number: u.Number}})
	if err != nil {
		return // a reset that people have answered since
	}
	id := ""
	if q := group.NewSnapshot(1, &before).All().Raised; q != nil {
		id = q.ID
	}
	if id != u.Raised {
		w.t.Fatalf("undone, everybody sees %q and not %q", id, u.Raised)
	}
}

// seen holds a result that is shown against all that were shown before: between
// any two, none or at least as many as the floor differ, and what was shown of
// somebody stays.
func (w *world) seen(id string) {
	r := w.result(id)
	if r == nil {
		return
	}
	now := shown{*r, maps.Clone(w.sealed[id]), w.poll(id).Floor}
	now.result.Later = 0
	if len(now.whose) != r.People {
		w.t.Fatalf("a result of %d people shows the answers of %d", r.People, len(now.whose))
	}
	if len(now.whose) < now.floor {
		w.t.Fatalf("%d answers are shown below the floor of %d", len(now.whose), now.floor)
	}
	for _, before := range w.shown[id] {
		differ := 0
		for i := range w.voters {
			if before.whose[i] != now.whose[i] {
				differ++
			}
		}
		if differ > 0 && differ < now.floor {
			w.t.Fatalf("two results differ by %d people, below the floor of %d", differ, now.floor)
		}
		if differ == 0 && !reflect.DeepEqual(before.result, now.result) {
			w.t.Fatalf("the same people's results differ: %+v, %+v", before.result, now.result)
		}
	}
	w.shown[id] = append(w.shown[id], now)
}

func TestRoomKeepsItsPromises(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w := newWorld(rt, t)
		w.t = rt
		for range rapid.IntRange(1, 80).Draw(rt, "steps") {
			w.step()
			w.check()
		}
	})
}

// What a room holds is the same whoever of two people gave which answer, but
// for the names that only they can tell. It holds no key, and no name of one
// purpose beside one of another.
func TestNoStateJoinsPersonAndAnswer(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(2, 12).Draw(rt, "people")
		one := newTable(t, n)
		one.must(group.AddPoll{Poll: poll("p", "a", "b", "c")})
		one.must(group.OpenPoll{ID: "p"})
		two := &table{t: t, room: one.room, lead: one.lead, voters: one.voters}
		answers := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c"}), n, n).Draw(rt, "answers")
		swapped := rapid.Permutation(answers).Draw(rt, "swapped")
		for i := range n {
			if one.vote(i, "p", answers[i]) != nil || two.vote(i, "p", swapped[i]) != nil {
				rt.Fatal("a vote was refused")
			}
		}
		if a, b := nameless(rt, one.room), nameless(rt, two.room); a != b {
			rt.Fatalf("who said what makes a difference:\n%s\n%s", a, b)
		}
		revealed := one.try(group.Reveal{ID: "p"}) == nil
		_ = two.try(group.Reveal{ID: "p"})
		if a, b := text(rt, one.room), text(rt, two.room); revealed && a != b {
			rt.Fatalf("after the result was shown, who said what still makes a difference:\n%s\n%s", a, b)
		}
		raw := text(rt, one.room)
		for _, v := range one.voters {
			if strings.Contains(raw, string(v.Key())) {
				rt.Fatal("a key is in the room")
			}
		}
		if strings.Contains(raw, string(one.lead)) {
			rt.Fatal("the lead's key is in the room")
		}
	})
}

// nameless is a room with its ballots as they are when the names are taken
// away: so many of each kind.
func nameless(t *rapid.T, r group.Room) string {
	for i, p := range r.Polls {
		kinds := map[group.Token]string{}
		for kind, n := range kindsOf(p.Ballots) {
			kinds[group.Token(kind)] = strings.Repeat("1", n)
		}
		r.Polls[i].Ballots = group.BallotsOf(kinds)
	}
	return text(t, r)
}

func kindsOf(ballots group.Ballots) map[string]int {
	all := map[string]int{}
	for _, marks := range ballots.All() {
		all[marks]++
	}
	return all
}

// Names of one voter for different purposes, and of different voters for the
// same one, have nothing in common.
func TestNamesDiffer(t *testing.T) {
	seen := map[string]bool{}
	add := func(s string) {
		t.Helper()
		if seen[s] {
			t.Errorf("%s is the name of two things", s)
		}
		seen[s] = true
	}
	for range 50 {
		key := group.NewKey()
		for _, room := range []string{"one", "two"} {
			v := group.NewVoter(room, key)
			add(string(v.Seat()))
			add(string(v.Asker()))
			add(group.LeadName(room, key))
			for round := range 3 {
				add(string(v.Pace(round)))
				add(string(v.Ballot("p", round)))
				add(string(v.Ballot("p0", round)))
			}
		}
	}
}

// FuzzApply has anybody do anything: no panic, nothing a visitor may not do,
// and whatever is kept can be written, read and shown.
func FuzzApply(f *testing.F) {
	f.Add([]byte{0, 1, 2, 3, 4, 5, 6, 7}, "text", "p")
	f.Add([]byte{9, 9, 1, 30, 12, 14, 200}, strings.Repeat("\x1b]52;c;A\a", 40), "a")
	f.Fuzz(func(t *testing.T, script []byte, words, id string) {
		if len(script) > 200 || len(words) > 5_000 {
			return
		}
		tb := newTable(t, 3)
		tb.must(group.AddPoll{Poll: poll("p", "a", "b")})
		for _, b := range script {
			do, key := anything(tb, b, words, id)
			next, err := group.Apply(tb.room, group.Act{Key: key, Do: do})
			if err != nil {
				continue
			}
			tb.room = next
		}
		var read group.Room
		if err := json.Unmarshal([]byte(text(t, tb.room)), &read); err != nil {
			t.Fatal(err)
		}
		v, _ := group.NewSnapshot(1, &read).Lead(tb.lead)
		for _, q := range v.Questions {
			if strings.ContainsAny(q.Text, "\x1b\x07\r\n") {
				t.Errorf("a control is in the question %q", q.Text)
			}
		}
	})
}

// anything is an action that a byte picks, with words of a stranger in it.
func anything(tb *table, b byte, words, id string) (group.Action, group.Key) {
	v, n := tb.voters[int(b)%3], int(b)
	key := tb.lead
	if b%2 == 0 {
		key = group.Key(words)
	}
	named := map[string]int{id: n, words: -n, "a": n}
	all := []group.Action{
		group.Join{Seat: group.Seat(id)}, group.Leave{Seat: v.Seat()}, group.Vote{Poll: id, Round: n % 3, Ballot: group.Token(words), Chosen: []string{words}},
		group.Vote{Poll: "p", Ballot: v.Ballot("p", 0), Chosen: []string{id, words, "a"}}, group.Signal{Round: n, Token: v.Pace(n), Feels: group.Feeling(id)},
		group.Ask{ID: string(v.Asker()), Asker: v.Asker(), Text: words}, group.AddPoll{Poll: group.Poll{ID: id, Text: group.Text{id: words}, Choices: []group.Choice{{ID: id, Text: group.Text{"en": words}}, {ID: words, Text: group.Text{"en": id}}}}},
		group.OpenPoll{ID: id}, group.OpenPoll{ID: "p"}, group.ClosePoll{ID: "p"}, group.Reveal{ID: "p"}, group.Tell{ID: "p"}, group.Reset{ID: "p", Round: n % 4}, group.Skip{ID: "p"},
		group.Count{ID: "p", Hands: group.Hands{People: n, For: named}}, group.Step{To: group.Place{Route: words, Part: n, Replies: []string{id, words}, Block: n, Word: n % 3}, At: int64(n)}, group.Fit{Screen: id, To: group.Wall{Width: n, Height: n}, At: int64(n)}, group.Fit{Screen: string(v.Asker()), To: group.Wall{Width: n, Height: -n}}, group.LeaveOut{Screen: words, Out: true}, group.FitTo{Largest: n%2 == 0}, group.Return{By: words, Lead: string(v.Asker())}, group.GoBy{Sheet: words}, group.Begin{From: n, To: group.Place{Route: words, Part: n}, Poll: id, At: int64(n)},
		group.Sort{ID: string(v.Asker()), To: group.QState(id)},
		group.SetFloor{Floor: n}, group.UndoLast{Number: n % 8}, group.Appoint{Name: id, As: group.Role(words)}, nil,
	}
	return all[n%len(all)], key
}
