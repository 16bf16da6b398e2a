package screen_test

import (
	"context"
	"testing"
	"time"

	"porchlight/internal/follow"
	"porchlight/internal/group"
	"porchlight/tui/tuitest"
)

// A screen says again and again that it is there, and is not forgotten; one that
// says nothing is.
func TestAScreenSaysThatItIsThere(t *testing.T) {
	e := begin(t, 0)
	now := tuitest.Noon
	beats := 0
	clock := func(_ context.Context, d time.Duration) bool {
		if d != group.ScreenBeat*time.Second {
			t.Errorf("it waits for %v", d)
		}
		if beats++; beats > 5 {
			return false
		}
		now = now.Add(d)
		return true
	}
	e.screen(tuitest.Setup{Width: 60, Height: 20, Now: func() time.Time { return now }}) // says nothing after coming
	e.screen(tuitest.Setup{Width: 100, Height: 24, Now: func() time.Time { return now }, Stage: follow.Stage{Clock: clock}})
	if beats != 6 {
		t.Fatalf("it said %d times that it is there", beats-1)
	}
	s, err := e.Door.Look(t.Context(), "wall", e.Party.Code.String())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Leave(t.Context())
	v, _ := s.First().Lead(e.Party.Lead)
	if len(v.Screens) != 1 || v.Wall.Width != 100 {
		t.Errorf("known are %+v", v.Screens)
	}
}
