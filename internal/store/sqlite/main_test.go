package sqlite

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"porchlight/internal/record"
)

// roles are what this test binary does as a second process, named in the
// environment.
var roles = map[string]func(path string) error{
	"answer":  answerForever,
	"save":    saveManyTimes,
	"migrate": dieWhileMigrating,
	"lock":    lockAndUnlock,
}

const (
	roleVariable       = "PORCHLIGHT_TEST_ROLE"
	pathVariable       = "PORCHLIGHT_TEST_PATH"
	passphraseVariable = "PORCHLIGHT_TEST_PASSPHRASE"
)

func TestMain(m *testing.M) {
	role, ok := roles[os.Getenv(roleVariable)]
	if !ok {
		os.Exit(m.Run())
	}
	if err := role(os.Getenv(pathVariable)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// process is this test binary in a role, not yet started.
func process(t *testing.T, role, path string, env ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(append(os.Environ(), roleVariable+"="+role, pathVariable+"="+path), env...)
	cmd.Stderr = os.Stderr
	return cmd
}

// file is the path of a record in a new folder.
func file(t testing.TB) string {
	t.Helper()
	return filepath.Join(t.TempDir(), "record.db")
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func at(minutes int) time.Time {
	return time.Date(2026, 3, 1, 12, minutes, 0, 0, time.UTC)
}

// answer keeps the nth answer of a learner.
func answer(s *Store, learner string, n int) error {
	a := record.Attempt{ID: learner, Lesson: "return-to-use", Started: at(0)}
	return s.SaveAnswer(context.Background(), a, record.Answer{
		Attempt: learner, Question: fmt.Sprintf("return-to-use/q%d", n), Choices: []string{"wait"}, Result: record.Best, At: at(n),
	})
}

// contents is what a folder holds: names, rights and bytes.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	must(t, err)
	all := map[string]string{}
	for _, e := range entries {
		raw, err := os.ReadFile(filepath.Join(dir, e.Name()))
		must(t, err)
		info, err := e.Info()
		must(t, err)
		all[e.Name()] = fmt.Sprintf("%v %d %x", info.Mode(), len(raw), sha256.Sum256(raw))
	}
	return all
}

// untouched runs act and fails the test if the folder is another afterwards.
func untouched(t *testing.T, dir string, act func()) {
	t.Helper()
	before := contents(t, dir)
	act()
	after := contents(t, dir)
	if fmt.Sprint(before) != fmt.Sprint(after) {
		t.Errorf("the folder was changed:\n was %v\n now %v", before, after)
	}
}
