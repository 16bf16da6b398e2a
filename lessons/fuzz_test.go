package lessons_test

import (
	"strings"
	"testing"

	"porchlight/internal/packfile"
	"porchlight/internal/safetext"
	"porchlight/lessons"
)

// FuzzLesson holds that no lesson, however broken, lets a control character
// through to a reader.
func FuzzLesson(f *testing.F) {
	f.Add(front("a", "early", "1", "A"))
	f.Add(front("a", "early", "1", `"A \e[31m \u202e"`) + "\x1b]52;c;AAAA\x07 &#27; [@s](b) {#c")
	f.Add("---\nid: a\nsources: x\nkey-points:\n - - a\n---\n")
	f.Fuzz(func(t *testing.T, text string) {
		doc := packfile.ParseMarkdown("a.md", []byte(text))
		l := lessons.ReadLesson(doc, lessons.English)
		lines := []string{string(l.ID), l.Title, string(l.Track), l.Summary, l.InShort, l.TryToday, l.ContentNote}
		lines = append(append(lines, l.Objectives...), l.KeyPoints...)
		for _, d := range l.Discussion {
			lines = append(lines, d.Prompt, d.Safety)
		}
		lines = append(lines, strings.Split(l.Body, "\n")...)
		for _, s := range lines {
			if !safetext.Safe(strings.ToValidUTF8(strings.ReplaceAll(s, "\uFFFD", ""), "")) {
				t.Errorf("%q", s)
			}
		}
		if l.Words < 0 || l.Order < 0 || l.Minutes() < 1 {
			t.Errorf("%d words, order %d", l.Words, l.Order)
		}
	})
}
