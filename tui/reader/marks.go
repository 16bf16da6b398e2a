package reader

import (
	"context"
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// looked answers a request for the marks on the lesson, and for whether it was
// asked about before.
type looked struct {
	sheet  *sheet
	marks  []study.Mark
	paired bool
	err    error
}

// Return looks again at what may have changed on the page above.
func (r *Reader) Return() tea.Cmd {
	if r.sheet == nil {
		return nil
	}
	return tea.Batch(look(r.env, r.desk, r.id, r.sheet), r.lookOn())
}

func look(env page.Env, desk *study.Desk, id lessons.ID, sheet *sheet) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg {
		marks, err := desk.Marks(ctx, id)
		paired, notRead := desk.Paired(ctx, id)
		return looked{sheet, marks, paired, errors.Join(err, notRead)}
	})
}

func (r *Reader) onLooked(msg looked) {
	if msg.err != nil || r.sheet == nil || r.sheet.reading.Lesson.ID != msg.sheet.reading.Lesson.ID {
		return // the signs of before are better than none
	}
	r.sheet.reading.Marks = msg.marks
	r.sheet.marked = markedIn(r.sheet.reading, r.sheet.all)
	if r.sheet.reading.Paired != msg.paired {
		r.sheet.reading.Paired = msg.paired
		r.body.SetItems(r.items())
		r.fillParts()
	}
}

// markedIn is the marks by the paragraphs they stand on now.
func markedIn(reading study.Reading, all []study.Passage) map[int]study.Mark {
	marked := make(map[int]study.Mark, len(reading.Marks))
	for _, m := range reading.Marks {
		if i, _ := m.Find(all, reading.Lesson.Lang, reading.Order); i >= 0 {
			marked[i] = m
		}
	}
	return marked
}

// markKey is the name under which the mark on a paragraph is kept: the one it
// has, or the paragraph's.
func (r *Reader) markKey(i int) string {
	if m, ok := r.sheet.marked[i]; ok {
		return m.Key
	}
	return r.sheet.all[i].Key
}

// marksInView counts the marked paragraphs that begin in the window.
func (r *Reader) marksInView() int {
	n := 0
	for i := range r.sheet.marked {
		line := r.lineOf(r.sheet.all[i].At) - r.body.Top()
		if line >= 0 && line < r.height-r.footLines() {
			n++
		}
	}
	return n
}

// starred puts a star in the margin where a marked paragraph begins. Without a
// margin the foot alone tells of it.
func (r *Reader) starred(body string) string {
	if len(r.sheet.marked) == 0 || kit.Margin(r.width) == 0 {
		return indent(body, kit.Margin(r.width))
	}
	begin := make(map[int]bool, len(r.sheet.marked))
	for i := range r.sheet.marked {
		begin[r.lineOf(r.sheet.all[i].At)-r.body.Top()] = true
	}
	lines := strings.Split(body, "\n")
	for i := range lines {
		margin := strings.Repeat(" ", kit.Margin(r.width))
		if begin[i] {
			margin = r.env.Theme.Accent.Render("*") + margin[1:]
		}
		lines[i] = margin + lines[i]
	}
	return strings.Join(lines, "\n")
}
