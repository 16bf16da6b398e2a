// Package programs builds what is measured: Porchlight, and the programs it
// stands beside.
package programs

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// The peers.
const (
	Porchlight = "porchlight"
	Empty      = "empty"    // a Go program that writes one line
	Oneline    = "oneline"  // Bubble Tea and Glamour, one line on the screen
	Viewport   = "viewport" // a lesson drawn by Glamour in a bubbles viewport
	Stock      = "stock"    // Wish and Bubble Tea as they are, one line, over SSH
	Glow       = "glow"     // the Markdown reader of Bubble Tea's makers
)

// where tells each program's module, from the folder of the benchmarks, and
// its package in there.
var where = map[string][2]string{
	Porchlight: {"..", "."},
	Empty:      {".", "./peers/empty"},
	Oneline:    {".", "./peers/oneline"},
	Viewport:   {".", "./peers/viewport"},
	Stock:      {".", "./peers/stock"},
	Glow:       {"peers/glow", "github.com/charmbracelet/glow/v2"},
}

// Build builds every program into dir. It runs from the folder of the
// benchmarks, as go test does.
func Build(ctx context.Context, dir string) error {
	for name, at := range where {
		build := exec.CommandContext(ctx, "go", "build", "-trimpath", "-o", filepath.Join(dir, name), at[1])
		build.Dir = at[0]
		build.Env = append(os.Environ(), "CGO_ENABLED=0")
		if out, err := build.CombinedOutput(); err != nil {
			return fmt.Errorf("building %s: %w\n%s", name, err, out)
		}
	}
	return nil
}

// Environment is what every program is started with: a home of its own, and a
// terminal of many colours.
func Environment(home string) []string {
	return []string{
		"HOME=" + home,
		"XDG_DATA_HOME=" + filepath.Join(home, "data"),
		"XDG_CONFIG_HOME=" + filepath.Join(home, "config"),
		"XDG_CACHE_HOME=" + filepath.Join(home, "cache"),
		"PATH=" + os.Getenv("PATH"),
		"TERM=xterm-256color", "COLORTERM=truecolor", "LANG=en_US.UTF-8",
	}
}
