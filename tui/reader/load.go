package reader

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/internal/typeset"
	"porchlight/lessons"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// A sheet is the lesson as it was read and set.
type sheet struct {
	reading study.Reading
	text    typeset.Text
	size    size
	parts   []part
	above   []string           // what stands over the lesson: that it is not translated
	all     []study.Passage    // nil until somebody wants them
	marked  map[int]study.Mark // by paragraph
}

// size is what the lines of a lesson depend on, in cells.
type size struct{ width, margin int }

// passages is the paragraphs of the lesson by their names.
func (s *sheet) passages() []study.Passage {
	if s.all == nil {
		s.all = study.Passages(s.text)
	}
	return s.all
}

// asked is one request for the lesson. Its answer is taken only while the page
// still waits for that request.
type asked struct {
	id   lessons.ID
	size size
}

// loaded answers a request.
type loaded struct {
	asked *asked
	sheet *sheet
	err   error
}

// load asks for the lesson and the place in it.
func (r *Reader) load() tea.Cmd {
	r.asked = &asked{id: r.id, size: r.size()}
	return load(r.env, r.desk, r.sheets, r.asked)
}

// set asks for the lesson that was read before at another width.
func (r *Reader) set() tea.Cmd {
	r.asked = &asked{id: r.id, size: r.size()}
	return set(r.env, r.sheets, r.sheet.reading, r.asked)
}

func load(env page.Env, desk *study.Desk, sheets *typeset.Cache, a *asked) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg {
		reading, err := desk.Read(ctx, a.id, env.Words)
		if err != nil {
			return loaded{asked: a, err: err}
		}
		return setSheet(env, sheets, reading, a)
	})
}

func set(env page.Env, sheets *typeset.Cache, reading study.Reading, a *asked) tea.Cmd {
	return env.Work(func(context.Context) tea.Msg { return setSheet(env, sheets, reading, a) })
}

// setSheet sets the lesson's text. The same lesson has other words around it
// in another language of the interface, so the cache knows both.
func setSheet(env page.Env, sheets *typeset.Cache, reading study.Reading, a *asked) tea.Msg {
	l := reading.Lesson
	name := strings.Join([]string{"lesson", string(l.ID), string(l.Lang), env.Words.Lang()}, "/")
	style := env.Theme.Lesson
	style.Indent = a.size.margin
	text, err := sheets.Set(name, reading.Markdown, a.size.width, style)
	if err != nil {
		return loaded{asked: a, err: err}
	}
	reading.Markdown = text.Markdown // every session's, for the next width
	s := &sheet{reading: reading, text: text, size: a.size, parts: partsOf(text), above: above(env, reading, a.size)}
	s.marked = markedIn(s)
	return loaded{asked: a, sheet: s}
}

// above is the line over a lesson that is not yet in the learner's language.
func above(env page.Env, reading study.Reading, in size) []string {
	if !reading.Foreign {
		return nil
	}
	lines := kit.Wrap(env.Words.T("reader.foreign"), in.width)
	for i := range lines {
		lines[i] = strings.Repeat(" ", in.margin) + env.Theme.Quiet.Render(lines[i])
	}
	return append(lines, "")
}

// lines is all lines of the text; those of the lesson are every session's.
func (s *sheet) lines() []string {
	if len(s.above) == 0 {
		return s.text.Lines
	}
	return append(slices.Clone(s.above), s.text.Lines...)
}

func (r *Reader) onLoaded(msg loaded) tea.Cmd {
	if msg.asked != r.asked {
		return nil // of another page, or the terminal changed meanwhile
	}
	r.asked = nil
	if msg.err != nil {
		if r.sheet == nil { // else the lines of before are better than none
			r.stuck = msg.err
			r.tellStuck()
		}
		return nil
	}
	first := r.sheet == nil
	if first {
		r.kept.begin(msg.sheet.reading.Place)
		r.kept.glance(msg.sheet)
	}
	r.sheet, r.stuck = msg.sheet, nil
	r.layout()
	r.body.SetItems(r.items())
	r.body.SetText(r.sheet.lines())
	r.stay()
	r.refind()
	r.relistParts()
	if first {
		r.skip()
		r.takeOver()
	}
	var more tea.Cmd
	if first {
		more = r.lookOn()
	}
	if r.sheet.size != r.size() {
		more = tea.Batch(more, r.set())
	}
	return tea.Batch(r.save(), more)
}

// stay puts the learner's place first, unless they are in the menu at the end
// or at a match.
func (r *Reader) stay() {
	if !r.body.Marked() {
		r.body.SetTop(r.lineOf(r.kept.now.place))
		r.showMatch()
		r.point()
		r.showAside()
	}
}

// lineOf is the line of the page on which the word of a place stands. The
// beginning of the lesson is the top of the page, what stands over it included.
func (r *Reader) lineOf(p typeset.Place) int {
	if p == (typeset.Place{}) {
		return 0
	}
	return len(r.sheet.above) + r.sheet.text.LineOf(p)
}

// placeAt is the place of the first word on a line of the page, or of the last
// line of the lesson for one below it.
func (r *Reader) placeAt(line int) typeset.Place {
	line = min(line-len(r.sheet.above), len(r.sheet.text.Lines)-1)
	if line <= 0 {
		return typeset.Place{}
	}
	return r.sheet.text.PlaceAt(line)
}
