package tuitest

import (
	"flag"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write the golden frames anew")

// Golden compares the screen with testdata/NAME.txt beside the test. Run the
// tests with -update to accept the screens as they are, then read the diff.
func (d *Driver) Golden(name string) {
	d.t.Helper()
	golden(d.t, filepath.Join("testdata", name+".txt"), d.Screen()+"\n")
}

func golden(t testing.TB, file, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v (run with -update to write it)", err)
	}
	if got != string(want) {
		t.Errorf("the screen differs from %s:\n--- got\n%s\n--- want\n%s", file, got, want)
	}
}

// Frames goes through the languages and the sizes of the terminal in which the
// frames of every page are held, the smallest first: the end of a frame's name,
// "-en-40x12", and how the program begins.
func Frames() iter.Seq2[string, Setup] {
	return func(yield func(string, Setup) bool) {
		for _, lang := range []string{"en", "es"} {
			for _, size := range []struct{ width, height int }{{40, 12}, {80, 24}, {200, 50}} {
				s := Setup{Lang: lang, Width: size.width, Height: size.height}
				if !yield(fmt.Sprintf("-%s-%dx%d", lang, s.Width, s.Height), s) {
					return
				}
			}
		}
	}
}
