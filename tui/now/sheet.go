package now

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"porchlight/internal/cells"
	"porchlight/internal/locale"
	"porchlight/lessons"
	"porchlight/tui/kit"
	"porchlight/tui/theme"
)

// A sheet is the card set in lines of one width.
type sheet struct {
	words   *locale.Words
	theme   *theme.Theme
	width   int
	airy    bool
	numbers *regexp.Regexp // the card's numbers, to make them stand out
	lines   []string
	parts   []int
}

// write sets the card: the numbers short enough to remember, then each
// emergency, the worst first as the card has them, then every number in full.
func (s *sheet) write(h lessons.Help) {
	s.numbers = numbersOf(h)
	if len(h.Steps)+len(h.Numbers) == 0 {
		s.say(s.words.T("now.none"))
		return
	}
	s.byHeart(h.Numbers)
	if h.Note != "" {
		s.say(h.Note)
	}
	if h.Lang != lessons.Lang(s.words.Lang()) {
		s.quiet(s.words.T("now.foreign"))
	}
	for _, step := range h.Steps {
		s.head(step.Title)
		for i, do := range step.Do {
			s.add(kit.Hang(fmt.Sprintf("%d. ", i+1), do, s.width))
		}
	}
	if len(h.Numbers) > 0 {
		s.head(s.words.T("now.numbers"))
		if h.Unread {
			s.say(s.words.T("now.local-unread"))
		}
		s.quiet(s.words.F("now.checked", locale.Args{"Date": h.Checked.Format("2006-01-02")}))
	}
	if !h.LocalChecked.IsZero() {
		s.quiet(s.words.F("now.local-checked", locale.Args{"Date": h.LocalChecked.Format("2006-01-02")}))
	}
	for _, n := range h.Numbers {
		s.number(n)
	}
}

// byHeart writes the short numbers in one column and their names in another;
// where there is no room for "Call or text 988", just the number.
func (s *sheet) byHeart(all []lessons.Number) {
	var known []lessons.Number
	widest := 0
	for _, n := range all {
		if n.Short() {
			known = append(known, n)
			widest = max(widest, cells.Width(s.reach(n)))
		}
	}
	for _, n := range known {
		mark := kit.Pad(s.reach(n), widest) + "  "
		if widest > s.width/2 {
			mark = n.Call + "  "
		}
		s.add(kit.Hang(mark, n.Name, s.width))
	}
}

// number writes one number: its name, how to reach it, when, and what for.
func (s *sheet) number(n lessons.Number) {
	if s.airy {
		s.lines = append(s.lines, "")
	}
	for _, line := range kit.Wrap(n.Name, s.width) {
		s.lines = append(s.lines, s.theme.Strong.Render(line))
	}
	how := s.reach(n)
	if n.Text != "" && n.Text != n.Call {
		how += ". " + s.text(n)
	}
	if n.Hours != "" {
		how += ". " + capital(n.Hours)
	}
	s.say(how + ".")
	s.say(n.For)
	if n.Web != "" {
		s.quiet(strings.TrimPrefix(n.Web, "https://"))
	}
}

// reach says how to reach a number in the fewest words: "Call or text 988".
func (s *sheet) reach(n lessons.Number) string {
	switch {
	case n.Call != "" && n.Call == n.Text && n.Keyword == "":
		return s.words.F("now.call-or-text", locale.Args{"Number": n.Call})
	case n.Call != "":
		return s.words.F("now.call", locale.Args{"Number": n.Call})
	case n.Text != "":
		return s.text(n)
	}
	return strings.TrimPrefix(n.Web, "https://")
}

func (s *sheet) text(n lessons.Number) string {
	if n.Keyword != "" {
		return s.words.F("now.text-word", locale.Args{"Number": n.Text, "Word": n.Keyword})
	}
	return s.words.F("now.text", locale.Args{"Number": n.Text})
}

func (s *sheet) head(title string) {
	if s.airy {
		s.lines = append(s.lines, "")
	}
	s.parts = append(s.parts, len(s.lines))
	for _, line := range kit.Wrap(title, s.width) {
		s.lines = append(s.lines, s.theme.Heading.Render(line))
	}
}

func (s *sheet) say(text string) { s.add(kit.Wrap(text, s.width)) }

func (s *sheet) quiet(text string) {
	for _, line := range kit.Wrap(text, s.width) {
		s.lines = append(s.lines, s.theme.Quiet.Render(line))
	}
}

// add adds lines with the card's numbers standing out. Wrapping has kept each
// number whole.
func (s *sheet) add(lines []string) {
	for _, line := range lines {
		s.lines = append(s.lines, s.numbers.ReplaceAllStringFunc(line, func(n string) string {
			return s.theme.Strong.Render(n)
		}))
	}
}

// numbersOf matches the numbers of a card, and any other that is written in
// full, where they stand alone: not the 988 of a web address.
func numbersOf(h lessons.Help) *regexp.Regexp {
	all := []string{`1-\d{3}-\d{3}-\d{4}`}
	for _, n := range h.Numbers {
		for _, number := range []string{n.Call, n.Text} {
			if number != "" {
				all = append(all, regexp.QuoteMeta(number))
			}
		}
	}
	slices.SortFunc(all, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	return regexp.MustCompile(`\b(?:` + strings.Join(all, "|") + `)\b`)
}

// capital begins a sentence.
func capital(s string) string {
	first := []rune(s)[:1]
	return strings.ToUpper(string(first)) + s[len(string(first)):]
}
