package tuitest

import (
	"flag"
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
