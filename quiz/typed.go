package quiz

import (
	"slices"
	"strings"
	"unicode"

	"porchlight/internal/fold"
)

// typed finds the option that was typed. It returns no choice for what is none
// of them: that is an answer too.
func (q Question) typed(r Response) (choices []OptionID, right int, err error) {
	switch {
	case len(r.Choices) > 0:
		return nil, 0, ErrNoOption // nothing can be chosen here
	case len(r.Text) > MaxTyped:
		return nil, 0, ErrTooLong
	case PlainWords(r.Text) == "":
		return nil, 0, ErrNoChoice
	}
	o, ok := q.Typed(r.Text)
	switch {
	case !ok:
		return nil, 0, nil
	case o.Best:
		return []OptionID{o.ID}, 1, nil
	}
	return []OptionID{o.ID}, 0, nil
}

// Typed returns the option of a ShortText that was typed: in whatever case,
// with or without accents and punctuation, and with one typo at most. What is
// as near to a wrong option as to a best one is the wrong one, so that no typo
// makes a wrong word right.
func (q Question) Typed(text string) (Option, bool) {
	text = PlainWords(text)
	found, near := Option{}, false
	for _, o := range q.Options {
		for _, form := range o.forms() {
			switch {
			case form == text:
				return o, true
			case OneTypo(form, text) && (!near || found.Best):
				found, near = o, true
			}
		}
	}
	return found, near
}

// forms returns the ways to write an option, as plain words.
func (o Option) forms() []string {
	forms := []string{PlainWords(o.Text)}
	for _, also := range o.Also {
		forms = append(forms, PlainWords(also))
	}
	return forms
}

// PlainWords is text as typed answers are compared: small letters without
// accents, digits, and one space between words.
func PlainWords(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r):
			return r
		case r == '\'', r == '’':
			return -1
		}
		return ' '
	}, fold.Text(text))
	return strings.Join(strings.Fields(text), " ")
}

// shortWord is how many letters a word has at most in which every letter
// counts: "dose" with a typo may be "nose".
const shortWord = 4

// OneTypo reports whether typed is word with one typo: a letter too many, one
// missing, another one in its place, or two neighbours that changed places. A
// digit is no typo, for it may be a telephone number.
func OneTypo(word, typed string) bool {
	w, t := []rune(word), []rune(typed)
	if len(w) <= shortWord {
		return false
	}
	for len(w) > 0 && len(t) > 0 && w[0] == t[0] {
		w, t = w[1:], t[1:]
	}
	for len(w) > 0 && len(t) > 0 && w[len(w)-1] == t[len(t)-1] {
		w, t = w[:len(w)-1], t[:len(t)-1]
	}
	if slices.ContainsFunc(w, unicode.IsDigit) || slices.ContainsFunc(t, unicode.IsDigit) {
		return false
	}
	switch {
	case len(w) == 2 && len(t) == 2:
		return w[0] == t[1] && w[1] == t[0]
	case len(w) == 0 && len(t) == 0:
		return false // it is the word itself
	}
	return len(w) <= 1 && len(t) <= 1
}
