// Package packfile reads the plain files of a course pack, Markdown with front
// matter and YAML, so that everything in them remembers where it stands. It
// finds every problem of a file, not the first, and says for each where it is
// and what to do. It knows the shape of files and nothing of lessons.
package packfile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A Problem is one thing wrong with one place of a pack.
type Problem struct {
	File    string `json:"file"`           // path within the pack, with slashes
	Line    int    `json:"line"`           // from 1; 0 when the whole file is meant
	Column  int    `json:"column"`         // from 1, in characters
	Text    string `json:"text,omitempty"` // the line itself
	What    string `json:"what"`           // what is wrong: "option \"cash\" has no reason"
	Do      string `json:"do"`             // what to write instead, or where to look
	Warning bool   `json:"warning"`        // the pack works, but could be better
}

// Error formats the problem as "file:line:column: what".
func (p Problem) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, p.What)
}

// Problems is an error that holds all that is wrong, in the order of files and
// lines.
type Problems []Problem

func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// Sort orders the problems by file, line and column.
func (ps Problems) Sort() {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
}

// Errors returns the problems that are not warnings.
func (ps Problems) Errors() Problems {
	return slices.DeleteFunc(slices.Clone(ps), func(p Problem) bool { return p.Warning })
}

// AsError returns ps as an error, or nil when it holds no error.
func (ps Problems) AsError() error {
	if errs := ps.Errors(); len(errs) > 0 {
		return errs
	}
	return nil
}
