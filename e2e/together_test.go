package e2e_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// TestTwoAtOnce opens the program twice on one record: both keep what is done
// in them, and each finds what the other kept.
func TestTwoAtOnce(t *testing.T) {
	h := newHome(t)
	a, b := h.open(t, 80, 24, nil), h.open(t, 80, 24, nil)
	a.start(onHome)
	b.start(onHome)

	a.press("Enter")
	a.want("In short.")
	b.choose("Tools")
	b.want("Porchlight > Tools")
	b.choose("Questions to ask a program")
	b.want("For a first call")
	b.press("Space")
	b.want("[x] How do you decide")
	a.pressUntil("Space", "You have read this lesson to the end.")
	b.press("Escape")
	b.want("> Questions to ask a program", "1 of 3 asked")
	b.press("Escape")
	b.want(onHome, "1 of 2 read")
	a.press("Escape")
	a.want(onHome, "1 of 2 read")
	a.choose("Tools")
	a.want("1 of 3 asked")

	a.press("q")
	a.ended()
	b.press("q")
	b.ended()
	k := h.kept(t)
	if len(k.Places) != 1 || k.Places[0].Done.IsZero() || len(k.Checks) != 1 || !k.Checks[0].Asked {
		t.Errorf("the record holds %+v", k)
	}
	h.whole(t)
}

// TestManyWriters answers the same questions in several programs at once. None
// fails, and no answer is lost.
func TestManyWriters(t *testing.T) {
	h := newHome(t)
	const writers, rounds = 4, 10
	var wg sync.WaitGroup
	for range writers {
		wg.Go(func() {
			for range rounds {
				out, err := h.try(t, "1\n", "--pack", pack, "quiz", "helping-or-enabling")
				if err != nil || !strings.Contains(out, "Saved.") && !strings.Contains(out, "best answer for") {
					t.Errorf("an answer was not kept: %v\n%s", err, out)
				}
			}
		})
	}
	wg.Wait()
	h.whole(t)
	if k := h.kept(t); len(k.Answers) < rounds {
		t.Errorf("only %d answers are in the record", len(k.Answers))
	}
}

// TestReadOnlyRecord: a record that may be read but not changed opens, says so
// when something is to be kept, and lets the learner go on.
func TestReadOnlyRecord(t *testing.T) {
	h := newHome(t)
	h.run(t, "1\n", "--pack", pack, "quiz", "limits-that-hold")
	sum := readFile(t, h.record())
	dir := filepath.Dir(h.record())
	if err := errors.Join(os.Chmod(h.record(), 0o444), os.Chmod(dir, 0o555)); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = os.Chmod(dir, 0o755) }()
	cmd := exec.Command(porchlight, "quiz", "helping-or-enabling")
	cmd.Env, cmd.Stdin = h.env(), strings.NewReader("1\n2\nquit\n")
	if err := asNobody(cmd, h.dir); err != nil {
		t.Fatalf("run the tests as an ordinary user, who may not write everywhere: %v", err)
	}
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, want := range []string{"This was not saved.", "may read your progress but not change it", "Question 2 of"} {
		if !strings.Contains(flat(string(out)), want) {
			t.Errorf("the program did not say %q:\n%s", want, out)
		}
	}
	if readFile(t, h.record()) != sum {
		t.Error("the record has changed")
	}
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
