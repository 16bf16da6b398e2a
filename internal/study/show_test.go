package study_test

import (
	"strings"
	"testing"
	"time"

	"porchlight/internal/study"
)

func TestPace(t *testing.T) {
	show := study.Show{Minutes: 40, Parts: []study.Part{
		{Title: "welcome", Minutes: 5}, {Title: "poll", Minutes: 5, Optional: true}, {Title: "pages", Minutes: 15},
		{Title: "talk", Minutes: 10, Optional: true}, {Title: "close", Minutes: 5},
	}}
	for _, c := range []struct {
		part, used, in int
		over           int
		cut            string
		short          bool
	}{
		{0, 0, 0, 0, "", false},
		{0, 4, 4, 0, "", false},
		{0, 8, 8, 3, "talk", false},
		{1, 3, 0, -2, "", false},
		{0, 25, 20, 20, "talk; poll", true},
		{2, 24, 4, 10, "talk", false},
		{2, 26, 4, 12, "talk", true},
		{4, 41, 6, 1, "", true},
		{4, 30, 1, -6, "", false},
	} {
		minute := func(n int) time.Duration { return time.Duration(n) * time.Minute }
		p := show.Pace(c.part, minute(c.used), minute(c.in))
		if p.Over != c.over || strings.Join(p.Cut, "; ") != c.cut || p.Short != c.short {
			t.Errorf("%+v: %+v", c, p)
		}
	}
}
