package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"porchlight/internal/line"
)

// practiceCommand plays a practice conversation, line by line.
func (a *app) practiceCommand() *cobra.Command {
	return a.lineCommand(
		&cobra.Command{
			Use:     "practice [ID]",
			Short:   "Try out a hard talk, line by line",
			Example: "porchlight practice\nporchlight practice cash-at-the-door",
		}, "practice", a.practiceIDs)
}

// reflectCommand goes through a reflection, line by line.
func (a *app) reflectCommand() *cobra.Command {
	return a.lineCommand(
		&cobra.Command{
			Use:     "reflect [ID]",
			Short:   "A private look at how things are, line by line",
			Example: "porchlight reflect\nporchlight reflect how-am-i-doing",
		}, "reflection", a.reflectionIDs)
}

// rewordCommand holds a sentence against the seven parts, line by line.
func (a *app) rewordCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "reword",
		Short: "Say one sentence of your own another way, line by line",
		Args:  noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return a.inLine(c.Context(), func(s *line.Session) error { return s.Reword(c.Context()) })
		},
	}
}

// lineCommand makes a command of a kind of place that has a list: without an id
// it opens the list, with one the place of that id.
func (a *app) lineCommand(c *cobra.Command, kind string, ids func(prefix string) []string) *cobra.Command {
	c.Args = func(c *cobra.Command, args []string) error {
		if len(args) > 1 {
			return usageError{fmt.Sprintf("%q takes one ID at most", c.CommandPath()), fmt.Sprintf("Try: %s --help", c.CommandPath())}
		}
		return nil
	}
	c.ValidArgsFunction = offer(ids)
	c.RunE = func(c *cobra.Command, args []string) error {
		return a.inLine(c.Context(), func(s *line.Session) error {
			if len(args) == 0 {
				return s.Open(c.Context(), kind+"s")
			}
			return missing(s.Open(c.Context(), kind+"/"+args[0]), args[0])
		})
	}
	return c
}
