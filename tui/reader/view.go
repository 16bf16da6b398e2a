package reader

import (
	"fmt"
	"slices"
	"strings"

	"porchlight/internal/typeset"
	"porchlight/tui/kit"
)

// footLines is how many lines stand under the lesson: where the learner is in
// it, or the search. A very low window has none to spare but for a search.
func (r *Reader) footLines() int {
	switch {
	case r.stuck != nil:
		return 0
	case r.aside.what != nothing && r.sheet != nil:
		return len(r.asideLines())
	case r.height >= 16:
		return 2
	case r.height >= 5 || r.find.on():
		return 1
	}
	return 0
}

// View draws the lesson, or the list of its parts. Before the lesson is there
// the page is empty: it takes a blink, and a sign that comes and goes in one
// only makes uneasy.
func (r *Reader) View() string { return strings.Join(r.Lines(nil), "\n") }

// Lines adds to out what View draws, line by line. The lines of the lesson are
// those that all sessions share, so that a key at each of them costs little.
func (r *Reader) Lines(out []string) []string {
	switch {
	case r.stuck != nil:
		return r.body.Window(out, r.behindMargin, r.behindMargin)
	case r.sheet == nil:
		return out
	case r.parts.open:
		framed := kit.Framed(r.parts.menu.View(), r.parts.menu.More(), r.width, r.env.TextWidth, r.env.Theme)
		return append(out, strings.Split(framed, "\n")...)
	}
	from := len(out)
	out = r.body.Window(out, r.line, r.behindMargin)
	r.starred(out, from)
	return r.withFoot(out, from)
}

// behindMargin is a line that was drawn without a margin.
func (r *Reader) behindMargin(_ int, line string) string {
	if line == "" {
		return ""
	}
	return strings.Repeat(" ", kit.Margin(r.width)) + line
}

// line draws a line of the page, a match on it marked.
func (r *Reader) line(i int, line string) string {
	n := i - len(r.sheet.above)
	switch {
	case n < 0:
		return line
	case r.aside.what != nothing && slices.ContainsFunc(r.aside.spans, func(s typeset.Span) bool { return s.Line == n }):
		return r.sheet.text.Marked(n, r.aside.spans, true)
	case r.find.spans != nil:
		return r.find.marked(r.sheet.text, n)
	}
	return line
}

// withFoot puts the foot at the bottom of the page that begins at the line from.
func (r *Reader) withFoot(out []string, from int) []string {
	if r.footLines() == 0 {
		return out
	}
	foot := r.foot()
	height := r.height - 1 - strings.Count(foot, "\n") // above it
	for len(out)-from < height {
		out = append(out, "")
	}
	for line := range strings.SplitSeq(foot, "\n") {
		out = append(out, r.behindMargin(0, line))
	}
	return out
}

// foot says where the learner is, or what they look for and how often it is
// there.
func (r *Reader) foot() string {
	switch {
	case r.aside.what != nothing:
		return strings.Join(r.asideLines(), "\n")
	case r.kept.gone:
		return r.env.Theme.Strong.Render(kit.Clip(r.env.Words.T("search.gone"), r.measure()))
	case !r.find.on():
		return r.lights()
	}
	width := r.measure()
	says := r.find.says(r.env)
	left := r.env.Words.T("reader.find") + " " + r.find.query
	if r.find.typing() {
		left = strings.TrimRight(r.find.field.View(), " ")
	}
	line := kit.Apart(left, r.env.Theme.Strong.Render(says), width)
	if len(line) > 1 || says == "" {
		return kit.Clip(left, width)
	}
	return line[0]
}

// rowOfLights is how many lights stand for a whole lesson.
const rowOfLights = 10

// lights says how far into the lesson the window is: a light for every tenth,
// the first always on, and the share in figures or words.
func (r *Reader) lights() string {
	t, seen := r.env.Theme, r.seen()
	lit := max(1, seen*rowOfLights/100)
	says := fmt.Sprintf("%d%%", seen)
	switch {
	case seen == 100 && r.kept.kept.done:
		says = r.env.Words.T("reader.at-end-kept")
	case seen == 100:
		says = r.env.Words.T("reader.at-end")
	}
	row := t.Accent.Render(strings.Repeat("•", lit)) + t.Quiet.Render(strings.Repeat(".", rowOfLights-lit))
	if n := r.marksInView(); n > 0 {
		says += "  * " + r.env.Words.N("note.here", n)
	}
	return kit.Clip(row+"  "+t.Quiet.Render(says), r.measure())
}
