package course_test

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestTinyPackIsRight(t *testing.T) {
	for _, p := range tiny(t).check(t) {
		t.Errorf("%s (%s)", p.Error(), p.Do)
	}
}

// TestBrokenPacks holds each broken pack of testdata against exactly the
// problems it must show.
func TestBrokenPacks(t *testing.T) {
	families, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(families) < 2 {
		t.Fatalf("testdata: %v, %v", families, err)
	}
	for _, family := range families {
		name := strings.TrimSuffix(filepath.Base(family), ".txtar")
		if name == "pack" {
			continue
		}
		for _, p := range brokenPacks(t, family) {
			t.Run(name+"/"+p.name, func(t *testing.T) { p.test(t) })
		}
	}
}

func (p *brokenPack) test(t *testing.T) {
	files := tiny(t)
	p.apply(t, files)
	found := files.check(t)
	for i, problem := range found {
		if i >= len(p.wants) || !p.wants[i].matches(problem) {
			t.Errorf("found, not wanted here:\n%s", wantLine(problem))
		}
	}
	if len(found) < len(p.wants) {
		t.Errorf("%d problems, want %d, from %+v on", len(found), len(p.wants), p.wants[len(found)])
	}
}
