package seat_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"porchlight/internal/group"
	"porchlight/internal/group/grouptest"
	"porchlight/tui/page"
	"porchlight/tui/seat"
)

// A hall is a room to come into, and a way in.
type hall struct {
	hub   *group.Local
	party grouptest.Party
	env   page.Env
	way   *seat.Hall
	stop  context.CancelFunc
}

func open(t testing.TB) *hall {
	h := group.NewLocal()
	t.Cleanup(h.Close)
	ctx, stop := context.WithCancel(context.Background())
	t.Cleanup(stop)
	door := group.NewDoor(h, func() time.Time { return time.Unix(0, 0) })
	return &hall{hub: h, party: grouptest.Begin(t, h), env: page.Env{Ctx: ctx}, way: seat.NewHall(door, "a test", "", func(context.Context) bool { return true }), stop: stop}
}

// take runs a command and gives its answer to the seat.
func take(t testing.TB, s *seat.Seat, cmd tea.Cmd) (seat.Event, tea.Cmd) {
	t.Helper()
	news, ok := cmd().(seat.News)
	if !ok {
		t.Fatal("no news came")
	}
	return s.Take(news)
}

// sits comes in, and returns the command that waits for the room.
func (h *hall) sits(t testing.TB) (*seat.Seat, tea.Cmd) {
	t.Helper()
	s := seat.New(h.env, h.way)
	e, wait := take(t, s, s.Enter(h.party.Code.String()))
	if e.What != seat.Entered || !s.Inside() {
		t.Fatalf("coming in: %+v", e)
	}
	return s, wait
}

// here is how many people are in the room.
func (h *hall) here(t testing.TB) int {
	t.Helper()
	box := h.party.Watch(t, h.hub)
	now, err := box.Next(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return now.All().Here
}

func TestComingInAndGettingUp(t *testing.T) {
	h := open(t)
	s, _ := h.sits(t)
	if h.here(t) != 1 || s.Back() == "" {
		t.Errorf("%d are there, and the way back is %q", h.here(t), s.Back())
	}
	s.Leave()()
	if h.here(t) != 0 || s.Inside() || s.Leave() != nil {
		t.Errorf("%d are there after leaving", h.here(t))
	}
	e, _ := take(t, s, s.Enter(s.Back()))
	if e.What != seat.Entered || !s.Sitting().Returned() || h.here(t) != 1 {
		t.Errorf("coming back: %+v", e)
	}
}

// Whoever leaves while the way in is still on its way does not stay behind.
func TestLeavingBeforeOneIsIn(t *testing.T) {
	h := open(t)
	s := seat.New(h.env, h.way)
	cmd := s.Enter(h.party.Code.String())
	s.Leave()()
	if msg := cmd(); msg != nil {
		t.Errorf("whoever left is told %v", msg)
	}
	for h.here(t) != 0 { // it is let out beside the event loop
		time.Sleep(time.Millisecond)
	}
}

func TestTheEndOfTheSessionGetsUp(t *testing.T) {
	h := open(t)
	h.sits(t)
	h.stop()
	for h.here(t) != 0 {
		time.Sleep(time.Millisecond)
	}
}

func TestNewsOfAnotherStayIsDropped(t *testing.T) {
	h := open(t)
	s, _ := h.sits(t)
	h.party.Ask(t, h.hub, "p")
	late := s.Act("late", group.End{})
	s.Leave()()
	e, more := take(t, s, late)
	if e.What != seat.Nothing || more != nil {
		t.Errorf("after leaving: %+v", e)
	}
}

func TestTheRoomIsRemoved(t *testing.T) {
	h := open(t)
	s, wait := h.sits(t)
	if err := h.hub.Remove(t.Context(), h.party.Code); err != nil {
		t.Fatal(err)
	}
	e, _ := take(t, s, wait)
	if e.What != seat.Gone || !errors.Is(e.Err, group.ErrNoRoom) || s.Inside() || s.Back() != "" {
		t.Errorf("%+v, inside %v, back %q", e, s.Inside(), s.Back())
	}
}

// What was done last is what is kept, however many keys were pressed before the
// first was answered.
func TestWhatIsDoneIsDoneInOrder(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		h := open(t)
		s, _ := h.sits(t)
		h.party.Ask(t, h.hub, "p")
		shown, err := h.hub.Watch(t.Context(), h.party.Code)
		if err != nil {
			t.Fatal(err)
		}
		defer shown.Close()
		now, err := shown.Next(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		poll := *now.All().Front
		choices := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", ""}), 1, 8).Draw(rt, "choices")
		var cmd tea.Cmd
		for i, c := range choices {
			var chosen []string
			if c != "" {
				chosen = []string{c}
			}
			if next := s.Do(i, func(ctx context.Context, in *group.Sitting) (group.Snapshot, error) {
				return in.Vote(ctx, poll, chosen)
			}); next != nil {
				cmd = next
			}
		}
		for i := range choices {
			e, more := take(t, s, cmd)
			if e.What != seat.Did || e.Name != i {
				rt.Fatalf("%d: %+v", i, e)
			}
			cmd = more
		}
		want := []string{choices[len(choices)-1]}
		if want[0] == "" {
			want = []string{}
		}
		if got := s.Sitting().Mine(s.Now()).Chosen; cmd != nil || s.Busy() || fmt.Sprint(got) != fmt.Sprint(want) {
			rt.Errorf("%v was chosen, and %v is kept", choices, got)
		}
	})
}

// What is asked is seen at once, and with it the counts that waited for others.
func TestCountsComeTogether(t *testing.T) {
	h := open(t)
	s, wait := h.sits(t)
	h.party.Sit(t, 3, h.hub)
	came := make(chan tea.Msg, 1)
	go func() { came <- wait() }()
	h.party.Sit(t, 3, h.hub)
	h.party.Ask(t, h.hub, "p")
	for s.Now().All().Front == nil {
		news, _ := (<-came).(seat.News)
		e, more := s.Take(news)
		if e.What != seat.Changed {
			t.Fatalf("%+v", e)
		}
		go func() { came <- more() }()
	}
	if here := s.Now().All().Here; here != 7 {
		t.Errorf("%d people are there", here)
	}
}

func TestLookingTakesNoSeat(t *testing.T) {
	h := open(t)
	s := seat.New(h.env, h.way)
	if e, _ := take(t, s, s.Look(h.party.Code.String())); e.What != seat.Entered || s.Sitting().Seated() || h.here(t) != 0 || s.Back() != "" {
		t.Errorf("looking: %+v, and %d are there", e, h.here(t))
	}
}

func TestAWrongCode(t *testing.T) {
	h := open(t)
	s := seat.New(h.env, h.way)
	if e, _ := take(t, s, s.Enter("hello")); e.What != seat.Refused || !errors.Is(e.Err, group.ErrNoCode) || s.Entering() {
		t.Errorf("%+v", e)
	}
}
