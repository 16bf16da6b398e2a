package locale

import (
	"strings"
	"time"
)

// Date says a day as people write it: "Nov 9, 2026", "9 nov 2026".
func (w *Words) Date(t time.Time) string {
	months := strings.Fields(w.T("date.months"))
	if len(months) != 12 {
		return t.Format(time.DateOnly)
	}
	return w.F("date.day", Args{"Month": months[t.Month()-1], "Day": t.Day(), "Year": t.Year()})
}

// Moment says a day and the time of day.
func (w *Words) Moment(t time.Time) string {
	return w.F("date.moment", Args{"Date": w.Date(t), "Clock": t.Format("15:04")})
}
