// Package e2e_test runs the program as people do: the built file, in a real
// terminal, with the keys a newcomer would press, and with the power cut at
// bad moments.
package e2e_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	// The tests run a file that they build. This import tells the go command
	// that their results are stale once the program has changed.
	_ "porchlight/internal/cli"
	"porchlight/internal/tooltest"
)

// patience is how long a test waits for anything before it fails.
const patience = 30 * time.Second

// porchlight is the program under test.
var porchlight string

// TestMain builds the program once for all tests. A few that take long, and look
// at no processes but their own, run beside each other when the rest is done.
func TestMain(m *testing.M) {
	status, err := buildAndRun(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	os.Exit(status)
}

func buildAndRun(m *testing.M) (int, error) {
	dir, err := os.MkdirTemp("", "porchlight-e2e-")
	if err != nil {
		return 1, err
	}
	defer os.RemoveAll(dir)
	if err := os.Chmod(dir, 0o755); err != nil { // one test runs it as another user
		return 1, err
	}
	porchlight = filepath.Join(dir, "porchlight")
	if out, err := exec.Command("go", "build", "-o", porchlight, "porchlight").CombinedOutput(); err != nil {
		return 1, fmt.Errorf("building the program: %w\n%s", err, out)
	}
	return m.Run(), nil
}

// need skips a test that wants a tool this machine lacks.
func need(t *testing.T, tool string) { t.Helper(); tooltest.Need(t, tool) }

// A home is one learner's folder.
type home struct {
	dir string
	key string // the file with the passphrase, where the record is locked
}

// newHome is the folder of someone who has skipped the questions of the first
// start.
func newHome(t *testing.T) home {
	t.Helper()
	h := newcomer(t)
	h.run(t, "8\n", "path")
	return h
}

// newcomer is the folder of someone who has not begun.
func newcomer(t *testing.T) home {
	t.Helper()
	return home{dir: t.TempDir()}
}

// env is the environment of a learner at home.
func (h home) env(more ...string) []string {
	return append([]string{
		"HOME=" + h.dir,
		"XDG_DATA_HOME=" + filepath.Join(h.dir, "data"),
		"PATH=" + os.Getenv("PATH"),
		"LC_ALL=C.UTF-8",
		"TERM=xterm-256color",
	}, more...)
}

// record is where the learner's record is.
func (h home) record() string { return filepath.Join(h.dir, "data", "porchlight", "record.db") }

// run runs one command of the program to its end, with an input, and returns
// what it wrote. It fails the test where the command fails.
func (h home) run(t *testing.T, input string, args ...string) string {
	t.Helper()
	out, err := h.try(t, input, args...)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// flags are what every command needs to open the record.
func (h home) flags() []string {
	if h.key == "" {
		return nil
	}
	return []string{"--passphrase-file", h.key}
}

// locked is the same learner with the record locked from now on.
func (h home) locked(t *testing.T, passphrase string) home {
	t.Helper()
	key := filepath.Join(h.dir, "passphrase")
	if err := os.WriteFile(key, []byte(passphrase+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	h.run(t, "", "record", "lock", "--new-passphrase-file", key)
	h.key = key
	return h
}

func (h home) try(t *testing.T, input string, args ...string) (string, error) {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), patience)
	defer stop()
	cmd := exec.CommandContext(ctx, porchlight, append(h.flags(), args...)...)
	cmd.Env, cmd.Stdin = h.env(), strings.NewReader(input)
	out, err := cmd.Output()
	var failed *exec.ExitError
	if errors.As(err, &failed) {
		err = fmt.Errorf("porchlight %s: %w\n%s", strings.Join(args, " "), err, failed.Stderr)
	}
	return string(out), err
}

// piped starts a command whose input and output are pipes.
func piped(t *testing.T, cmd *exec.Cmd) (io.WriteCloser, io.ReadCloser) {
	t.Helper()
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return in, out
}

// kept is a record as its export tells it.
type kept struct {
	Places []struct {
		Lesson  string    `json:"lesson"`
		Reached int       `json:"reached"`
		Done    time.Time `json:"done"`
	} `json:"places"`
	Answers []struct {
		Attempt  string   `json:"attempt"`
		Question string   `json:"question"`
		Choices  []string `json:"choices"`
	} `json:"answers"`
	Checks []struct {
		Question string `json:"question"`
		Asked    bool   `json:"asked"`
		Note     string `json:"note"`
	} `json:"checks"`
	Settings map[string]string `json:"settings"`
	Entries  []struct {
		Kind    string            `json:"kind"`
		Subject string            `json:"subject"`
		Key     string            `json:"key"`
		Fields  map[string]string `json:"fields"`
	} `json:"entries"`
	Events []struct {
		Kind    string            `json:"kind"`
		Subject string            `json:"subject"`
		Fields  map[string]string `json:"fields"`
	} `json:"events"`
}

// kept reads the learner's record.
func (h home) kept(t *testing.T) kept {
	t.Helper()
	var k kept
	if err := json.Unmarshal([]byte(h.run(t, "", "record", "export")), &k); err != nil {
		t.Fatalf("reading the export: %v", err)
	}
	return k
}

// whole fails the test unless the record is sound.
func (h home) whole(t *testing.T) {
	t.Helper()
	if out := h.run(t, "", "record", "check"); !bytes.Contains([]byte(out), []byte("whole")) {
		t.Errorf("the record is not whole: %s", out)
	}
}
