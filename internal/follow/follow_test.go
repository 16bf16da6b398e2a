package follow_test

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"porchlight/internal/follow"
)

func seat(t *testing.T, folder, show string) *follow.Seat {
	t.Helper()
	s, err := follow.Open(folder, show)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func TestOneFollowsAnother(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "present")
	room, notes := seat(t, folder, "lesson/a"), seat(t, folder, "lesson/a")
	if s, ok := room.Get(); ok {
		t.Errorf("nobody has said anything, and the show is at %+v", s)
	}
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	for i := range 20 {
		want := follow.State{Part: i, Replies: []string{"a", "b"}, Block: 3, Word: i, Width: 80, Height: 20, Began: time.Unix(9, 0).UTC()}
		if err := notes.Put(want); err != nil {
			t.Fatal(err)
		}
		if got, err := room.Wait(ctx); err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("the room is told %+v, %v", got, err)
		}
	}
	late := seat(t, folder, "lesson/a")
	if got, ok := late.Get(); !ok || got.Part != 19 {
		t.Errorf("who comes late is told %+v, %v", got, ok)
	}
}

// What a terminal wrote itself is no news to it, and another show is not its own.
func TestNoNews(t *testing.T) {
	folder := t.TempDir() + "/present"
	room, other := seat(t, folder, "lesson/a"), seat(t, folder, "lesson/b")
	if room.Put(follow.State{Part: 1}) != nil || other.Put(follow.State{Part: 2}) != nil {
		t.Fatal("nothing could be written")
	}
	ctx, stop := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer stop()
	if s, err := room.Wait(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("told %+v, %v", s, err)
	}
}

func TestClosingEndsTheWait(t *testing.T) {
	room := seat(t, t.TempDir()+"/present", "a")
	ended := make(chan error)
	go func() { _, err := room.Wait(context.Background()); ended <- err }()
	_ = room.Close()
	if err := <-ended; !errors.Is(err, fs.ErrClosed) {
		t.Errorf("the wait ended with %v", err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"part":1,"block":2,"word":3,"began":"2026-11-23T12:00:00Z"}`))
	f.Add([]byte(`{"part":-1}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, ok := follow.Parse(data)
		if s.Part < 0 || s.Block < 0 || s.Word < 0 || s.Width < 0 || s.Height < 0 || !ok && !reflect.DeepEqual(s, follow.State{}) {
			t.Errorf("%+v, %v", s, ok)
		}
	})
}
