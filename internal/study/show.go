package study

import (
	"context"
	"strings"

	"porchlight/internal/locale"
	"porchlight/lessons"
	"porchlight/quiz"
)

// A PartKind says what a part of a show is.
type PartKind string

// The kinds of parts that come from a lesson.
const (
	ShowPages    PartKind = "pages"    // the text of a lesson
	ShowPrompt   PartKind = "prompt"   // something to talk about
	ShowQuestion PartKind = "question" // a question, and the reason on the next page
	ShowPractice PartKind = "practice" // a conversation that the room plays
)

// A Show is what a facilitator shows a room, part by part.
type Show struct {
	Name    string // the place that opens it: "present/helping-or-enabling"
	Title   string
	Parts   []Part
	Minutes int  // of the whole, where it has a plan; else 0
	Foreign bool // some of it is in English for want of a translation
}

// A Part is one thing shown. Its Markdown may have pauses.
type Part struct {
	Kind     PartKind
	Title    string
	Markdown string
	Notes    []string // for the facilitator alone
	Minutes  int      // planned; 0 where nothing is
	Optional bool     // may be left out when time is short
	Question string   // the id of the question of the course that it asks

	practice quiz.Practice // of ShowPractice
}

// Show is a lesson for a room: its pages, what to talk about, its questions
// with their reasons, and its practice conversations. It reads no record and
// keeps nothing. It returns lessons.ErrNoLesson for an id the course lacks.
func (d *Desk) Show(_ context.Context, id lessons.ID, w *locale.Words) (Show, error) {
	name, lang := "present/"+string(id), d.Lang()
	return d.shows.show(name, lang, w, func() (Show, error) { return d.lessonShow(name, id, lang, w) })
}

func (d *Desk) lessonShow(name string, id lessons.ID, lang lessons.Lang, w *locale.Words) (Show, error) {
	l, err := d.course.Pack.Lesson(id, lang)
	if err != nil {
		return Show{}, err
	}
	s := Show{Name: name, Title: l.Title, Foreign: l.Lang != lang}
	s.Parts = append(s.Parts, pagesPart(d.course.Pack, l, w))
	for i := range l.Discussion {
		s.Parts = append(s.Parts, promptPart(l, i, w))
	}
	if bank, err := d.course.Questions(id, lang); err == nil {
		for _, q := range bank.Questions {
			s.Parts = append(s.Parts, questionPart(q, w))
		}
	}
	for _, p := range d.course.Practices(quiz.Lang(lang)) {
		if lessons.ID(p.Lesson) == id {
			s.Parts = append(s.Parts, practicePart(p, w))
		}
	}
	return s, nil
}

// pagesPart is the text of a lesson. Sources are for the facilitator: the room
// sees no numbers.
func pagesPart(pack *lessons.Pack, l lessons.Lesson, w *locale.Words) Part {
	var b strings.Builder
	for _, block := range above(l, w) {
		b.WriteString(block + "\n\n")
	}
	b.WriteString(strings.TrimSpace(citation.ReplaceAllString(l.Slides, "")))
	b.WriteString("\n\n## " + w.T("sheet.try-today") + "\n\n" + oneLine(l.TryToday) + "\n\n")
	b.WriteString("## " + w.T("sheet.key-points") + "\n\n")
	for _, k := range l.KeyPoints {
		b.WriteString("- " + oneLine(k) + "\n")
	}
	p := Part{Kind: ShowPages, Title: l.Title, Markdown: b.String()}
	if l.ContentNote != "" {
		p.Notes = append(p.Notes, w.F("present.say-first", locale.Args{"Note": oneLine(l.ContentNote)}))
	}
	for _, o := range l.Objectives {
		p.Notes = append(p.Notes, w.F("present.objective", locale.Args{"Text": oneLine(o)}))
	}
	return withSources(p, pack, l, w)
}

func withSources(p Part, pack *lessons.Pack, l lessons.Lesson, w *locale.Words) Part {
	for _, id := range l.Sources {
		if s, err := pack.Source(id); err == nil {
			p.Notes = append(p.Notes, w.F("present.source", locale.Args{"Text": sentence(s.Title) + " " + s.Publisher + ", " + sentence(s.Year)}))
		}
	}
	return p
}

// promptPart is one thing to talk about. What to watch for is for the
// facilitator.
func promptPart(l lessons.Lesson, i int, w *locale.Words) Part {
	prompt := l.Discussion[i]
	p := Part{
		Kind: ShowPrompt, Title: w.T("present.talk"),
		Markdown: "## " + w.T("present.talk") + "\n\n" + literal(prompt.Prompt) + "\n\n" + w.T("present.may-pass") + "\n",
	}
	if prompt.Safety != "" {
		p.Notes = []string{w.F("present.watch-for", locale.Args{"Text": oneLine(prompt.Safety)})}
	}
	return p
}

// literal is plain text as Markdown shows it, sign by sign.
func literal(s string) string { return escapes.Replace(oneLine(s)) }

var escapes = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "#", `\#`, "|", `\|`, "&", `\&`, "~", `\~`,
)
