package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"porchlight/internal/line"
	"porchlight/internal/study"
)

// checklistCommand goes through the questions for providers, line by line: the
// learner's own list, or a call with one provider.
func (a *app) checklistCommand() *cobra.Command {
	var provider string
	c := &cobra.Command{
		Use:   "checklist",
		Short: "Questions to ask a treatment program, line by line",
		Args:  noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if provider == "" {
				return a.inLine(c.Context(), func(s *line.Session) error { return s.Checklist(c.Context()) })
			}
			return a.inLine(c.Context(), func(s *line.Session) error {
				return noProvider(s.CallNamed(c.Context(), provider), provider)
			})
		},
	}
	c.PersistentFlags().StringVar(&provider, "provider", "", "the program of this name on your list")
	_ = c.RegisterFlagCompletionFunc("provider", a.completeProviders)
	c.AddCommand(a.exportChecklistCommand(&provider), a.importChecklistCommand(&provider))
	return c
}

// noProvider makes a usage error of a provider who is not on the list.
func noProvider(err error, name string) error {
	if errors.Is(err, study.ErrNoProvider) {
		return usageError{fmt.Sprintf("there is no program called %q on your list", name), "To see them, and to add one: porchlight providers"}
	}
	return err
}

// providersCommand is the list of programs, line by line.
func (a *app) providersCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "providers",
		Short: "The treatment programs you are asking: add, call, change, remove",
		Args:  noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if !asJSON {
				return a.inLine(c.Context(), func(s *line.Session) error { return s.Providers(c.Context()) })
			}
			s, err := a.show(c.Context())
			if err != nil {
				return err
			}
			defer s.close()
			all, of, err := s.desk.Providers(c.Context())
			if err != nil {
				return err
			}
			return a.printJSON(providersJSON(all, of))
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print the list as JSON")
	return c
}

// providerJSON is one program as another program wants it.
type providerJSON struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Phone string `json:"phone"`
	Note  string `json:"note"`
	Asked int    `json:"asked"`
	Of    int    `json:"of"`
}

func providersJSON(all []study.Provider, of int) []providerJSON {
	out := []providerJSON{}
	for _, p := range all {
		out = append(out, providerJSON{p.ID, p.Name, p.Phone, p.Note, p.Asked, of})
	}
	return out
}
