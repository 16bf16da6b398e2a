package grouptest

import (
	"errors"
	"testing"
	"time"

	"porchlight/internal/group"
)

// screens has screens at two servers that all look at. One server is killed, and
// says nothing any more: its screen is forgotten. Nobody with the code alone can
// make pages smaller than can be read, and who leads may leave screens out.
func screens(t *testing.T, p Pair) {
	party := Begin(t, p.One)
	large, small := group.NewScreen(), group.NewScreen()
	fit := func(h group.Hub, screen string, width, height int, at int64) group.Wall {
		t.Helper()
		return party.Do(t, h, group.Fit{Screen: screen, To: group.Wall{Width: width, Height: height}, At: at}).All().Wall
	}
	is := func(got group.Wall, width, height int, what string) {
		t.Helper()
		if got != (group.Wall{Width: width, Height: height}) {
			t.Errorf("%s: pages are made for %+v", what, got)
		}
	}
	is(fit(p.One, large, 200, 50, 1000), 200, 50, "one screen")
	is(fit(p.Two, small, 80, 60, 1001), 80, 50, "two screens")
	is(fit(p.Two, small, 5, 2, 1002), 40, 8, "a tiny one")
	is(party.Do(t, p.One, group.LeaveOut{Screen: small, Out: true}).All().Wall, 200, 50, "it is left out")
	is(fit(p.Two, small, 20, 5, 1003), 200, 50, "it says that it is there, and is left out still")
	is(party.Do(t, p.Two, group.LeaveOut{Screen: small}).All().Wall, 40, 8, "it is not left out any more")
	is(party.Do(t, p.One, group.FitTo{Largest: true}).All().Wall, 200, 50, "the largest alone")
	is(fit(p.Two, group.NewScreen(), 10, 10, 1003), 200, 50, "another tiny one comes")
	is(party.Do(t, p.One, group.FitTo{}).All().Wall, 40, 8, "all of them")

	const beat = group.ScreenBeat
	is(fit(p.One, large, 200, 50, 1003+2*beat), 40, 8, "nobody was gone for long")
	is(fit(p.One, large, 200, 50, 1003+4*beat), 200, 50, "two have said nothing for long")
	is(fit(p.Two, small, 80, 24, 1000), 80, 24, "one whose server's clock is behind is there")
	is(fit(p.One, large, 200, 50, 1003+5*beat), 80, 24, "and stays")
	is(party.Do(t, p.Two, group.Step{To: group.Place{Route: "lesson/x"}, At: 1003 + 60*beat}).All().Wall, 0, 0, "nobody was heard from for an hour")
	is(fit(p.Two, small, 80, 24, 1003+60*beat), 80, 24, "one is back")
	is(fit(p.Two, small, 0, 0, 0), 0, 0, "it leaves")

	for i := range group.MaxScreens {
		fit([]group.Hub{p.One, p.Two}[i%2], group.NewScreen(), 100, 30, 1003+60*beat)
	}
	for name, c := range map[string]struct {
		do   group.Action
		want error
	}{
		"one more":            {group.Fit{Screen: group.NewScreen(), To: group.Wall{Width: 1, Height: 1}}, group.ErrFull},
		"a name like none":    {group.Fit{Screen: "me", To: group.Wall{Width: 1, Height: 1}}, group.ErrNoSense},
		"a size like none":    {group.Fit{Screen: small, To: group.Wall{Width: 1, Height: 5000}}, group.ErrNoSense},
		"leaving out, no key": {group.LeaveOut{Screen: large, Out: true}, group.ErrNotLead},
		"choosing, no key":    {group.FitTo{Largest: true}, group.ErrNotLead},
	} {
		if _, err := p.Two.Do(t.Context(), party.Code, group.Act{Do: c.do}); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	sitting(t, p, party)
}

// sitting has a screen come in by the door, say how large it is, and leave.
func sitting(t *testing.T, p Pair, party Party) {
	party.Do(t, p.One, group.Step{To: group.Place{Route: "lesson/y"}, At: 1_000_000})
	in, err := group.NewDoor(p.Two, time.Now).Look(t.Context(), "here", party.Code.String())
	if err != nil {
		t.Fatal(err)
	}
	if _, known := in.Fitted(in.First()); known {
		t.Error("a screen that has just come is known already")
	}
	now, err := in.Fit(t.Context(), group.Wall{Width: 90, Height: 30}, time.Unix(1_000_000, 0))
	if of, known := in.Fitted(now); err != nil || !known || of.Width != 90 {
		t.Errorf("a screen says how large it is: %+v, %v, %v", of, known, err)
	}
	v, _ := now.Lead(party.Lead)
	if len(v.Screens) != 1 || v.Wall != v.Screens[0].Wall {
		t.Errorf("who leads sees %+v, and pages are made for %+v", v.Screens, v.Wall)
	}
	in.Leave(t.Context())
	if got := party.Do(t, p.One, group.FitTo{}).All().Wall; got != (group.Wall{}) {
		t.Errorf("it has left, and pages are made for %+v", got)
	}
}
