package slides_test

import (
	"regexp"
	"testing"

	"porchlight/internal/slides"
	"porchlight/lessons"
)

// Who follows in another language is at the same heading and at the same entry
// of a list, whatever the size of either screen.
func TestStepsAreTheSameInEveryLanguage(t *testing.T) {
	pack, err := lessons.Open(lessons.Files)
	if err != nil {
		t.Fatal(err)
	}
	cites := regexp.MustCompile(` ?\[@[^\]]*\]`)
	open := func(l lessons.Lesson, width, height int) slides.Deck {
		return deck(t, cites.ReplaceAllString(l.Slides, ""), width, height)
	}
	compared := 0
	for _, lang := range pack.Langs()[1:] {
		for _, there := range pack.Lessons(lang) {
			if there.Lang != lang {
				continue
			}
			here, err := pack.Lesson(there.ID, lessons.English)
			if err != nil {
				t.Fatal(err)
			}
			leads, follows := open(here, 60, 20), open(there, 38, 9)
			english, other := begun(leads), begun(follows)
			for i := range leads.Len() {
				if i > 0 && english[i] == english[i-1] {
					continue // a page that goes on: it may be cut elsewhere
				}
				compared++
				if got := other[follows.At(leads.Place(i))]; got != english[i] {
					t.Errorf("%s, step %d: %d headings and entries are shown in English, and %d in %s", there.ID, i, english[i], got, lang)
				}
			}
		}
	}
	if compared < 100 {
		t.Errorf("%d steps compared", compared)
	}
}

// begun counts the headings and the entries of lists that are shown up to each
// step.
func begun(d slides.Deck) (counts []int) {
	entry, n, title := regexp.MustCompile(`^\s*(- |[0-9]\. )`), 0, ""
	for i := range d.Len() {
		for _, line := range d.Added(i) {
			if entry.MatchString(line) {
				n++
			}
		}
		if s := d.Step(i); s.Title != title {
			n, title = n+1, s.Title
		}
		counts = append(counts, n)
	}
	return counts
}
