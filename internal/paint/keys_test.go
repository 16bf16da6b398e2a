package paint

import (
	"bytes"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"porchlight/internal/kiosk/load"
)

// cut is what the tests' programs hear of a paste that was cut.
type cut struct{}

func newKeys() *keys { return &keys{onCut: cut{}, asked: new(atomic.Bool)} }

// names writes what was understood, in short.
func names(msgs []tea.Msg) string {
	var all []string
	for _, msg := range msgs {
		switch msg := msg.(type) {
		case tea.KeyPressMsg:
			all = append(all, msg.String())
		case tea.PasteMsg:
			all = append(all, "paste:"+msg.Content)
		case tea.MouseClickMsg:
			all = append(all, "click")
		case tea.MouseWheelMsg:
			all = append(all, "wheel")
		case tea.BackgroundColorMsg:
			all = append(all, "background")
		case cut:
			all = append(all, "cut")
		default:
			all = append(all, "other")
		}
	}
	return strings.Join(all, " ")
}

func TestKeysAreUnderstood(t *testing.T) {
	for in, want := range map[string]string{
		"ab":                                    "a b",
		"\x1b[A\x1b[B\x1b[C\x1b[D":              "up down right left",
		"\x1bOA\x1bOF":                          "up end",
		"\x1b[5~\x1b[6~\x1b[1~\x1b[4~":          "pgup pgdown home end",
		"\r\t\x7f ":                             "enter tab backspace space",
		"\x18\x0f\x07":                          "ctrl+x ctrl+o ctrl+g",
		"\x1bOP":                                "f1",
		"ñ日!?":                                  "ñ 日 ! ?",
		"\x1b[200~two\r\nlines\x1b[201~x":       "paste:two\r\nlines x",
		"\x1b[<0;3;4M\x1b[<0;3;4m\x1b[<64;1;1M": "click wheel",
		"\x1b":                                  "esc",
	} {
		k := newKeys()
		if got := names(append(k.read([]byte(in), true), k.read(nil, false)...)); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

// However the bytes are cut into pieces on their way, they mean the same.
func TestPiecesMakeTheSameKeys(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{
			"a", "é", "日", "\x1b[A", "\x1b[6~", "\x1bOB", "\x1b[200~some\x1b[2text\x1b[201~", "\r", "\x1b]11;rgb:0/0/0\x1b\\", "\x1b[<0;3;4M",
		}), 0, 8).Draw(t, "in"), "")
		whole := newKeys()
		want := names(append(whole.read([]byte(in), true), whole.read(nil, false)...))
		k := newKeys()
		var got []tea.Msg
		for rest := in; rest != ""; {
			n := rapid.IntRange(1, len(rest)).Draw(t, "piece")
			got, rest = append(got, k.read([]byte(rest[:n]), true)...), rest[n:]
		}
		if got := names(append(got, k.read(nil, false)...)); got != want {
			t.Fatalf("%q in pieces is %q, want %q", in, got, want)
		}
	})
}

// Row 31: a sequence that never ends costs little and holds little: 8 MB less than
// half a second of a processor.
func TestEndlessSequence(t *testing.T) {
	for _, begin := range []string{"\x1b]52;c;", "\x1bP", "\x1b_", "\x1b^", "\x1bX", "\x1b["} {
		k := newKeys()
		before, _ := load.Used(os.Getpid())
		chunk := bytes.Repeat([]byte("1"), 512)
		k.read([]byte(begin), true)
		for range (8 << 20) / len(chunk) {
			if got := k.read(chunk, true); begin != "\x1b[" && len(got) > 0 {
				t.Fatalf("%q: understood %s", begin, names(got))
			}
			if len(k.held) > sequenceLimit {
				t.Fatalf("%q: %d bytes are held", begin, len(k.held))
			}
		}
		after, _ := load.Used(os.Getpid()) // nothing where the system does not tell
		if took := after.Processor - before.Processor; took > time.Second/2 {
			t.Errorf("%q: 8 MB took %v of a processor", begin, took)
		} else {
			t.Logf("%q: 8 MB took %v of a processor", begin, took)
		}
		if got := names(k.read([]byte("\x07a"), true)); !strings.HasSuffix(got, "a") {
			t.Errorf("%q: afterwards the key a is %q", begin, got)
		}
	}
}

// Row 32: a paste without end holds no more than a paste may.
func TestEndlessPaste(t *testing.T) {
	k := newKeys()
	chunk := bytes.Repeat([]byte("word "), 100)
	k.read([]byte(pasteBegins), true)
	for range (64 << 20) / len(chunk) {
		k.read(chunk, true)
		if cap(k.paste) > 2*pasteLimit || len(k.held) > len(pasteEnds) {
			t.Fatalf("%d and %d bytes are held", cap(k.paste), len(k.held))
		}
	}
	msgs := k.read([]byte(pasteEnds+"a"), true)
	if len(msgs) != 3 || len(msgs[0].(tea.PasteMsg).Content) != pasteLimit || names(msgs[1:]) != "cut a" {
		t.Errorf("understood %s", names(msgs[1:]))
	}
}

// Row 35: a terminal that answers what nobody asked, a hundred thousand times, is
// not heard.
func TestForgedReports(t *testing.T) {
	k := newKeys()
	forged := "\x1b[48;4096;256;1;1t\x1b[8;4096;256t\x1b[?2026;2$y\x1b[12;40R\x1b]11;rgb:ff/ff/ff\x07\x1b]52;c;aGk=\x07" +
		"\x1b[?62;c\x1bP1+r544e\x1b\\\x1b[I\x1b[O\x1bP>|xterm\x1b\\"
	for range 10_000 {
		if got := k.read([]byte(forged), true); len(got) > 0 {
			t.Fatalf("understood %s", names(got))
		}
	}
	for _, mouse := range []string{"\x1b[<0;99999999;99999999M", "\x1b[<0;0;0M", "\x1b[<0;-5;-5M", "\x1b[<64;18446744073709551616;1M", "\x1b[M\x20\xff\xff"} {
		for _, msg := range k.read([]byte(mouse), true) {
			allowed(t, msg)
		}
	}
	k.asked.Store(true)
	if got := names(k.read([]byte("\x1b]11;rgb:ff/ff/ff\x07\x1b]11;rgb:00/00/00\x07"), true)); got != "background" {
		t.Errorf("one question has the answers %q", got)
	}
}

// Row 34: no bytes whatever stop the reader or are held for ever.
func FuzzKeys(f *testing.F) {
	for _, seed := range []string{"a", "\x1b[A", "\x1b[200~x\x1b[201~", "\x1b]52;", "\x9b1;2", "\xff\xfe", "\x1b[$", "\x1b[1$"} {
		f.Add([]byte(seed), uint8(1))
	}
	f.Fuzz(func(t *testing.T, in []byte, step uint8) {
		k := newKeys()
		for rest := in; len(rest) > 0; {
			n := min(len(rest), int(step)+1)
			for _, msg := range k.read(rest[:n], true) {
				allowed(t, msg)
			}
			rest = rest[n:]
		}
		for _, msg := range k.read(nil, false) {
			allowed(t, msg)
		}
		if k.waiting() {
			t.Errorf("%q is held for ever", k.held)
		}
	})
}

func allowed(t *testing.T, msg tea.Msg) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg, tea.MouseClickMsg, tea.MouseWheelMsg, cut:
	case tea.PasteMsg:
		if len(msg.Content) > pasteLimit {
			t.Errorf("a paste of %d bytes", len(msg.Content))
		}
	default:
		t.Errorf("understood %T", msg)
	}
}
