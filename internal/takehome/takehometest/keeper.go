// Package takehometest says, as tests, what every takehome.Keeper must do.
package takehometest

import (
	"bytes"
	"errors"
	"testing"
	"time"

	"porchlight/internal/record"
	"porchlight/internal/takehome"
)

var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

// Run tests a Keeper that holds nothing yet.
func Run(t *testing.T, k takehome.Keeper) {
	t.Helper()
	ctx := t.Context()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	s, err := k.Create(ctx, "one", "secret one", noon.Add(time.Hour))
	must(err)
	must(s.SaveSetting(ctx, "lang", "es"))
	must(s.Close())
	if _, err := k.Create(ctx, "one", "another", noon.Add(time.Hour)); !errors.Is(err, record.ErrTaken) {
		t.Errorf("made twice: %v, want ErrTaken", err)
	}
	if _, err := k.Open(ctx, "two", "secret two", noon, noon); !errors.Is(err, record.ErrNotFound) {
		t.Errorf("found nobody: %v, want ErrNotFound", err)
	}
	// Opening it keeps it longer, never shorter.
	for _, until := range []time.Duration{3 * time.Hour, time.Minute} {
		s, err := k.Open(ctx, "one", "secret one", noon, noon.Add(until))
		must(err)
		all, err := s.Settings(ctx)
		if err != nil || all["lang"] != "es" {
			t.Errorf("what was kept: %v, %v", all, err)
		}
		must(s.Close())
	}
	if n, err := k.Sweep(ctx, noon.Add(2*time.Hour)); err != nil || n != 0 {
		t.Errorf("swept %d before they expired, %v", n, err)
	}
	if _, err := k.Open(ctx, "one", "secret one", noon.Add(4*time.Hour), noon.Add(9*time.Hour)); !errors.Is(err, record.ErrNotFound) {
		t.Errorf("found what had expired: %v", err)
	}
	if n, err := k.Sweep(ctx, noon.Add(4*time.Hour)); err != nil || n != 1 {
		t.Errorf("swept %d, %v, want 1", n, err)
	}
	s, err = k.Create(ctx, "one", "secret one", noon.Add(9*time.Hour))
	must(err)
	all, err := s.Settings(ctx)
	if err != nil || len(all) != 0 {
		t.Errorf("a new record under an old id holds %v, %v", all, err)
	}
	must(s.Close())
	salt, err := k.Salt(ctx)
	again, err2 := k.Salt(ctx)
	if err != nil || err2 != nil || len(salt) < 16 || !bytes.Equal(salt, again) {
		t.Errorf("salts %x and %x, %v, %v", salt, again, err, err2)
	}
}
