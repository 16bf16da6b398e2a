package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"porchlight/internal/checkfile"
	"porchlight/internal/study"
)

// exportChecklistCommand writes one checklist as a file to pass on.
func (a *app) exportChecklistCommand(provider *string) *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:     "export [FILE]",
		Short:   "Write one checklist as a file: JSON, or CSV for a spreadsheet",
		Example: "porchlight checklist export --provider \"Open Door\" open-door.csv\nporchlight checklist export --format csv | less",
		Long: "Write one checklist as a file: the program that --provider names, or your own list.\n\n" +
			"A CSV file has four rows about the program, then one row for each question: question, ask, asked (yes or no), " +
			"sign (good, warning, unclear or nothing), note, saved. A cell that a spreadsheet could run as a formula begins with ', " +
			"and import takes that mark away again. To change a row in a spreadsheet and import it, leave its saved cell empty.",
		Args: atMostOneFile,
		RunE: func(c *cobra.Command, args []string) error {
			file := "-"
			if len(args) == 1 {
				file = args[0]
			}
			write, err := checklistWriter(format, file)
			if err != nil {
				return err
			}
			s, err := a.show(c.Context())
			if err != nil {
				return err
			}
			defer s.close()
			if s.trouble != nil {
				return s.trouble
			}
			id, err := providerID(c.Context(), s.desk, *provider)
			if err != nil {
				return err
			}
			sheet, err := s.desk.PassOn(c.Context(), id)
			if err != nil {
				return err
			}
			if file == "-" {
				return write(a.out, sheet)
			}
			return writeWhole(file, func(w io.Writer) error { return write(w, sheet) })
		},
	}
	c.Flags().StringVar(&format, "format", "", "json or csv; else the file's name decides, and json without one")
	return c
}

// checklistWriter is what writes a format, or what a file's name ends in.
func checklistWriter(format, file string) (func(io.Writer, checkfile.Sheet) error, error) {
	if format == "" {
		format = "json"
		if strings.EqualFold(filepath.Ext(file), ".csv") {
			format = "csv"
		}
	}
	switch format {
	case "json":
		return checkfile.WriteJSON, nil
	case "csv":
		return checkfile.WriteCSV, nil
	}
	return nil, usageError{fmt.Sprintf("there is no format %q", format), "Formats: json, csv"}
}

// providerID is the id of the provider named, or none for the learner's own
// list.
func providerID(ctx context.Context, desk *study.Desk, name string) (string, error) {
	if name == "" {
		return "", nil
	}
	p, err := desk.ProviderNamed(ctx, name)
	return p.ID, noProvider(err, name)
}

// importChecklistCommand adds a checklist from a file.
func (a *app) importChecklistCommand(provider *string) *cobra.Command {
	return &cobra.Command{
		Use:   "import [FILE]",
		Short: "Add a checklist that export wrote, as a new program, or to the one that --provider names",
		Args:  atMostOneFile,
		RunE: func(c *cobra.Command, args []string) error {
			sheet, err := a.readChecklist(args)
			if err != nil {
				return err
			}
			s, err := a.begin(c.Context())
			if err != nil {
				return err
			}
			defer s.close()
			if s.trouble != nil {
				return s.trouble
			}
			id, err := providerID(c.Context(), s.desk, *provider)
			if err != nil {
				return err
			}
			taken, err := s.desk.Take(c.Context(), sheet, id)
			if err != nil {
				return notTaken(err, sheet.Program.Name)
			}
			to := taken.Name
			if to == "" {
				to = "your own list"
			}
			_, err = fmt.Fprintf(a.out, "Added to %s: %d answers. Where both had one, the later one stays.\n", to, taken.Answers)
			return err
		},
	}
}

// readChecklist reads a file of either kind: a JSON document begins with a
// brace.
func (a *app) readChecklist(args []string) (checkfile.Sheet, error) {
	in := a.in
	if len(args) == 1 && args[0] != "-" {
		f, err := os.Open(args[0])
		if err != nil {
			return checkfile.Sheet{}, err
		}
		defer f.Close()
		in = f
	}
	data, err := io.ReadAll(io.LimitReader(in, checkfile.MaxFile+1)) // the readers say what is too large
	if err != nil {
		return checkfile.Sheet{}, err
	}
	start := bytes.TrimLeft(data, "\ufeff \t\r\n")
	if slices.Contains([]string{"{", "["}, string(start[:min(1, len(start))])) {
		return checkfile.ReadJSON(bytes.NewReader(data))
	}
	return checkfile.ReadCSV(bytes.NewReader(data))
}

// notTaken says why a checklist could not be added, and what to do.
func notTaken(err error, name string) error {
	for _, c := range []struct {
		err      error
		what, do string
	}{
		{study.ErrKnownProvider, fmt.Sprintf("%q is on your list already", name), fmt.Sprintf("To add to it: porchlight checklist import --provider %q FILE", name)},
		{study.ErrOtherList, "the file is of a list without a program", "Import it without --provider."},
		{study.ErrManyProviders, fmt.Sprintf("your list is full: %d programs", study.MaxProviders), "Remove one with: porchlight providers"},
		{study.ErrManyQuestions, fmt.Sprintf("that would be more than %d questions of your own", study.MaxOwn), "Remove some with: porchlight providers"},
	} {
		if errors.Is(err, c.err) {
			return usageError{c.what, c.do}
		}
	}
	return err
}
