package study

import (
	"strings"

	"porchlight/internal/course"
	"porchlight/internal/find"
	"porchlight/internal/locale"
	"porchlight/internal/typeset"
	"porchlight/lessons"
	"porchlight/quiz"
)

// catalogue is an index being made.
type catalogue struct {
	find.Builder
	course  *course.Course
	lang    lessons.Lang
	words   *locale.Words
	lessons map[lessons.ID]find.Ref
	titles  map[lessons.ID]string
}

// indexOf makes the index of a course in a language.
func indexOf(c *course.Course, lang lessons.Lang) *find.Index {
	words := allWords()
	k := &catalogue{
		course: c, lang: lang, words: words[0],
		lessons: make(map[lessons.ID]find.Ref), titles: make(map[lessons.ID]string),
	}
	for _, w := range words {
		if w.Lang() == string(lang) {
			k.words = w
		}
	}
	k.help(words)
	k.terms()
	k.reading()
	k.asking()
	k.doing()
	return k.Index()
}

// help adds the emergencies and the numbers of the Help now card.
func (k *catalogue) help(all []*locale.Words) {
	h := k.course.Pack.Help(k.lang)
	for _, s := range h.Steps {
		k.Add(find.Entry{Kind: find.Help, ID: s.ID, Title: s.Title, Lines: s.Do, Urgent: urgentWords(s.ID, all)})
	}
	for _, n := range h.Numbers {
		k.Add(find.Entry{
			Kind: find.Help, ID: n.ID, Title: strings.TrimSpace(n.Name + " " + n.Call),
			Lines: []string{n.For}, Urgent: short(n.Call) + " " + short(n.Text),
		})
	}
}

// short is a number or an id that is one word, such as 988. Of a longer one,
// each part alone says nothing.
func short(name string) string {
	if strings.ContainsAny(name, "- ") {
		return ""
	}
	return name
}

func (k *catalogue) terms() {
	for _, t := range k.course.Pack.Terms(k.lang) {
		k.Add(find.Entry{
			Kind: find.Term, ID: string(t.ID), Title: t.Term, Lines: []string{oneLine(t.Plain)}, Also: t.Also,
		})
	}
}

// reading adds the lessons, their parts and paragraphs.
func (k *catalogue) reading() {
	tracks := map[lessons.TrackID]string{}
	for _, t := range k.course.Pack.Tracks(k.lang) {
		tracks[t.ID] = t.Title
	}
	for _, l := range k.course.Pack.Lessons(k.lang) {
		ref := k.Add(find.Entry{
			Kind: find.Lesson, ID: string(l.ID), Title: TitleOf(l, k.words), Trail: trail(tracks[l.Track]), Lines: []string{oneLine(l.Summary)},
		})
		k.lessons[l.ID], k.titles[l.ID] = ref, l.Title
		text, err := typeset.Set(sheetOf(k.course.Pack, l, k.words), 80, typeset.Style{})
		if err != nil {
			continue // the checker tells the author
		}
		k.passages(l, ref, text)
	}
}

// passages adds the paragraphs of a lesson: all but its title, which is the
// lesson's, and the sources at its end.
func (k *catalogue) passages(l lessons.Lesson, lesson find.Ref, text typeset.Text) {
	all := Passages(text)
	end := len(all)
	for i, p := range all {
		if p.Level > 0 {
			end = i // the last heading is that of the sources
		}
	}
	in, part := lesson, ""
	for _, p := range all[min(1, len(all)):end] {
		e := find.Entry{Kind: find.Paragraph, ID: string(l.ID), At: p.Key, Within: in}
		if p.Level > 0 {
			e.Kind, e.Title, e.Trail, e.Within = find.Part, p.Text, trail(TitleOf(l, k.words)), lesson
			in, part = k.Add(e), p.Text
			continue
		}
		e.Trail, e.Lines = trail(TitleOf(l, k.words), part), []string{p.Text}
		k.Add(e)
	}
}

// asking adds the questions to ask a provider, and those about the lessons.
func (k *catalogue) asking() {
	for _, c := range k.course.Pack.Categories(k.lang) {
		for _, q := range c.Questions {
			k.Add(find.Entry{
				Kind: find.Ask, ID: c.ID, At: string(q.ID), Title: oneLine(q.Ask), Trail: trail(c.Title),
				Lines: []string{oneLine(q.Why), oneLine(q.Good), oneLine(q.Warning)},
			})
		}
	}
	for _, id := range k.course.Banks.Lessons() {
		bank, err := k.course.Bank(id, quiz.Lang(k.lang))
		if err != nil {
			continue
		}
		for _, q := range bank.Questions {
			e := k.beside(find.Question, string(id), lessons.ID(id))
			e.At, e.Title = string(q.ID), worded(q.Ask)
			for _, o := range q.Options { // the reasons would give the answer away
				e.Lines = append(e.Lines, oneLine(o.Text))
			}
			k.Add(e)
		}
	}
}

// doing adds what there is to do besides: practices, worksheets, reflections.
// Each of their parts is found by itself, and opens the whole.
func (k *catalogue) doing() {
	for _, p := range k.course.Practices(quiz.Lang(k.lang)) {
		e := k.beside(find.Practice, string(p.ID), lessons.ID(p.Lesson))
		e.Title, e.Lines = p.Title, []string{oneLine(p.Scene)}
		var said []string
		for _, s := range p.Steps {
			said = append(said, s.They)
		}
		k.whole(e, said)
	}
	for _, s := range k.course.Worksheets(k.lang) {
		e := k.beside(find.Worksheet, string(s.ID), s.Lesson)
		e.Title, e.Lines = s.Title, []string{oneLine(s.Intro)}
		var asked []string
		for _, f := range s.Fields {
			asked = append(asked, f.Ask+" "+f.Help)
		}
		k.whole(e, asked)
	}
	for _, r := range k.course.Reflections(quiz.Lang(k.lang)) {
		e := find.Entry{Kind: find.Reflection, ID: string(r.ID), Title: r.Title, Lines: []string{oneLine(r.Intro)}}
		var asked []string
		for _, i := range r.Items {
			asked = append(asked, i.Ask)
		}
		k.whole(e, asked)
	}
}

// beside is an entry that belongs to a lesson.
func (k *catalogue) beside(kind find.Kind, id string, lesson lessons.ID) find.Entry {
	return find.Entry{Kind: kind, ID: id, Trail: trail(k.titles[lesson]), Within: k.lessons[lesson]}
}

// whole adds an entry, and its parts within it.
func (k *catalogue) whole(e find.Entry, parts []string) {
	in := k.Add(e)
	for _, p := range parts {
		k.Add(find.Entry{
			Kind: e.Kind, ID: e.ID, Trail: append(e.Trail[:len(e.Trail):len(e.Trail)], e.Title), Lines: []string{oneLine(p)}, Within: in,
		})
	}
}

// trail is where an entry stands, without what is empty.
func trail(names ...string) (out []string) {
	for _, n := range names {
		if n != "" {
			out = append(out, n)
		}
	}
	return out
}

// worded is a few lines of Markdown as plain words.
func worded(markdown string) string {
	text, err := typeset.Set(markdown, 1<<14, typeset.Style{})
	if err != nil {
		return oneLine(markdown)
	}
	return oneLine(strings.Join(text.Plain, " "))
}
