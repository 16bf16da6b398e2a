package reader

import (
	"errors"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/locale"
	"porchlight/internal/safetext"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// What can be chosen at the end of a lesson, or instead of one.
const (
	toQuiz  = "quiz"
	toSheet = "worksheet"
	toNext  = "next"
	toPair  = "pair"
	toTry   = "try"
	toTried = "to-try"
	toTalk  = "practice"
	toTop   = "top"
	toList  = "list"
	toRetry = "retry"
)

// items is the menu at the end. That the lesson is read to the end is said
// only once the record has it.
func (r *Reader) items() []kit.Item {
	w, t := r.env.Words, r.env.Theme
	said, style := w.T("reader.end"), t.Quiet
	if r.kept.kept.done {
		said, style = w.T("reader.done"), t.Good
	}
	lines := kit.Wrap(said, r.measure())
	for i := range lines {
		lines[i] = style.Render(lines[i])
	}
	items := []kit.Item{{Head: true}, {Head: true, Lines: lines}, {Head: true}}
	add := func(is bool, id, text string) {
		if is {
			items = append(items, kit.Item{ID: id, Text: text})
		}
	}
	reading := r.sheet.reading
	add(reading.HasQuiz, toQuiz, w.T("reader.to-quiz"))
	if sheet := r.ending.is.Worksheet; sheet != nil {
		add(true, toSheet, w.F("reader.to-worksheet", locale.Args{"Title": sheet.Title}))
	}
	add(reading.Paired, toPair, w.T("reader.to-pair"))
	r.after(add)
	add(!reading.Place.Done.IsZero(), toTop, w.T("reader.to-top"))
	add(true, toList, w.T("reader.to-list"))
	return items
}

// after adds what the lesson leads to, once it is known.
func (r *Reader) after(add func(is bool, id, text string)) {
	w, end := r.env.Words, r.ending.is
	if end.Practice != nil {
		add(true, toTalk, w.F("reader.to-practice", locale.Args{"Title": end.Practice.Title}))
	}
	taken := end.Intent.Text != ""
	add(end.Offers && !taken, toTry, w.T("try.take"))
	add(taken, toTried, w.T("try.taken"))
	if end.Next.Unnamed {
		add(true, toNext, w.T("home.next-unnamed"))
	} else if end.Next.Lesson != nil {
		add(true, toNext, w.F("reader.to-next", locale.Args{"Title": study.TitleOf(*end.Next.Lesson, w)}))
	}
}

// choose does what an item says.
func (r *Reader) choose(id string) tea.Cmd {
	switch id {
	case toQuiz:
		return r.leave(page.Go(page.Quiz{Lesson: string(r.id)}))
	case toSheet:
		return r.leave(page.Go(page.Worksheet{ID: string(r.ending.is.Worksheet.ID)}))
	case toPair:
		return r.leave(page.Go(page.Pair{Lesson: string(r.id)}))
	case toTalk:
		return r.leave(page.Go(page.Practice{ID: string(r.ending.is.Practice.ID)}))
	case toTry:
		return r.takeUp()
	case toTried:
		return r.leave(page.Go(page.Intent{Lesson: string(r.id)}))
	case toNext:
		return r.leave(page.Replace(page.Lesson{ID: string(r.ending.is.Next.Lesson.ID)}))
	case toTop:
		r.body.SetTop(0)
		return r.jumped()
	case toList:
		return r.leave(page.Replace(page.Lessons{}))
	case toRetry:
		return r.load()
	}
	return nil
}

// tellStuck says why there is no lesson, and what can be done.
func (r *Reader) tellStuck() {
	w := r.env.Words
	words := w.T("reader.not-opened")
	items := []kit.Item{
		{ID: toRetry, Text: w.T("reader.try-again")},
		{ID: toList, Text: w.T("reader.to-list")},
	}
	if errors.Is(r.stuck, lessons.ErrNoLesson) {
		words = w.F("reader.no-lesson", locale.Args{"ID": safetext.Line(string(r.id), 60)})
		items = items[1:]
	}
	r.body.SetItems(items)
	r.body.SetText(append(kit.Wrap(words, r.measure()), ""))
	r.body.Mark()
}

func (r *Reader) onStuckKey(msg tea.KeyPressMsg) tea.Cmd {
	k := r.env.Keys
	switch {
	case r.body.Update(msg, k):
	case key.Matches(msg, k.Back):
		return page.Back
	case key.Matches(msg, k.Enter):
		if id, ok := r.body.Choose(); ok {
			return r.choose(id)
		}
	}
	return nil
}
