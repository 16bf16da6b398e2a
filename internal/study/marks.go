package study

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"porchlight/internal/fold"
	"porchlight/internal/locale"
	"porchlight/internal/record"
	"porchlight/internal/safetext"
	"porchlight/internal/typeset"
	"porchlight/lessons"
)

// A Mark is what a learner put on one paragraph of a lesson: a bookmark, a
// note, or that they want to ask the clinician about it.
type Mark struct {
	Lesson   lessons.ID
	Key      string       // the paragraph, as Passages names it
	Quote    string       // how the paragraph began when it was marked
	Block    int          // the block it was in, as the lesson is written
	Lang     lessons.Lang // the language it was in
	Bookmark bool
	Ask      bool // it is on the list for the clinician
	Note     string
	At       time.Time
}

// Says reports whether a mark says anything. One that does not is not kept.
func (m Mark) Says() bool { return m.Bookmark || m.Ask || m.Note != "" }

// Fields of a mark in the record.
const (
	markBookmark = "bookmark"
	markAsk      = "ask"
	markNote     = "note"
	markQuote    = "quote"
	markBlock    = "block"
	markLang     = "lang"
)

// Marks returns the marks on a lesson, or on all for "".
func (d *Desk) Marks(ctx context.Context, lesson lessons.ID) ([]Mark, error) {
	entries, err := d.keep().Entries(ctx, record.KindMark, string(lesson))
	if err != nil {
		return nil, fmt.Errorf("reading marks: %w", err)
	}
	var marks []Mark
	for _, e := range entries {
		if m := markOf(e); m.Says() {
			marks = append(marks, m)
		}
	}
	return marks, nil
}

func markOf(e record.Entry) Mark {
	block, _ := strconv.Atoi(e.Fields[markBlock])
	return Mark{
		Lesson: lessons.ID(e.Subject), Key: e.Key, Quote: e.Fields[markQuote], Block: block,
		Bookmark: e.Fields[markBookmark] != "", Ask: e.Fields[markAsk] != "", Note: e.Fields[markNote], At: e.At,
		Lang: lessons.Lang(e.Fields[markLang]),
	}
}

// SaveMark keeps a mark. One that says nothing is removed, and none of its words
// stay in the record. The note is cleaned and cut to NoteLimit.
func (d *Desk) SaveMark(ctx context.Context, m Mark) error {
	e := record.Entry{Kind: record.KindMark, Subject: string(m.Lesson), Key: m.Key, At: d.now()}
	m.Note = strings.TrimSpace(safetext.Block(m.Note, NoteLimit))
	if m.Says() {
		e.Fields = map[string]string{
			markBookmark: yes(m.Bookmark), markAsk: yes(m.Ask), markNote: m.Note,
			markQuote: m.Quote, markBlock: strconv.Itoa(m.Block), markLang: string(m.Lang),
		}
	}
	return d.keep().SaveEntries(ctx, e)
}

// A Standing says what became of a marked paragraph.
type Standing int

const (
	Here    Standing = iota // it is where it was
	Changed                 // it has been written anew; this is what is closest
	Gone                    // there is nothing like it any more
)

// A Marked is a mark and the paragraph of today that it belongs to.
type Marked struct {
	Mark
	Title    string // of the lesson; its id where that is gone too
	Standing Standing
	To       string // the name of the paragraph to open; empty when it is Gone
	Text     string // what the paragraph says now, or how it began then
}

// Marked returns all marks, in the order of the course and of each lesson.
func (d *Desk) Marked(ctx context.Context, w *locale.Words) ([]Marked, error) {
	all, err := d.Marks(ctx, "")
	if err != nil {
		return nil, err
	}
	byLesson := map[lessons.ID][]Mark{}
	for _, m := range all {
		byLesson[m.Lesson] = append(byLesson[m.Lesson], m)
	}
	var out []Marked
	for _, l := range d.course.Pack.Lessons(d.Lang()) {
		out = append(out, d.inLesson(l, byLesson[l.ID], w)...)
		delete(byLesson, l.ID)
	}
	var lost []Marked // of lessons that this course lacks
	for id, marks := range byLesson {
		for _, m := range marks {
			lost = append(lost, Marked{Mark: m, Title: string(id), Standing: Gone, Text: m.Quote})
		}
	}
	slices.SortFunc(lost, func(a, b Marked) int {
		return cmp.Or(cmp.Compare(a.Lesson, b.Lesson), cmp.Compare(a.Block, b.Block), cmp.Compare(a.Key, b.Key))
	})
	return append(out, lost...), nil
}

// inLesson finds the paragraphs of the marks on one lesson.
func (d *Desk) inLesson(l lessons.Lesson, marks []Mark, w *locale.Words) []Marked {
	if len(marks) == 0 {
		return nil
	}
	var all []Passage
	if text, err := typeset.Set(d.Sheet(l, w), 80, typeset.Style{}); err == nil {
		all = Passages(text)
	}
	type placed struct {
		Marked
		at int
	}
	var found []placed
	for _, m := range marks {
		at, standing := m.Find(all, l.Lang, Order{})
		p := placed{Marked{Mark: m, Title: l.Title, Standing: standing, Text: m.Quote}, at}
		if at >= 0 {
			p.To, p.Text = all[at].Key, all[at].Text
		}
		found = append(found, p)
	}
	slices.SortStableFunc(found, func(a, b placed) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.Block, b.Block)) })
	out := make([]Marked, len(found))
	for i, p := range found {
		out[i] = p.Marked
	}
	return out
}

// alike is how many of a hundred words two beginnings must share to be taken
// for the same paragraph.
const alike = 60

// Find is which of the paragraphs a mark belongs to, and what became of it; -1
// for none. Where the paragraph has another beginning now, the one that has
// most of the words it began with is taken; in another language, the one at the
// same place.
func (m Mark) Find(all []Passage, lang lessons.Lang, order Order) (int, Standing) {
	if i := FindPassage(all, m.Key); i >= 0 {
		return i, Here
	}
	if m.Lang != "" && m.Lang != lang {
		i := slices.IndexFunc(all, func(p Passage) bool { return order.Written(p.At.Block) == m.Block })
		if i >= 0 {
			return i, Here
		}
	}
	quote := strings.Fields(fold.Text(strings.TrimSuffix(m.Quote, "...")))
	best, most := -1, 0
	for i, p := range all {
		has := " " + strings.Join(strings.Fields(fold.Text(p.Text)), " ") + " "
		n := 0
		for _, word := range quote {
			if strings.Contains(has, " "+word+" ") {
				n++
			}
		}
		if n > most {
			best, most = i, n
		}
	}
	if best >= 0 && most*100 >= alike*len(quote) {
		return best, Changed
	}
	return -1, Gone
}

// quoteLimit is how much of a paragraph a mark remembers, in characters.
const quoteLimit = 120

// QuoteOf is how a paragraph begins, cut between words.
func QuoteOf(text string) string {
	quote := ""
	for _, word := range strings.Fields(text) {
		if quote != "" && len([]rune(quote))+1+len([]rune(word)) > quoteLimit {
			return quote + " ..."
		}
		quote = strings.TrimSpace(quote + " " + word)
	}
	return quote
}

// Passage returns a paragraph of a lesson as the learner reads it, with the
// mark on it. Of one that is not there any more, the mark tells what it knows.
// It returns lessons.ErrNoLesson for a lesson the course lacks.
func (d *Desk) Passage(ctx context.Context, id lessons.ID, key string, w *locale.Words) (Marked, error) {
	marks, err := d.Marks(ctx, id)
	if err != nil {
		return Marked{}, err
	}
	out := Marked{Mark: Mark{Lesson: id, Key: key}, Title: string(id), Standing: Gone}
	i := slices.IndexFunc(marks, func(m Mark) bool { return m.Key == key })
	if i >= 0 {
		out.Mark, out.Text = marks[i], marks[i].Quote
	}
	r, err := d.Read(ctx, id, w)
	if errors.Is(err, lessons.ErrNoLesson) && i >= 0 {
		return out, nil
	}
	if err != nil {
		return Marked{}, err
	}
	text, err := typeset.Set(r.Markdown, 80, typeset.Style{})
	if err != nil {
		return Marked{}, err
	}
	all := Passages(text)
	at := -1
	at, out.Standing = out.Find(all, r.Lesson.Lang, r.Order)
	out.Title = r.Lesson.Title
	if at < 0 {
		return out, nil
	}
	out.To, out.Text = all[at].Key, all[at].Text
	if i < 0 {
		out.Quote, out.Block, out.Lang = QuoteOf(out.Text), r.Order.Written(all[at].At.Block), r.Lesson.Lang
	}
	return out, nil
}

// Words is what a mark is known by in a list: the note, or the paragraph.
func (m Marked) Words() string {
	if m.Note != "" {
		return m.Note
	}
	return m.Text
}

// Moved says what became of the paragraph; nothing where it is as it was.
func (m Marked) Moved(w *locale.Words) string {
	switch m.Standing {
	case Changed:
		return w.T("note.changed")
	case Gone:
		return w.T("note.gone")
	}
	return ""
}

// A Group is marks of one sort. Name is the name of its words.
type Group struct {
	Name  string
	Marks []Marked
}

// Groups sorts marks: what to ask the clinician, notes, and bookmarks alone.
// Each mark is in one group, and no group is empty.
func Groups(all []Marked) []Group {
	groups := []Group{{Name: "note.group-ask"}, {Name: "note.group-notes"}, {Name: "note.group-bookmarks"}}
	for _, m := range all {
		i := 2
		switch {
		case m.Ask:
			i = 0
		case m.Note != "":
			i = 1
		}
		groups[i].Marks = append(groups[i].Marks, m)
	}
	return slices.DeleteFunc(groups, func(g Group) bool { return len(g.Marks) == 0 })
}

// marking says how much is marked, for a menu.
func marking(ctx context.Context, d *Desk, w *locale.Words) (string, error) {
	all, err := d.Marks(ctx, "")
	if err != nil || len(all) == 0 {
		return "", err
	}
	return w.N("note.count", len(all)), nil
}
