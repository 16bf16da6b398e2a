//go:build linux

package bench_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"porchlight/bench/programs"
)

var visitors = flag.Int("visitors", 50, "how many visitors the kiosk is measured with; 1000 for the figures in docs/performance.md")

// BenchmarkKiosk: a crowd at a kiosk, beside one at the plainest server that
// Wish and Bubble Tea make. It prints a table of its own.
func BenchmarkKiosk(b *testing.B) {
	for b.Loop() {
		cmd := command(newcomer, programs.Porchlight, "bench", "serve",
			"--sessions", fmt.Sprint(*visitors), "--typing", fmt.Sprint(max(10, *visitors/5)), "--gone", fmt.Sprint(2**visitors),
			"--hold", fmt.Sprint(3**visitors), "--beside", filepath.Join(dir, programs.Stock))
		cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
		if err := cmd.Run(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(0, "ns/op")
}
