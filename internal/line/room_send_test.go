package line_test

import (
	"io"
	"strings"
	"testing"
	"time"

	"porchlight/internal/group"
	"porchlight/internal/group/grouptest"
)

// A script types what its steps return, each when a line is asked for.
type script struct{ steps []func() string }

func (s *script) Read(b []byte) (int, error) {
	if len(s.steps) == 0 {
		return 0, io.EOF
	}
	step := s.steps[0]
	s.steps = s.steps[1:]
	return copy(b, step()+"\n"), nil
}

// fades has somebody come in over a hub that fades, and type what steps return.
// Said waits until something is said.
func (l *lobby) fades(typed string, steps func(hub *grouptest.Fading, said func(string)) []func() string) string {
	l.t.Helper()
	hub := &grouptest.Fading{Hub: l.hub}
	l.door = group.NewDoor(hub, func() time.Time { return time.Unix(0, 0) })
	out := &shared{}
	flat := func() string { return strings.Join(strings.Fields(out.String()), " ") }
	said := func(text string) {
		for end := time.Now().Add(30 * time.Second); !strings.Contains(flat(), text); time.Sleep(time.Millisecond) {
			if time.Now().After(end) {
				l.t.Fatalf("%q was never said:\n%s", text, flat())
			}
		}
	}
	if err := l.session("en", &script{steps(hub, said)}, out).Open(l.t.Context(), "room/"+typed); err != nil {
		l.t.Errorf("%v\n%s", err, out)
	}
	return flat()
}

func types(line string) func() string { return func() string { return line } }

// What was answered while the room was away is sent behind the prompt, once, and
// the last word is what holds.
func TestAnswersWhileTheRoomIsAway(t *testing.T) {
	l := newLobby(t)
	l.party.Ask(t, l.hub, "p")
	out := l.fades(string(l.party.Code), func(hub *grouptest.Fading, said func(string)) []func() string {
		return []func() string{
			func() string { hub.Away.Store(true); return "1" },
			types("2"), types("ask"), types("Why?"),
			func() string {
				hub.Away.Store(false)
				said("Sent now. Your answer is kept. You can change it until the question closes.")
				said("Sent now. Your question is in the box, without your name.")
				return ""
			},
			func() string {
				hub.Away.Store(true)
				return "1"
			},
			func() string {
				l.party.Do(t, l.hub, group.ClosePoll{ID: "p"})
				hub.Away.Store(false)
				said("It did not get there in time. This question takes no answers now.")
				return ""
			},
		}
	})
	has(t, out, "Not sent yet: the group cannot be reached just now.", "Your answer: 2. No")
	if n := strings.Count(out, "Sent now. Your answer is kept."); n != 1 {
		t.Errorf("one answer took the place of the other, and %d were sent:\n%s", n, out)
	}
	now := l.party.Do(t, l.hub, group.SetFloor{Floor: 4})
	if v, _ := now.Lead(l.party.Lead); v.Front.Answers != 1 || len(v.Questions) != 1 {
		t.Errorf("%d answers, %d questions", v.Front.Answers, len(v.Questions))
	}
}

// A lead's step is done by itself; who leaves before that is told.
func TestLeadsWhileTheRoomIsAway(t *testing.T) {
	l := newLobby(t)
	l.party.Ask(t, l.hub, "p")
	entry := group.Entry(l.party.Code, l.party.Lead)
	out := l.fades(entry, func(hub *grouptest.Fading, said func(string)) []func() string {
		return []func() string{
			func() string { hub.Away.Store(true); return "2" },
			func() string { hub.Away.Store(false); said("Sent now. Done."); return "" },
			func() string { hub.Away.Store(true); return "1" },
			types("quit"),
		}
	})
	has(t, out, "1. Close it and show the result 2. Close the question", "The question is closed.", "What was not sent yet is not sent.")
}

// Somebody who shows pages waits until a step is done: what comes next is about
// where the room is then.
func TestPresentingWhileTheRoomIsAway(t *testing.T) {
	l := newLobby(t)
	hub := &grouptest.Fading{Hub: l.hub}
	l.door = group.NewDoor(hub, func() time.Time { return time.Unix(0, 0) })
	out := &shared{}
	steps := []func() string{
		func() string {
			hub.Away.Store(true)
			time.AfterFunc(50*time.Millisecond, func() { hub.Away.Store(false) })
			return "part"
		},
		types("quit"),
	}
	if err := l.session("en", &script{steps}, out).Open(t.Context(), "stage/"+group.Entry(l.party.Code, l.party.Lead)+"/session/short-session"); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	has(t, strings.Join(strings.Fields(out.String()), " "), "Not sent yet", "Sent now.")
	if v := l.party.Do(t, l.hub, group.SetFloor{Floor: 4}).All(); v.Place.Part != 1 {
		t.Errorf("the room is at %+v", v.Place)
	}
}
