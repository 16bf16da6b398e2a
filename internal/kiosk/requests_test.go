package kiosk

import (
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"

	"porchlight/internal/safetext"
)

// Rows 19 and 20: whatever the payload of a request is, what is taken of it is
// plain and short.
func FuzzRequests(f *testing.F) {
	f.Add(gossh.Marshal(ptyRequest{Term: "xterm-256color", Width: 80, Height: 24, Modes: "\x00"}))
	f.Add(gossh.Marshal(ptyRequest{Term: "x\x1b[2J", Width: 1<<32 - 1}))
	f.Add(gossh.Marshal(envRequest{"LANG", "es_MX.UTF-8"}))
	f.Add(gossh.Marshal(envRequest{"LANG", "x\x1b]0;y\x07"}))
	f.Add(gossh.Marshal(textRequest{"read helping-or-enabling"}))
	f.Fuzz(func(t *testing.T, payload []byte) {
		if p, ok := parse[ptyRequest](payload); ok {
			if goodTerm(p.Term) && (len(p.Term) > 40 || strings.Trim(p.Term, "-+._abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") != "") {
				t.Errorf("a terminal is called %q", p.Term)
			}
			if w, h, ok := clamp(p.Width, p.Height); ok && (w < 1 || h < 1 || w > 400 || h > 150) {
				t.Errorf("a terminal of %d by %d", w, h)
			}
		}
		if e, ok := parse[envRequest](payload); ok && goodEnv(e) && (len(e.Value) > 256 || !safetext.Safe(e.Value) || !strings.HasPrefix(e.Name, "L") && e.Name != "COLORTERM" && e.Name != "NO_COLOR") {
			t.Errorf("%q=%q is taken", e.Name, e.Value)
		}
		if c, ok := parse[textRequest](payload); ok {
			if all, ok := words(c.Text); ok && (len(strings.Join(all, " ")) > 256 || !safetext.Safe(strings.Join(all, " "))) {
				t.Errorf("the words %q are taken", all)
			}
		}
	})
}
