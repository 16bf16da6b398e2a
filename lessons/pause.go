package lessons

import "strings"

// PauseMark, alone between two empty lines of a lesson, makes a room wait there
// when the lesson is shown page by page. Readers see nothing of it.
const PauseMark = "<!-- pause -->"

// Unpaused is a lesson's text without marks for pauses.
func Unpaused(body string) string {
	if !strings.Contains(body, PauseMark) {
		return body
	}
	var b strings.Builder
	for line := range strings.SplitAfterSeq(body, "\n") {
		if strings.TrimSpace(line) != PauseMark {
			b.WriteString(line)
		}
	}
	return b.String()
}
