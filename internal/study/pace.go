package study

import (
	"strings"
	"time"

	"porchlight/internal/locale"
)

// A Pace is how a show stands to its plan.
type Pace struct {
	Over int      // minutes beyond the plan; below zero, to spare
	Cut  []string // the parts to leave out so that it ends on time
	// Short says that leaving all of them out is not enough.
	Short bool
}

// Pace reckons how a show stands in the middle of a part: used is the time since
// it began, in the time since that part did. A part is late only once it has
// taken longer than planned. What may be left out is left out from the end.
func (s Show) Pace(part int, used, in time.Duration) Pace {
	planned := time.Duration(0)
	for _, p := range s.Parts[:part] {
		planned += time.Duration(p.Minutes) * time.Minute
	}
	planned += min(in, time.Duration(s.Parts[part].Minutes)*time.Minute)
	pace := Pace{Over: int((used - planned).Round(time.Minute) / time.Minute)}
	rest := pace.Over
	for i := len(s.Parts) - 1; i > part && rest > 0; i-- {
		if p := s.Parts[i]; p.Optional && p.Minutes > 0 {
			pace.Cut = append(pace.Cut, p.Title)
			rest -= p.Minutes
		}
	}
	pace.Short = rest > 0
	return pace
}

// Words says it.
func (p Pace) Words(w *locale.Words) []string {
	if p.Over < 0 {
		return []string{w.F("present.early", locale.Args{"Minutes": w.N("present.minutes", -p.Over)})}
	}
	if p.Over == 0 {
		return []string{w.T("present.on-time")}
	}
	lines := []string{w.F("present.late", locale.Args{"Minutes": w.N("present.minutes", p.Over)})}
	if len(p.Cut) > 0 {
		lines = append(lines, w.F("present.cut", locale.Args{"Titles": strings.Join(p.Cut, "; ")}))
	}
	if p.Short {
		lines = append(lines, w.T("present.cut-none"))
	}
	return lines
}
