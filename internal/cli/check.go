package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"porchlight/internal/course"
	"porchlight/internal/packfile"
)

// checkCommand checks a course pack, for its author.
func (a *app) checkCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "check [DIR]",
		Short: "Check a course pack, for its author",
		Long: "Check reads the course pack in DIR, or the course inside the program, and prints everything that is wrong " +
			"with the file, the line and the column. It exits with 1 when there is an error; warnings alone are no error.\n\n" +
			"With --local it checks a site's own numbers for the Help now card as well.",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usageError{"one folder at a time", "Try: porchlight check DIR"}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			report, err := a.checkWithLocal(args)
			if err != nil {
				return err
			}
			if len(report.Problems.Errors()) > 0 {
				a.status = exitFailed
			}
			if asJSON {
				return a.printJSON(report)
			}
			return a.printReport(report)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

func (a *app) checkPack(args []string) (course.Report, error) {
	dir := a.flags.pack
	if len(args) == 1 {
		dir = args[0]
	}
	if dir == "" {
		return course.Check(lessonFiles(), quizFiles(), a.now())
	}
	return course.CheckDir(dir, a.now())
}

// checkWithLocal checks a pack and, where one is named, the site's own card
// that is to be put over it.
func (a *app) checkWithLocal(args []string) (course.Report, error) {
	report, err := a.checkPack(args)
	if err != nil || a.flags.local == "" || len(report.Problems.Errors()) > 0 {
		return report, err
	}
	if len(args) == 1 {
		a.flags.pack = args[0]
	}
	problems, err := a.checkLocal()
	report.Problems = append(problems, report.Problems...)
	return report, err
}

func (a *app) printReport(r course.Report) error {
	for _, p := range r.Problems {
		fmt.Fprint(a.out, problem(p))
	}
	errs := len(r.Problems.Errors())
	_, err := fmt.Fprintf(a.out, "%s\n%d errors, %d warnings\n", summary(r), errs, len(r.Problems)-errs)
	return err
}

// problem is one problem as an author reads it: where, what, the line with a
// mark under the column, and what to do.
func problem(p packfile.Problem) string {
	var b strings.Builder
	kind := "error"
	if p.Warning {
		kind = "warning"
	}
	fmt.Fprintf(&b, "%s:%d:%d: %s: %s\n", p.File, p.Line, p.Column, kind, p.What)
	if p.Text != "" {
		fmt.Fprintf(&b, "    %s\n    %s^\n", p.Text, strings.Repeat(" ", max(0, p.Column-1)))
	}
	fmt.Fprintf(&b, "    %s\n\n", p.Do)
	return b.String()
}

// summary counts what is in a pack, in two lines and one for each translation.
func summary(r course.Report) string {
	t, questions := r.Totals, 0
	for _, n := range t.Questions {
		questions += n
	}
	text := fmt.Sprintf("%d lessons, %d words, %d questions, %d terms, %d sources, %d questions for providers; "+
		"reading grade median %.1f, highest %.1f\n"+
		"%d practices, %d reflections, %d worksheets; the longest option is the best in %.0f%% of questions with one best option (by chance %.0f%%)",
		t.Lessons, t.Words, questions, t.Terms, t.Sources, t.ProviderQuestions, t.MedianGrade, t.MaxGrade,
		t.Practices, t.Reflections, t.Worksheets, 100*t.LongestBest, 100*t.LongestChance)
	for _, in := range t.Translations {
		whole := ""
		if in.Partial {
			whole = ", in parts on purpose"
		}
		text += fmt.Sprintf("\n%s%s: %d lessons, %d banks of questions, %d practices, %d run sheets", in.Lang, whole, in.Lessons, in.Banks, in.Practices, in.RunSheets)
		if in.Perspicuity > 0 {
			text += fmt.Sprintf("; perspicuity at least %.0f", in.Perspicuity)
		}
	}
	return text
}
