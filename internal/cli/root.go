package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"porchlight/internal/locale"
	"porchlight/tui/page"
	"porchlight/tui/theme"
)

// root is the command without a name: it opens the program.
func (a *app) root() *cobra.Command {
	c := &cobra.Command{
		Use:   "porchlight [lesson/ID | quiz/ID | lessons/TRACK | settings]",
		Short: "Learn about substance use disorders, and how to support someone without making use easier",
		Long: "Porchlight teaches families of people with a substance use disorder: what the disorder is, " +
			"how to support someone without making use easier, and what to expect in an intensive outpatient program.\n\n" +
			"It is education, not treatment. In an emergency call 911. For a crisis, or worry about someone, call or text 988.",
		Example: "porchlight\nporchlight lesson/helping-or-enabling\nporchlight read helping-or-enabling | less\nporchlight now",
		Args:    cobra.ArbitraryArgs,
		RunE:    a.open,
		PersistentPreRunE: func(*cobra.Command, []string) error {
			return a.checkFlags()
		},
		ValidArgsFunction: offer(a.places),
	}
	c.SuggestionsMinimumDistance = 2
	c.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return usageError{err.Error(), fmt.Sprintf("Try: %s --help", c.CommandPath())}
	})
	f := c.PersistentFlags()
	f.StringVar(&a.flags.lang, "lang", "", "language: en or es")
	f.StringVar(&a.flags.theme, "theme", "", "theme: auto, light, dark, high-contrast or none")
	f.BoolVar(&a.flags.plain, "plain", false, "plain lines, for screen readers and simple terminals")
	f.StringVar(&a.flags.pack, "pack", "", "read the course from this folder")
	f.StringVar(&a.flags.local, "local", "", "add the numbers in this file to the Help now card")
	f.StringVar(&a.flags.record, "record", "", "keep progress in this file")
	f.StringVar(&a.flags.passphraseFile, "passphrase-file", "", "read the passphrase of a locked record from this file")
	f.BoolVar(&a.flags.private, "private", false, "keep nothing after closing")
	c.AddCommand(
		a.practiceCommand(), a.reflectCommand(), a.rewordCommand(),
		a.lessonsCommand(), a.readCommand(), a.searchCommand(), a.glossaryCommand(), a.nowCommand(), a.quizCommand(),
		a.checklistCommand(), a.providersCommand(), a.compareCommand(), a.worksheetCommand(), a.handoutCommand(),
		a.planCommand(), a.presentCommand(),
		a.serveCommand(), a.groupCommand(), a.benchCommand(), a.checkCommand(), a.recordCommand(), a.doctorCommand(), a.versionCommand(),
	)
	c.InitDefaultCompletionCmd()
	if completion, _, err := c.Find([]string{"completion"}); err == nil {
		completion.Short = "Print completions for your shell"
	}
	return c
}

// open opens the program, at a place if one is named.
func (a *app) open(c *cobra.Command, args []string) error {
	var first page.Route
	if len(args) > 1 {
		return usageError{fmt.Sprintf("one place at a time, not %d", len(args)), "Try: porchlight --help"}
	}
	if len(args) == 1 {
		r, err := page.ParseRoute(args[0])
		if err != nil {
			return a.unknownPlace(c, args[0], err)
		}
		first = r
	}
	return a.openAt(c.Context(), first)
}

// openAt opens the program at a place, with the face that the terminal can show.
func (a *app) openAt(ctx context.Context, first page.Route) error {
	if a.flags.plain || !a.onScreen() {
		return a.runLine(ctx, first)
	}
	return a.runScreen(ctx, first)
}

// unknownPlace says that a word is neither a command nor a place, with the
// nearest command.
func (a *app) unknownPlace(c *cobra.Command, word string, err error) error {
	if near := c.SuggestionsFor(word); len(near) > 0 {
		return usageError{err.Error(), "Did you mean: porchlight " + near[0]}
	}
	return usageError{err.Error(), "Try: porchlight --help"}
}

// checkFlags refuses values that make no sense.
func (a *app) checkFlags() error {
	if l := a.flags.lang; l != "" && !slices.Contains(locale.Langs(), l) {
		return usageError{fmt.Sprintf("there is no language %q", l), "Languages: " + strings.Join(locale.Langs(), ", ")}
	}
	var names []string
	for _, n := range theme.Names() {
		names = append(names, string(n))
	}
	if t := a.flags.theme; t != "" && !slices.Contains(names, t) {
		return usageError{fmt.Sprintf("there is no theme %q", t), "Themes: " + strings.Join(names, ", ")}
	}
	if a.flags.private && a.flags.record != "" {
		return usageError{"--private keeps nothing, and --record names a file to keep it in", "Use one of the two."}
	}
	return nil
}
