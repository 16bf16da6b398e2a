package theme

import (
	"sync"

	"github.com/charmbracelet/colorprofile"
)

// A Shelf makes each theme once, for all sessions of a process: nothing in one
// changes. It may be used by several goroutines at once.
type Shelf struct {
	mu   sync.Mutex
	made map[shelved]*Theme
}

// shelved is what makes one theme different from another.
type shelved struct {
	name    Name
	bg      Background
	profile colorprofile.Profile
}

// NewShelf returns a shelf with nothing on it.
func NewShelf() *Shelf { return &Shelf{made: map[shelved]*Theme{}} }

// Theme is New, made before or now.
func (s *Shelf) Theme(name Name, bg Background, profile colorprofile.Profile) *Theme {
	s.mu.Lock()
	defer s.mu.Unlock()
	at := shelved{name, bg, profile}
	if s.made[at] == nil {
		s.made[at] = New(name, bg, profile)
	}
	return s.made[at]
}
