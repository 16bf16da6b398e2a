package takehome_test

import (
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"porchlight/internal/fold"
	"porchlight/internal/record"
	"porchlight/internal/store/sqlite"
	"porchlight/internal/takehome"
	"porchlight/internal/takehome/takehometest"
)

func TestFolderKeeps(t *testing.T) {
	f, err := sqlite.OpenFolder(filepath.Join(t.TempDir(), "kept"))
	if err != nil {
		t.Fatal(err)
	}
	takehometest.Run(t, f)
}

func TestMemoryKeeps(t *testing.T) { takehometest.Run(t, &takehometest.Memory{}) }

// Every word of a list is told from the others by its first four letters, and
// there are enough: five of the shorter list are 10^13 combinations.
func TestLists(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		text, err := os.ReadFile("words/" + lang + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		words := strings.Fields(string(text))
		seen := map[string]string{}
		for _, w := range words {
			f := []rune(fold.Text(w))
			if len(f) < 3 || strings.ContainsFunc(string(f), func(r rune) bool { return r < 'a' || r > 'z' }) {
				t.Errorf("%s: %q cannot be typed on every keyboard", lang, w)
			}
			key := string(f[:min(4, len(f))])
			if other, ok := seen[key]; ok {
				t.Errorf("%s: %q and %q begin alike", lang, w, other)
			}
			seen[key] = w
		}
		if len(words) < 420 {
			t.Errorf("%s: %d words, want 420 or more", lang, len(words))
		}
	}
}

func TestWordsTypedInManyWays(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		for range 50 {
			words, err := takehome.Pick(lang, rand.Reader)
			if err != nil {
				t.Fatal(err)
			}
			short := ""
			for _, w := range words {
				short += string([]rune(w)[:min(4, len([]rune(w)))]) + " "
			}
			for _, typed := range []string{words.String(), strings.ToUpper(words.String()), fold.Text(words.String()), strings.Join(words, "-"), " " + strings.Join(words, ",  ") + ".", short} {
				got, err := takehome.Parse(typed)
				if err != nil || got.String() != words.String() {
					t.Errorf("%q was read as %q, %v, want %q", typed, got, err, words)
				}
			}
		}
	}
}

func TestWhatAreNoWords(t *testing.T) {
	for _, typed := range []string{"", "moon", "moon moon moon moon", "moon moon moon moon moon moon", "moon river garden lamp xyzzy", "mo ri ga la bo", strings.Repeat("a", 1<<20), "\x1b[31m"} {
		if w, err := takehome.Parse(typed); !errors.Is(err, takehome.ErrNoWords) {
			t.Errorf("%.40q was read as %q, %v", typed, w, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("moon river garden lamp boat")
	f.Fuzz(func(t *testing.T, typed string) {
		words, err := takehome.Parse(typed)
		if err != nil {
			return
		}
		if again, err := takehome.Parse(words.String()); err != nil || again.String() != words.String() {
			t.Errorf("%q became %q, %v", words, again, err)
		}
	})
}

func office(t *testing.T, now func() time.Time) (*takehome.Office, string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "kept")
	f, err := sqlite.OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	return takehome.NewOffice(f, 24*time.Hour, now), dir
}

func TestContinuedElsewhere(t *testing.T) {
	now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	o, dir := office(t, func() time.Time { return now })
	here := record.NewGuest()
	if err := here.SaveCheck(t.Context(), record.Check{Question: "level-of-care", Note: "SECRET-NOTE", At: now}); err != nil {
		t.Fatal(err)
	}
	so, err := here.Export(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	words, store, err := o.Begin(t.Context(), "es", so)
	if err != nil {
		t.Fatal(err)
	}
	store.Close()

	there, err := o.Continue(t.Context(), strings.ToUpper(words.String()))
	if err != nil {
		t.Fatal(err)
	}
	checks, err := there.Checks(t.Context(), "")
	if err != nil || checks["level-of-care"].Note != "SECRET-NOTE" {
		t.Errorf("what was kept: %v, %v", checks, err)
	}
	there.Close()
	// Neither the words nor what was written stands anywhere on the disk.
	_ = filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		raw, _ := os.ReadFile(path)
		for _, secret := range append([]string{"SECRET-NOTE"}, words...) {
			if len(secret) > 4 && (strings.Contains(string(raw), secret) || strings.Contains(path, secret)) {
				t.Errorf("%s holds %q", path, secret)
			}
		}
		return err
	})
}

func TestGuessingIsSlow(t *testing.T) {
	now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	o, _ := office(t, func() time.Time { return now })
	tried, refused := 0, 0
	for range 1000 { // within one minute
		now = now.Add(60 * time.Millisecond)
		guess, err := takehome.Pick("en", rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		switch _, err := o.Continue(t.Context(), guess.String()); {
		case errors.Is(err, record.ErrNotFound):
			tried++
		case errors.Is(err, takehome.ErrTooMany):
			refused++
		default:
			t.Fatalf("a guess: %v", err)
		}
	}
	if tried > 31 || tried+refused != 1000 {
		t.Errorf("%d guesses of 1,000 in a minute were tried, %d refused", tried, refused)
	}
	if want := (takehome.Counts{Wrong: tried, Slowed: refused}); o.Counts() != want {
		t.Errorf("counted: %+v, not %+v", o.Counts(), want)
	}
}
