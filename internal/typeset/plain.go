package typeset

import "strings"

// Plain is Markdown as plain words, a line for each paragraph, for those who
// break lines themselves.
func Plain(markdown string) string {
	const whole = 1 << 14 // wider than any paragraph, so that none is broken
	text, err := Set(markdown, whole, Style{})
	if err != nil {
		return strings.TrimSpace(markdown)
	}
	return strings.TrimSpace(strings.Join(text.Plain, "\n"))
}
