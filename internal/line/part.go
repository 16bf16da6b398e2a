package line

import (
	"context"
	"strings"

	"porchlight/internal/study"
	"porchlight/internal/typeset"
	"porchlight/lessons"
)

// readAt writes a lesson, or the part of it with the paragraph that a place
// names behind the lesson: "helping-or-enabling/what-is-never-enabling".
func (s *Session) readAt(ctx context.Context, place string) error {
	id, key, _ := strings.Cut(place, "/")
	if key == "" {
		return s.read(ctx, lessons.ID(id))
	}
	return s.part(ctx, lessons.ID(id), key)
}

// visit writes what a place names and offers what can follow.
func (s *Session) visit(ctx context.Context, place string) error {
	id, key, _ := strings.Cut(place, "/")
	if key == "" {
		return s.lesson(ctx, lessons.ID(id))
	}
	s.gap()
	if err := s.part(ctx, lessons.ID(id), key); err != nil {
		return err
	}
	s.gap()
	lines := []string{s.t("search.whole-lesson"), s.t("line.do-back")}
	s.list(lines)
	n, err := s.choose(len(lines))
	if err != nil || n == 2 {
		return err
	}
	return s.lesson(ctx, lessons.ID(id))
}

// part writes the part of a lesson that holds a paragraph, from its heading to
// the next. Of a paragraph that is gone it says so, and writes the lesson.
func (s *Session) part(ctx context.Context, id lessons.ID, key string) error {
	r, err := s.desk.Read(ctx, id, s.words)
	if err != nil {
		return err
	}
	text, err := typeset.Set(r.Markdown, s.width, typeset.Style{})
	if err != nil {
		return err
	}
	s.say(r.Lesson.Title)
	if r.Foreign {
		s.say(s.t("line.foreign"))
	}
	s.gap()
	all := study.Passages(text)
	at := study.FindPassage(all, key)
	if at < 0 {
		s.say(s.t("search.passage-gone"))
		s.gap()
	}
	from, to := partAround(text, all, at)
	s.write(strings.Trim(strings.Join(text.Lines[from:to], "\n"), "\n") + "\n")
	return s.err
}

// partAround is the lines from the heading over a paragraph to the next
// heading; all lines for none.
func partAround(text typeset.Text, all []study.Passage, at int) (from, to int) {
	to = len(text.Lines)
	for i, p := range all {
		switch line := text.LineOf(p.At); {
		case p.Level == 0 || at < 0:
		case i <= at:
			from = line
		default:
			return from, line
		}
	}
	return from, to
}
