package course_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// Files that are as long as a file may be must not keep the check.
func TestBusyActivities(t *testing.T) {
	repeat := func(n int, line func(i int) string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(line(i))
		}
		return b.String()
	}
	for name, files := range map[string]tree{
		"steps": {"quiz/en/practice/two-cups.yaml": "start: s0\nsteps:\n" + repeat(700, func(i int) string {
			return fmt.Sprintf("  - {id: s%d, they: A, replies: [{id: a, to: s%d}, {id: b, to: s%d}]}\n", i, i+1, i/2)
		}) + "endings: [{id: s700}]\n"},
		"nowhere": {"quiz/en/practice/two-cups.yaml": "start: s0\nsteps:\n" + repeat(1200, func(i int) string {
			return fmt.Sprintf("  - {id: s%d, replies: [{to: t%d}]}\n", i, i)
		})},
		"items": {"quiz/en/reflections/my-week.yaml": "scale: [A, B]\nitems:\n" + repeat(1500, func(i int) string {
			return fmt.Sprintf("  - {id: i%d, ask: Kill yourself, look-at: [7, 7], lesson: nothing}\n", i)
		})},
		"places": {"quiz/en/reflections/my-week.yaml": "scale: [A, B]\nitems:\n  - look-at: [" + strings.Repeat("1,", 13_000) + "]\n"},
		"fields": {"lessons/en/worksheets/my-rest.yaml": "fields:\n" + repeat(3000, func(i int) string { return "  - {id: a, ask: The Oak Detox}\n" })},
		"paths": {"lessons/en/paths.yaml": "paths:\n" + repeat(1800, func(i int) string {
			return fmt.Sprintf("  - {id: p%d, when: {safe: [no]}, lessons: [x%d]}\n", i, i)
		})},
		"lessons": {"lessons/en/paths.yaml": "paths:\n  - lessons: [" + strings.Repeat("x,", 13_000) + "]\n"},
		"shouting": {"lessons/en/worksheets/my-rest.yaml": "fields:\n" + repeat(30, func(i int) string {
			return "  - {id: a, ask: " + strings.Repeat("Oak ", 1900) + "}\n"
		})},
	} {
		pack := tiny(t)
		for file, text := range files {
			pack[file] = text
			pack[strings.Replace(file, "/en/", "/es/", 1)] = text
		}
		start := time.Now()
		if found := pack.check(t); len(found) == 0 {
			t.Errorf("%s: nothing is wrong", name)
		}
		if took := time.Since(start); took > 2*time.Minute {
			t.Errorf("%s: took %v", name, took)
		} else {
			t.Logf("%s: %v", name, took)
		}
	}
}
