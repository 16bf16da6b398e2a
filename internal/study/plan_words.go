package study

import (
	"fmt"
	"strings"

	"porchlight/internal/locale"
	"porchlight/internal/plan"
)

// WeekWords says what a week comes to, a paragraph each: how long, where it
// clashes, and what each day holds. Nothing filled in says nothing.
func (p Plan) WeekWords(w *locale.Words) []string {
	var out []string
	if n := len(p.Week.Sessions); n > 0 {
		program, away := p.Week.Minutes()
		out = append(out, w.F("plan.hours", locale.Args{
			"Sessions": w.N("plan.sessions", n), "Program": hours(w, program), "Away": hours(w, away),
		}))
		if p.Week.Travel > 0 {
			out[0] += " " + w.T("plan.trip")
		}
		out = append(out, p.clashWords(w)...)
	}
	for d, day := range p.Week.Days() {
		var parts []string
		for _, s := range day {
			parts = append(parts, w.F("plan.stretch", locale.Args{
				"From": Clock(w, s.From), "To": Clock(w, s.To), "What": w.T("plan.is-" + string(s.Kind)),
			}))
		}
		if len(parts) > 0 {
			out = append(out, w.F("plan.day", locale.Args{"Day": dayName(w, d), "What": strings.Join(parts, ", ")}))
		}
	}
	return out
}

func (p Plan) clashWords(w *locale.Words) []string {
	clashes := p.Week.Clashes()
	if len(clashes) == 0 {
		return []string{w.T("plan.no-clash")}
	}
	out := []string{w.N("plan.clashes", len(clashes))}
	for _, c := range clashes {
		words := "plan.clash"
		if c.OnTheWay {
			words = "plan.clash-way"
		}
		out = append(out, "- "+w.F(words, locale.Args{
			"Day": dayName(w, c.Day), "From": Clock(w, c.From), "To": Clock(w, c.To), "With": w.T("plan.is-" + string(c.With)),
		}))
	}
	return append(out, w.T("plan.ask-evening"))
}

// dayName is what a day is called; Monday is 0.
func dayName(w *locale.Words, day int) string { return w.T("plan.day-" + fmt.Sprint(day)) }

// hours is a length of time in words.
func hours(w *locale.Words, minutes int) string {
	if minutes%60 == 0 {
		return w.F("plan.whole-hours", locale.Args{"Hours": minutes / 60})
	}
	return w.F("plan.hours-minutes", locale.Args{"Hours": minutes / 60, "Minutes": minutes % 60})
}

// Clock is a time of the day in words.
func Clock(w *locale.Words, minutes int) string {
	hour, words := minutes/60%24, "plan.am"
	if hour >= 12 {
		hour, words = hour-12, "plan.pm"
	}
	if hour == 0 {
		hour = 12
	}
	clock := fmt.Sprintf("%d:%02d", hour, minutes%60)
	return w.F(words, locale.Args{"Clock": clock})
}

// Letters draws the week, the hours on top and a line for each day: its name in a few letters, and a
// letter for what stands in each stretch of so many minutes. It says nothing
// that WeekWords does not.
func (p Plan) Letters(w *locale.Words, step int) []string {
	letters := []rune(w.T("plan.letters"))
	kinds := []plan.Kind{plan.Program, plan.Travel, plan.Work, plan.Care, plan.Other, plan.Clash}
	letter := map[plan.Kind]rune{plan.Free: '.'}
	for i, k := range kinds {
		letter[k] = letters[i]
	}
	head := "   "
	for hour := 0; hour < 24; hour += 6 {
		head += " " + fmt.Sprintf("%-*s", 6*60/step, Clock(w, hour*60))
	}
	out := []string{strings.TrimRight(head, " ")}
	for d, slots := range p.Week.Grid(step) {
		var b strings.Builder
		b.WriteString(string([]rune(dayName(w, d))[:3]))
		for i, k := range slots {
			if i*step%(6*60) == 0 {
				b.WriteByte(' ') // four parts of a day
			}
			b.WriteRune(letter[k])
		}
		out = append(out, b.String())
	}
	return out
}

// CostWords says the sum step by step, a paragraph each, with everything that
// is assumed.
func (p Plan) CostWords(w *locale.Words) []string {
	if !p.Reckons() {
		return []string{w.T("plan.need")}
	}
	c, e := p.Cost, p.Cost.Estimate()
	per := c.Per
	if per == "" {
		per = plan.PerSession
	}
	out := []string{w.F("plan.sum-price", locale.Args{"Price": c.Price, "Per": w.T("plan.per-" + string(per))})}
	switch per {
	case plan.PerSession:
		out = append(out, w.F("plan.sum-sessions", locale.Args{"Weekly": c.Weekly, "Weeks": c.Weeks, "Sessions": e.Sessions}))
		if p.FromWeek {
			out = append(out, w.T("plan.sum-counted"))
		}
	case plan.PerWeek:
		out = append(out, w.F("plan.sum-weeks", locale.Args{"Weeks": c.Weeks}))
	}
	out = append(out, w.F("plan.sum-full", locale.Args{"Full": e.Full}))
	if c.Pays > 0 {
		if e.First > 0 {
			out = append(out, w.F("plan.sum-first", locale.Args{"First": e.First}))
		}
		if e.Rest > 0 {
			out = append(out, w.F("plan.sum-rest", locale.Args{"Rest": e.Rest, "Pays": c.Pays, "Yours": e.Yours}))
		}
	} else {
		out = append(out, w.T("plan.sum-uninsured"))
	}
	if e.Over > 0 {
		out = append(out, w.F("plan.sum-over", locale.Args{"Over": e.Over}))
	}
	return append(out, w.F("plan.sum-you", locale.Args{"You": e.You}), w.T("plan.sum-left-out"))
}

// Says is a Cited in words, with its source where it has one.
func (c Cited) Says(w *locale.Words) (text, source string) {
	if c.Bare {
		return w.T(c.Words), ""
	}
	s := c.Source
	return w.T(c.Words), w.F("plan.source", locale.Args{
		"Title": sentence(s.Title), "Publisher": s.Publisher, "Year": sentence(s.Year), "Address": getting(s),
	})
}

// Value is what a field holds, in words; "" where nothing is filled in.
func (p Plan) Value(w *locale.Words, field PlanField) string {
	text := p.Text[field]
	if field == PlanPer && text != "" && p.Wrong[field] == "" {
		return w.T("plan.per-" + text)
	}
	return text
}

// NextPer is what the price is for when the learner changes it: the next of
// plan.Pers.
func (p Plan) NextPer() string {
	pers := plan.Pers()
	for i, per := range pers {
		if string(per) == p.Text[PlanPer] {
			return string(pers[(i+1)%len(pers)])
		}
	}
	return string(pers[0])
}
