package cli

import (
	"context"
	"fmt"

	"porchlight/internal/line"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/page"
)

// lineWidth is the width of plain text where nothing else is asked for.
const lineWidth = 80

// runLine opens the program in line mode.
func (a *app) runLine(ctx context.Context, first page.Route) error {
	return a.inLine(ctx, func(s *line.Session) error {
		switch r := first.(type) {
		case page.Lesson:
			return missing(s.Read(ctx, lessons.ID(r.ID)), r.ID)
		case page.Quiz:
			return missing(s.Quiz(ctx, lessons.ID(r.Lesson)), r.Lesson)
		case page.Checklist:
			return s.Checklist(ctx)
		case page.HelpNow:
			s.Now()
			return nil
		}
		return s.Home(ctx)
	})
}

// inLine runs one activity of line mode and closes the record after it.
func (a *app) inLine(ctx context.Context, do func(*line.Session) error) error {
	s, err := a.begin(ctx)
	if err != nil {
		return err
	}
	defer s.desk.Close()
	if s.trouble != nil {
		fmt.Fprintf(a.err, "%s. %s\n", s.words.T("trouble.not-opened"), s.words.T(study.Trouble(s.trouble)))
	}
	return do(line.New(a.in, a.out, s.words, s.desk, lineWidth))
}
