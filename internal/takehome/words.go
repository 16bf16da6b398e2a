// Package takehome lets a visitor go on elsewhere without an account: five
// random words lead to their record and to nobody else's. The words are shown
// once and kept nowhere; what is kept is what a slow hash makes of them.
package takehome

import (
	"embed"
	"errors"
	"fmt"
	"io"
	"math/big"
	"slices"
	"strings"
	"sync"

	"crypto/rand"

	"porchlight/internal/fold"
)

// The lists hold everyday things with nothing unkind about them. The first
// four letters tell each word of a list from all others. They were picked from
// the word lists of BIP-39 (MIT licence).
//
//go:embed words
var lists embed.FS

// count is how many words there are to remember. With the shorter list that is
// one of 10^13 combinations, at a few guesses a minute for everybody together.
const count = 5

// distinct is how many letters tell a word from every other one of its list.
const distinct = 4

// ErrNoWords: the text is not five words of a list.
var ErrNoWords = errors.New("these are not five words of the list")

// Words are five words that lead to a record.
type Words []string

// String is the words as they are shown.
func (w Words) String() string { return strings.Join(w, " ") }

// secret is the words as they are hashed: without accents or capitals, so that
// any keyboard can type them.
func (w Words) secret() string { return fold.Text(w.String()) }

// list is the words of a language, in their order.
var list = struct {
	en, es func() []string
}{
	sync.OnceValue(func() []string { return read("en") }),
	sync.OnceValue(func() []string { return read("es") }),
}

func read(lang string) []string {
	text, err := lists.ReadFile("words/" + lang + ".txt")
	if err != nil {
		panic(err) // it is inside the program
	}
	return strings.Fields(string(text))
}

func listOf(lang string) []string {
	if lang == "es" {
		return list.es()
	}
	return list.en()
}

// Pick returns five words of a language, English where there is no list.
// Chance comes from random: crypto/rand.Reader, or a test's own.
func Pick(lang string, random io.Reader) (Words, error) {
	all := listOf(lang)
	words := make(Words, count)
	for i := range words {
		n, err := rand.Int(random, big.NewInt(int64(len(all))))
		if err != nil {
			return nil, fmt.Errorf("picking words: %w", err)
		}
		words[i] = all[n.Int64()]
	}
	return words, nil
}

// Parse reads five words as somebody typed them: in any language of the lists,
// with or without accents and capitals, with any marks between them, each
// whole or by its first four letters. It returns ErrNoWords for anything else.
func Parse(text string) (Words, error) {
	typed := strings.FieldsFunc(fold.Text(text), func(r rune) bool { return r < 'a' || r > 'z' })
	if len(typed) != count {
		return nil, ErrNoWords
	}
	for _, lang := range []string{"en", "es"} {
		if words, ok := match(typed, listOf(lang)); ok {
			return words, nil
		}
	}
	return nil, ErrNoWords
}

// match finds the words of one list that were typed.
func match(typed, all []string) (Words, bool) {
	words := make(Words, len(typed))
	for i, t := range typed {
		n := slices.IndexFunc(all, func(w string) bool { return meant(t, fold.Text(w)) })
		if n < 0 {
			return nil, false
		}
		words[i] = all[n]
	}
	return words, true
}

// meant reports whether a word was typed whole, or so far that no other fits.
func meant(typed, word string) bool {
	return typed == word || len(typed) >= distinct && strings.HasPrefix(word, typed)
}
