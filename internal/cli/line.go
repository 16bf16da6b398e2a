package cli

import (
	"context"
	"fmt"
	"strings"

	"porchlight/internal/line"
	"porchlight/internal/study"
	"porchlight/tui/page"
)

// lineWidth is the width of plain text where nothing else is asked for.
const lineWidth = 80

// runLine opens the program in line mode.
func (a *app) runLine(ctx context.Context, first page.Route) error {
	if first == nil {
		first = page.Home{}
	}
	place := first.String()
	_, id, _ := strings.Cut(place, "/")
	return a.inLine(ctx, func(s *line.Session) error { return missing(s.Open(ctx, place), id) })
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
	session := line.New(a.in, a.out, s.words, s.desk, lineWidth)
	session.Office(a.office())
	return do(session)
}
