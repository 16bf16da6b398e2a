// Package checkfile is one checklist as a file to pass on: what one provider
// answered, or the learner's own list, as JSON or as CSV for a spreadsheet. It
// trusts nothing that it reads: text comes back clean, and what cannot be kept
// is refused with its line and column. It writes no cell that a spreadsheet
// would run as a formula. It knows no record's store and no course.
package checkfile

import (
	"fmt"
	"io"
	"strings"
	"time"

	"porchlight/internal/checklist"
	"porchlight/internal/record"
	"porchlight/internal/safetext"
)

// Version is the version of the files this program writes. It reads this one
// and every earlier one.
const Version = 1

// What a file may hold.
const (
	MaxFile    = 8 << 20 // bytes
	MaxAnswers = 1000
)

// A Sheet is one checklist.
type Sheet struct {
	Program Program // without a name for the learner's own list
	Answers []Answer
}

// Program is who was asked.
type Program struct {
	Name  string `json:"name"`
	Phone string `json:"phone"`
	Note  string `json:"note"`
}

// An Answer is one question and what was heard.
type Answer struct {
	Question string      `json:"question"` // its id
	Ask      string      `json:"ask"`      // its words, for whoever reads the file
	Asked    bool        `json:"asked"`
	Sign     record.Sign `json:"sign"`
	Note     string      `json:"note"`
	At       time.Time   `json:"at,omitzero"` // when it was saved; zero if not said
}

// What to do about a problem.
const (
	doChoose = "Choose a file that \"porchlight checklist export\" wrote"
	doMend   = "Mend it or take it out, then import again"
	doNewer  = "Use the newer Porchlight to read it"
)

// read takes a whole file, which may be too large.
func read(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxFile+1))
	if err != nil {
		return nil, fmt.Errorf("read the checklist: %w", err)
	}
	if len(data) > MaxFile {
		return nil, &record.Problem{What: fmt.Sprintf("the file is larger than %d MiB", MaxFile>>20), Do: doChoose}
	}
	return data, nil
}

// supported refuses a version that this program cannot read.
func supported(version int) error {
	switch {
	case version < 1:
		return fmt.Errorf("%d is not a version of a checklist", version)
	case version > Version:
		return fmt.Errorf("a newer Porchlight wrote this file: it is of version %d, and this one reads up to %d", version, Version)
	}
	return nil
}

// kept is a program as it is kept. The error says what cannot be kept.
func (p Program) kept() (Program, error) {
	p.Name = strings.TrimSpace(safetext.Line(p.Name, 0))
	p.Phone = strings.TrimSpace(safetext.Line(p.Phone, 0))
	p.Note = safetext.Block(p.Note, 0)
	return p, first(
		within("the name", p.Name, checklist.NameLimit), within("the phone number", p.Phone, checklist.PhoneLimit),
		within("the note", p.Note, checklist.NoteLimit))
}

// kept is an answer as it is kept. The error says what cannot be kept.
func (a Answer) kept() (Answer, error) {
	a.Ask = strings.TrimSpace(safetext.Line(a.Ask, 0))
	c, err := record.Check{Question: a.Question, Asked: a.Asked, Sign: a.Sign, Note: a.Note, At: a.At}.Kept()
	a.Note, a.At = c.Note, c.At
	return a, first(err, within("the note", a.Note, checklist.NoteLimit), within("the question", a.Ask, record.MaxID*4))
}

func within(what, text string, limit int) error {
	if len(text) > limit {
		return fmt.Errorf("%s has %d bytes, and at most %d are kept", what, len(text), limit)
	}
	return nil
}

func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// add adds an answer, unless its question has one or there are too many.
func (s *Sheet) add(a Answer) error {
	if len(s.Answers) >= MaxAnswers {
		return fmt.Errorf("at most %d answers are read", MaxAnswers)
	}
	for _, other := range s.Answers {
		if other.Question == a.Question {
			return fmt.Errorf("the question %q stands here a second time", a.Question)
		}
	}
	s.Answers = append(s.Answers, a)
	return nil
}
