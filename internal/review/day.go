package review

import (
	"fmt"
	"time"
)

// A Day is a date without a time or a zone, counted from 1970-01-01. A due day
// is a date, not a moment: someone who studies at 23:50 and again at 00:10 did
// two days.
type Day int

const layout = "2006-01-02"

// DayOf is the date that a moment has in its own zone.
func DayOf(t time.Time) Day {
	year, month, day := t.Date()
	return Day(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
}

// ParseDay reads a day as String writes it.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(layout, s)
	if err != nil {
		return 0, fmt.Errorf("%q is no day", s)
	}
	return DayOf(t), nil
}

// String writes the day as 2026-11-23.
func (d Day) String() string {
	return time.Unix(int64(d)*24*60*60, 0).UTC().Format(layout)
}
