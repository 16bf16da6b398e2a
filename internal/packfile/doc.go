package packfile

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"porchlight/internal/safetext"
)

// A Doc is one file of a pack as read, with what is wrong with it so far. It
// is for one goroutine.
type Doc struct {
	File     string // path within the pack, with slashes
	Body     string // of a Markdown file, what follows the front matter
	BodyLine int    // the line of the file that Body starts at, from 1

	text     string // the whole file, cleaned
	lines    []int  // where each line of text starts
	root     *node
	problems Problems
	counts   [2]int // of errors and of warnings, told or not
}

// ParseYAML reads a YAML file. It never fails: what is wrong is in Problems.
func ParseYAML(file string, data []byte) *Doc {
	d := open(file, data)
	d.root = d.parseYAML(d.text, 1)
	return d
}

// ParseMarkdown reads a Markdown file that starts with YAML front matter
// between two lines of "---". It never fails: what is wrong is in Problems.
func ParseMarkdown(file string, data []byte) *Doc {
	d := open(file, data)
	if d.Broken() && d.text == "" {
		return d
	}
	const fence = "---\n"
	if !strings.HasPrefix(d.text, fence) {
		d.Report(Pos{1, 1}, "the file does not start with front matter",
			`Start the first line with "---", then the keys (id, title, ...), then a line "---".`)
		return d
	}
	front, body, ok := cutFence(d.text[len(fence):])
	if !ok {
		d.Report(Pos{1, 1}, "the front matter has no end", `Put a line "---" between the last key and the text.`)
		return d
	}
	d.Body, d.BodyLine = body, strings.Count(front, "\n")+3
	d.root = d.parseYAML(front, 2)
	return d
}

// cutFence cuts text at the first line that is "---" and nothing else.
func cutFence(text string) (front, body string, ok bool) {
	for rest := text; rest != ""; {
		line, after, _ := strings.Cut(rest, "\n")
		if strings.TrimRight(line, " ") == "---" {
			return text[:len(text)-len(rest)], after, true
		}
		rest = after
	}
	return "", "", false
}

func open(file string, data []byte) *Doc {
	d := &Doc{File: file}
	if len(data) > MaxFile {
		d.Report(Pos{}, "the file has more than 256 KiB", tooBigRemedy)
		data = nil
	}
	d.text = d.clean(data)
	d.lines = append(d.lines, 0)
	for i := range len(d.text) {
		if d.text[i] == '\n' {
			d.lines = append(d.lines, i+1)
		}
	}
	d.longLines()
	return d
}

// longLines reports a line no one can edit. Columns are counted along lines,
// so it also bounds the work on a hostile file.
func (d *Doc) longLines() {
	for i := range d.lines {
		if n := len(d.line(i + 1)); n > maxLine {
			d.Report(Pos{i + 1, 1}, fmt.Sprintf("a line of %d characters", n), "Break it into shorter lines. An empty line starts a new paragraph.")
		}
	}
}

// maxLine is how long a line may be, in bytes. A paragraph may be one line.
const maxLine = 8000

// line returns line n, from 1, without its end.
func (d *Doc) line(n int) string {
	if n < 1 || n > len(d.lines) {
		return ""
	}
	end := len(d.text)
	if n < len(d.lines) {
		end = d.lines[n] - 1
	}
	return d.text[d.lines[n-1]:end]
}

// Report adds an error at p.
func (d *Doc) Report(p Pos, what, do string) {
	d.add(Problem{Line: p.Line, Column: p.Column, What: what, Do: do})
}

// Warn adds a warning at p.
func (d *Doc) Warn(p Pos, what, do string) {
	d.add(Problem{Line: p.Line, Column: p.Column, What: what, Do: do, Warning: true})
}

func (d *Doc) add(p Problem) {
	kind := 0
	if p.Warning {
		kind = 1
	}
	if d.counts[kind]++; d.counts[kind] > manyProblems {
		return
	}
	p.File = d.File
	p.What, p.Do = safetext.Line(p.What, 400), safetext.Line(p.Do, 400)
	d.problems = append(d.problems, p)
}

// manyProblems is how many errors, and how many warnings, are told of one
// file. A file with more is not what its name says.
const manyProblems = 200

// Full reports whether further errors of the file are no longer told, so that
// a rule can leave out the work of wording them.
func (d *Doc) Full() bool { return d.counts[0] >= manyProblems }

// Problems returns all that is wrong so far, in the order of lines, with the
// text of each line.
func (d *Doc) Problems() Problems {
	out := append(Problems(nil), d.problems...)
	for i := range out {
		p := &out[i]
		// The YAML library loses count behind some escapes of a quoted text.
		p.Line = min(p.Line, len(d.lines))
		line := d.line(p.Line)
		p.Column = min(p.Column, utf8.RuneCountInString(line)+1)
		p.Text = safetext.Line(line, longLine)
	}
	out.Sort()
	return out
}

// longLine is how much of a line is shown with a problem, in bytes.
const longLine = 500

// Broken reports whether the doc has an error so far.
func (d *Doc) Broken() bool { return d.counts[0] > 0 }

// Readable reports whether the keys of the file could be read at all, right or
// wrong.
func (d *Doc) Readable() bool { return d.root != nil && d.root.kind == dict }

// Root returns the keys of the file, or of its front matter. Noun is what the
// file is, for messages: "lesson".
func (d *Doc) Root(noun string) *Map {
	m := &Map{doc: d, node: d.root, name: "the " + noun}
	if d.root == nil && !d.Broken() {
		d.Report(Pos{1, 1}, "the file is empty", "Write the keys that docs/authoring.md lists for it.")
	}
	if d.root != nil && d.root.kind != dict {
		d.Report(d.root.Pos, "keys and values should stand here, not "+d.root.kind.String(),
			`Write lines of the form "key: value".`)
		m.node = nil
	}
	return m
}

// At returns where the value at path stands: keys are strings, places in a
// list ints from 0. Where there is no such value it is the nearest one around.
func (d *Doc) At(path ...any) Pos {
	if n := d.root.at(path); n != nil {
		return n.Pos
	}
	return Pos{1, 1}
}
