package cli

import (
	"errors"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"porchlight/internal/follow"
)

// A socket that a killed server left is made anew; one that answers is not
// taken away; and a folder that others may look into is not used.
func TestListenHere(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "meet")
	at := &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 2222}
	first, err := listenHere(t.Context(), folder, at)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := listenHere(t.Context(), folder, at); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a socket that answers: %v", err)
	}
	first.(*net.UnixListener).SetUnlinkOnClose(false) // as when the server is killed
	_ = first.Close()
	if got := runningIn(t.Context(), folder); len(got) != 0 {
		t.Errorf("servers that do not run: %v", got)
	}
	again, err := listenHere(t.Context(), folder, at)
	if err != nil {
		t.Fatalf("a socket that was left behind: %v", err)
	}
	if got := runningIn(t.Context(), folder); len(got) != 1 || got[0] != "2222" {
		t.Errorf("servers that run: %v", got)
	}
	_ = again.Close()
	if _, err := listenHere(t.Context(), "", at); err == nil {
		t.Error("a socket in no folder")
	}
	open := filepath.Join(t.TempDir(), "open")
	if err := os.Mkdir(open, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(open, 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := listenHere(t.Context(), open, at); !errors.Is(err, follow.ErrNotPrivate) {
		t.Errorf("a folder that others may look into: %v", err)
	}
}

// Whatever comes through the socket: a room that makes sense, or a reason.
func FuzzWish(f *testing.F) {
	for _, text := range []string{``, `{}`, `{"floor":5,"hours":4}`, `{"floor":5,"hours":4,"lessons":["a"],"sheet":"b"}`, `{"people":1}`, `[`, "\x00"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		g, err := readWish(strings.NewReader(text))
		var usage usageError
		if err == nil && g.check() != nil || err != nil && !errors.As(err, &usage) {
			t.Errorf("%+v, %v", g, err)
		}
	})
}
