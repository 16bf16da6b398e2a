package course

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// grades returns the reading grade of each lesson with text, hardest first.
func grades(e *edition) []Grade {
	list := []Grade{}
	for _, l := range e.lessons {
		var t tally
		for _, block := range l.blocks() {
			if block.kind == paragraph {
				t.read(block.text, e.pack.easyWords)
			}
		}
		if t.words > 0 {
			list = append(list, Grade{l.name, t.grade()})
		}
	}
	slices.SortStableFunc(list, func(a, b Grade) int { return cmp.Compare(b.Grade, a.Grade) })
	return list
}

// spread returns the median and the highest of grades, sorted hardest first.
func spread(grades []Grade) (median, highest float64) {
	n := len(grades)
	if n == 0 {
		return 0, 0
	}
	return (grades[(n-1)/2].Grade + grades[n/2].Grade) / 2, grades[0].Grade
}

// easyWords returns the words of the glossary, in small letters. A learner can
// look each of them up with one key, so they count as easy.
func (e *edition) easyWords() map[string]bool {
	easy := map[string]bool{}
	for _, t := range e.terms.value {
		for _, form := range forms(t) {
			for _, w := range strings.FieldsFunc(strings.ToLower(form), notLetter) {
				easy[w], easy[w+"s"] = true, true
			}
		}
	}
	return easy
}

// A tally counts what the Flesch-Kincaid formula needs.
type tally struct{ sentences, words, syllables int }

// grade is the Flesch-Kincaid grade level.
func (t tally) grade() float64 {
	return 0.39*float64(t.words)/float64(max(1, t.sentences)) + 11.8*float64(t.syllables)/float64(max(1, t.words)) - 15.59
}

// easySyllables is the most syllables an easy word counts as.
const easySyllables = 2

// read adds a paragraph in English.
func (t *tally) read(text string, easy map[string]bool) { t.count(text, syllables, easy) }

// count adds a paragraph. Its end ends a sentence, with or without a full stop.
func (t *tally) count(text string, syllables func(word string) int, easy map[string]bool) {
	open := false
	for token := range strings.FieldsSeq(text) {
		for _, word := range strings.FieldsFunc(strings.ToLower(token), notLetter) {
			n := syllables(word)
			if easy[word] {
				n = min(n, easySyllables)
			}
			t.words++
			t.syllables += n
			open = true
		}
		if open && endsSentence(token) {
			t.sentences++
			open = false
		}
	}
	if open {
		t.sentences++
	}
}

func notLetter(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’'
}

// endsSentence reports whether a token closes a sentence: "fine.", "why?\"",
// but not "a.m." or "U.S.".
func endsSentence(token string) bool {
	token = strings.TrimRight(token, `"'”’)]*_`)
	if token == "" || !strings.ContainsAny(token[len(token)-1:], ".!?:") {
		return false
	}
	return !strings.Contains(strings.TrimRight(token, "."), ".") || token[len(token)-1] != '.'
}

// syllables estimates the syllables of an English word in small letters: the
// groups of vowels, without a silent e at the end.
func syllables(word string) int {
	if word[0] >= '0' && word[0] <= '9' {
		return 1 // a number is one thing to read, whatever it is said as
	}
	word = strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s")
	n, vowel := 0, false
	for _, r := range word {
		v := strings.ContainsRune("aeiouyáéíóúü", r)
		if v && !vowel {
			n++
		}
		vowel = v
	}
	if silentEnd(word) {
		n--
	}
	return max(1, n)
}

// silentEnd reports whether the last vowel of a word is not spoken: "home",
// "used", "homes", but not "needed", "table", "houses".
func silentEnd(word string) bool {
	has := func(ends ...string) bool {
		return slices.ContainsFunc(ends, func(e string) bool { return strings.HasSuffix(word, e) })
	}
	switch {
	case has("le") && len(word) > 2 && !strings.ContainsRune("aeiouy", rune(word[len(word)-3])):
		return false
	case has("ted", "ded", "ses", "zes", "ces", "ges", "ches", "shes", "xes"):
		return false
	case has("ee", "oe", "ie", "ye", "ees", "ies"):
		return false
	}
	return has("e", "es", "ed")
}
