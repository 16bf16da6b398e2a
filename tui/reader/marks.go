package reader

import (
	"context"
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
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
	r.sheet.marked = markedIn(r.sheet)
	if r.sheet.reading.Paired != msg.paired {
		r.sheet.reading.Paired = msg.paired
		r.body.SetItems(r.items())
		r.relistParts()
	}
}

// markedIn is the marks by the paragraphs they stand on now.
func markedIn(s *sheet) map[int]study.Mark {
	if len(s.reading.Marks) == 0 {
		return nil
	}
	marked := make(map[int]study.Mark, len(s.reading.Marks))
	for _, m := range s.reading.Marks {
		if i, _ := m.Find(s.passages(), s.reading.Lesson.Lang, s.reading.Order); i >= 0 {
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
	return r.sheet.passages()[i].Key
}

// marksInView counts the marked paragraphs that begin in the window.
func (r *Reader) marksInView() int {
	n := 0
	for i := range r.sheet.marked {
		line := r.lineOf(r.sheet.passages()[i].At) - r.body.Top()
		if line >= 0 && line < r.height-r.footLines() {
			n++
		}
	}
	return n
}

// starred puts a star in the margin of the lines of the window, in out from the
// line from on, where a marked paragraph begins. Without a margin the foot alone
// tells of it.
func (r *Reader) starred(out []string, from int) {
	if r.sheet.size.margin == 0 {
		return
	}
	for i := range r.sheet.marked {
		at := from + r.lineOf(r.sheet.passages()[i].At) - r.body.Top()
		if at >= from && at < len(out) {
			out[at] = r.env.Theme.Accent.Render("*") + strings.TrimPrefix(out[at], " ")
		}
	}
}
