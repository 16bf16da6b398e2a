package sqlite

import (
	"path/filepath"
	"testing"

	"porchlight/internal/record"
	"porchlight/internal/record/recordtest"
)

func TestStore(t *testing.T) {
	recordtest.Run(t, func(t *testing.T) record.Store {
		return openNew(t, filepath.Join(t.TempDir(), "record.db"))
	})
}

func openNew(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}
