package course_test

import (
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"porchlight/internal/course"
	"porchlight/lessons"
)

// many returns a pack of n lessons of about 700 words, with their banks.
func many(t testing.TB, n int) tree {
	t.Helper()
	small := tiny(t)
	files := tree{}
	for name, text := range small {
		if !strings.Contains(name+text, "first-steps") && !strings.Contains(name+text, "good-talks") {
			files[name] = text
		}
	}
	lesson, bank := small["lessons/en/first-steps.md"], small["quiz/en/first-steps.yaml"]
	lesson = strings.Replace(lesson, "(lesson:good-talks)", "(lesson:lesson-000)", 1)
	_, body, _ := strings.Cut(lesson, "## Talk")
	extra, _, _ := strings.Cut(body, "## Example")
	lesson = strings.Replace(lesson, "## Talk", "## Before"+extra+"\n## Talk", 1)
	lesson = strings.ReplaceAll(lesson, "  - Talk at a quiet time.\n", "  - Talk at a quiet time, when both of you are rested and nobody is in a hurry to leave.\n")
	for i := range n {
		id := fmt.Sprintf("lesson-%03d", i)
		files["lessons/en/"+id+".md"] = strings.NewReplacer("id: first-steps", "id: "+id, "order: 1", fmt.Sprintf("order: %d", i+1)).Replace(lesson)
		files["quiz/en/"+id+".yaml"] = strings.Replace(bank, "first-steps", id, 1)
	}
	return files
}

// BenchmarkOpen is what stands between a learner and the first screen.
func BenchmarkOpen(b *testing.B) {
	files := many(b, 40)
	reading, asking := files.folder("lessons"), files.folder("quiz")
	b.ReportAllocs()
	for b.Loop() {
		c, err := course.Open(reading, asking)
		if err != nil {
			b.Fatal(err)
		}
		if n := len(c.Lessons(lessons.English)); n != 40 {
			b.Fatalf("%d lessons", n)
		}
	}
}

func BenchmarkOpenDir(b *testing.B) {
	dir := many(b, 40).write(b)
	for b.Loop() {
		if _, err := course.OpenDir(dir); err != nil {
			b.Fatal(err)
		}
	}
}

// A shelf notes which files are opened.
type shelf struct {
	fstest.MapFS
	opened *sync.Map // by name
}

func (s shelf) Open(name string) (fs.File, error) {
	s.opened.Store(name, true)
	return s.MapFS.Open(name)
}

func (s shelf) ReadFile(name string) ([]byte, error) {
	s.opened.Store(name, true)
	return s.MapFS.ReadFile(name)
}

// The first screen needs tracks and lessons in one language. Reading more
// would make it late.
func TestFirstScreenReadsNoMore(t *testing.T) {
	files := tiny(t)
	files["lessons/es/first-steps.md"] = files["lessons/en/first-steps.md"]
	reading := shelf{files.folder("lessons").(fstest.MapFS), &sync.Map{}}
	asking := shelf{files.folder("quiz").(fstest.MapFS), &sync.Map{}}
	c, err := course.Open(reading, asking)
	if err != nil {
		t.Fatal(err)
	}
	c.Tracks("en")
	c.Lessons("en")
	for key := range reading.opened.Range {
		name := key.(string)
		if strings.HasPrefix(name, "es/") || strings.HasSuffix(name, ".yaml") && name != "en/tracks.yaml" {
			t.Errorf("read %s", name)
		}
	}
	for key := range asking.opened.Range {
		if name := key.(string); strings.HasSuffix(name, ".yaml") {
			t.Errorf("read %s", name)
		}
	}
}
