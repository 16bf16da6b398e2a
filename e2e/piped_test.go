package e2e_test

import (
	"context"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A pipe is a program that speaks plain lines to a pipe, as a screen reader's
// terminal or an expect script drives it.
type pipe struct {
	t    *testing.T
	in   io.WriteCloser
	out  io.Reader
	said string // since the last answer
	end  func() error
}

// piped starts a command of the program on the small course.
func (h home) piped(t *testing.T, args ...string) *pipe {
	t.Helper()
	course, err := filepath.Abs(pack)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(t.Context(), patience)
	t.Cleanup(stop)
	cmd := exec.CommandContext(ctx, porchlight, append([]string{"--pack", course}, args...)...)
	cmd.Env = h.env()
	p := &pipe{t: t, end: cmd.Wait}
	if p.in, err = cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if p.out, err = cmd.StdoutPipe(); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return p
}

// answer waits for each prompt and types an answer: "#" and how a line of the
// list begins chooses that line, all else is typed as it is. After the last
// answer it waits for the program to end.
func (p *pipe) answer(answers ...string) {
	p.t.Helper()
	for _, a := range answers {
		p.prompt()
		if text, choose := strings.CutPrefix(a, "#"); choose {
			a = lineNumber(p.t, p.said, text)
		}
		p.said = ""
		if _, err := io.WriteString(p.in, a+"\n"); err != nil {
			p.t.Fatalf("typing %q: %v", a, err)
		}
	}
	rest, _ := io.ReadAll(p.out)
	p.said += string(rest)
	_ = p.in.Close()
	if err := p.end(); err != nil {
		p.t.Fatalf("the program ended with %v after:\n%s", err, p.said)
	}
}

// prompt reads up to the next prompt: a line not ended, with a colon.
func (p *pipe) prompt() {
	p.t.Helper()
	buf := make([]byte, 4096)
	for !strings.HasSuffix(p.said, ": ") {
		n, err := p.out.Read(buf)
		p.said += string(buf[:n])
		if err != nil {
			p.t.Fatalf("no prompt, and %v after:\n%s", err, p.said)
		}
	}
}

// lineNumber is the number of the line that begins with a text.
func lineNumber(t *testing.T, said, text string) string {
	t.Helper()
	for l := range strings.SplitSeq(said, "\n") {
		n, rest, ok := strings.Cut(l, ". ")
		if ok && strings.Trim(n, "0123456789") == "" && strings.HasPrefix(rest, text) {
			return n
		}
	}
	t.Fatalf("no line %q:\n%s", text, said)
	return ""
}
