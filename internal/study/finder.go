package study

import (
	"strings"
	"sync"

	"porchlight/internal/course"
	"porchlight/internal/find"
	"porchlight/internal/locale"
	"porchlight/lessons"
)

// A Finder finds words in a whole course. It makes an index of a language when
// that is first asked for, and keeps it for all learners. It may be used by
// several goroutines at once.
type Finder struct {
	course *course.Course
	mu     sync.Mutex
	made   map[lessons.Lang]func() *find.Index
}

// NewFinder returns a finder that has read nothing yet.
func NewFinder(c *course.Course) *Finder {
	return &Finder{course: c, made: make(map[lessons.Lang]func() *find.Index)}
}

// in is the index of a language. Of several that ask for it first, one makes it
// and the others wait.
func (f *Finder) in(lang lessons.Lang) *find.Index {
	f.mu.Lock()
	index, ok := f.made[lang]
	if !ok {
		index = sync.OnceValue(func() *find.Index { return indexOf(f.course, lang) })
		f.made[lang] = index
	}
	f.mu.Unlock()
	return index()
}

// Findings are what a search found, the best first.
type Findings struct {
	Words string // what was looked for
	Found []find.Finding
	Total int // those that are not listed included
}

// What one search lists at most.
const (
	mostFound  = 40
	mostInEach = 3
)

// Find looks words up in everything the course holds: the Help now card,
// lessons, glossary, questions, practices, reflections and worksheets. Accents,
// case and a typo do not matter. The first call for a language reads the whole
// course.
func (d *Desk) Find(words string) Findings {
	found, total := d.finder.in(d.Lang()).Search(words, find.Limits{All: mostFound, Each: mostInEach})
	return Findings{Words: words, Found: found, Total: total}
}

// PlaceOf is where a finding is opened, as it is typed after the command:
// "lesson/overdose-and-naloxone/what-it-looks-like".
func PlaceOf(e *find.Entry) string {
	switch e.Kind {
	case find.Help:
		return "now"
	case find.Term:
		return "glossary/" + e.ID
	case find.Lesson:
		return "lesson/" + e.ID
	case find.Part, find.Paragraph:
		return "lesson/" + e.ID + "/" + e.At
	case find.Ask:
		return "checklist/" + e.ID + "/" + e.At
	case find.Question:
		return "quiz/" + e.ID
	}
	return e.Kind.String() + "/" + e.ID // a practice, a reflection, a worksheet
}

// Called is what a finding is called: what kind of thing it is, where it
// stands, and its name.
func Called(e *find.Entry, w *locale.Words) string {
	name := append(e.Trail[:len(e.Trail):len(e.Trail)], e.Title)
	if e.Title == "" {
		name = e.Trail
	}
	return w.F("search.called", locale.Args{
		"Kind": w.T("search.kind-" + e.Kind.String()), "Name": strings.Join(name, " > "),
	})
}

// Count says how much was found, and how much of it is listed.
func (f Findings) Count(w *locale.Words) string {
	switch n := len(f.Found); {
	case n == 0:
		return w.T("search.none")
	case n < f.Total:
		return w.F("search.first", locale.Args{"N": n, "Of": f.Total})
	}
	return w.N("search.count", f.Total)
}

// urgentWords are the words that bring an emergency of the Help now card to the
// front of a search, in every language the interface speaks: whoever types one
// may not be the one who chose the language.
func urgentWords(id string, all []*locale.Words) string {
	name, said := "urgent."+id, []string{short(id)}
	for _, w := range all {
		if words := w.T(name); words != name {
			said = append(said, words)
		}
	}
	return strings.Join(said, " ")
}

// allWords opens the interface's words in every language.
func allWords() []*locale.Words {
	var all []*locale.Words
	for _, lang := range locale.Langs() {
		if w, err := locale.Open(lang); err == nil {
			all = append(all, w)
		}
	}
	return all
}
