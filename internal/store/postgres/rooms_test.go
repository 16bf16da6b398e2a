package postgres_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"porchlight/internal/group"
	"porchlight/internal/group/grouptest"
	"porchlight/internal/store/postgres"
	"porchlight/internal/store/postgres/postgrestest"
)

// hub is one server's, with connections of its own.
func hub(t testing.TB, s *postgrestest.Server) *postgres.Rooms {
	t.Helper()
	h := open(t, s).Rooms()
	t.Cleanup(h.Close)
	return h
}

func TestRooms(t *testing.T) {
	s := postgrestest.Start(t)
	grouptest.Run(t, func(t *testing.T) grouptest.Pair {
		p := grouptest.Pair{One: hub(t, s), Two: hub(t, s)}
		s.SQL(`DELETE FROM rooms`) // of the test before
		return p
	})
}

// do does something until the database has it.
func do(t testing.TB, h group.Hub, code group.Code, a group.Act) {
	for {
		_, err := h.Do(t.Context(), code, a)
		if !errors.Is(err, group.ErrAway) {
			if err != nil {
				t.Error(err)
			}
			return
		}
		select {
		case <-t.Context().Done():
			return
		case <-time.After(5 * time.Millisecond):
		}
	}
}

// The database is killed and comes back, again and again, while people on two
// servers vote and change their minds. Nobody is counted twice, and none lost.
func TestVotesWhileTheDatabaseRestarts(t *testing.T) {
	const people, restarts = 40, 4
	s := postgrestest.Start(t)
	hubs := []group.Hub{hub(t, s), hub(t, s)}
	party := grouptest.Begin(t, hubs[0])
	voters := party.Sit(t, people, hubs...)
	party.Ask(t, hubs[0], "p")
	boxes := []*group.Mailbox{party.Watch(t, hubs[0]), party.Watch(t, hubs[1])}
	var kept atomic.Int64
	stop := make(chan struct{})
	var wg sync.WaitGroup
	for i, v := range voters {
		wg.Go(func() {
			for n := 0; ; n++ {
				select {
				case <-stop:
					// The last word of each: a for every fourth, b for the others.
					do(t, hubs[(i+n)%2], party.Code, vote(v, choice(i)))
					return
				default:
					do(t, hubs[(i+n)%2], party.Code, vote(v, choice(n)))
					kept.Add(1)
				}
			}
		})
	}
	for range restarts {
		before := kept.Load()
		eventually(t, func() bool { return kept.Load() >= before+100 })
		s.Kill()
		s.Up()
	}
	close(stop)
	wg.Wait()
	do(t, hubs[1], party.Code, group.Act{Key: party.Lead, Do: group.Reveal{ID: "p"}})
	for _, box := range boxes {
		got := grouptest.Until(t, box, "the result", func(v group.View) bool { return v.Front.Shown }).All().Front.Result
		if got.People != people || got.Bars[0].Count != people/4 || got.Bars[1].Count != people*3/4 {
			t.Errorf("%d people, a quarter of them for a, are counted as %+v", people, got)
		}
	}
	t.Logf("%d restarts, %d votes, %d people counted", restarts, kept.Load(), people)
}

func choice(n int) string {
	if n%4 == 0 {
		return "a"
	}
	return "b"
}

func vote(v group.Voter, c string) group.Act {
	return group.Act{Do: group.Vote{Poll: "p", Ballot: v.Ballot("p", 0), Chosen: []string{c}}}
}

// A server whose listening connection is ended hears again, and is right.
func TestListenerIsDropped(t *testing.T) {
	s := postgrestest.Start(t)
	one, two := hub(t, s), hub(t, s)
	party := grouptest.Begin(t, one)
	box := party.Watch(t, two)
	for i := 1; i <= 20; i++ {
		if i%5 == 0 {
			s.SQL(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'`)
		}
		place := group.Place{Route: "lesson/x", Part: i}
		do(t, one, party.Code, group.Act{Key: party.Lead, Do: group.Step{To: place}})
		grouptest.Until(t, box, "the step", func(v group.View) bool { return v.Place.Is(place) })
	}
}

// broken is an act that panics.
type broken struct{ group.Action }

// A panic in an act is that of the visit which asked for it. The room goes on,
// with the acts that came together with it.
func TestFaultInAnAct(t *testing.T) {
	one := hub(t, postgrestest.Start(t))
	party := grouptest.Begin(t, one)
	box := party.Watch(t, one)
	fails := func() (what any) {
		defer func() { what = recover() }()
		_, _ = one.Do(t.Context(), party.Code, group.Act{Key: party.Lead, Do: broken{}})
		return nil
	}
	var all sync.WaitGroup
	for range 5 {
		all.Go(func() {
			if fails() == nil {
				t.Error("the fault is nobody's")
			}
		})
	}
	place := group.Place{Route: "lesson/x", Part: 1}
	do(t, one, party.Code, group.Act{Key: party.Lead, Do: group.Step{To: place}})
	grouptest.Until(t, box, "the step", func(v group.View) bool { return v.Place.Is(place) })
	all.Wait()
}

// While the database hangs a call ends by its deadline with ErrAway, and the
// room goes on afterwards.
func TestRoomGoesOnAfterTheDatabaseHung(t *testing.T) {
	s := postgrestest.Start(t)
	f, err := postgres.Open(t.Context(), s.URL(), postgres.Options{Deadline: time.Second})
	must(t, err)
	t.Cleanup(f.Close)
	h := f.Rooms()
	t.Cleanup(h.Close)
	party := grouptest.Begin(t, h)
	box := party.Watch(t, h)
	v := party.Sit(t, 1, h)[0]
	party.Ask(t, h, "p")
	s.Freeze()
	if _, err := h.Do(t.Context(), party.Code, vote(v, "a")); !errors.Is(err, group.ErrAway) {
		t.Errorf("while it hangs: %v", err)
	}
	s.Thaw()
	do(t, h, party.Code, vote(v, "b"))
	grouptest.Until(t, box, "one answer", func(v group.View) bool { return v.Front != nil && v.Front.Answers == 1 })
}

// Nothing that a server or its database holds of a room, in tables, in the
// files of the database or in what it logs, has a person's key in it; and the
// files name no seat beside a ballot.
func TestDatabaseJoinsNobodyToAnAnswer(t *testing.T) {
	s := postgrestest.Start(t)
	h := hub(t, s)
	party := grouptest.Begin(t, h)
	voters := party.Sit(t, 8, h)
	party.Ask(t, h, "p")
	for i, v := range voters {
		do(t, h, party.Code, vote(v, choice(i)))
	}
	state := s.SQL(`SELECT state FROM rooms`)
	if !strings.Contains(state, string(voters[0].Ballot("p", 0))) || !strings.Contains(state, string(voters[0].Seat())) {
		t.Fatalf("the dump is not of the room: %s", state)
	}
	do(t, h, party.Code, group.Act{Key: party.Lead, Do: group.Reveal{ID: "p"}})
	if after := s.SQL(`SELECT state FROM rooms`); strings.Contains(after, `"ballots"`) {
		t.Errorf("answers are still in the table after they were counted: %s", after)
	}
	s.SQL(`CHECKPOINT`)
	raw := everything(t, s)
	for i, v := range voters {
		for _, k := range []group.Key{v.Key(), party.Lead} {
			if bytes.Contains(raw, []byte(k)) || bytes.Contains(raw, []byte(k.String())) {
				t.Errorf("the key of voter %d, or the lead's, is in the database's files", i)
			}
		}
	}
	if !bytes.Contains(raw, []byte(voters[0].Seat())) {
		t.Error("what was searched was not the database")
	}
}

// everything is all files of a database and what its server said.
func everything(t *testing.T, s *postgrestest.Server) []byte {
	var all bytes.Buffer
	err := filepath.WalkDir(s.Dir(), func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return nil // a file that the server has just removed
		}
		data, err := os.ReadFile(path)
		if err == nil {
			all.Write(data)
		}
		return nil
	})
	must(t, err)
	all.WriteString(s.String())
	return all.Bytes()
}

// The database goes away for ten seconds, and comes back. Meanwhile whoever
// acts is told within the deadline; then the room goes on, what had been kept
// is there, and nobody who tried again and again is counted twice.
func TestDatabaseAwayForTenSeconds(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes ten seconds")
	}
	const people, away = 30, 10 * time.Second
	s := postgrestest.Start(t)
	hubs := []group.Hub{hub(t, s), hub(t, s)}
	party := grouptest.Begin(t, hubs[0])
	voters := party.Sit(t, people, hubs...)
	party.Ask(t, hubs[0], "p")
	for i, v := range voters[:people/2] {
		do(t, hubs[i%2], party.Code, vote(v, "a"))
	}
	s.Kill()
	back := time.After(away)
	var refused atomic.Int64
	var wg sync.WaitGroup
	for i, v := range voters {
		wg.Go(func() {
			for {
				_, err := hubs[i%2].Do(t.Context(), party.Code, vote(v, "b"))
				if !errors.Is(err, group.ErrAway) {
					if err != nil {
						t.Error(err)
					}
					return
				}
				refused.Add(1)
			}
		})
	}
	<-back
	if refused.Load() == 0 {
		t.Error("nobody was told in ten seconds that the room is away")
	}
	s.Up()
	wg.Wait()
	do(t, hubs[1], party.Code, group.Act{Key: party.Lead, Do: group.Reveal{ID: "p"}})
	for _, h := range hubs {
		got := grouptest.Until(t, party.Watch(t, h), "the result", func(v group.View) bool { return v.Front != nil && v.Front.Shown }).All().Front.Result
		if got.People != people || got.Bars[1].Count != people {
			t.Errorf("%d people, all for b in the end, are counted as %+v", people, got)
		}
	}
}
