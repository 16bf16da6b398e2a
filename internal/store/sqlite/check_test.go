package sqlite

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"porchlight/internal/record"
)

func TestCheckCountsAndChangesNothing(t *testing.T) {
	path := file(t)
	s := openNew(t, path)
	write(t, s)
	must(t, s.Close())
	untouched(t, filepath.Dir(path), func() {
		r, err := Check(t.Context(), path, "")
		must(t, err)
		want := Counts{Places: 2, Attempts: 120, Answers: 600, Checks: 60, Notes: 60, Settings: 1, Entries: 120, Events: 60}
		if r.Counts != want || r.Version != len(migrations()) || r.Bytes != size(path) || len(r.Problems) != 0 || r.ReadOnly {
			t.Errorf("report = %+v, want %+v", r, want)
		}
	})
}

func TestCheckBesideARunningProgram(t *testing.T) {
	path := file(t)
	s := openNew(t, path)
	write(t, s) // stands in the log alone
	r, err := Check(t.Context(), path, "")
	if err != nil || r.Counts.Answers != 600 {
		t.Errorf("Check: %+v, %v", r, err)
	}
	must(t, answer(s, "learner", 1))
}

func TestCheckAfterACrash(t *testing.T) {
	dir := crashed(t, migrations())
	before := contents(t, dir)
	r, err := Check(t.Context(), filepath.Join(dir, "record.db"), "")
	if err != nil || r.Counts.Settings != 2 {
		t.Errorf("Check: %+v, %v, want what only the log has", r, err)
	}
	after := contents(t, dir)
	for _, name := range []string{"record.db", "record.db-wal"} {
		if before[name] != after[name] {
			t.Errorf("%s was changed", name)
		}
	}
}

func TestCheckOfADamagedRecordNamesTheProblem(t *testing.T) {
	raw := whole(t)
	raw[len(raw)/2] ^= 1
	path := file(t)
	must(t, os.WriteFile(path, raw, 0o600))
	r, err := Check(t.Context(), path, "")
	if !errors.Is(err, record.ErrDamaged) || len(r.Problems) == 0 {
		t.Errorf("Check: %+v, %v, want ErrDamaged and a problem", r, err)
	}
}

func TestCheckOfNothing(t *testing.T) {
	path := file(t)
	if _, err := Check(t.Context(), path, ""); !errors.Is(err, record.ErrNotFound) {
		t.Errorf("no file: %v, want ErrNotFound", err)
	}
	must(t, os.WriteFile(path, nil, 0o600))
	if r, err := Check(t.Context(), path, ""); err != nil || r.Version != 0 {
		t.Errorf("empty file: %+v, %v", r, err)
	}
	if size(path) != 0 {
		t.Error("Check wrote into the empty file")
	}
}
