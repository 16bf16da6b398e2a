package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"porchlight/internal/line"
	"porchlight/lessons"
)

// glossaryCommand explains a word, or all of them.
func (a *app) glossaryCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "glossary [WORD]",
		Short:   "Explain a word, or print all words explained",
		Example: "porchlight glossary tolerance\nporchlight glossary | less",
		RunE: func(c *cobra.Command, args []string) error {
			s, err := a.look(c.Context())
			if err != nil {
				return err
			}
			defer s.close()
			terms, word := s.desk.Glossary(), strings.Join(args, " ")
			if len(args) > 0 {
				terms = s.desk.TermsNamed(word)
			}
			if asJSON {
				return a.printJSON(termsJSON(terms))
			}
			if len(terms) == 0 {
				_, err := fmt.Fprintln(a.out, s.words.T("term.not-found"))
				return err
			}
			for _, t := range terms {
				if _, err := fmt.Fprintln(a.out, a.fit(line.Explain(t, s.words))); err != nil {
					return err
				}
			}
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

// termJSON is one word as a program wants it.
type termJSON struct {
	ID    string   `json:"id"`
	Term  string   `json:"term"`
	Plain string   `json:"plain"`
	Also  []string `json:"also"`
}

func termsJSON(terms []lessons.Term) []termJSON {
	all := make([]termJSON, 0, len(terms))
	for _, t := range terms {
		all = append(all, termJSON{string(t.ID), t.Term, t.Plain, append([]string{}, t.Also...)})
	}
	return all
}
