package course

import (
	"regexp"
	"strings"

	"porchlight/lessons"
)

// patterns are the regular expressions of the rules. They are made for each
// check: most runs of the program check nothing, and should not wait for them.
type patterns struct {
	digits    *regexp.Regexp // numbers as they are written
	cite      *regexp.Regexp // [@id]; the id is the first group
	footnote  *regexp.Regexp // [^1]
	entity    *regexp.Regexp // &#27; and &shy;
	mention   *regexp.Regexp // a short quotation, in straight or curly marks
	number    *regexp.Regexp
	notFigure *regexp.Regexp          // digits that are no figures
	voices    map[lessons.Lang]*voice // how the course speaks, by language
	selfHarm  *regexp.Regexp
	totals    *regexp.Regexp // the words of a test
	pointing  *regexp.Regexp // an option that only points at others
	provider  wording        // what looks like the name of a treatment company
}

func newPatterns() *patterns {
	return &patterns{
		digits:    digits(),
		cite:      regexp.MustCompile(`\[@([^\]\n]*)\]`),
		footnote:  regexp.MustCompile(`\[\^[^\]\s]+\]`),
		entity:    regexp.MustCompile(`&#?[0-9A-Za-z]{1,32};`),
		mention:   regexp.MustCompile(`"[^"]{1,60}"|“[^”]{1,60}”`),
		number:    regexp.MustCompile(`\$?[0-9][0-9,.]*[0-9]%?|\$?[0-9]%?`),
		notFigure: notFigure(),
		voices:    voices(),
		selfHarm:  selfHarm(),
		totals:    totals(),
		pointing:  pointing(),
		provider:  provider(),
	}
}

// figure returns the first number of text that looks like a fact, or "".
func (p *patterns) figure(text string) string {
	if !strings.ContainsAny(text, "0123456789") {
		return ""
	}
	return p.number.FindString(mask(text, p.notFigure))
}

// notFigure finds numbers to call, times of day, round the clock, names with
// digits in them, and places in a row.
func notFigure() *regexp.Regexp {
	return words(`911|988|211|741741|` +
		`\+?(1[- ])?\(?[0-9]{3}\)?[- ][0-9]{3}[- ][0-9A-Z]{4}|1-[0-9]{3}-[0-9A-Z]{3,}-[0-9A-Z]{3,}|[0-9]{3}-[0-9]{4}|` +
		`[0-9]{1,2}(:[0-9]{2})? ?[ap]\.?m|[0-9]{1,2}:[0-9]{2}|` +
		`24/7|24 hours( a day)?|` +
		`12[- ](steps?|pasos)|[\pL]+-[0-9]+|[0-9]+ CFR( part [0-9]+)?|` +
		`(steps?|pasos?|partes?|lección|preguntas?|páginas?|semanas?|días?|nivel|parts?|lessons?|questions?|chapters?|pages?|numbers?|weeks?|days?|levels?|schedule) [0-9]+(\.[0-9]+)?( (to|and|or) [0-9]+)?`)
}
