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
	width   int
	parts   []part
	above   []string // what stands over the lesson: that it is not translated
	all     []study.Passage
	marked  map[int]study.Mark // by paragraph
}

// asked is one request for the lesson. Its answer is taken only while the page
// still waits for that request.
type asked struct {
	id    lessons.ID
	width int
}

// loaded answers a request.
type loaded struct {
	asked *asked
	sheet *sheet
	err   error
}

// load asks for the lesson and the place in it.
func (r *Reader) load() tea.Cmd {
	r.asked = &asked{id: r.id, width: r.measure()}
	return load(r.env, r.desk, r.sheets, r.asked)
}

// set asks for the lesson that was read before at another width.
func (r *Reader) set() tea.Cmd {
	r.asked = &asked{id: r.id, width: r.measure()}
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
	text, err := sheets.Set(name, reading.Markdown, a.width, env.Theme.Lesson)
	if err != nil {
		return loaded{asked: a, err: err}
	}
	all := study.Passages(text)
	return loaded{asked: a, sheet: &sheet{
		reading: reading, text: text, width: a.width, parts: partsOf(text), above: above(env, reading, a.width),
		all: all, marked: markedIn(reading, all),
	}}
}

// above is the line over a lesson that is not yet in the learner's language.
func above(env page.Env, reading study.Reading, width int) []string {
	if !reading.Foreign {
		return nil
	}
	lines := kit.Wrap(env.Words.T("reader.foreign"), width)
	for i := range lines {
		lines[i] = env.Theme.Quiet.Render(lines[i])
	}
	return append(lines, "")
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
		r.kept.glance(msg.sheet.all)
	}
	r.sheet, r.stuck = msg.sheet, nil
	r.layout()
	r.body.SetItems(r.items())
	r.body.SetText(append(slices.Clone(r.sheet.above), r.sheet.text.Lines...))
	r.stay()
	r.refind()
	r.fillParts()
	if first {
		r.skip()
		r.takeOver()
	}
	var more tea.Cmd
	if first {
		more = r.lookOn()
	}
	if r.sheet.width != r.measure() {
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
