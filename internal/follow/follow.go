// Package follow lets terminals of one user on one machine show the same place:
// the room's screen and the facilitator's. Each writes where it is to one small
// file in the user's own runtime folder, and is told when another did. What
// stands there is which page is shown: nobody's name and nobody's answer.
package follow

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"

	"porchlight/internal/wholefile"
)

// A State is where a show stands.
type State struct {
	// Show is the place that opens the show, where that is not said otherwise.
	Show string `json:"show,omitempty"`
	// Seq grows with each state that one terminal wrote or read: which came later.
	Seq     uint64   `json:"-"`
	Part    int      `json:"part"`
	Replies []string `json:"replies,omitempty"` // of a conversation the room plays
	Block   int      `json:"block"`             // what was shown last:
	Word    int      `json:"word"`              // see typeset.Place
	// Width and Height are the room's screen, in cells; 0 where there is none.
	Width     int       `json:"width,omitempty"`
	Height    int       `json:"height,omitempty"`
	Began     time.Time `json:"began"`     // when the show began
	PartBegan time.Time `json:"partBegan"` // when this part did
}

// stateLimit is the longest file that is read, in bytes.
const stateLimit = 64 << 10

// ErrNotPrivate is returned for a folder that others may look into.
var ErrNotPrivate = errors.New("others can look into the folder")

// A Seat is one terminal's place in a show. Its methods may be called by
// several goroutines.
type Seat struct {
	file  string
	watch *fsnotify.Watcher

	mu   sync.Mutex
	seen string // the file as this seat last wrote or read it
	seq  uint64 // how often it has
}

// Open takes a seat in the show of that name. It makes the folder if there is
// none, readable by its owner alone.
func Open(folder, show string) (*Seat, error) {
	if err := Folder(folder); err != nil {
		return nil, err
	}
	watch, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watching the folder to follow in: %w", err)
	}
	if err := watch.Add(folder); err != nil {
		return nil, errors.Join(fmt.Errorf("watching the folder to follow in: %w", err), watch.Close())
	}
	name := strings.ReplaceAll(show, "/", "-") + ".json"
	return &Seat{file: filepath.Join(folder, name), watch: watch}, nil
}

// Put writes where this terminal is, and returns the state's Seq.
func (s *Seat) Put(state State) (uint64, error) {
	data, err := json.Marshal(state)
	if err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	err = wholefile.Write(s.file, true, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
	if err == nil {
		s.seen = string(data)
		s.seq++
	}
	return s.seq, err
}

// Get reads where the show is, or false where nobody has said so.
func (s *Seat) Get() (State, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	text, state, ok := read(s.file)
	s.seen = text
	s.seq++
	state.Seq = s.seq
	return state, ok
}

// Wait returns where the show is once another terminal has changed it. It ends
// with the context's error, or with fs.ErrClosed when the seat is closed.
func (s *Seat) Wait(ctx context.Context) (State, error) {
	for {
		if state, ok := s.changed(); ok {
			return state, nil
		}
		select {
		case <-ctx.Done():
			return State{}, ctx.Err()
		case _, open := <-s.watch.Events:
			if !open {
				return State{}, fs.ErrClosed
			}
		case _, open := <-s.watch.Errors:
			if !open {
				return State{}, fs.ErrClosed
			}
		}
	}
}

// changed reads the file, and reports whether another has written it.
func (s *Seat) changed() (State, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	text, state, ok := read(s.file)
	if !ok || text == s.seen {
		return State{}, false
	}
	s.seen = text
	s.seq++
	state.Seq = s.seq
	return state, true
}

// Close leaves the seat. The file stays, so that a terminal which comes back
// finds the place; it is gone when the user's session ends.
func (s *Seat) Close() error { return s.watch.Close() }

// read reads a state from a file. One that makes no sense is none.
func read(file string) (text string, state State, ok bool) {
	f, err := os.Open(file)
	if err != nil {
		return "", State{}, false
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, stateLimit+1))
	if err != nil {
		return "", State{}, false
	}
	state, ok = Parse(data)
	return string(data), state, ok
}

// Parse reads a state as Put writes it, and reports whether it makes sense.
func Parse(data []byte) (State, bool) {
	var s State
	if len(data) > stateLimit || json.Unmarshal(data, &s) != nil {
		return State{}, false
	}
	const most = 1 << 20
	for _, n := range []int{s.Part, s.Block, s.Word, s.Width, s.Height} {
		if n < 0 || n > most {
			return State{}, false
		}
	}
	return s, true
}
