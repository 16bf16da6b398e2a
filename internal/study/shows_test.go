package study

import (
	"errors"
	"sync"
	"sync/atomic"
	"testing"

	"porchlight/internal/locale/localetest"
	"porchlight/lessons"
)

// A show is made once for all desks that open it at the same moment, one for
// each language.
func TestShowsAreMadeOnce(t *testing.T) {
	w := localetest.Open(t, "en")
	var made atomic.Int64
	shows := NewShows()
	open := func(lang lessons.Lang) Show {
		s, err := shows.show("present/one", lang, w, func() (Show, error) {
			made.Add(1)
			return Show{Title: string(lang)}, nil
		})
		if err != nil {
			t.Error(err)
		}
		return s
	}
	var all sync.WaitGroup
	for range 20 {
		for _, lang := range []lessons.Lang{"en", "es"} {
			all.Go(func() {
				if s := open(lang); s.Title != string(lang) {
					t.Errorf("in %s: %q", lang, s.Title)
				}
			})
		}
	}
	all.Wait()
	if made.Load() != 2 {
		t.Errorf("made %d times", made.Load())
	}
}

// What could not be made is tried again: a course may be mended, and a fault in
// one session is not that of the others.
func TestShowsThatFailAreTriedAgain(t *testing.T) {
	w := localetest.Open(t, "en")
	shows := NewShows()
	if _, err := shows.show("one", "en", w, func() (Show, error) { return Show{}, lessons.ErrNoLesson }); !errors.Is(err, lessons.ErrNoLesson) {
		t.Errorf("failed with %v", err)
	}
	func() {
		defer func() { _ = recover() }()
		_, _ = shows.show("one", "en", w, func() (Show, error) { panic("broken") })
	}()
	if _, err := shows.show("one", "en", w, nil); !errors.Is(err, errUnmade) {
		t.Errorf("after a panic: %v", err)
	}
	s, err := shows.show("one", "en", w, func() (Show, error) { return Show{Title: "One"}, nil })
	if err != nil || s.Title != "One" {
		t.Errorf("tried again: %q, %v", s.Title, err)
	}
}
