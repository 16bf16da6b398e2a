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
		if _, err := notes.Put(want); err != nil {
			t.Fatal(err)
		}
		got, err := room.Wait(ctx)
		want.Seq = got.Seq
		if err != nil || !reflect.DeepEqual(got, want) || got.Seq < uint64(i) {
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
	for seat, part := range map[*follow.Seat]int{room: 1, other: 2} {
		if _, err := seat.Put(follow.State{Part: part}); err != nil {
			t.Fatal(err)
		}
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

// Which of two states came later can be told: the one that this terminal wrote,
// or the one that it read.
func TestWhatCameLater(t *testing.T) {
	folder := t.TempDir() + "/present"
	one, two := seat(t, folder, "a"), seat(t, folder, "a")
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	if _, err := two.Put(follow.State{Part: 7}); err != nil {
		t.Fatal(err)
	}
	read, err := one.Wait(ctx)
	wrote, wrong := one.Put(follow.State{Part: 8})
	if err != nil || wrong != nil || read.Seq >= wrote {
		t.Errorf("read %d (%v), then wrote %d (%v)", read.Seq, err, wrote, wrong)
	}
}
