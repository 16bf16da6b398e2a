// Package localetest has the interface's words for tests, read once for all
// tests of a package, as a server does: reading them takes longer than most of
// what a test does with them.
package localetest

import (
	"sync"
	"testing"

	"porchlight/internal/locale"
)

// opened are the words by their language.
var opened sync.Map

// Open returns the words of a language.
func Open(t testing.TB, lang string) *locale.Words {
	t.Helper()
	if w, ok := opened.Load(lang); ok {
		return w.(*locale.Words)
	}
	w, err := locale.Open(lang)
	if err != nil {
		t.Fatal(err)
	}
	opened.Store(lang, w)
	return w
}
