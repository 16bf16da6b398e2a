package cli

import (
	"github.com/spf13/cobra"

	"porchlight/internal/line"
	"porchlight/lessons"
)

// quizCommand asks a lesson's questions, line by line.
func (a *app) quizCommand() *cobra.Command {
	return &cobra.Command{
		Use:               "quiz ID",
		Short:             "Answer a lesson's questions, line by line",
		Args:              oneArg("lesson ID"),
		ValidArgsFunction: offer(a.lessonIDs),
		RunE: func(c *cobra.Command, args []string) error {
			return a.inLine(c.Context(), func(s *line.Session) error {
				return missing(s.Quiz(c.Context(), lessons.ID(args[0])), args[0])
			})
		},
	}
}
