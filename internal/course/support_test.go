package course_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"porchlight/internal/course"
	"porchlight/internal/packfile"
)

// checkDay is the day the packs of the tests are checked on.
var checkDay = time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)

// A tree is the files of a pack by path.
type tree map[string]string

// tiny returns the smallest pack that is right in every way.
func tiny(t testing.TB) tree {
	t.Helper()
	files := tree{}
	for _, f := range readArchive(t, filepath.Join("testdata", "pack.txtar")) {
		files[f.name] = f.data
	}
	return files
}

// An archived is one file of a txtar archive.
type archived struct{ name, data string }

// readArchive reads a txtar archive: a comment, then files that each follow a
// line "-- name --".
func readArchive(t testing.TB, file string) (files []archived) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		name, marked := strings.CutPrefix(line, "-- ")
		name, closed := strings.CutSuffix(name, " --\n")
		switch {
		case marked && closed:
			files = append(files, archived{name: name})
		case len(files) > 0:
			files[len(files)-1].data += line
		}
	}
	return files
}

// folder returns the files below name as a file system.
func (f tree) folder(name string) fs.FS {
	out := fstest.MapFS{}
	for file, data := range f {
		if rest, ok := strings.CutPrefix(file, name+"/"); ok {
			out[rest] = &fstest.MapFile{Data: []byte(data)}
		}
	}
	return out
}

// write puts the files on disk and returns their folder.
func (f tree) write(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	for file, data := range f {
		full := filepath.Join(dir, filepath.FromSlash(file))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// check checks the pack that the files are.
func (f tree) check(t testing.TB) packfile.Problems {
	t.Helper()
	report, err := course.Check(f.folder("lessons"), f.folder("quiz"), checkDay)
	if err != nil {
		t.Fatal(err)
	}
	return report.Problems
}

// A brokenPack is the tiny pack with something wrong, and what a check says.
type brokenPack struct {
	name  string
	edits []edit
	wants []want
}

// An edit changes one file: puts text for old, or for the whole file.
type edit struct{ verb, file, old, text string }

// A want is one problem that must be found, at its place.
type want struct {
	severity, at string
	what, do     string // parts of the messages
}

// brokenPacks reads testdata/FAMILY.txtar. Each file of the archive is one
// broken pack, in lines of the form
//
//	edit FILE "old" "new"
//	file FILE "whole content"
//	copy FILE "new file"
//	delete FILE
//	error FILE:LINE:COLUMN "part of What" "part of Do"
//	warning FILE:LINE:COLUMN "part of What" "part of Do"
//
// Texts are Go strings.
func brokenPacks(t testing.TB, family string) (packs []brokenPack) {
	t.Helper()
	for _, f := range readArchive(t, family) {
		p := brokenPack{name: f.name}
		for line := range strings.Lines(f.data) {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
				p.line(t, line)
			}
		}
		packs = append(packs, p)
	}
	return packs
}

func (p *brokenPack) line(t testing.TB, line string) {
	t.Helper()
	verb, rest, _ := strings.Cut(line, " ")
	subject, rest, found := strings.Cut(rest, ` "`) // a name may hold spaces
	if found {
		rest = `"` + rest
	}
	texts := quoted(t, p.name, rest)
	switch verb {
	case "edit":
		p.edits = append(p.edits, edit{verb, subject, texts[0], texts[1]})
	case "file", "copy":
		p.edits = append(p.edits, edit{verb, subject, "", texts[0]})
	case "delete":
		p.edits = append(p.edits, edit{verb: verb, file: subject})
	case "error", "warning":
		p.wants = append(p.wants, want{verb, subject, texts[0], texts[1]})
	default:
		t.Fatalf("%s: %q is no verb", p.name, verb)
	}
}

// quoted reads the Go strings in s, which stand with a space between them.
func quoted(t testing.TB, name, s string) (texts []string) {
	t.Helper()
	for s != "" {
		q, err := strconv.QuotedPrefix(s)
		if err != nil {
			t.Fatalf("%s: %q: %v", name, s, err)
		}
		text, _ := strconv.Unquote(q) // it is quoted: QuotedPrefix said so
		texts = append(texts, text)
		s = strings.TrimSpace(s[len(q):])
	}
	return texts
}

// apply makes the edits.
func (p *brokenPack) apply(t testing.TB, files tree) {
	t.Helper()
	for _, e := range p.edits {
		if _, ok := files[e.file]; !ok && e.verb != "file" {
			t.Fatalf("%s: no file %s", p.name, e.file)
		}
		switch e.verb {
		case "file":
			files[e.file] = e.text
		case "copy":
			files[e.text] = files[e.file]
		case "delete":
			delete(files, e.file)
		case "edit":
			if !strings.Contains(files[e.file], e.old) {
				t.Fatalf("%s: %s does not hold %q", p.name, e.file, e.old)
			}
			files[e.file] = strings.Replace(files[e.file], e.old, e.text, 1)
		}
	}
}

// wantLine is the line of a txtar file that asks for the problem.
func wantLine(p packfile.Problem) string {
	severity := "error"
	if p.Warning {
		severity = "warning"
	}
	return fmt.Sprintf("%s %s:%d:%d %q %q", severity, p.File, p.Line, p.Column, p.What, p.Do)
}

func (w want) matches(p packfile.Problem) bool {
	return (w.severity == "warning") == p.Warning &&
		w.at == fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column) &&
		strings.Contains(p.What, w.what) && strings.Contains(p.Do, w.do)
}
