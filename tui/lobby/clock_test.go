package lobby_test

import (
	"testing"
	"time"
	"unsafe"

	"porchlight/tui/lobby"
)

// set returns a moment as it is after the computer's clock was set to another
// time of day: what it shows has changed, and what was measured since the
// start of the program has not. Only Go itself makes such moments, so the
// seconds that it shows are changed where they lie; the test of it says
// whether they still lie there.
func set(t time.Time, by time.Duration) time.Time {
	*(*uint64)(unsafe.Pointer(&t)) += uint64(by/time.Second) << 30
	return t
}

func TestSet(t *testing.T) {
	before := time.Now()
	for _, by := range []time.Duration{24 * time.Hour, -24 * time.Hour} {
		after := set(before, by)
		if after.Sub(before) != 0 || after.Unix()-before.Unix() != int64(by/time.Second) {
			t.Errorf("set by %v: it shows %v later, and %v have passed", by, after.Unix()-before.Unix(), after.Sub(before))
		}
	}
}

// Row 69: a clock that is set a day on or back during a visit has nobody asked
// too soon, ends no visit, and lets none stay too long.
func TestClockIsSet(t *testing.T) {
	for _, by := range []time.Duration{24 * time.Hour, -24 * time.Hour} {
		var k *kiosk
		var off time.Duration // what was set, all in all
		began := time.Now()
		k = open(t, func(o *lobby.Options) {
			o.Now = func() time.Time {
				if k == nil {
					return began
				}
				return set(began.Add(k.now.Sub(noon)), off)
			}
		})
		k.press("enter")
		k.pass(4 * time.Minute)
		off += by
		k.pass(3*time.Minute + 59*time.Second)
		k.want("Start here:")
		k.pass(2 * time.Second)
		k.want("Still reading?")
		off += by
		k.pass(60 * time.Second)
		k.want("60 seconds")
		off -= 3 * by
		k.pass(58 * time.Second)
		k.want("Still reading?")
		k.pass(2 * time.Second)
		k.want("Press any key to begin.")
		wiped(t, k.stores[0])
		k.press("enter", "ctrl+o")
		off += by
		k.pass(50 * time.Second)
		k.press("ctrl+o") // who comes back within a minute finds their page
		k.want("Start here:")
	}
}
