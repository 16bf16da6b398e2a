package study

import (
	"errors"
	"sync"

	"porchlight/internal/locale"
	"porchlight/lessons"
)

// Shows keeps the shows of a course once they were made, for all desks: when a
// lesson is put before a room, each of the room's people has a desk that opens
// it in the same moment. It may be used by several goroutines at once.
type Shows struct {
	mu   sync.Mutex
	made map[shown]*making
}

// shown is what makes one show different from another.
type shown struct {
	name  string
	lang  lessons.Lang
	words string // the language of the words around it
}

// making is a show that somebody makes, or has made.
type making struct {
	once sync.Once
	show Show
	err  error
}

// errUnmade is what the others get when the one who makes a show panics.
var errUnmade = errors.New("study: a show was not made")

// NewShows returns a shelf with no show on it.
func NewShows() *Shows { return &Shows{made: map[shown]*making{}} }

// show is a show that was made before, or is made now. What goes wrong is not
// kept.
func (s *Shows) show(name string, lang lessons.Lang, w *locale.Words, make func() (Show, error)) (Show, error) {
	at := shown{name, lang, w.Lang()}
	s.mu.Lock()
	m := s.made[at]
	if m == nil {
		m = &making{err: errUnmade}
		s.made[at] = m
	}
	s.mu.Unlock()
	m.once.Do(func() { m.show, m.err = make() })
	if m.err != nil {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.made[at] == m {
			delete(s.made, at)
		}
	}
	return m.show, m.err
}
