package e2e_test

import (
	"bufio"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"os/exec"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// kills is how often the program is killed while someone answers.
const kills = 60

// TestKilledWhileAnswering kills the program (kill -9) at moments nobody chose.
// Every answer that it said was saved must be in the record afterwards.
func TestKilledWhileAnswering(t *testing.T) {
	h := newHome(t)
	before := 0
	for round := range kills {
		said, typed := h.answerAndKill(t)
		k := h.kept(t)
		got := len(k.Answers) - before
		if got < said || got > typed {
			t.Fatalf("round %d: %d answers were typed and %d were said to be saved, but %d came into the record",
				round+1, typed, said, got)
		}
		seen := map[string]bool{}
		for _, a := range k.Answers {
			if one := a.Attempt + " " + a.Question; seen[one] {
				t.Fatalf("round %d: the answer %s stands twice in the record", round+1, one)
			} else {
				seen[one] = true
			}
		}
		before = len(k.Answers)
	}
	h.whole(t)
	t.Logf("killed %d times, %d answers kept", kills, before)
}

// answerAndKill answers questions until the program is killed. It returns how
// many answers the program said were saved, and how many were typed.
func (h home) answerAndKill(t *testing.T) (said, typed int) {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), patience)
	defer stop()
	cmd := exec.CommandContext(ctx, porchlight, "--pack", pack, "quiz", "helping-or-enabling")
	cmd.Env = h.env()
	in, out := piped(t, cmd)
	mortal := rand.IntN(4) // answers until the end is near
	var killing atomic.Bool
	kill := func() {
		if !killing.Swap(true) {
			// Up to four milliseconds later: while the answer is on its way to
			// the disk, or while the reasons are on their way out.
			time.AfterFunc(time.Duration(rand.IntN(4000))*time.Microsecond, func() { _ = cmd.Process.Kill() })
		}
	}
	r := bufio.NewReader(out)
	for {
		word, err := nextWord(r)
		if err != nil {
			break
		}
		switch word {
		case "Saved.":
			said++
		case "no)": // "Try the ones with a better answer again? (yes or no)"
			_, _ = io.WriteString(in, "yes\n")
		case "Number:", "Numbers:":
			if typed >= mortal {
				kill()
			}
			typed++
			_, _ = io.WriteString(in, "1\n")
		}
	}
	_ = in.Close()
	err := cmd.Wait()
	var failed *exec.ExitError
	if err != nil && !errors.As(err, &failed) {
		t.Fatal(err)
	}
	if !killing.Load() && err != nil {
		t.Fatalf("the program ended by itself: %v", err)
	}
	return said, typed
}

// nextWord reads up to the next space or line end.
func nextWord(r *bufio.Reader) (string, error) {
	var word strings.Builder
	for {
		b, err := r.ReadByte()
		if err != nil {
			return "", err
		}
		if b != ' ' && b != '\n' {
			word.WriteByte(b)
			continue
		}
		if word.Len() > 0 {
			return word.String(), nil
		}
	}
}
