package load

import (
	"io"
	"regexp"
	"sync"
	"testing"
	"time"
)

// A text is found wherever it is broken on its way, once it has come; and not
// where it came before somebody looked out for it.
func TestLooks(t *testing.T) {
	at := time.Unix(100, 0)
	v := &Visitor{whole: true, target: Target{Keep: 16, Now: func() time.Time { return at }}}
	v.moved = sync.NewCond(&v.mu)
	v.take([]byte("there is no ques"))
	v.take([]byte("tion; a question"))
	out, back := v.LookOut("question"), v.LookBack("question")
	if when, err := back.Wait(); err != nil || !when.Equal(at) {
		t.Errorf("looking back: %v, %v", when, err)
	}
	at = at.Add(time.Second)
	for _, part := range []string{" once more: que", "stio", "s", "question"[:3], "question"[3:]} {
		if !out.at.IsZero() {
			t.Errorf("found before %q came", part)
		}
		v.take([]byte(part))
	}
	if when, err := out.Wait(); err != nil || !when.Equal(at) {
		t.Errorf("looking out: %v, %v", when, err)
	}
	if got := v.Heard(); len(got) > 32 || got[len(got)-8:] != "question" {
		t.Errorf("kept: %q", got)
	}
	row := v.LookOutFor(regexp.MustCompile(`\(x\) 2\. .*kept`))
	for i, part := range []string{"(x) 1. kept\n", "(x) 2. No, on i", "ts way\n(x) 2. N", "o, ke", "pt"} {
		if v.take([]byte(part)); !row.at.IsZero() != (i == 4) {
			t.Errorf("after %q: %v", part, row.at)
		}
	}
	v.err = io.EOF
	if _, err := v.LookOut("never").Wait(); err == nil || !v.Gone() {
		t.Errorf("who is gone waits on: %v", err)
	}
}
