package agenda

import (
	"slices"
	"strings"

	"porchlight/internal/course"
	"porchlight/internal/group"
	"porchlight/lessons"
	"porchlight/quiz"
)

// Named is a summary with what was read together by its name in each language,
// and with what can be given out on paper. What the course does not have is
// left out.
func Named(c *course.Course, s group.Summary) group.Summary {
	s.Read, s.Give = nil, nil
	for _, at := range s.Reached {
		for _, place := range placesOf(c, at) {
			if slices.ContainsFunc(s.Read, func(p group.Page) bool { return p.Place == place }) {
				continue
			}
			title := titleOf(c, place)
			if len(title) == 0 {
				continue
			}
			s.Read = append(s.Read, group.Page{Place: place, Title: title})
			if !strings.HasPrefix(place, "practice/") {
				s.Give = append(s.Give, group.Page{Place: place, Title: title})
			}
		}
	}
	return s
}

// placesOf are the lessons, practices and worksheets behind something shown.
func placesOf(c *course.Course, at group.Reached) []string {
	kind, id, _ := strings.Cut(at.Route, "/")
	switch kind {
	case "present", "lesson", "quiz":
		return []string{"lesson/" + id}
	case "practice", "worksheet":
		return []string{at.Route}
	case "session":
		sheet, err := c.Pack.RunSheet(lessons.RunSheetID(id), lessons.English)
		if err != nil || at.Part < 0 || at.Part >= len(sheet.Steps) {
			return nil
		}
		return stepPlaces(sheet.Steps[at.Part])
	}
	return nil
}

// stepPlaces are those behind a step of a run sheet. To answer a question of a
// lesson is not to have read it.
func stepPlaces(s lessons.RunStep) []string {
	switch {
	case s.Kind == lessons.RunPages:
		return []string{"lesson/" + string(s.Lesson)}
	case s.Practice != "":
		return []string{"practice/" + s.Practice}
	}
	return nil
}

// titleOf is the title of a place in each language that has one.
func titleOf(c *course.Course, place string) group.Text {
	kind, id, _ := strings.Cut(place, "/")
	text := group.Text{}
	for _, lang := range c.Langs() {
		title, in := "", lang
		switch kind {
		case "lesson":
			if l, err := c.Pack.Lesson(lessons.ID(id), lang); err == nil {
				title, in = l.Title, l.Lang
			}
		case "worksheet":
			if w, err := c.Pack.Worksheet(lessons.WorksheetID(id), lang); err == nil {
				title, in = w.Title, w.Lang
			}
		case "practice":
			if p, err := c.Banks.Practice(quiz.PracticeID(id), quiz.Lang(lang)); err == nil {
				title, in = p.Title, lessons.Lang(p.Lang)
			}
		}
		if title != "" && in == lang {
			text[string(lang)] = inOneLine(title)
		}
	}
	return text
}
