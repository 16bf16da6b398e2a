package record_test

import (
	"bytes"
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"

	"porchlight/internal/record"
	"porchlight/internal/safetext"
)

// FuzzReadExport: whatever the file holds, reading it ends in a record whose
// text is clean and that survives being written and read again, or in an error.
func FuzzReadExport(f *testing.F) {
	whole, err := os.ReadFile("testdata/export.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add([]byte(`{"porchlight_record": 1, "settings": {"a": "\u001b]52;c;AAAA\u0007"}}`))
	f.Add([]byte(`{"porchlight_record": 1, "places": [{"lesson": "a", "reached": -9e18, "done": "9999-12-31T23:59:59+14:00"}]}`))
	f.Add([]byte("{\"porchlight_record\": 1, \"checks\": [{\"question\": \"q\", \"note\": \"\xff\xfe\u202e\"}]}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		e, err := record.ReadExport(bytes.NewReader(data))
		if err != nil {
			explained(t, err)
			return
		}
		for _, c := range e.Checks {
			if strings.ContainsFunc(c.Provider+strings.ReplaceAll(c.Note, "\n", ""), safetext.Unsafe) {
				t.Errorf("unsafe text: %q %q", c.Provider, c.Note)
			}
		}
		var again bytes.Buffer
		if err := record.WriteExport(&again, e); err != nil {
			t.Fatalf("write what was read: %v", err)
		}
		if twice, err := record.ReadExport(&again); err != nil || !reflect.DeepEqual(twice, e) {
			t.Errorf("read, written and read again:\n got %+v, %v\nwant %+v", twice, err, e)
		}
		if err := record.NewGuest().Import(t.Context(), e); err != nil && !errors.Is(err, record.ErrNotFound) {
			t.Errorf("import what was read: %v", err)
		}
	})
}

func explained(t *testing.T, err error) {
	t.Helper()
	var problem *record.Problem
	if !errors.As(err, &problem) && !errors.Is(err, record.ErrNewer) {
		t.Errorf("error %v is neither a Problem nor ErrNewer", err)
	}
	if problem != nil && problem.Do == "" {
		t.Errorf("error %v does not say what to do", err)
	}
}
