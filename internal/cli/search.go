package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"porchlight/internal/line"
	"porchlight/internal/locale"
	"porchlight/internal/study"
)

// searchCommand finds words in the whole course.
func (a *app) searchCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "search [WORDS]",
		Short:   "Find words in the lessons and all beside them; without words, open the search",
		Example: "porchlight search naloxone\nporchlight search \"medical help\"\nporchlight lesson/overdose-and-naloxone/what-not-to-do",
		Args: func(c *cobra.Command, args []string) error {
			if (len(args) > 0 || asJSON) && strings.TrimSpace(strings.Join(args, " ")) == "" {
				return usageError{"nothing to search for", "Try: porchlight search naloxone"}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return a.open(c, []string{"search"})
			}
			s, err := a.look(c.Context())
			if err != nil {
				return err
			}
			defer s.close()
			f := s.desk.Find(strings.Join(args, " "))
			if asJSON {
				return a.printJSON(foundJSON(f))
			}
			return a.foundText(f, s.words, "porchlight ")
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

// foundText prints each finding on two or three lines: what it is, the line
// that was found, and the place, after what to type before it.
func (a *app) foundText(f study.Findings, w *locale.Words, before string) error {
	if len(f.Found) == 0 {
		_, err := fmt.Fprintln(a.out, w.T("search.none"))
		return err
	}
	for _, one := range f.Found {
		name, said := line.Found(one, w)
		if said != "" {
			said = "    " + said + "\n"
		}
		if _, err := fmt.Fprintf(a.out, "%s\n%s    %s%s\n", name, said, before, study.PlaceOf(one.Entry)); err != nil {
			return err
		}
	}
	return nil
}

// findingJSON is one finding as a program wants it. Marks are the words found,
// as bytes of Line.
type findingJSON struct {
	Kind   string   `json:"kind"`
	Place  string   `json:"place"`
	Title  string   `json:"title"`
	Trail  []string `json:"trail"`
	Line   string   `json:"line"`
	Marks  [][2]int `json:"marks"`
	Urgent bool     `json:"urgent"`
	More   int      `json:"more"`
}

func foundJSON(f study.Findings) []findingJSON {
	all := make([]findingJSON, 0, len(f.Found))
	for _, one := range f.Found {
		j := findingJSON{
			Kind: one.Kind.String(), Place: study.PlaceOf(one.Entry), Title: one.Title, Trail: append([]string{}, one.Trail...),
			Line: one.Line, Marks: [][2]int{}, Urgent: one.Urgent, More: one.More,
		}
		for _, m := range one.Marks {
			j.Marks = append(j.Marks, [2]int{m.From, m.To})
		}
		all = append(all, j)
	}
	return all
}
