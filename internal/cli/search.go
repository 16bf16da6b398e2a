package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// searchCommand finds words in the lessons.
func (a *app) searchCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "search WORDS",
		Short:   "Find words in the lessons",
		Example: "porchlight search naloxone\nporchlight search \"medical help\"",
		Args: func(c *cobra.Command, args []string) error {
			if strings.TrimSpace(strings.Join(args, " ")) == "" {
				return usageError{"nothing to search for", "Try: porchlight search naloxone"}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			s, err := a.look(c.Context())
			if err != nil {
				return err
			}
			defer s.close()
			hits := s.desk.Search(strings.Join(args, " "))
			if asJSON {
				return a.printJSON(hits)
			}
			if len(hits) == 0 {
				fmt.Fprintln(a.out, s.words.T("search.none"))
				return nil
			}
			for _, h := range hits {
				if _, err := fmt.Fprintf(a.out, "%s  %s\n    %s\n", h.Lesson, h.Title, h.Line); err != nil {
					return err
				}
			}
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}
