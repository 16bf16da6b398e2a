package page

import "testing"

// TestRoutesRoundTrip: what a route writes, ParseRoute reads.
func TestRoutesRoundTrip(t *testing.T) {
	for kind, p := range places {
		if p.alone == nil && p.within == nil {
			t.Errorf("%s leads nowhere", kind)
		}
		routes := []Route{}
		if p.alone != nil {
			routes = append(routes, p.alone)
		}
		if p.within != nil {
			routes = append(routes, p.within("an-id"))
			if kind == "lesson" || kind == "note" || kind == "checklist" {
				routes = append(routes, p.within("an-id/a-place"))
			}
		}
		for _, want := range routes {
			if got, err := ParseRoute(want.String()); err != nil || got != want {
				t.Errorf("%s: %#v is read as %#v, %v", kind, want, got, err)
			}
		}
	}
}

func TestRoutesRefused(t *testing.T) {
	for _, bad := range []string{"", "lesson", "quiz/", "nowhere", "home/x", "now/1", "call"} {
		if r, err := ParseRoute(bad); err == nil {
			t.Errorf("%q is read as %#v", bad, r)
		}
	}
}
