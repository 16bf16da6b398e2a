package fold_test

import (
	"testing"

	"porchlight/internal/fold"
)

func TestText(t *testing.T) {
	for in, want := range map[string]string{
		"Sí": "si", "ATRÁS": "atras", "mañana": "manana", "Naloxone": "naloxone", "": "", "e\u0301": "e", "한국": "한국",
	} {
		if got := fold.Text(in); got != want {
			t.Errorf("Text(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add("Sí, ATRÁS")
	f.Fuzz(func(t *testing.T, s string) {
		once := fold.Text(s)
		if twice := fold.Text(once); twice != once {
			t.Errorf("%q: %q, then %q", s, once, twice)
		}
	})
}
