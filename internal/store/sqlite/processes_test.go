package sqlite

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
)

// Every answer that was acknowledged is there after kill -9, and the file is
// sound. PORCHLIGHT_TEST_KILLS asks for more than the usual 60.
func TestKilledWhileAnswering(t *testing.T) {
	kills := 60
	if n, err := strconv.Atoi(os.Getenv("PORCHLIGHT_TEST_KILLS")); err == nil {
		kills = n
	}
	if testing.Short() {
		kills = 5
	}
	killWhileAnswering(t, file(t), "", kills)
}

// The same in a locked record.
func TestKilledWhileAnsweringLocked(t *testing.T) {
	path := file(t)
	must(t, openNew(t, path).Close())
	must(t, Lock(t.Context(), path, Options{}, passphrase))
	killWhileAnswering(t, path, passphrase, 12)
}

func killWhileAnswering(t *testing.T, path, passphrase string, kills int) {
	t.Helper()
	rng := rand.New(rand.NewPCG(5, 6))
	var acknowledged []string
	for i := range kills {
		cmd := process(t, "answer", path, fmt.Sprintf("PORCHLIGHT_TEST_LEARNER=learner-%d", i), passphraseVariable+"="+passphrase)
		acknowledged = append(acknowledged, killAfter(t, cmd, rng.IntN(40), rng.IntN(200_000))...)
	}
	r, err := Check(t.Context(), path, passphrase)
	if err != nil {
		t.Fatalf("Check: %v", err)
	}
	s, err := Open(t.Context(), path, Options{Passphrase: passphrase})
	must(t, err)
	defer s.Close()
	held, err := s.Export(t.Context())
	must(t, err)
	kept := map[string]bool{}
	for _, a := range held.Answers {
		kept[a.Attempt+" "+a.Question] = true
	}
	lost := 0
	for _, a := range acknowledged {
		if !kept[a] {
			lost++
		}
	}
	if lost > 0 {
		t.Errorf("%d of %d acknowledged answers are lost", lost, len(acknowledged))
	}
	t.Logf("%d kills, %d answers acknowledged, %d kept", kills, len(acknowledged), r.Counts.Answers)
}

// killAfter kills a process some turns of a loop after it has acknowledged
// some answers, and returns all it had acknowledged by then.
func killAfter(t *testing.T, cmd *exec.Cmd, answers, turns int) []string {
	t.Helper()
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	lines := bufio.NewScanner(out)
	var acknowledged []string
	for len(acknowledged) < answers && lines.Scan() {
		acknowledged = append(acknowledged, lines.Text())
	}
	for range turns {
		// Somewhere within an answer, not just after one.
	}
	must(t, cmd.Process.Kill())
	for lines.Scan() { // what was under way to us
		acknowledged = append(acknowledged, lines.Text())
	}
	_ = cmd.Wait() // killed
	if len(acknowledged) < answers {
		t.Fatalf("the process ended by itself after %d answers", len(acknowledged))
	}
	return acknowledged
}

// answerForever acknowledges every answer once it is kept.
func answerForever(path string) error {
	s, err := Open(context.Background(), path, Options{Passphrase: os.Getenv(passphraseVariable)})
	if err != nil {
		return err
	}
	learner := os.Getenv("PORCHLIGHT_TEST_LEARNER")
	for i := 0; ; i++ {
		if err := answer(s, learner, i); err != nil {
			return err
		}
		// One write, so that no line is cut where the process is killed.
		if _, err := io.WriteString(os.Stdout, fmt.Sprintf("%s return-to-use/q%d\n", learner, i)); err != nil {
			return err
		}
	}
}

// A program killed at any moment of locking or unlocking leaves one of the two
// records, whole.
func TestKilledWhileLocking(t *testing.T) {
	path := file(t)
	s := openNew(t, path)
	write(t, s)
	must(t, s.Close())
	rng := rand.New(rand.NewPCG(7, 8))
	for range 12 {
		killAfter(t, process(t, "lock", path), rng.IntN(3), rng.IntN(60_000_000))
		with := ""
		if Locked(path) {
			with = passphrase
		}
		if r, err := Check(t.Context(), path, with); err != nil || r.Counts.Answers != 600 || r.Counts.Entries != 120 {
			t.Fatalf("Check: %+v, %v", r, err)
		}
	}
}

// lockAndUnlock does so until it is killed, and says when each is done.
func lockAndUnlock(path string) error {
	for {
		var err error
		if Locked(path) {
			err = Unlock(context.Background(), path, Options{Passphrase: passphrase})
		} else {
			err = Lock(context.Background(), path, Options{}, passphrase)
		}
		if err != nil {
			return err
		}
		if _, err := io.WriteString(os.Stdout, "done\n"); err != nil {
			return err
		}
	}
}

const savesEach = 200

func TestFourProcessesOnOneFile(t *testing.T) {
	const processes = 4
	path := file(t) // not there yet: they make it at the same time, too
	var all []*exec.Cmd
	for i := range processes {
		cmd := process(t, "save", path, fmt.Sprintf("PORCHLIGHT_TEST_LEARNER=learner-%d", i))
		must(t, cmd.Start())
		all = append(all, cmd)
	}
	for i, cmd := range all {
		if err := cmd.Wait(); err != nil {
			t.Errorf("process %d: %v", i, err)
		}
	}
	r, err := Check(t.Context(), path, "")
	if err != nil || r.Counts.Answers != processes*savesEach {
		t.Errorf("Check: %+v, %v, want %d answers", r.Counts, err, processes*savesEach)
	}
	exportOf(t, path) // of two that close at once, neither may tidy up
	if all := contents(t, filepath.Dir(path)); len(all) != 1 {
		t.Errorf("the folder holds %v", all)
	}
}

func saveManyTimes(path string) error {
	s, err := Open(context.Background(), path, Options{})
	if err != nil {
		return err
	}
	learner := os.Getenv("PORCHLIGHT_TEST_LEARNER")
	for i := range savesEach {
		if err := answer(s, learner, i); err != nil {
			return err
		}
		if i%50 == 0 {
			if _, err := s.Scores(context.Background()); err != nil {
				return err
			}
		}
	}
	return s.Close()
}

func TestManyMakeTheRecordAtOnce(t *testing.T) {
	path := file(t)
	errs := make(chan error)
	for i := range 12 {
		go func() {
			s, err := Open(t.Context(), path, Options{})
			if err == nil {
				err = answer(s, fmt.Sprintf("learner-%d", i), 1)
				s.Close()
			}
			errs <- err
		}()
	}
	for range 12 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
	if n := len(exportOf(t, path).Answers); n != 12 {
		t.Errorf("%d answers, want 12", n)
	}
}
