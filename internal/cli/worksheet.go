package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"porchlight/internal/line"
	"porchlight/lessons"
)

// worksheetCommand goes through a worksheet, or the list of them, line by line.
func (a *app) worksheetCommand() *cobra.Command {
	return &cobra.Command{
		Use:               "worksheet [ID]",
		Short:             "Write in a worksheet, line by line",
		Args:              atMostOne("worksheet"),
		ValidArgsFunction: offer(a.worksheetIDs),
		RunE: func(c *cobra.Command, args []string) error {
			id := ""
			if len(args) == 1 {
				id = args[0]
			}
			return a.inLine(c.Context(), func(s *line.Session) error {
				return missing(s.Worksheet(c.Context(), lessons.WorksheetID(id)), id)
			})
		},
	}
}

// atMostOne takes no more than one argument.
func atMostOne(what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) > 1 {
			return usageError{fmt.Sprintf("one %s at a time, not %d", what, len(args)), fmt.Sprintf("Try: %s --help", c.CommandPath())}
		}
		return nil
	}
}

// noWorksheet is the usage error of a worksheet that does not exist.
func noWorksheet(err error, id string) error {
	if errors.Is(err, lessons.ErrNoWorksheet) {
		return usageError{fmt.Sprintf("there is no worksheet %q", id), "To see them all: porchlight worksheet"}
	}
	return err
}
