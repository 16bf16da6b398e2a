package line_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"porchlight/internal/handout/press"
	"porchlight/internal/line"
	"porchlight/internal/record"
)

func TestHandoutIsWritten(t *testing.T) {
	store := record.NewGuest()
	worksheet(t, store, "en", "1\n1\nCalls at night\n\n")
	folder := t.TempDir()
	said := talk(t, store, "es", "4\n2\n2\n2\n1\natras\n", func(s *line.Session) error {
		s.Office(&press.Office{Folder: folder})
		return s.Open(t.Context(), "handouts")
	})
	path := filepath.Join(folder, "porchlight-one-limit-i-can-keep.html")
	if !strings.Contains(said, "Escrito: "+path) || !strings.Contains(said, "Contiene sus propias palabras.") {
		t.Errorf("said:\n%s", said)
	}
	page, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(page), "Calls at night") || !strings.Contains(string(page), "size: A4") || !strings.Contains(string(page), "18pt") {
		t.Errorf("%v:\n%s", err, page)
	}
}

func TestNothingIsPrintedWhereNothingMayBe(t *testing.T) {
	said := talk(t, record.NewGuest(), "en", "quit\n", func(s *line.Session) error { return s.Open(t.Context(), "handouts") })
	if !strings.Contains(said, "Nothing is printed or written to a file here.") {
		t.Errorf("said:\n%s", said)
	}
	said = talk(t, record.NewGuest(), "en", "quit\n", func(s *line.Session) error { return s.Open(t.Context(), "tools") })
	if strings.Contains(said, "Print something") {
		t.Errorf("the tools say:\n%s", said)
	}
}
