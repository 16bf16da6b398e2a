package press_test

import (
	"io"
	"testing"

	"porchlight/internal/handout"
	"porchlight/internal/handout/press"
)

// BenchmarkWrite writes a lesson in each form.
func BenchmarkWrite(b *testing.B) {
	d := whole(b, "en").make(b, "lesson/helping-or-enabling")
	for _, f := range press.Formats() {
		b.Run(string(f), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := press.Write(io.Discard, d, f, handout.Look{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
