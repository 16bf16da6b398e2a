package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"porchlight/internal/handout"
	"porchlight/internal/handout/press"
	"porchlight/internal/study"
	"porchlight/internal/wholefile"
	"porchlight/lessons"
)

// handoutFlags are the flags of handout.
type handoutFlags struct {
	format, out, paper           string
	large, blank, printer, force bool
}

// handoutCommand puts what the course and the record hold on paper.
func (a *app) handoutCommand() *cobra.Command {
	var f handoutFlags
	c := &cobra.Command{
		Use:   "handout WHAT...",
		Short: "Put a lesson, a worksheet or a checklist on paper",
		Long: "Put something on paper: lesson/ID, now, checklist, checklist/first-call, checklist/CATEGORY, call/PROVIDER, " +
			"compare, plan, worksheet/ID, glossary, notes, today; and for a group, slips/ID: slips for voting on paper, of a lesson or a run sheet. Several become one document.",
		Example: "porchlight handout now\nporchlight handout lesson/helping-or-enabling --large -o lesson.pdf\n" +
			"porchlight handout worksheet/emergency-plan --blank --print\nporchlight handout checklist/first-call --format md -o -",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{"say what to put on paper", "Try: porchlight handout --help"}
			}
			return nil
		},
		ValidArgsFunction: a.completeHandouts,
		RunE: func(c *cobra.Command, args []string) error {
			return a.handout(c.Context(), args, f)
		},
	}
	c.Flags().StringVar(&f.format, "format", "", "pdf, html or md; else as the file's name ends, or pdf")
	c.Flags().StringVarP(&f.out, "output", "o", "", "the file to write; - writes to a pipe")
	c.Flags().StringVar(&f.paper, "paper", string(handout.Letter), "letter or a4")
	c.Flags().BoolVar(&f.large, "large", false, "large print")
	c.Flags().BoolVar(&f.blank, "blank", false, "leave out what you wrote, to fill in by hand")
	c.Flags().BoolVar(&f.printer, "print", false, "print it now, with lp")
	c.Flags().BoolVar(&f.force, "force", false, "write over a file that is there")
	return c
}

// job makes sense of the flags.
func (f handoutFlags) job(what []string) (press.Job, error) {
	j := press.Job{Request: handout.Request{What: what, Blank: f.blank}, Format: press.Format(f.format)}
	j.Look = handout.Look{Paper: handout.Paper(f.paper), Large: f.large}
	if j.Format == "" {
		j.Format = press.FormatOf(f.out)
	}
	switch {
	case j.Format != "" || f.printer:
	case f.out == "-":
		j.Format = press.Markdown
	case f.out == "" || filepath.Ext(f.out) == "":
		j.Format = press.PDF
	}
	if f.printer && j.Format == "" {
		j.Format = press.PDF
	}
	try := "Try: porchlight handout --help"
	switch {
	case !slices.Contains(press.Formats(), j.Format):
		return j, usageError{"a handout is pdf, html or md", try}
	case !slices.Contains(handout.Papers(), j.Look.Paper):
		return j, usageError{"--paper is letter or a4", try}
	case f.printer && (f.out != "" || j.Format != press.PDF):
		return j, usageError{"--print sends a PDF to the printer and writes no file", try}
	}
	return j, nil
}

func (a *app) handout(ctx context.Context, args []string, f handoutFlags) error {
	j, err := f.job(places(args))
	if err != nil {
		return err
	}
	if f.out == "-" && j.Format == press.PDF && isTerminal(a.out) {
		return usageError{"a PDF is nothing for a terminal to show", "Name a file with -o, or use: --format md"}
	}
	open := a.look
	if !f.blank && slices.ContainsFunc(j.Request.What, ofRecord) {
		open = a.show
	}
	s, err := open(ctx)
	if err != nil {
		return err
	}
	defer s.close()
	if s.trouble != nil && !f.blank {
		fmt.Fprintf(a.err, "%s. %s\n", s.words.T("trouble.not-opened"), s.words.T(study.Trouble(s.trouble)))
	}
	d, err := handout.Make(ctx, s.desk, s.words, j.Request)
	if err != nil {
		return noHandout(err, args)
	}
	switch {
	case f.printer:
		if err := a.toPrinter(ctx, d, j.Look); err != nil {
			return err
		}
		_, err = fmt.Fprintln(a.out, s.words.T("handout.sent"))
		return err
	case f.out == "-":
		return press.Write(a.out, d, j.Format, j.Look)
	}
	return a.toFile(d, j, f, s)
}

// toFile writes a handout into its file and says where that is.
func (a *app) toFile(d handout.Document, j press.Job, f handoutFlags, s *session) error {
	path := f.out
	if path == "" {
		path = j.Name()
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	err = wholefile.Write(path, f.force, func(w io.Writer) error { return press.Write(w, d, j.Format, j.Look) })
	if errors.Is(err, fs.ErrExist) {
		return usageError{fmt.Sprintf("there is a file of that name: %s", path), "Choose another name with -o, or write over it with --force"}
	}
	if err != nil {
		return err
	}
	if _, err = fmt.Fprintln(a.out, path); err == nil && d.Own {
		_, err = fmt.Fprintln(a.err, s.words.T("handout.own"))
	}
	return err
}

// places are the names of what to print; a word alone that is no place is a
// lesson.
func places(args []string) []string {
	known := []string{"now", "checklist", "compare", "plan", "glossary", "notes", "today"}
	out := slices.Clone(args)
	for i, what := range out {
		if !strings.Contains(what, "/") && !slices.Contains(known, what) {
			out[i] = "lesson/" + what
		}
	}
	return out
}

// ofRecord reports whether a place is one that prints what a learner did.
func ofRecord(place string) bool {
	kind, _, _ := strings.Cut(place, "/")
	return slices.Contains([]string{"checklist", "call", "compare", "plan", "worksheet", "notes", "today"}, kind)
}

// errNoPrinter says that there is no lp.
var errNoPrinter = errors.New("this computer has no lp, the command that prints.\nWrite a file with -o and print that: porchlight handout WHAT -o FILE.pdf")

// toPrinter gives a handout to lp. The queue learns no title: others see it.
func (a *app) toPrinter(ctx context.Context, d handout.Document, look handout.Look) error {
	lp, err := exec.LookPath("lp")
	if err != nil {
		return errNoPrinter
	}
	var file bytes.Buffer
	if err := press.Write(&file, d, press.PDF, look); err != nil {
		return err
	}
	media := "Letter"
	if look.Paper == handout.A4 {
		media = "A4"
	}
	cmd := exec.CommandContext(ctx, lp, "-t", "document", "-o", "media="+media)
	cmd.Stdin = &file
	cmd.Env = append(slices.Clone(a.environ), "LC_ALL=C")
	if said, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("lp did not take it: %s", strings.TrimSpace(string(said)))
	}
	return nil
}

// noHandout makes a usage error of something that cannot be printed.
func noHandout(err error, args []string) error {
	switch {
	case errors.Is(err, handout.ErrNothing), errors.Is(err, study.ErrNoProvider),
		errors.Is(err, lessons.ErrNoLesson), errors.Is(err, lessons.ErrNoWorksheet):
		return usageError{fmt.Sprintf("there is nothing to print called %s", strings.Join(args, ", ")),
			"One of: lesson/ID, worksheet/ID, now, checklist, call/PROVIDER, compare, plan, glossary, notes, today"}
	}
	return err
}

// completeHandouts offers what can be printed to the shell.
func (a *app) completeHandouts(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	all := append([]string{"now", "checklist", "checklist/first-call", "compare", "plan", "glossary", "notes", "today"}, a.worksheetIDs("worksheet/")...)
	return append(all, a.lessonIDs("lesson/")...), cobra.ShellCompDirectiveNoFileComp
}

// office is where handouts go from within the program; nil for whoever wants
// nothing kept, or has no folder of their own.
func (a *app) office() *press.Office {
	folder := a.documents()
	if a.flags.private || folder == "" {
		return nil
	}
	o := &press.Office{Folder: folder}
	if _, err := exec.LookPath("lp"); err == nil {
		o.Print = a.toPrinter
	}
	return o
}

// documents is the folder that handouts go to: the one for documents, or home.
func (a *app) documents() string {
	dir, err := home(a.env)
	if err != nil {
		return ""
	}
	for _, name := range []string{a.env("XDG_DOCUMENTS_DIR"), filepath.Join(dir, "Documents"), filepath.Join(dir, "Documentos")} {
		if at, err := os.Stat(name); err == nil && at.IsDir() && filepath.IsAbs(name) {
			return name
		}
	}
	return dir
}
