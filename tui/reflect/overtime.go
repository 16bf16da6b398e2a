package reflect

import (
	"strings"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/tui/kit"
)

// writeOverTime is what was answered in the looks that were kept: in words, and
// as a small drawing of the place on the scale. Nothing is said of better or
// worse.
func (r *Reflect) writeOverTime() []kit.Item {
	w, theme := r.env.Words, r.env.Theme
	trends := r.mirror.Trends()
	if len(trends) == 0 {
		r.say(w.T("reflect.trend-none"))
	} else {
		r.leaf.Sheet.Say(w.T("reflect.trend-why"), theme.Quiet)
	}
	for _, t := range trends {
		r.leaf.Sheet.Put("", t.Item.Area, theme.Heading)
		r.leaf.Sheet.Under("", t.Item.Ask, theme.Plain)
		for i, day := range r.days(t) {
			p := t.Points[i]
			r.leaf.Sheet.Row(theme.Plain, "  ", day,
				drawn(p.Place, len(r.mirror.Reflection.Scale)), r.mirror.Reflection.Scale[p.Place])
		}
		r.leaf.Sheet.Under("", r.env.Words.F(moved(t), r.lastTwo(t)), theme.Quiet)
		r.leaf.Sheet.Gap()
	}
	return []kit.Item{{ID: toOpening, Text: w.T("reflect.back")}}
}

// days is when the answers of a trend were given, all of one width.
func (r *Reflect) days(t study.Trend) []string {
	days, widest := make([]string, len(t.Points)), 0
	for i, p := range t.Points {
		days[i] = r.env.Words.Date(p.At)
		widest = max(widest, len(days[i]))
	}
	for i := range days {
		days[i] += strings.Repeat(" ", widest-len(days[i]))
	}
	return days
}

// drawn is a place on a scale as a row of dots: ". o . ."
func drawn(place, of int) string {
	dots := make([]string, of)
	for i := range dots {
		dots[i] = "."
	}
	dots[place] = "o"
	return strings.Join(dots, " ")
}

// moved names the words that say how the last two answers stand to each other.
func moved(t study.Trend) string {
	if a, b := t.LastTwo(); a.Place == b.Place {
		return "reflect.trend-same"
	}
	return "reflect.trend-other"
}

func (r *Reflect) lastTwo(t study.Trend) locale.Args {
	was, now := t.LastTwo()
	return locale.Args{"Was": r.mirror.Reflection.Scale[was.Place], "Now": r.mirror.Reflection.Scale[now.Place]}
}
