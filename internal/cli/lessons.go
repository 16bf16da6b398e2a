package cli

import (
	"encoding/json"
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"porchlight/internal/locale"
	"porchlight/internal/study"
)

// lessonsCommand lists the lessons.
func (a *app) lessonsCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "lessons",
		Short: "List the lessons",
		Args:  noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			s, err := a.look(c.Context())
			if err != nil {
				return err
			}
			defer s.close()
			tracks, err := s.desk.Tracks(c.Context())
			if err != nil {
				return err
			}
			if asJSON {
				return a.lessonsJSON(tracks)
			}
			return a.lessonsText(tracks, s.words)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

func (a *app) lessonsText(tracks []study.TrackProgress, w *locale.Words) error {
	for i, t := range tracks {
		if i > 0 {
			fmt.Fprintln(a.out)
		}
		fmt.Fprintf(a.out, "%s\n", t.Track.Title)
		table := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
		for _, p := range t.Lessons {
			state := ""
			switch {
			case p.Done:
				state = w.T("line.done")
			case p.Reached > 0:
				state = w.F("line.reached", locale.Args{"Percent": p.Reached})
			}
			fmt.Fprintf(table, "  %s\t%s\t%d min\t%s\n", p.Lesson.ID, study.TitleOf(p.Lesson, w), p.Lesson.Minutes(), state)
		}
		if err := table.Flush(); err != nil {
			return err
		}
	}
	return nil
}

// lessonJSON is one lesson as a program wants it.
type lessonJSON struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Track   string `json:"track"`
	Lang    string `json:"lang"`
	Summary string `json:"summary"`
	Minutes int    `json:"minutes"`
	Reached int    `json:"reached"`
	Done    bool   `json:"done"`
}

func (a *app) lessonsJSON(tracks []study.TrackProgress) error {
	all := []lessonJSON{}
	for _, t := range tracks {
		for _, p := range t.Lessons {
			l := p.Lesson
			all = append(all, lessonJSON{
				ID: string(l.ID), Title: l.Title, Track: string(l.Track), Lang: string(l.Lang),
				Summary: l.Summary, Minutes: l.Minutes(), Reached: p.Reached, Done: p.Done,
			})
		}
	}
	return a.printJSON(all)
}

func (a *app) printJSON(v any) error {
	e := json.NewEncoder(a.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// noArgs refuses arguments with a usage error.
func noArgs(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError{fmt.Sprintf("%q takes no %q", c.CommandPath(), args[0]), fmt.Sprintf("Try: %s --help", c.CommandPath())}
	}
	return nil
}

// oneArg asks for exactly one argument, by its name.
func oneArg(name string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) != 1 {
			return usageError{fmt.Sprintf("%q takes one %s", c.CommandPath(), name), fmt.Sprintf("Try: %s --help", c.CommandPath())}
		}
		return nil
	}
}
