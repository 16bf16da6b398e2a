package lessons

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"sync"

	"porchlight/internal/packfile"
)

var (
	// ErrNoLesson is returned for an id the pack has no lesson of.
	ErrNoLesson = errors.New("no such lesson")
	// ErrNoWorksheet is returned for an id the pack has no worksheet of.
	ErrNoWorksheet = errors.New("no such worksheet")
	// ErrNoRunSheet is returned for an id the pack has no run sheet of.
	ErrNoRunSheet = errors.New("no such run sheet")
	// ErrNoSource is returned for an id the pack has no source of.
	ErrNoSource = errors.New("no such source")
)

// A Pack is a course's reading matter. It never changes, reads each file when
// it is first asked for, and is safe for many goroutines. What it returns is
// shared: callers do not write to it.
//
// Every method that takes a language falls back to English for what is not
// translated, item by item. A file that is broken counts as not there; Check
// in package course says what is wrong with it.
type Pack struct {
	fsys     fs.FS
	langs    []Lang
	editions map[Lang]*edition
	hash     func() (string, error)
	local    Local
}

// Open opens the pack in fsys, a folder that holds a folder for each language.
// It looks at the names of files only. It returns an error when fsys cannot be
// read or has no English.
func Open(fsys fs.FS) (*Pack, error) {
	names, err := packfile.Langs(fsys)
	if err != nil {
		return nil, fmt.Errorf("lessons: %w", err)
	}
	p := &Pack{fsys: fsys, editions: make(map[Lang]*edition, len(names))}
	p.hash = sync.OnceValues(func() (string, error) { return packfile.Hash(fsys, names...) })
	for _, name := range names {
		lang := Lang(name)
		p.langs = append(p.langs, lang)
		if p.editions[lang], err = openEdition(fsys, lang); err != nil {
			return nil, fmt.Errorf("lessons: %w", err)
		}
	}
	return p, nil
}

// Langs returns the languages of the pack, English first.
func (p *Pack) Langs() []Lang { return slices.Clone(p.langs) }

// Hash returns a fingerprint of the whole pack, 64 hexadecimal digits. It
// reads every file the first time.
func (p *Pack) Hash() (string, error) { return p.hash() }

// Lesson returns the lesson in the reader's language, or in English where the
// pack has no translation. It returns ErrNoLesson for an id the pack lacks,
// and packfile.Problems for a lesson that cannot be read.
func (p *Pack) Lesson(id ID, lang Lang) (Lesson, error) {
	for _, e := range p.chain(lang) {
		if read, ok := e.lessons[id]; ok {
			return read()
		}
	}
	return Lesson{}, fmt.Errorf("%q: %w", id, ErrNoLesson)
}

// Worksheet returns the worksheet in the reader's language, or in English where
// the pack has no translation. It returns ErrNoWorksheet for an id the pack
// lacks, and packfile.Problems for a worksheet that cannot be read.
func (p *Pack) Worksheet(id WorksheetID, lang Lang) (Worksheet, error) {
	for _, e := range p.chain(lang) {
		if read, ok := e.sheets[id]; ok {
			return read()
		}
	}
	return Worksheet{}, fmt.Errorf("%q: %w", id, ErrNoWorksheet)
}

// RunSheet returns the run sheet in the reader's language, or in English where
// the pack has no translation. It returns ErrNoRunSheet for an id the pack
// lacks, and packfile.Problems for a run sheet that cannot be read.
func (p *Pack) RunSheet(id RunSheetID, lang Lang) (RunSheet, error) {
	for _, e := range p.chain(lang) {
		if read, ok := e.runs[id]; ok {
			return read()
		}
	}
	return RunSheet{}, fmt.Errorf("%q: %w", id, ErrNoRunSheet)
}

// Source returns the source with the given id, in English, or ErrNoSource.
func (p *Pack) Source(id SourceID) (Source, error) {
	for _, s := range p.editions[English].sources() {
		if s.ID == id {
			return s, nil
		}
	}
	return Source{}, fmt.Errorf("%q: %w", id, ErrNoSource)
}

// chain returns the editions to look in for lang, the best one first.
func (p *Pack) chain(lang Lang) []*edition {
	english := p.editions[English]
	if e := p.editions[p.match(lang)]; e != english {
		return []*edition{e, english}
	}
	return []*edition{english}
}

func (p *Pack) match(lang Lang) Lang {
	names := make([]string, len(p.langs))
	for i, l := range p.langs {
		names[i] = string(l)
	}
	return Lang(packfile.Match(names, string(lang)))
}
