package record

import (
	"bytes"
	"testing"
	"time"
)

func TestWipeOverwritesWhatTheGuestWrote(t *testing.T) {
	g := NewGuest()
	for _, note := range []string{"first words", "second words"} {
		if err := g.SaveCheck(t.Context(), Check{Question: "level-of-care", Note: note, At: time.Unix(1, 0)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := g.SaveSetting(t.Context(), "plan", "call Rosa"); err != nil {
		t.Fatal(err)
	}
	held := [][]byte{g.checks[checkKey{"", "level-of-care"}].note, g.settings["plan"]}
	g.Wipe()
	for _, b := range held {
		if len(b) == 0 || len(bytes.Trim(b, "\x00")) != 0 {
			t.Errorf("after Wipe the memory holds %q", b)
		}
	}
	if g.checks != nil || g.settings != nil || g.places != nil || g.sittings != nil || g.byID != nil {
		t.Errorf("after Wipe the guest holds %+v", g)
	}
}

func TestChangingANoteOverwritesTheOldOne(t *testing.T) {
	g := NewGuest()
	save := func(note string) []byte {
		if err := g.SaveCheck(t.Context(), Check{Question: "q", Note: note, At: time.Unix(1, 0)}); err != nil {
			t.Fatal(err)
		}
		return g.checks[checkKey{"", "q"}].note
	}
	old := save("one thing")
	save("another")
	if len(bytes.Trim(old, "\x00")) != 0 {
		t.Errorf("the old note is still in memory: %q", old)
	}
}

func BenchmarkGuestLastsOneVisit(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		g := NewGuest()
		if err := g.SavePlace(b.Context(), Place{Lesson: "enabling-or-helping", Reached: 40}); err != nil {
			b.Fatal(err)
		}
		g.Close()
	}
}
