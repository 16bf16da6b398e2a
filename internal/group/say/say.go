// Package say has the words in which both faces speak of a live room, so that
// a screen and a prompt say the same. It knows no screen and keeps nothing.
package say

import (
	"errors"
	"strings"
	"time"

	"porchlight/internal/group"
	"porchlight/internal/locale"
)

// troubles are the names of what to say of an error.
var troubles = []struct {
	err  error
	name string
}{
	{group.ErrNoCode, "room.slip"}, {group.ErrNoRoom, "room.none"}, {group.ErrNotLead, "room.none"}, {group.ErrAway, "room.away"},
	{group.ErrNotOpen, "room.not-open"}, {group.ErrPaceOld, "room.pace-anew"}, {group.ErrOld, "room.anew"}, {group.ErrCounted, "room.counted"}, {group.ErrFull, "room.full"},
	{group.ErrTooLong, "room.too-long"}, {group.ErrEmpty, "room.empty"}, {group.ErrEnded, "room.ended"},
}

// Trouble says in a plain sentence why something was not done in a room, or why
// nobody came in.
func Trouble(w *locale.Words, err error) string {
	var slow group.SlowError
	var few group.FewError
	switch {
	case errors.As(err, &slow):
		return w.N("room.slow", int((slow.Wait+time.Second-1)/time.Second))
	case errors.As(err, &few):
		return w.NF("room.few", few.Have, locale.Args{"Floor": few.Floor})
	}
	for _, known := range troubles {
		if errors.Is(err, known.err) {
			return w.T(known.name)
		}
	}
	return w.T("room.not-now")
}

// Bar is one line of a histogram that reads well aloud: the words, how many of
// how many, and at the end a row of marks as long as that, of at most so many.
func Bar(w *locale.Words, text string, b group.Bar, of, most int) string {
	line := w.F("room.bar", locale.Args{"Text": text, "Count": b.Count, "Of": of, "Percent": b.Percent})
	return strings.TrimRight(line+" "+Marks(b, most), " ")
}

// Marks is a row of marks as long as a share of so many cells: one at least for
// anybody.
func Marks(b group.Bar, cells int) string {
	n := (b.Percent*cells + 50) / 100
	if b.Count > 0 {
		n = max(1, n)
	}
	return strings.Repeat("#", n)
}

// Told says which answers are best, and why, once that was told.
func Told(w *locale.Words, choices []group.Choice) []string {
	best := 0
	for _, c := range choices {
		if c.Right {
			best++
		}
	}
	name := "room.right"
	if best > 1 {
		name = "room.right-too"
	}
	all := make([]string, 0, best)
	for i, c := range choices {
		if c.Right {
			all = append(all, w.F(name, locale.Args{"N": i + 1, "Text": c.Text.In(w.Lang()), "Why": c.Why.In(w.Lang())}))
		}
	}
	return all
}

// Pace says how the room feels about the pace, from its totals.
func Pace(w *locale.Words, totals map[group.Feeling]int) string {
	how := func(f group.Feeling) string { return w.N("room.pace-n-"+string(f), totals[f]) }
	return w.F("room.pace", locale.Args{"Slower": how(group.Slower), "GotIt": how(group.GotIt), "Break": how(group.Break)})
}
