package study

import (
	"strings"

	"porchlight/internal/locale"
	"porchlight/lessons"
)

// Reach says how to reach a number: what to call, what to text, and when.
func Reach(n lessons.Number, w *locale.Words) string {
	var ways []string
	if n.Call != "" {
		ways = append(ways, w.F("line.now-call", locale.Args{"Number": n.Call}))
	}
	switch {
	case n.Text != "" && n.Keyword != "":
		ways = append(ways, w.F("line.now-text-word", locale.Args{"Number": n.Text, "Word": n.Keyword}))
	case n.Text != "":
		ways = append(ways, w.F("line.now-text", locale.Args{"Number": n.Text}))
	}
	if n.Web != "" {
		ways = append(ways, n.Web)
	}
	if n.Hours != "" {
		ways = append(ways, n.Hours)
	}
	return strings.Join(ways, ", ")
}
