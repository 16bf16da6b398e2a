package e2e_test

import (
	"bufio"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"porchlight/internal/record"
	"porchlight/internal/store/postgres/postgrestest"
)

// atHome is a folder to put first on the path, with an ssh that trusts the
// kiosk of this test: what a person answers once at their own.
func atHome(t *testing.T) string {
	t.Helper()
	ssh, err := exec.LookPath("ssh")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	script := "#!/bin/sh\nexec " + ssh + " -F none -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR \"$@\"\n"
	if err := os.WriteFile(filepath.Join(dir, "ssh"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

var fiveWords = regexp.MustCompile(`(?m)^ +([a-z]+)\n +([a-z]+)\n +([a-z]+)\n +([a-z]+)\n +([a-z]+)$`)

// TestTakeHomeWords: what was begun at the kiosk goes on at another screen, in
// plain lines, and at home.
func TestTakeHomeWords(t *testing.T) {
	need(t, "ssh")
	k := openKiosk(t, "--keep", "720h")
	w := k.home.open(t, 80, 24, nil)
	words := k.tick(w, strings.Join(k.ssh("-t", guest, "take-home"), " "))
	w.press("q")
	w.want("kept under your five words")
	w.press("C-x")
	w.ended()

	out, errs, status := k.run("2\n"+strings.ToUpper(words)+"\n", k.ssh("-T", guest, "take-home")...)
	if status != 0 || !strings.Contains(out, "Welcome back") {
		t.Errorf("in plain lines: %d, %q, %q", status, out, errs)
	}
	out, _, _ = k.run("2\nmoon river garden lamp boat\n", k.ssh("-T", guest, "take-home")...)
	if !strings.Contains(out, "Nothing is kept under these words") && !strings.Contains(out, "not five of our words") {
		t.Errorf("other words: %q", out)
	}

	h, at := newHome(t), "127.0.0.1:"+k.port
	if said, err := k.fetch(h, at, "moon moon moon moon moon"); err == nil || !strings.Contains(said, "Nothing is kept under these words") && !strings.Contains(said, "not five of our words") {
		t.Errorf("other words at home: %v, %s", err, said)
	}
	if said, err := k.fetch(h, at, words); err != nil || !strings.Contains(said, "1 checklist") {
		t.Errorf("at home: %v, %s", err, said)
	}
	state := filepath.Join(k.home.dir, "data", "porchlight")
	_ = filepath.WalkDir(state, func(path string, d os.DirEntry, err error) error {
		raw, _ := os.ReadFile(path)
		for _, word := range []string{words, strings.Join(strings.Fields(words)[:2], " ")} {
			if strings.Contains(string(raw), word) {
				t.Errorf("%s holds the words", path)
			}
		}
		return err
	})
}

// tick asks for take-home words in a window, with the command that leads to
// them, and ticks the first question to ask a program. It returns the words.
func (k *kiosk) tick(w *terminal, command string) string {
	k.t.Helper()
	w.enter(command)
	w.want("Give me five words", "nothing is saved")
	w.press("Enter")
	w.want("These are your words", "30 days")
	found := fiveWords.FindStringSubmatch(w.screen())
	if found == nil {
		k.t.Fatalf("no five words:\n%s", w.screen())
	}
	w.press("Escape")
	w.want("Welcome.")
	w.choose("Tools")
	w.want("Questions to ask a program")
	w.choose("Questions to ask a program")
	w.want("For a first call")
	w.press("Enter")
	w.press("Space")
	w.want("[x]")
	return strings.Join(found[1:], " ")
}

// fetch brings home what is kept under words at an address.
func (k *kiosk) fetch(h home, at, words string) (said string, err error) {
	k.t.Helper()
	cmd := exec.Command(porchlight, "record", "import", "--words", at)
	cmd.Env = append(h.env(), "PATH="+atHome(k.t)+":"+os.Getenv("PATH"))
	cmd.Stdin = strings.NewReader(words + "\n")
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// A talker visits in plain lines and reads what is said.
type talker struct {
	in   io.WriteCloser
	out  *bufio.Reader
	cmd  *exec.Cmd
	said strings.Builder // since the last prompt
}

func comeIn(k *kiosk, args ...string) (*talker, error) {
	command := k.ssh(append([]string{"-T"}, args...)...)
	cmd := exec.CommandContext(k.t.Context(), command[0], command[1:]...)
	cmd.Env = k.home.env()
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	return &talker{in: in, out: bufio.NewReader(out), cmd: cmd}, cmd.Start()
}

// hear reads up to the next prompt, which ends in a colon and a space.
func (c *talker) hear() (string, error) {
	c.said.Reset()
	for {
		b, err := c.out.ReadByte()
		if err != nil {
			return c.said.String(), err
		}
		c.said.WriteByte(b)
		if s := c.said.String(); strings.HasSuffix(s, ": ") && c.out.Buffered() == 0 {
			return s, nil
		}
	}
}

// say types a line and hears what comes of it.
func (c *talker) say(line string) (string, error) {
	if _, err := io.WriteString(c.in, line+"\n"); err != nil {
		return "", err
	}
	return c.hear()
}

// pick types the number of the line that holds some words.
func (c *talker) pick(heard, words string) (string, error) {
	numbered := regexp.MustCompile(`(?m)^(\d+)\. .*` + regexp.QuoteMeta(words))
	found := numbered.FindStringSubmatch(heard)
	if found == nil {
		return heard, io.ErrUnexpectedEOF
	}
	return c.say(found[1])
}

// welcomed comes in, and again where the kiosk had too many at the door.
func welcomed(k *kiosk) (c *talker, heard string, err error) {
	for range 20 {
		if c, err = comeIn(k, guest); err != nil {
			return nil, "", err
		}
		if heard, err = c.hear(); err == nil {
			return c, heard, nil
		}
		_ = c.cmd.Wait()
	}
	return nil, "", err
}

// answered answers questions under take-home words until the server is gone,
// and returns the words and how many answers were called saved.
func answered(k *kiosk, saved *atomic.Int64) (words string, n int, err error) {
	c, heard, err := welcomed(k)
	if err != nil {
		return "", 0, err
	}
	defer func() { _ = c.in.Close(); _ = c.cmd.Wait() }()
	for _, step := range []string{"Tools", "five words", "Give me five words"} {
		if heard, err = c.pick(heard, step); err != nil {
			return "", 0, err
		}
	}
	words = regexp.MustCompile(`(?m)^([a-z]+ ){4}[a-z]+$`).FindString(heard)
	for _, line := range []string{"back"} {
		if heard, err = c.say(line); err != nil {
			return words, 0, nil
		}
	}
	for _, step := range []string{"Helping or enabling", "questions"} {
		if heard, err = c.pick(heard, step); err != nil {
			return words, 0, nil
		}
	}
	for strings.Contains(heard, "Question") {
		if heard, err = c.say("1"); strings.Contains(heard, "Saved.") && !strings.Contains(heard, "not saved yet") {
			n++
			saved.Add(1)
		}
		if err != nil {
			break
		}
	}
	return words, n, nil
}

// TestKilledServerLosesNoAnswer: fifty people answer under take-home words when
// the server is killed. Every answer it called saved is there when another
// server starts on the same database.
func TestKilledServerLosesNoAnswer(t *testing.T) {
	need(t, "ssh")
	const people = 50
	database := postgrestest.Start(t)
	options := []string{"--keep", "24h", "--database", database.URL(), "--per-source", "100", "--rate", "1000", "--max-sessions", "200"}
	k := openKiosk(t, options...)
	type result struct {
		words string
		n     int
	}
	var saved atomic.Int64
	results := make([]result, people)
	var all sync.WaitGroup
	for i := range people {
		all.Go(func() {
			words, n, err := answered(k, &saved)
			if err != nil && saved.Load() == 0 {
				t.Errorf("person %d: %v %q", i, err, words)
			}
			results[i] = result{words, n}
		})
	}
	k.until("many are answering", func() bool { return saved.Load() >= people/2 })
	if err := k.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	all.Wait()

	again := openKiosk(t, options...)
	lost, checked := 0, 0
	for i, r := range results {
		if r.words == "" {
			continue // who had no words yet when it happened
		}
		out, errs, _ := again.run(r.words+"\n", again.ssh("-T", guest, "take-home export")...)
		var e record.Export
		if err := json.Unmarshal([]byte(out), &e); err != nil {
			t.Errorf("person %d: %q, %q", i, out, errs)
			continue
		}
		checked += r.n
		lost += max(0, r.n-len(e.Answers))
	}
	if lost > 0 || checked < people/2 {
		t.Errorf("%d of %d answers that were called saved are lost", lost, checked)
	}
	t.Logf("%d answers were called saved, none is lost", checked)
}
