package reader_test

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"porchlight/internal/course"
	"porchlight/internal/course/coursetest"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

const lesson = "helping-or-enabling"

// start opens the lesson.
func start(t testing.TB, s tuitest.Setup) *tuitest.Driver {
	t.Helper()
	if s.First == nil {
		s.First = page.Lesson{ID: lesson}
	}
	return tuitest.Start(t, s)
}

// longCourse is the course of the tests with a body of many paragraphs in the
// first lesson. The words of paragraph 7 begin with p7w, so that the screen
// tells which one is at its top.
func longCourse(t testing.TB, paragraphs int) *course.Course {
	t.Helper()
	var b strings.Builder
	for p := range paragraphs {
		if p%6 == 0 {
			fmt.Fprintf(&b, "## Part %d\n\n", p/6+1)
		}
		for w := range 45 {
			fmt.Fprintf(&b, "p%dw%d ", p, w)
		}
		b.WriteString("\n\n")
	}
	return rewritten(t, b.String())
}

// rewritten is the course of the tests with another body in the first lesson.
func rewritten(t testing.TB, body string) *course.Course {
	t.Helper()
	lessonsFS, quizFS := coursetest.Files(t)
	files := fstest.MapFS{}
	err := fs.WalkDir(lessonsFS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(lessonsFS, path)
		files[path] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	file := files["en/"+lesson+".md"]
	front, _, _ := strings.Cut(strings.TrimPrefix(string(file.Data), "---\n"), "\n---\n")
	file.Data = []byte("---\n" + front + "\n---\n\n" + body)
	c, err := course.Open(files, quizFS)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// topWord is the first word on the screen under the title.
func topWord(d *tuitest.Driver) string {
	_, body, _ := strings.Cut(d.Screen(), "\n")
	words := strings.Fields(body)
	if len(words) == 0 {
		return ""
	}
	return words[0]
}

// paragraph is the part of a word of longCourse that names its paragraph.
func paragraph(word string) string {
	before, _, _ := strings.Cut(word, "w")
	return before
}

// press presses a key several times.
func press(d *tuitest.Driver, key string, times int) {
	for range times {
		d.Press(key)
	}
}

// readThrough reads on, window by window, up to the menu at the end.
func readThrough(d *tuitest.Driver) {
	for range 200 {
		if marked.MatchString(d.Screen()) {
			return
		}
		d.Press("enter")
	}
}

// marked matches a line with the mark of a menu.
var marked = regexp.MustCompile(`(?m)^ *> `)
