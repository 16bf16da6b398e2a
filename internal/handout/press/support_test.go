package press_test

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"porchlight/internal/course"
	"porchlight/internal/handout"
	"porchlight/internal/handout/press"
	"porchlight/internal/locale"
	"porchlight/internal/locale/localetest"
	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/internal/tooltest"
	"porchlight/lessons"
	"porchlight/quiz"
)

func need(t testing.TB, tool string) { t.Helper(); tooltest.Need(t, tool) }

// A learner is a desk and the words it speaks.
type learner struct {
	desk  *study.Desk
	words *locale.Words
	store record.Store
}

func at(t testing.TB, c *course.Course, lang string) learner {
	t.Helper()
	w := localetest.Open(t, lang)
	store := record.NewGuest()
	return learner{store: store, words: w, desk: study.NewDesk(study.Options{
		Course: c, Store: store, Lang: lessons.Lang(lang),
		Now:   func() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) },
		NewID: func() string { return "attempt" },
	})}
}

// opened is the whole course, read once.
var opened = sync.OnceValues(func() (*course.Course, error) { return course.Open(lessons.Files, quiz.Files) })

// whole is a learner with the whole course.
func whole(t testing.TB, lang string) learner {
	t.Helper()
	c, err := opened()
	if err != nil {
		t.Fatal(err)
	}
	return at(t, c, lang)
}

func (l learner) make(t testing.TB, what ...string) handout.Document {
	t.Helper()
	d, err := handout.Make(context.Background(), l.desk, l.words, handout.Request{What: what})
	if err != nil {
		t.Fatalf("%v: %v", what, err)
	}
	return d
}

func written(t testing.TB, d handout.Document, f press.Format, look handout.Look) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := press.Write(&b, d, f, look); err != nil {
		t.Fatalf("%s as %s: %v", d.Title, f, err)
	}
	return b.Bytes()
}

// filed is a document as a file in a folder of the test's own.
func filed(t testing.TB, d handout.Document, f press.Format, look handout.Look) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "handout."+string(f))
	if err := os.WriteFile(path, written(t, d, f, look), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func run(t testing.TB, tool string, args ...string) string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), tool, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", tool, strings.Join(args, " "), err, out)
	}
	return string(out)
}

// bare is text as one line without spaces: where a line breaks on paper says
// nothing, and a word wider than a line is cut there.
func bare(text string) string { return strings.Join(strings.Fields(text), "") }

// words is text as one line.
func words(text string) string { return strings.Join(strings.Fields(text), " ") }

// looks are all ways to set a document.
func looks() []handout.Look {
	return []handout.Look{
		{Paper: handout.Letter}, {Paper: handout.A4}, {Paper: handout.Letter, Large: true}, {Paper: handout.A4, Large: true},
	}
}
