package wipe

import "testing"

// Memory may be called at any time, by several goroutines at once; what it
// does is shown on a whole server, in e2e.
func TestMemoryHarmsNothing(t *testing.T) {
	kept := []byte("still in use")
	done := make(chan struct{})
	for range 3 {
		go func() { Memory(); done <- struct{}{} }()
	}
	for range 3 {
		<-done
	}
	if string(kept) != "still in use" {
		t.Errorf("what was in use is %q", kept)
	}
}
