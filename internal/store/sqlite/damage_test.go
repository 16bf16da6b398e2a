package sqlite

import (
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"porchlight/internal/record"
)

// whole is the bytes of a sound record with some hundred facts.
func whole(t *testing.T) []byte {
	t.Helper()
	path := file(t)
	s := openNew(t, path)
	write(t, s)
	must(t, s.Close())
	raw, err := os.ReadFile(path)
	must(t, err)
	return raw
}

func TestFileThatIsNoRecordIsRefusedUntouched(t *testing.T) {
	raw := whole(t)
	for name, c := range map[string]struct {
		raw  []byte
		want error
	}{
		"text":                 {[]byte("Dear Rosa,\n"), record.ErrDamaged},
		"a header cut off":     {raw[:60], record.ErrDamaged},
		"cut off":              {raw[:len(raw)/2], record.ErrDamaged},
		"the last byte gone":   {raw[:len(raw)-1], record.ErrDamaged},
		"the first byte wrong": {append([]byte("X"), raw[1:]...), record.ErrDamaged},
		"zeros":                {make([]byte, len(raw)), record.ErrDamaged},
		"another program's":    {patch(raw, atApplication, 0x12345678), record.ErrDamaged},
		"no program's":         {patch(raw, atApplication, 0), record.ErrDamaged},
		"no checksums":         {append(append(raw[:atReserved:atReserved], 0), raw[atReserved+1:]...), record.ErrDamaged},
		"a later version":      {patch(raw, atVersion, 99), record.ErrNewer},
	} {
		t.Run(name, func(t *testing.T) {
			path := file(t)
			must(t, os.WriteFile(path, c.raw, 0o600))
			untouched(t, filepath.Dir(path), func() {
				if _, err := Open(t.Context(), path, Options{}); !errors.Is(err, c.want) {
					t.Errorf("Open: %v, want %v", err, c.want)
				}
				if _, err := Check(t.Context(), path, ""); !errors.Is(err, c.want) {
					t.Errorf("Check: %v, want %v", err, c.want)
				}
			})
		})
	}
}

func patch(raw []byte, at int, word uint32) []byte {
	out := append([]byte{}, raw...)
	binary.BigEndian.PutUint32(out[at:], word)
	return out
}

// A page in the middle is not looked at on opening. The first Save looks.
func TestDamagedPageStopsTheFirstSave(t *testing.T) {
	raw := whole(t)
	raw[len(raw)/2] ^= 0x40
	path := file(t)
	must(t, os.WriteFile(path, raw, 0o600))
	untouched(t, filepath.Dir(path), func() {
		s := openNew(t, path)
		for name, err := range map[string]error{
			"SaveSetting": s.SaveSetting(t.Context(), "lang", "es"),
			"again":       s.SaveSetting(t.Context(), "lang", "es"),
			"SaveCheck":   s.SaveCheck(t.Context(), record.Check{Question: "q"}),
			"Erase":       s.Erase(t.Context(), record.Scope{All: true}),
			"Verify":      s.Verify(t.Context()),
		} {
			if !errors.Is(err, record.ErrDamaged) {
				t.Errorf("%s: %v, want ErrDamaged", name, err)
			}
		}
		must(t, s.Close())
	})
}

// Wherever one to eight bytes are wrong, the record is either refused or reads
// as it was, and is never written to: no damage is silent.
func TestDamageIsNeverSilent(t *testing.T) {
	raw := whole(t)
	path := file(t)
	must(t, os.WriteFile(path, raw, 0o600))
	want := exportOf(t, path)
	rng := rand.New(rand.NewPCG(3, 4))
	const tries = 100
	refused := 0
	for i := range tries {
		bad := append([]byte{}, raw...)
		from := rng.IntN(len(bad) - 8)
		if i%3 == 0 {
			from = rng.IntN(4096) // the first page, with the header
		}
		for j := range 1 + rng.IntN(8) {
			bad[from+j] ^= byte(1 + rng.IntN(255))
		}
		path := filepath.Join(t.TempDir(), "record.db")
		must(t, os.WriteFile(path, bad, 0o600))
		untouched(t, filepath.Dir(path), func() {
			if err := use(t, path, want); err != nil {
				refused++
				if !errors.Is(err, record.ErrDamaged) && !errors.Is(err, record.ErrNewer) {
					t.Errorf("damage at %d: %v, want ErrDamaged", from, err)
				}
			}
		})
	}
	if refused < tries*9/10 {
		t.Errorf("%d of %d damaged records were refused", refused, tries)
	}
}

// use opens, reads and looks through a record. What can be read must be right.
func use(t *testing.T, path string, want record.Export) error {
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		return err
	}
	defer s.Close()
	got, err := s.Export(t.Context())
	if err != nil {
		return err
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s: the record reads otherwise than it was written", path)
	}
	return s.Verify(t.Context())
}

func exportOf(t *testing.T, path string) record.Export {
	t.Helper()
	s := openNew(t, path)
	defer s.Close()
	e, err := s.Export(t.Context())
	must(t, err)
	return e
}

// crashed is the folder of a record whose program was killed: everything is in
// the log. steps bring it to its version.
func crashed(t *testing.T, steps []step) string {
	t.Helper()
	running := file(t)
	s, err := open(t.Context(), running, Options{}, migrations())
	must(t, err)
	must(t, s.SaveSetting(t.Context(), "lang", "es"))
	must(t, s.Close())
	s, err = open(t.Context(), running, Options{}, steps)
	must(t, err)
	defer s.Close()
	must(t, s.SaveSetting(t.Context(), "theme", "dark"))
	dir := t.TempDir()
	for _, name := range []string{"record.db", "record.db-wal"} {
		raw, err := os.ReadFile(filepath.Join(filepath.Dir(running), name))
		must(t, err)
		must(t, os.WriteFile(filepath.Join(dir, name), raw, 0o600))
	}
	return dir
}

func TestLogOfACrashIsMerged(t *testing.T) {
	path := filepath.Join(crashed(t, migrations()), "record.db")
	s := openNew(t, path)
	all, err := s.Settings(t.Context())
	if err != nil || all["theme"] != "dark" {
		t.Fatalf("settings = %v, %v, want what only the log had", all, err)
	}
	must(t, s.SaveSetting(t.Context(), "theme", "light"))
	must(t, s.Close())
	if all := contents(t, filepath.Dir(path)); len(all) != 1 {
		t.Errorf("after Close the folder holds %v", all)
	}
}

func TestLogIsNotMergedIntoADamagedFile(t *testing.T) {
	dir := crashed(t, migrations())
	path := filepath.Join(dir, "record.db")
	raw, err := os.ReadFile(path)
	must(t, err)
	raw[2*4096+1000] ^= 1 // a page that the log does not hold
	must(t, os.WriteFile(path, raw, 0o600))
	before := contents(t, dir)
	s := openNew(t, path)
	if err := s.SaveSetting(t.Context(), "lang", "en"); !errors.Is(err, record.ErrDamaged) {
		t.Errorf("Save: %v, want ErrDamaged", err)
	}
	must(t, s.Close())
	after := contents(t, dir)
	for _, name := range []string{"record.db", "record.db-wal"} {
		if before[name] != after[name] {
			t.Errorf("%s was changed", name)
		}
	}
}

// The number of the later version stands in the log alone.
func TestLaterVersionInALogIsRefusedUntouched(t *testing.T) {
	dir := crashed(t, later())
	raw, err := os.ReadFile(filepath.Join(dir, "record.db"))
	must(t, err)
	if v := binary.BigEndian.Uint32(raw[atVersion:]); int(v) != len(migrations()) {
		t.Fatalf("the file is of version %d: this tests nothing", v)
	}
	untouched(t, dir, func() {
		_, err := Open(t.Context(), filepath.Join(dir, "record.db"), Options{})
		if !errors.Is(err, record.ErrNewer) {
			t.Errorf("Open: %v, want ErrNewer", err)
		}
	})
}

func TestEmptyFileWithALogIsDamaged(t *testing.T) {
	dir := crashed(t, migrations())
	path := filepath.Join(dir, "record.db")
	must(t, os.Truncate(path, 0))
	untouched(t, dir, func() {
		if _, err := Open(t.Context(), path, Options{}); !errors.Is(err, record.ErrDamaged) {
			t.Errorf("Open: %v, want ErrDamaged", err)
		}
	})
}

// FuzzInspect: no file, and no log beside it, makes inspect fail otherwise
// than by saying that it is damaged.
func FuzzInspect(f *testing.F) {
	f.Add([]byte(magic), []byte{0x37, 0x7f, 0x06, 0x82})
	f.Add(make([]byte, 200), make([]byte, 200))
	f.Fuzz(func(t *testing.T, raw, log []byte) {
		path := file(t)
		must(t, os.WriteFile(path, raw, 0o600))
		must(t, os.WriteFile(path+"-wal", log, 0o600))
		if _, err := inspect(path, with("")); err != nil && !errors.Is(err, record.ErrDamaged) {
			t.Error(err)
		}
	})
}
