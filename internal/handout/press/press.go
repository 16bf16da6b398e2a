// Package press brings a handout into the form it is wanted in, and into a
// file. It is the one place that knows all forms.
package press

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"porchlight/internal/handout"
	"porchlight/internal/handout/pdf"
	"porchlight/internal/wholefile"
)

// Format is a form of a handout. Its name is also the end of a file's name.
type Format string

const (
	// PDF is for a printer.
	PDF Format = "pdf"
	// HTML is for a browser and a screen reader.
	HTML Format = "html"
	// Markdown is for an editor.
	Markdown Format = "md"
)

// Formats returns all formats.
func Formats() []Format { return []Format{PDF, HTML, Markdown} }

// FormatOf is the format that a file's name ends in, or empty.
func FormatOf(path string) Format {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".pdf":
		return PDF
	case ".html", ".htm":
		return HTML
	case ".md", ".markdown":
		return Markdown
	}
	return ""
}

// Write writes a document in a format.
func Write(w io.Writer, d handout.Document, f Format, look handout.Look) error {
	switch f {
	case HTML:
		return handout.HTML(w, d, look)
	case Markdown:
		return handout.Markdown(w, d)
	}
	return pdf.Write(w, d, look)
}

// A Job is a handout to make.
type Job struct {
	handout.Request
	Format Format
	Look   handout.Look
}

// Name is the name of a job's file. It says what was printed, and never a name
// that the learner wrote.
func (j Job) Name() string {
	what := "handouts"
	if len(j.What) == 1 {
		kind, id, _ := strings.Cut(j.What[0], "/")
		switch {
		case kind == "now":
			what = "help-now"
		case id == "" || kind == "call":
			what = kind
		default:
			what = id
		}
	}
	return "porchlight-" + strings.Map(inName, what) + "." + string(j.Format)
}

// inName keeps a file's name to letters that every disk takes.
func inName(r rune) rune {
	if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' {
		return r
	}
	return '-'
}

// most is how many names are tried before giving up.
const most = 1000

// file writes a document into a folder, under a name that is free there. It
// returns where.
func file(d handout.Document, j Job, folder string) (path string, err error) {
	base, ext, _ := strings.Cut(j.Name(), ".")
	for n := 1; n < most; n++ {
		name := base
		if n > 1 {
			name = fmt.Sprintf("%s-%d", base, n)
		}
		path = filepath.Join(folder, name+"."+ext)
		err = wholefile.Write(path, false, func(w io.Writer) error { return Write(w, d, j.Format, j.Look) })
		if !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	return path, err
}
