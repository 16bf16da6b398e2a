package plan

import (
	"slices"
	"strings"
)

// MaxSpans is how many stretches a line may name.
const MaxSpans = 60

// ParseSpans reads days and times as people type them, in English or Spanish,
// folded (lower case, no accents): "mon wed fri 6-9pm", "lun a vie 9:00-17:00",
// "tue 9-11 am, 1-3 pm". Days come before their times; times without days are
// for the days before them. A stretch past midnight is two. The error is an
// Unread with the piece that was not understood.
func ParseSpans(folded string) ([]Span, error) {
	p := parser{tokens: lex(folded)}
	for !p.done() {
		if err := p.group(); err != nil {
			return nil, err
		}
	}
	if len(p.pending) > 0 {
		return nil, unread(p.last) // days without a time
	}
	slices.SortStableFunc(p.spans, compare)
	return slices.Compact(p.spans), nil
}

type parser struct {
	tokens  []string
	at      int
	spans   []Span
	days    []int // that the next times are for
	pending []int // of these, the ones named since the last time
	last    string
}

func (p *parser) done() bool { return p.at >= len(p.tokens) }

func (p *parser) peek() string {
	if p.done() {
		return ""
	}
	return p.tokens[p.at]
}

func (p *parser) next() string {
	t := p.peek()
	p.at++
	if t != "" {
		p.last = t
	}
	return t
}

// group reads days or one stretch of time.
func (p *parser) group() error {
	switch t := p.peek(); {
	case slices.Contains([]string{",", ";", "and", "y", "&", "from", "de"}, t):
		p.next()
		return nil
	case isDigit(rune(t[0])):
		return p.time()
	}
	days, ok := dayOf(p.peek())
	if !ok {
		return unread(p.peek())
	}
	p.next()
	if len(days) == 1 && isTo(p.peek()) {
		p.next()
		end, ok := dayOf(p.next())
		if !ok || len(end) != 1 {
			return unread(p.last)
		}
		for d := days[0]; d != end[0]; {
			d = (d + 1) % 7
			days = append(days, d)
		}
	}
	p.pending = append(p.pending, days...)
	return nil
}

// time reads "6-9pm" for the days before it.
func (p *parser) time() error {
	from, half1, err := p.clock()
	if err != nil {
		return err
	}
	if !isTo(p.peek()) {
		return unread(p.last)
	}
	p.next()
	to, half2, err := p.clock()
	if err != nil {
		return err
	}
	start, end, ok := settle(from, half1, to, half2)
	if !ok {
		return unread(p.last)
	}
	if len(p.pending) > 0 {
		p.days, p.pending = p.pending, nil
	}
	if len(p.days) == 0 {
		return unread(p.last) // a time without a day
	}
	for _, d := range p.days {
		p.add(d, start, end)
	}
	if len(p.spans) > MaxSpans {
		return unread(p.last)
	}
	return nil
}

func (p *parser) add(d, start, end int) {
	if start < end {
		p.spans = append(p.spans, Span{d, start, end})
		return
	}
	if start < day {
		p.spans = append(p.spans, Span{d, start, day})
	}
	if end > 0 {
		p.spans = append(p.spans, Span{(d + 1) % 7, 0, end})
	}
}

// clock reads "6", "6:30", "18", and the half of the day behind it, if any.
func (p *parser) clock() (minutes int, half string, err error) {
	t := p.next()
	hour, minute, _ := strings.Cut(t, ":")
	h, err1 := digits(hour, 24)
	m := 0
	var err2 error
	if minute != "" {
		m, err2 = digits(minute, 59)
	}
	if err1 != nil || err2 != nil || len(minute) == 1 || strings.HasSuffix(t, ":") || h == 24 && m > 0 {
		return 0, "", unread(p.last)
	}
	switch p.peek() {
	case "am", "pm":
		half = p.next()
		if h < 1 || h > 12 {
			return 0, "", unread(t + p.last)
		}
	case "h", "hs", "hrs", "horas":
		p.next()
	}
	return h*60 + m, half, nil
}

// settle makes minutes of two times of the clock. "6-9pm" is in the evening,
// "11-1pm" over noon.
func settle(from int, half1 string, to int, half2 string) (int, int, bool) {
	if half1 == "" && half2 != "" && from <= 12*60+59 && from >= 60 {
		half1 = half2
		if halved(from, half1) >= halved(to, half2) {
			half1 = map[string]string{"am": "pm", "pm": "am"}[half2]
		}
	}
	start, end := halved(from, half1), halved(to, half2)
	if half1 == "" && half2 == "" && start > end && start <= 12*60 {
		end += 12 * 60 // nine to five
	}
	if half2 == "am" && end == 0 {
		end = day // up to midnight
	}
	return start % day, end, start%day != end%day
}

func halved(minutes int, half string) int {
	switch {
	case half == "am" && minutes >= 12*60:
		return minutes - 12*60
	case half == "pm" && minutes < 12*60:
		return minutes + 12*60
	}
	return minutes
}

func isTo(t string) bool {
	return slices.Contains([]string{"-", "to", "a", "until", "till", "hasta"}, t)
}
