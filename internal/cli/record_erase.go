package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"porchlight/internal/record"
	"porchlight/internal/study"
)

// eraseCommand removes facts so that no byte of them stays in the record.
func (a *app) eraseCommand() *cobra.Command {
	var s record.Scope
	var reflections, situation bool
	c := &cobra.Command{
		Use:     "erase",
		Short:   "Erase progress for good",
		Example: "porchlight record erase --all\nporchlight record erase --lesson helping-or-enabling\nporchlight record erase --provider \"Open Door\"\nporchlight record erase --notes",
		Args:    noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if n := chosen(s.All, s.Lesson != "", s.Provider != "", s.Notes, reflections, situation); n != 1 {
				return usageError{"say what to erase", "One of: --all, --lesson ID, --provider ID, --notes, --reflections, --situation"}
			}
			switch {
			case reflections:
				s.Kind = record.KindReflection
			case situation:
				s.Kind = record.KindSituation
			}
			store, err := a.recordStore(c.Context())
			if err != nil {
				return err
			}
			defer store.Close()
			if s.Provider != "" {
				if s.Provider, err = providerIn(c.Context(), store, s.Provider); err != nil {
					return err
				}
			}
			if err := store.Erase(c.Context(), s); err != nil {
				return err
			}
			_, err = fmt.Fprintln(a.out, "Erased. Copies made earlier (exports, backups of this computer) are not touched.")
			return err
		},
	}
	c.Flags().BoolVar(&s.All, "all", false, "everything")
	c.Flags().StringVar(&s.Lesson, "lesson", "", "places, answers, notes and reviews of one lesson")
	c.Flags().StringVar(&s.Provider, "provider", "", "one program, by its name or id, and what was noted about it")
	c.Flags().BoolVar(&s.Notes, "notes", false, "everything written in your own words: notes, worksheets, sentences")
	c.Flags().BoolVar(&reflections, "reflections", false, "every reflection that was kept")
	c.Flags().BoolVar(&situation, "situation", false, "what you said about your situation")
	_ = c.RegisterFlagCompletionFunc("provider", a.completeProviders)
	return c
}

// providerIn is the id of a program that the record knows by that name or id:
// from the learner's list, or in what was noted about one that is on no list.
func providerIn(ctx context.Context, store record.Store, name string) (string, error) {
	p, err := study.ProviderIn(ctx, store, name)
	if !errors.Is(err, study.ErrNoProvider) {
		return p.ID, err
	}
	noted, err := store.Checks(ctx, name)
	if err != nil {
		return "", err
	}
	if len(noted) == 0 {
		return "", noProvider(study.ErrNoProvider, name)
	}
	return record.Provider(name), nil
}

// chosen counts what is true.
func chosen(of ...bool) int {
	n := 0
	for _, is := range of {
		if is {
			n++
		}
	}
	return n
}
