//go:build unix

package follow_test

import (
	"errors"
	"io/fs"
	"os"
	"testing"

	"porchlight/internal/follow"
)

func TestOnlyTheOwnersFolder(t *testing.T) {
	open := t.TempDir() + "/open"
	if err := os.Mkdir(open, 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := follow.Open(open, "a"); !errors.Is(err, follow.ErrNotPrivate) {
		t.Errorf("a folder that others read: %v", err)
	}
	own := t.TempDir() + "/own"
	if _, err := seat(t, own, "a").Put(follow.State{}); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]fs.FileMode{"": 0o700, "/a.json": 0o600} {
		if info, err := os.Stat(own + name); err != nil || info.Mode().Perm() != want {
			t.Errorf("%q: %v, %v", name, info.Mode(), err)
		}
	}
	link := t.TempDir() + "/link"
	if err := os.Symlink(own, link); err != nil {
		t.Fatal(err)
	}
	if _, err := follow.Open(link, "a"); !errors.Is(err, follow.ErrNotPrivate) {
		t.Errorf("a link: %v", err)
	}
}
