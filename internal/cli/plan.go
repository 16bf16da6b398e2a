package cli

import (
	"github.com/spf13/cobra"

	"porchlight/internal/line"
)

// planCommand plans a week and reckons with a price, line by line.
func (a *app) planCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "plan",
		Short: "What a week in a program would look like, and what it may cost, line by line",
		Args:  noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return a.inLine(c.Context(), func(s *line.Session) error { return s.Plan(c.Context()) })
		},
	}
}
