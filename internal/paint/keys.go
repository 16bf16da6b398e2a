package paint

import (
	"bytes"
	"sync/atomic"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// What a stranger may send before the rest of it is passed over, in bytes.
const (
	sequenceLimit = 4 << 10  // one escape sequence
	pasteLimit    = 16 << 10 // one paste
)

const (
	pasteBegins = "\x1b[200~"
	pasteEnds   = "\x1b[201~"
)

// keys makes messages of the bytes that a terminal sends. Only what a person
// does comes through: keys, pastes, clicks and the wheel; besides them the
// background colour, once, where it was asked for. Every other report could be
// forged, so none is believed.
type keys struct {
	decode uv.EventDecoder
	held   []byte       // the beginning of something, until the rest of it comes
	drop   bool         // inside a sequence that is too long
	paste  []byte       // nil outside a paste
	cut    bool         // the paste was longer than it may be
	asked  *atomic.Bool // for the background colour, and not answered
	onCut  tea.Msg
}

// read takes what came and returns what it means. With more set, an unfinished
// sequence waits for the rest of it.
func (k *keys) read(came []byte, more bool) []tea.Msg {
	buf := came
	if len(k.held) > 0 {
		k.held = append(k.held, came...)
		buf = k.held
	}
	var out []tea.Msg
	for len(buf) > 0 {
		n, msg := k.next(buf, more)
		if n == 0 {
			break
		}
		if buf = buf[n:]; msg != nil {
			out = append(out, msg)
		}
		if k.paste == nil && k.cut {
			k.cut = false
			if k.onCut != nil {
				out = append(out, k.onCut)
			}
		}
	}
	k.hold(buf)
	return out
}

// hold keeps what is unfinished, away from the reader's own buffer.
func (k *keys) hold(buf []byte) {
	if len(buf) == 0 {
		clear(k.held)
		k.held = nil
		return
	}
	k.held = append([]byte(nil), buf...)
}

// waiting reports whether the beginning of something is held.
func (k *keys) waiting() bool { return len(k.held) > 0 }

// next takes one thing from the front of buf. It takes nothing where the rest
// has not come.
func (k *keys) next(buf []byte, more bool) (int, tea.Msg) {
	switch {
	case k.drop:
		return k.passOver(buf)
	case k.paste != nil:
		return k.inPaste(buf, more)
	case !utf8.FullRune(buf) && more:
		return 0, nil
	}
	n, event := k.decode.Decode(buf)
	if n <= 0 {
		return len(buf), nil
	}
	if unfinished(buf, n, event) && more {
		if len(buf) > sequenceLimit {
			k.drop = true
			return len(buf), nil
		}
		return 0, nil
	}
	if _, ok := event.(uv.PasteStartEvent); ok {
		k.paste = []byte{}
	}
	return n, k.message(event)
}

// unfinished reports whether a sequence may go on after the bytes there are.
func unfinished(buf []byte, n int, event uv.Event) bool {
	if head := stringHead(buf); head > 0 {
		end := bytes.IndexAny(buf[head:], stringEnds)
		return end < 0 || buf[head+end] == '\x1b' && head+end == len(buf)-1
	}
	if buf[0] != '\x1b' && buf[0] < 0x80 || n < len(buf) {
		return false
	}
	_, unknown := event.(uv.UnknownEvent)
	return unknown || buf[0] == '\x1b' && n <= 2
}

// stringEnds are the bytes that end a sequence of any length, or cancel it.
const stringEnds = "\x07\x18\x1a\x1b"

// stringHead is the length of the beginning of a sequence that may have any
// length (OSC, DCS, APC, PM, SOS), in seven or eight bits; 0 for no such one.
func stringHead(buf []byte) int {
	switch {
	case len(buf) > 1 && buf[0] == '\x1b' && bytes.IndexByte([]byte("]P_^X"), buf[1]) >= 0:
		return 2
	case bytes.IndexByte([]byte("\x9d\x90\x9f\x9e\x98"), buf[0]) >= 0:
		return 1
	}
	return 0
}

// passOver drops the rest of a sequence that is too long: up to its end, or up
// to a control byte that cancels it.
func (k *keys) passOver(buf []byte) (int, tea.Msg) {
	end := bytes.IndexAny(buf, stringEnds)
	if end < 0 {
		return len(buf), nil
	}
	k.drop = false
	if buf[end] == '\x1b' {
		if end+1 < len(buf) && buf[end+1] == '\\' {
			return end + 2, nil
		}
		return end, nil
	}
	return end + 1, nil
}

// inPaste takes pasted text up to its end mark. What is longer than a paste
// may be is dropped as it comes.
func (k *keys) inPaste(buf []byte, more bool) (int, tea.Msg) {
	if end := bytes.Index(buf, []byte(pasteEnds)); end >= 0 {
		k.take(buf[:end])
		text := string(bytes.ToValidUTF8(k.paste, nil))
		clear(k.paste)
		k.paste = nil
		return end + len(pasteEnds), tea.PasteMsg{Content: text}
	}
	n := len(buf)
	if more {
		n -= begun(buf)
	}
	k.take(buf[:n])
	return n, nil
}

func (k *keys) take(text []byte) {
	room := pasteLimit - len(k.paste)
	if len(text) > room {
		text, k.cut = text[:room], true
	}
	k.paste = append(k.paste, text...)
}

// begun is how many bytes at the end of buf begin the end mark of a paste.
func begun(buf []byte) int {
	for n := min(len(buf), len(pasteEnds)-1); n > 0; n-- {
		if bytes.HasSuffix(buf, []byte(pasteEnds[:n])) {
			return n
		}
	}
	return 0
}

// message is what a program hears of an event; nil for what it does not.
func (k *keys) message(event uv.Event) tea.Msg {
	switch event := event.(type) {
	case uv.KeyPressEvent:
		return tea.KeyPressMsg(event)
	case uv.MouseClickEvent:
		return tea.MouseClickMsg(event)
	case uv.MouseWheelEvent:
		return tea.MouseWheelMsg(event)
	case uv.BackgroundColorEvent:
		if event.Color != nil && k.asked.CompareAndSwap(true, false) {
			return tea.BackgroundColorMsg(event)
		}
	}
	return nil
}
