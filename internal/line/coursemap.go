package line

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/lessons"
)

// courseMap lists the whole course: what comes first for the learner, what is
// there besides, and what they did in the last seven days.
func (s *Session) courseMap(ctx context.Context) error {
	for {
		m, err := s.desk.CourseMap(ctx)
		if err != nil {
			return err
		}
		s.gap()
		if said := m.Week.InWords(s.words); len(said) > 0 {
			s.say(s.t("map.week") + " " + strings.Join(said, " "))
		}
		var lines []string
		var ids []lessons.ID
		add := func(p study.Progress) {
			lines, ids = append(lines, s.mapped(m, p)), append(ids, p.Lesson.ID)
		}
		for _, p := range m.Path {
			add(p)
		}
		if n := len(m.Path); n > 0 {
			s.say(s.t("map.first") + ", " + span(1, n) + ": " +
				s.f("map.done", locale.Args{"Done": m.Done(), "Of": n, "Minutes": m.Minutes()}))
		}
		for _, t := range m.Rest {
			s.say(s.f("map.besides", locale.Args{"Title": t.Track.Title}) + ", " + span(len(ids)+1, len(ids)+len(t.Lessons)))
			for _, p := range t.Lessons {
				add(p)
			}
		}
		s.list(lines)
		n, err := s.choose(len(lines))
		if err != nil {
			return err
		}
		if err := s.lesson(ctx, ids[n-1]); err != nil && !errors.Is(err, errBack) {
			return err
		}
	}
}

// span is the numbers of the lines from one to another.
func span(from, to int) string {
	if from == to {
		return strconv.Itoa(from)
	}
	return strconv.Itoa(from) + "-" + strconv.Itoa(to)
}

func (s *Session) mapped(m study.CourseMap, p study.Progress) string {
	state := s.state(p)
	if p.Lesson.ID == m.Next {
		state = s.t("map.next")
	}
	return s.f("line.lesson", locale.Args{"Title": study.TitleOf(p.Lesson, s.words), "Minutes": p.Lesson.Minutes(), "State": state})
}
