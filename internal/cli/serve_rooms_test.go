package cli

import (
	"context"
	"strings"
	"testing"
	"time"

	"golang.org/x/time/rate"

	"porchlight/internal/course/coursetest"
	"porchlight/internal/group"
	"porchlight/internal/kiosk"
	"porchlight/internal/locale"
	"porchlight/internal/locale/localetest"
	"porchlight/internal/record"
)

// A server without visitors, for its rooms.
func roomServer(t *testing.T, now func() time.Time) *served {
	t.Helper()
	w := localetest.Open(t, "en")
	s := &served{words: map[string]*locale.Words{"en": w}, now: now, meter: newMeter(&kiosk.Tally{}, 5), opening: rate.NewLimiter(roomEvery, roomBurst), o: serveOptions{Languages: "en"}}
	hub := group.NewLocal()
	t.Cleanup(hub.Close)
	s.rooms(hub)
	s.meter.countRooms(s)
	return s
}

// steps gathers what a meter tells in steps of rooms.
func steps(t *testing.T, m *meter) map[string]float64 {
	t.Helper()
	families, err := m.registry.Gather()
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]float64{}
	for _, f := range families {
		if name, ok := strings.CutPrefix(f.GetName(), "porchlight_room"); ok {
			all[name] = f.GetMetric()[0].GetGauge().GetValue()
		}
	}
	return all
}

// What becomes of rooms is told in steps, and each room is counted once.
func TestRoomsAreCounted(t *testing.T) {
	now := time.Date(2026, 11, 25, 19, 0, 0, 0, time.UTC)
	s := roomServer(t, func() time.Time { return now })
	type opened struct {
		code group.Code
		lead group.Key
	}
	var all []opened
	for range 9 {
		code, lead, err := s.newRoom(t.Context(), groupOptions{floor: 5, hours: 2})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, opened{code, lead})
	}
	for i, r := range all[:6] {
		for range 2 { // pressed twice, it ends once
			if _, err := s.hub.Do(t.Context(), r.code, group.Act{Key: r.lead, Do: group.End{}}); err != nil {
				t.Errorf("room %d does not end: %v", i, err)
			}
		}
	}
	if _, err := s.hub.Do(t.Context(), all[8].code, group.Act{Key: all[0].lead, Do: group.End{}}); err == nil {
		t.Error("a room is ended with another room's key")
	}
	for i := range 8 { // of which three are slowed
		_, _ = s.door.Enter(t.Context(), "here", group.NewCode().String())
		if got := steps(t, s.meter)["_codes_wrong"]; i < 4 && got != 0 {
			t.Errorf("after %d wrong codes, %v are told", i+1, got)
		}
	}
	if got := steps(t, s.meter); got["s_opened"] != 5 || got["s_ended"] != 5 || got["s_erased"] != 0 || got["_codes_wrong"] != 5 || got["_codes_slowed"] != 0 {
		t.Errorf("told: %v", got)
	}
	now = now.Add(3 * time.Hour)
	if n, err := s.hub.Sweep(t.Context(), now); n != 9 || err != nil {
		t.Fatalf("%d rooms were erased when their time was over: %v", n, err)
	}
	if got := steps(t, s.meter); got["s_erased"] != 5 || s.meter.rooms.any() {
		t.Errorf("told: %v", got)
	}
}

// Rooms that one after the other are opened without end are not all opened.
func TestRoomsAreNotOpenedWithoutEnd(t *testing.T) {
	now := time.Date(2026, 11, 25, 19, 0, 0, 0, time.UTC)
	s := roomServer(t, func() time.Time { return now })
	n := 0
	for range 100 {
		if _, err := s.openRoom(t.Context(), groupOptions{floor: 5, hours: 2}, lineWidth); err == nil {
			n++
		}
	}
	if n != roomBurst {
		t.Errorf("%d rooms were opened at once, not %d", n, roomBurst)
	}
	now = now.Add(time.Minute)
	if _, err := s.openRoom(t.Context(), groupOptions{floor: 5, hours: 2}, lineWidth); err != nil {
		t.Errorf("a minute later: %v", err)
	}
}

// A room that goes by a run sheet from its beginning has nothing to take back.
func TestNothingIsUndoneInANewRoom(t *testing.T) {
	s := roomServer(t, time.Now)
	s.course = coursetest.Open(t)
	code, lead, err := s.newRoom(t.Context(), groupOptions{floor: 5, hours: 2, sheet: "short-session"})
	if err != nil {
		t.Fatal(err)
	}
	in, err := s.door.Enter(t.Context(), "here", group.Entry(code, lead))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Leave(t.Context())
	if v, _ := in.Lead(in.First()); v.Sheet != "short-session" || len(v.Polls) == 0 || v.Undo != nil {
		t.Errorf("sheet %q, %d polls, to undo: %+v", v.Sheet, len(v.Polls), v.Undo)
	}
}

// Where there is no room, nobody is offered to join one; who asks is told.
func TestDoorIsThereWithARoom(t *testing.T) {
	s := roomServer(t, time.Now)
	if s.doorFor(nil) != nil || s.doorFor([]string{"lessons"}) != nil || s.doorFor([]string{"room"}) == nil {
		t.Error("without a room there is a door, or none for who asks")
	}
	if _, _, err := s.newRoom(t.Context(), groupOptions{floor: 5, hours: 2}); err != nil {
		t.Fatal(err)
	}
	if s.doorFor(nil) == nil {
		t.Error("with a room there is no door")
	}
}

// An away is a hub whose database is away.
type away struct{ group.Hub }

func (away) Watch(context.Context, group.Code) (*group.Mailbox, error) { return nil, group.ErrAway }

// Whoever asks for the totals of a room hears why they do not come: there is no
// such room, too many codes were wrong, or it cannot be reached now.
func TestWhyTotalsDoNotCome(t *testing.T) {
	now := time.Date(2026, 11, 25, 19, 0, 0, 0, time.UTC)
	s := roomServer(t, func() time.Time { return now })
	s.course = coursetest.Open(t)
	s.open = func(context.Context) (record.Store, error) { return record.NewGuest(), nil }
	ask := func(words ...string) string {
		var out, said strings.Builder
		v := &kiosk.Visit{Words: words, From: "here", In: strings.NewReader(""), Out: &out, Err: &said, Closing: make(chan struct{})}
		if end := s.inLines(t.Context(), v); end != kiosk.EndDone || v.Status != exitFailed || out.Len() > 0 {
			t.Errorf("%q ends as %s with status %d and %q", words, end, v.Status, out.String())
		}
		return said.String()
	}
	for range 5 {
		if said := ask("room/"+group.NewCode().String(), "json"); !strings.Contains(said, "No group has that code now.") {
			t.Errorf("without a room: %q", said)
		}
	}
	if said := ask("room/"+group.NewCode().String(), "csv"); !strings.Contains(said, "seconds") {
		t.Errorf("after five wrong codes: %q", said)
	}
	s.rooms(away{s.hub})
	for _, words := range [][]string{{"room/" + group.NewCode().String(), "markdown"}, {"room/" + group.NewCode().String(), "slips", "pdf"}} {
		if said := ask(words...); !strings.Contains(said, "cannot be reached just now") {
			t.Errorf("%q without a database: %q", words[1:], said)
		}
	}
}
