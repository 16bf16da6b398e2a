// Package coursetest holds a small whole course for tests: two tracks, three
// lessons, a bank of three questions each, one of every kind, and a practice, a
// reflection, a worksheet and two paths.
package coursetest

import (
	"embed"
	"io/fs"
	"testing"

	"porchlight/internal/course"
)

//go:embed pack
var pack embed.FS

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
