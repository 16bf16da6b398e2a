package kiosk

import (
	"regexp"
	"strings"

	gossh "golang.org/x/crypto/ssh"

	"porchlight/internal/safetext"
)

// A ptyRequest is what a client asks for with a terminal (RFC 4254, 6.2). The
// modes are the client's own affair: it has put its terminal in raw mode.
type ptyRequest struct {
	Term          string
	Width, Height uint32
	PixelW        uint32
	PixelH        uint32
	Modes         string
}

type sizeRequest struct{ Width, Height, PixelW, PixelH uint32 }

type envRequest struct{ Name, Value string }

type textRequest struct{ Text string }

// parse reads a request's payload into one of the above.
func parse[T any](payload []byte) (T, bool) {
	var into T
	err := gossh.Unmarshal(payload, &into)
	return into, err == nil
}

var termName = regexp.MustCompile(`^[-+._a-zA-Z0-9]+$`)

// goodTerm reports whether a terminal's name can be one.
func goodTerm(name string) bool { return len(name) <= maxTerm && termName.MatchString(name) }

// clamp brings a size within what a screen of lines may take. It reports false
// for a size of nothing.
func clamp(width, height uint32) (int, int, bool) {
	if width == 0 || height == 0 {
		return 0, 0, false
	}
	return int(min(width, maxWidth)), int(min(height, maxHeight)), true
}

// envNames are the variables that are taken: for the language and the colours.
var envNames = map[string]bool{
	"LANG": true, "LC_ALL": true, "LC_MESSAGES": true, "LC_CTYPE": true, "COLORTERM": true, "NO_COLOR": true,
}

// goodEnv reports whether a variable is taken.
func goodEnv(e envRequest) bool {
	return envNames[e.Name] && len(e.Value) <= maxEnvValue && safetext.Safe(e.Value)
}

// words splits a command at its spaces, or reports false for one that nobody
// types.
func words(command string) ([]string, bool) {
	if len(command) > maxCommand || !safetext.Safe(command) {
		return nil, false
	}
	return strings.Fields(command), true
}
