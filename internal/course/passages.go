package course

import (
	"porchlight/internal/packfile"
	"porchlight/lessons"
	"porchlight/quiz"
)

// A passage is a text for readers that stands in a YAML file, in front matter,
// or in a block of a lesson.
type passage struct {
	doc  *packfile.Doc
	at   packfile.Pos
	text string
	// told is set where the course does not say this itself: someone in a story
	// does, or it is an answer that is not the best.
	told bool
}

// find returns where word stands in the passage for the nth time.
func (p passage) find(word string, nth int) packfile.Pos { return p.doc.Find(p.at, word, nth) }

// A gatherer collects the passages of one doc.
type gatherer struct {
	doc  *packfile.Doc
	list []passage
}

func (g *gatherer) add(text string, path ...any) {
	if text != "" {
		g.list = append(g.list, passage{doc: g.doc, at: g.doc.At(path...), text: text})
	}
}

// tell adds what the course does not say itself.
func (g *gatherer) tell(text string, path ...any) {
	g.add(text, path...)
	if text != "" {
		g.list[len(g.list)-1].told = true
	}
}

func (g *gatherer) all(texts []string, path ...any) {
	for i, t := range texts {
		g.add(t, append(path[:len(path):len(path)], i)...)
	}
}

// voice returns add for what the course says itself, and tell for the rest.
func (g *gatherer) voice(own bool) func(string, ...any) {
	if own {
		return g.add
	}
	return g.tell
}

// passages returns what the YAML files and the front matter of an edition say
// to readers. The titles of sources are left out: they are other people's
// words.
func (e *edition) passages() (list []passage) {
	for _, l := range e.lessons {
		list = append(list, l.passages()...)
	}
	for _, b := range e.banks {
		list = append(list, b.passages()...)
	}
	list = append(list, e.activityPassages()...)
	list = append(list, trackPassages(e.tracks)...)
	list = append(list, termPassages(e.terms)...)
	list = append(list, helpPassages(e.help)...)
	return append(list, providerPassages(e.categories)...)
}

func (l *lessonFile) passages() []passage {
	g := &gatherer{doc: l.doc}
	g.add(l.lesson.Title, "title")
	g.add(l.lesson.Summary, "summary")
	g.all(l.lesson.Objectives, "objectives")
	g.add(l.lesson.InShort, "in-short")
	g.add(l.lesson.TryToday, "try-today")
	g.all(l.lesson.KeyPoints, "key-points")
	for i, d := range l.lesson.Discussion {
		g.add(d.Prompt, "discussion", i, "prompt")
		g.add(d.Safety, "discussion", i, "safety")
	}
	g.add(l.lesson.ContentNote, "content-note")
	return g.list
}

func (b *bankFile) passages() []passage {
	g := &gatherer{doc: b.doc}
	for i, q := range b.bank.Questions {
		g.tell(q.Ask, "questions", i, "ask")
		for j, m := range q.Matches {
			g.add(m.Text, "questions", i, "matches", j, "text")
		}
		for j, o := range q.Options {
			g.voice(ownWords(q.Kind, o))(o.Text, "questions", i, "options", j, "text")
			g.add(o.Reason, "questions", i, "options", j, "reason")
		}
		g.add(q.Otherwise, "questions", i, "otherwise")
	}
	return g.list
}

// ownWords reports whether the course itself says what an option says.
func ownWords(k quiz.Kind, o quiz.Option) bool {
	return o.Best || k == quiz.Order || o.Grade.Good()
}

func trackPassages(f yamlFile[[]lessons.Track]) []passage {
	g := &gatherer{doc: f.doc}
	for i, t := range f.value {
		g.add(t.Title, "tracks", i, "title")
		g.add(t.Summary, "tracks", i, "summary")
	}
	return g.list
}

func termPassages(f yamlFile[[]lessons.Term]) []passage {
	g := &gatherer{doc: f.doc}
	for i, t := range f.value {
		g.add(t.Term, "terms", i, "term")
		g.add(t.Plain, "terms", i, "plain")
	}
	return g.list
}

func helpPassages(f yamlFile[lessons.Help]) (list []passage) {
	g := &gatherer{doc: f.doc}
	g.add(f.value.Note, "note")
	list = g.list
	for i := range f.value.Steps {
		list = append(list, helpStepPassages(f, i)...)
	}
	return append(list, helpNumberPassages(f)...)
}

func helpStepPassages(f yamlFile[lessons.Help], i int) []passage {
	g, s := &gatherer{doc: f.doc}, f.value.Steps[i]
	g.add(s.Title, "steps", i, "title")
	g.all(s.Do, "steps", i, "do")
	return g.list
}

func helpNumberPassages(f yamlFile[lessons.Help]) []passage {
	g := &gatherer{doc: f.doc}
	for i, n := range f.value.Numbers {
		g.add(n.Hours, "numbers", i, "hours")
		g.add(n.For, "numbers", i, "for")
	}
	return g.list
}

func providerPassages(f yamlFile[[]lessons.Category]) []passage {
	g := &gatherer{doc: f.doc}
	for i, c := range f.value {
		g.add(c.Title, "categories", i, "title")
		for j, q := range c.Questions {
			g.add(q.Ask, "categories", i, "questions", j, "ask")
			g.add(q.Why, "categories", i, "questions", j, "why")
			g.add(q.Good, "categories", i, "questions", j, "good")
			g.tell(q.Warning, "categories", i, "questions", j, "warning")
		}
	}
	return g.list
}
