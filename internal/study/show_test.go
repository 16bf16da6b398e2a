package study_test

import (
	"strings"
	"testing"
	"time"

	"porchlight/internal/course"
	"porchlight/internal/locale/localetest"
	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/quiz"
)

func TestPace(t *testing.T) {
	show := study.Show{Minutes: 40, Parts: []study.Part{
		{Title: "welcome", Minutes: 5}, {Title: "poll", Minutes: 5, Optional: true}, {Title: "pages", Minutes: 15},
		{Title: "talk", Minutes: 10, Optional: true}, {Title: "close", Minutes: 5},
	}}
	for _, c := range []struct {
		part, used, in int
		over           int
		cut            string
		short          bool
	}{
		{0, 0, 0, 0, "", false},
		{0, 4, 4, 0, "", false},
		{0, 8, 8, 3, "talk", false},
		{1, 3, 0, -2, "", false},
		{0, 25, 20, 20, "talk; poll", true},
		{2, 24, 4, 10, "talk", false},
		{2, 26, 4, 12, "talk", true},
		{4, 41, 6, 1, "", true},
		{4, 30, 1, -6, "", false},
	} {
		minute := func(n int) time.Duration { return time.Duration(n) * time.Minute }
		p := show.Pace(c.part, minute(c.used), minute(c.in))
		if p.Over != c.over || strings.Join(p.Cut, "; ") != c.cut || p.Short != c.short {
			t.Errorf("%+v: %+v", c, p)
		}
	}
}

// Every run sheet of the course plays to its end, and its parts take as long as
// it says.
func TestTheCoursesSessions(t *testing.T) {
	c, err := course.Open(lessons.Files, quiz.Files)
	if err != nil {
		t.Fatal(err)
	}
	desk := study.NewDesk(study.Options{Course: c, Store: record.NewGuest(), Lang: "en", Now: time.Now, NewID: func() string { return "a" }})
	w := localetest.Open(t, "en")
	weeks := map[int]bool{}
	lengths := map[int]bool{}
	for _, s := range c.Pack.RunSheets("en") {
		show, err := desk.Session(t.Context(), s.ID, w)
		if err != nil {
			t.Errorf("%s: %v", s.ID, err)
			continue
		}
		if show.Minutes != s.Minutes || len(show.Parts) != len(s.Steps) {
			t.Errorf("%s takes %d minutes in %d parts", s.ID, show.Minutes, len(show.Parts))
		}
		for _, p := range show.Parts {
			if screen, _ := p.Screen(nil, w); strings.TrimSpace(screen.Markdown) == "" {
				t.Errorf("%s: %s shows nothing", s.ID, p.Title)
			}
		}
		weeks[s.Week] = true
		if s.Week == 0 {
			lengths[s.Minutes] = true
		}
	}
	if len(weeks) != 13 || !lengths[30] || !lengths[60] || !lengths[90] {
		t.Errorf("weeks %v, lengths %v", weeks, lengths)
	}
}
