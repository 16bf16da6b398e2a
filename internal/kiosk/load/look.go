package load

import (
	"bytes"
	"regexp"
	"slices"
	"time"
)

// A Look is a text that a visitor looks out for, and when it came. What the
// visitor keeps has to be longer than the text.
type Look struct {
	v    *Visitor
	text []byte
	like *regexp.Regexp // instead of the text
	from int            // of all bytes received
	at   time.Time
}

// LookOut looks out for a text in what is received from now on.
func (v *Visitor) LookOut(text string) *Look {
	v.mu.Lock()
	defer v.mu.Unlock()
	l := &Look{v: v, text: []byte(text), from: v.bytes}
	v.looks = append(v.looks, l)
	return l
}

// LookOutFor looks out for what a pattern matches.
func (v *Visitor) LookOutFor(like *regexp.Regexp) *Look {
	v.mu.Lock()
	defer v.mu.Unlock()
	l := &Look{v: v, like: like, from: v.bytes}
	v.looks = append(v.looks, l)
	return l
}

// LookBack looks for a text in what was received and kept, and out for it.
func (v *Visitor) LookBack(text string) *Look {
	v.mu.Lock()
	defer v.mu.Unlock()
	l := &Look{v: v, text: []byte(text)}
	v.looks = append(v.looks, l)
	v.see(len(v.tail))
	return l
}

// see notes which texts have come with the last few bytes.
func (v *Visitor) see(last int) {
	v.looks = slices.DeleteFunc(v.looks, func(l *Look) bool {
		old := len(v.tail) - (v.bytes - l.from) // what came before the look
		at := max(0, old, len(v.tail)-last-len(l.text)+1)
		if l.like != nil {
			at = max(0, old)
		}
		if !l.in(v.tail[at:]) {
			return false
		}
		l.at = v.target.Now()
		return true
	})
}

// in reports whether what is looked for stands in a text.
func (l *Look) in(text []byte) bool {
	if l.like != nil {
		return l.like.Match(text)
	}
	return bytes.Contains(text, l.text)
}

// Wait waits until the text has come and returns when that was. It returns an
// error where the session ends before.
func (l *Look) Wait() (time.Time, error) {
	err := l.v.wait(func() bool { return !l.at.IsZero() })
	return l.at, err
}

// Type types keys.
func (v *Visitor) Type(keys string) error {
	_, err := v.ch.Write([]byte(keys))
	return err
}

// Heard is what was received last.
func (v *Visitor) Heard() string {
	v.mu.Lock()
	defer v.mu.Unlock()
	return string(v.tail)
}

// Cut ends the connection in the middle of the session, without a word.
func (v *Visitor) Cut() { _ = v.conn.Close() }

// Gone reports whether the session has ended.
func (v *Visitor) Gone() bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.err != nil
}
