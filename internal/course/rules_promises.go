package course

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// promiseRules are about what the course must not say in its own voice, and
// whom it must not name.
func promiseRules() []rule {
	return []rule{
		forEditions("no promises and no blame", noPromises),
		forEditions("no names of providers", noProviders),
	}
}

// noPromises reports words that promise or blame, in what the course says
// itself: not what people say in its stories, and not answers that are not the
// best. A text may deny them, or name them in quotation marks.
func noPromises(e *edition) {
	v := e.voice()
	if v == nil {
		return
	}
	for _, p := range e.prose() {
		if !p.told {
			p.promises(v, e.pack.patterns.mention)
		}
	}
}

func (p passage) promises(v *voice, mention *regexp.Regexp) {
	small, text := strings.ToLower(p.text), ""
	for _, w := range v.promises {
		if !w.near(small) {
			continue
		}
		if text == "" {
			text = v.affirmed(mask(p.text, mention))
		}
		for _, m := range w.pattern.FindAllStringIndex(text, manyMatches) {
			p.wording(w, m[0], m[1])
		}
	}
}

// noProviders warns of what looks like the name of a company. The course names
// and ranks no provider; sources may be by one.
func noProviders(e *edition) {
	provider := e.pack.patterns.provider
	for _, p := range e.prose() {
		if !provider.near(p.text) {
			continue
		}
		for _, m := range provider.pattern.FindAllStringSubmatchIndex(p.text, manyMatches) {
			start := m[0] + leading(p.text[m[0]:m[2]])
			if start >= m[2] {
				continue // nothing but "The Recovery Center"
			}
			p.doc.Warn(p.place(start, m[1]), fmt.Sprintf("%q looks like the name of a provider", p.text[start:m[1]]),
				"The course names no provider. Say what kind of program it is, in small letters. A company may stand in lessons/en/sources.yaml.")
		}
	}
}

// leading returns how many bytes at the start of text are words that are no
// part of a name: those that begin a sentence, and kinds of care.
func leading(text string) int {
	n, plain := 0, plainWords()
	for {
		word, rest, found := strings.Cut(text[n:], " ")
		if !found || !slices.Contains(plain, word) {
			return n
		}
		n = len(text) - len(rest)
	}
}

func plainWords() []string {
	return strings.Fields("A An And At Ask Call Each Every From If In Is Many Most My No Not One Or Our Some Such That The Their These This To What When Which Your " +
		"Alcohol Drug Home Hospital Inpatient Local Medical Opioid Outpatient Private Public Rapid Residential Social")
}
