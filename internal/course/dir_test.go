package course_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"porchlight/internal/course"
	"porchlight/internal/packfile"
	"porchlight/lessons"
	"porchlight/quiz"
)

func TestOpenDir(t *testing.T) {
	dir := tiny(t).write(t)
	c, err := course.OpenDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Lessons("en"); len(got) != 2 || got[0].ID != "first-steps" {
		t.Errorf("Lessons = %v", got)
	}
	if bank, err := c.Questions("first-steps", "en"); err != nil || len(bank.Questions) != 6 {
		t.Errorf("Questions = %v, %v", bank, err)
	}
}

// What stands in folders within a language is read like the rest.
func TestOpenDirReadsActivities(t *testing.T) {
	files := tiny(t)
	c, err := course.OpenDir(files.write(t))
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Practices("es"); len(got) != 1 || got[0].ID != "two-cups" || len(got[0].Steps) != 3 {
		t.Errorf("Practices = %+v", got)
	}
	if got := c.Reflections("en"); len(got) != 1 || got[0].ID != "my-week" {
		t.Errorf("Reflections = %+v", got)
	}
	if got := c.Worksheets("en"); len(got) != 1 || got[0].ID != "my-rest" {
		t.Errorf("Worksheets = %+v", got)
	}
	if got := lessons.Fit(c.Paths("en"), lessons.Situation{Stage: lessons.NotYet}); got.ID != "not-yet" {
		t.Errorf("Fit = %+v", got)
	}
	before, _ := c.Hash()
	files["quiz/en/practice/two-cups.yaml"] = strings.Replace(files["quiz/en/practice/two-cups.yaml"], "Two cups", "Three cups", 1)
	if c, err = course.OpenDir(files.write(t)); err != nil {
		t.Fatal(err)
	}
	if after, _ := c.Hash(); after == before {
		t.Error("two packs have one hash")
	}
}

// A pack that changes while it is open must not mix two states of a lesson.
func TestOpenDirIsASnapshot(t *testing.T) {
	dir := tiny(t).write(t)
	c, err := course.OpenDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	before, _ := c.Hash()
	if err := os.RemoveAll(filepath.Join(dir, "lessons")); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Lesson("first-steps", "en"); err != nil {
		t.Error(err)
	}
	if after, err := c.Hash(); after != before || err != nil {
		t.Errorf("Hash = %s, %v, want %s", after, err, before)
	}
}

func TestHashKnowsOneLetter(t *testing.T) {
	hash := func(files tree) string {
		c, err := course.OpenDir(files.write(t))
		if err != nil {
			t.Fatal(err)
		}
		h, err := c.Hash()
		if err != nil || len(h) != 64 {
			t.Fatalf("Hash = %q, %v", h, err)
		}
		return h
	}
	one, two := tiny(t), tiny(t)
	if hash(one) != hash(two) {
		t.Error("two equal packs have two hashes")
	}
	two["quiz/en/good-talks.yaml"] = strings.Replace(two["quiz/en/good-talks.yaml"], "calm", "balm", 1)
	if hash(one) == hash(two) {
		t.Error("two packs have one hash")
	}
}

func TestOpenDirRefusesABrokenPackWhole(t *testing.T) {
	files := tiny(t)
	files["quiz/en/first-steps.yaml"] = "lesson: first-steps\n"
	_, err := course.OpenDir(files.write(t))
	var problems packfile.Problems
	if !errors.As(err, &problems) || len(problems) != 1 || problems[0].File != "quiz/en/first-steps.yaml" {
		t.Errorf("OpenDir = %v", err)
	}
}

func TestOpenDirTakesWarnings(t *testing.T) {
	files := tiny(t)
	delete(files, "lessons/en/glossary.yaml")
	files["lessons/en/first-steps.md"] = strings.Replace(files["lessons/en/first-steps.md"], "[naloxone](term:naloxone)", "naloxone", 1)
	if _, err := course.OpenDir(files.write(t)); err != nil {
		t.Error(err)
	}
}

func TestOpenDirWithoutAPack(t *testing.T) {
	for name, dir := range map[string]string{
		"no folder":  filepath.Join(t.TempDir(), "none"),
		"no lessons": t.TempDir(),
		"a file":     filepath.Join(tiny(t).write(t), "lessons", "en", "tracks.yaml"),
	} {
		if _, err := course.OpenDir(dir); err == nil {
			t.Errorf("%s: opened", name)
		}
		if _, err := course.CheckDir(dir, checkDay); err == nil {
			t.Errorf("%s: checked", name)
		}
	}
	_, err := course.OpenDir(t.TempDir())
	if !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), `no folder "lessons"`) {
		t.Errorf("OpenDir = %v", err)
	}
}

// outside returns a file that no pack may reach.
func outside(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "secret.md")
	if err := os.WriteFile(file, []byte("secret"), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func symlink(t *testing.T, to, from string) {
	t.Helper()
	switch err := os.Symlink(to, from); {
	case err != nil && runtime.GOOS == "windows":
		t.Skip("Windows lets few users make links:", err)
	case err != nil:
		t.Fatal(err)
	}
}

func TestLinksAreRefused(t *testing.T) {
	secret := outside(t)
	for _, c := range []struct{ name, to, from string }{
		{"file outside", secret, "lessons/en/secret.md"},
		{"file above", "../../../secret.md", "lessons/en/secret.md"},
		{"file inside", "first-steps.md", "lessons/en/second.md"},
		{"folder outside", filepath.Dir(secret), "lessons/es"},
		{"folder inside", "en", "quiz/es"},
		{"link to nothing", "nothing.md", "lessons/en/nothing.md"},
		{"link to itself", "loop.md", "lessons/en/loop.md"},
		{"folder in a language", filepath.Dir(secret), "lessons/en/more"},
		{"practice outside", secret, "quiz/en/practice/secret.yaml"},
		{"folder of practices", filepath.Dir(secret), "quiz/es/practice"},
		{"worksheet inside", "my-rest.yaml", "lessons/en/worksheets/rest.yaml"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := tiny(t).write(t)
			if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, filepath.FromSlash(c.from))), 0o755); err != nil {
				t.Fatal(err)
			}
			symlink(t, c.to, filepath.Join(dir, filepath.FromSlash(c.from)))
			report, err := course.CheckDir(dir, checkDay)
			if err != nil {
				t.Fatal(err)
			}
			errs := report.Problems.Errors()
			if len(errs) != 1 || errs[0].File != c.from || !strings.Contains(errs[0].What, "link") {
				t.Errorf("CheckDir = %v", errs)
			}
		})
	}
}

// A whole part of the pack may not be somewhere else either.
func TestPartOutsideIsRefused(t *testing.T) {
	elsewhere, dir := tiny(t).write(t), tiny(t).write(t)
	if err := os.RemoveAll(filepath.Join(dir, "quiz")); err != nil {
		t.Fatal(err)
	}
	symlink(t, filepath.Join(elsewhere, "quiz"), filepath.Join(dir, "quiz"))
	if _, err := course.OpenDir(dir); err == nil {
		t.Error("opened")
	}
}

func TestLimits(t *testing.T) {
	big := strings.Repeat("a line of text\n", packfile.MaxFile/15+1)
	for _, c := range []struct {
		name  string
		files int
		text  string
		want  string
	}{
		{"big file", 1, big, "more than 256 KiB"},
		{"big pack", 50, big[:packfile.MaxFile-10], "more than 10 MiB"},
		{"many files", packfile.MaxFiles + 50, "x", "more than 500 files"},
		{"a long line", 1, strings.Repeat("x", 9000), "a line of 9000 characters"},
		{"a binary", 1, strings.Repeat("\x00\xff", 5000), "control character (U+0000)"},
		{"many entries", 1, strings.Repeat("- a\n", 20_000), "too many entries"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := tiny(t)
			for i := range c.files {
				files["lessons/en/zz"+strings.Repeat("a", i%50)+strings.Repeat("b", i/50)+".yaml"] = c.text
			}
			files["lessons/en/glossary.yaml"] = c.text
			dir := files.write(t) // takes as long as the disk is busy, and is not what is timed
			start := time.Now()
			report, err := course.CheckDir(dir, checkDay)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(report.Problems.Error(), c.want) {
				t.Errorf("no problem says %q", c.want)
			}
			if d := time.Since(start); d > 20*time.Second {
				t.Errorf("took %v", d)
			}
		})
	}
}

// TestOwnPack holds the course that the program carries to every rule but
// those about dates, which depend on the day.
func TestOwnPack(t *testing.T) {
	report, err := course.Check(lessons.Files, quiz.Files, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range report.Problems {
		if p.Warning {
			t.Logf("warning: %s (%s)", p.Error(), p.Do)
			continue
		}
		t.Errorf("%s (%s)", p.Error(), p.Do)
	}
	t.Logf("%+v", report.Totals)
}
