package kiosk

import (
	"bufio"
	"bytes"
	"io"
	"strings"
	"testing"
	"unicode/utf8"
)

func cooked(in string) (*Cooked, *bytes.Buffer) {
	out := &bytes.Buffer{}
	v := &Visit{In: strings.NewReader(in), Out: out}
	return v.Cooked(), out
}

func TestCookedLines(t *testing.T) {
	for in, want := range map[string]string{
		"now\r": "now\n", "now\n": "now\n", "now\r\nquit\r": "now\nquit\n", "nox\x7fw\r": "now\n", "\x7f\bé\x7fa\r": "a\n",
		"a\x1b[Ab\r": "a[Ab\n", "half": "", "one\rtwo\x03three\r": "one\n", "\x04": "",
	} {
		c, _ := cooked(in)
		got, _ := io.ReadAll(c)
		if string(got) != want {
			t.Errorf("%q is read as %q, want %q", in, got, want)
		}
	}
	c, out := cooked("nox\x7fw\r")
	_, _ = io.ReadAll(c)
	if got, want := out.String(), "nox\b \bw\r\n"; got != want {
		t.Errorf("the terminal shows %q, want %q", got, want)
	}
	if _, err := io.WriteString(c, "a\nb\n"); err != nil || !strings.HasSuffix(out.String(), "a\r\nb\r\n") {
		t.Errorf("lines are written as %q", out.String())
	}
}

// Whatever is typed, a line is bounded, and nothing but text is shown.
func FuzzCooked(f *testing.F) {
	f.Add([]byte("now\r\nquit\r"))
	f.Add([]byte("\x1b]0;x\x07\x7f\x7f\r"))
	f.Fuzz(func(t *testing.T, in []byte) {
		c, out := cooked(string(in))
		lines := bufio.NewReader(c)
		for {
			line, err := lines.ReadString('\n')
			if len(line) > lineLimit+1 {
				t.Errorf("a line of %d bytes", len(line))
			}
			if err != nil {
				break
			}
		}
		if i := strings.IndexFunc(out.String(), func(r rune) bool {
			return r < ' ' && r != '\r' && r != '\n' && r != '\b' && r != utf8.RuneError
		}); i >= 0 {
			t.Errorf("the terminal is sent %q", out.String())
		}
	})
}
