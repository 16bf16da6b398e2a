// Package course joins the lessons and the questions of a pack, and checks a
// pack: every rule that docs/authoring.md gives, and every reference from one
// file to another. It keeps nothing and draws nothing.
package course

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"

	"porchlight/lessons"
	"porchlight/quiz"
)

// A Course is a pack: its reading matter and its questions. It never changes
// and is safe for many goroutines.
type Course struct {
	*lessons.Pack
	*quiz.Banks
}

// Open opens the course in two folders that each hold a folder for each
// language. It reads names only, and checks nothing: it is for the course that
// the program carries and its tests have checked. It returns an error when a
// folder cannot be read or has no English.
func Open(lessonsFS, quizFS fs.FS) (*Course, error) {
	pack, err := lessons.Open(lessonsFS)
	if err != nil {
		return nil, err
	}
	banks, err := quiz.Open(quizFS)
	if err != nil {
		return nil, err
	}
	return &Course{pack, banks}, nil
}

// Langs returns the languages of the lessons, English first.
func (c *Course) Langs() []lessons.Lang { return c.Pack.Langs() }

// Lessons returns all lessons in the order of the course, as Pack.Lessons does.
func (c *Course) Lessons(lang lessons.Lang) []lessons.Lesson { return c.Pack.Lessons(lang) }

// Questions returns the bank of a lesson, as Banks.Bank does.
func (c *Course) Questions(id lessons.ID, lang lessons.Lang) (quiz.Bank, error) {
	return c.Bank(quiz.LessonID(id), quiz.Lang(lang))
}

// Hash returns a fingerprint of the whole course, 64 hexadecimal digits. It
// reads every file the first time.
func (c *Course) Hash() (string, error) {
	reading, err := c.Pack.Hash()
	if err != nil {
		return "", err
	}
	asking, err := c.Banks.Hash()
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256([]byte(reading + asking))
	return hex.EncodeToString(sum[:]), nil
}
