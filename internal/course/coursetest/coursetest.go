// Package coursetest holds a small whole course for tests: two tracks, three
// lessons, a bank of three questions each, one of every kind, and a practice, a
// reflection, a worksheet and two paths.
package coursetest

import (
	"embed"
	"io/fs"
	"testing"
	"testing/fstest"

	"porchlight/internal/course"
)

//go:embed pack
var pack embed.FS

//go:embed kinds.yaml
var kinds []byte

// Files returns the course's two folders, lessons and quiz.
func Files(t testing.TB) (lessonsFS, quizFS fs.FS) {
	t.Helper()
	return sub(t, "pack/lessons"), sub(t, "pack/quiz")
}

func sub(t testing.TB, dir string) fs.FS {
	t.Helper()
	f, err := fs.Sub(pack, dir)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// Open opens the course.
func Open(t testing.TB) *course.Course {
	t.Helper()
	c, err := course.Open(Files(t))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// KindsLesson is the lesson of Kinds that has a question of every kind.
const KindsLesson = "limits-that-hold"

// Kinds opens the course with another bank for KindsLesson: one question of
// each kind that is more than a choice.
func Kinds(t testing.TB) *course.Course {
	t.Helper()
	return With(t, map[string][]byte{"en/" + KindsLesson + ".yaml": kinds})
}

// With opens the course with these files of its folder quiz added, or instead of
// those of the same name: another version of the pack, or another language.
func With(t testing.TB, quizFiles map[string][]byte) *course.Course {
	t.Helper()
	lessonsFS, quizFS := Files(t)
	files := fstest.MapFS{}
	err := fs.WalkDir(quizFS, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(quizFS, name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range quizFiles {
		files[name] = &fstest.MapFile{Data: data}
	}
	c, err := course.Open(lessonsFS, files)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
