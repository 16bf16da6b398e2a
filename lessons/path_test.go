package lessons_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"porchlight/internal/packfile"
	"porchlight/lessons"
)

const somePaths = `paths:
  - id: safety-first
    title: Safety first
    when:
      safe: [no, "unsure"]
    lessons: [a, b]
  - id: parent-not-ready
    title: When your child does not want help yet
    when:
      relationship: [parent]
      stage: [not-yet, thinking]
      urgent: [talking]
    lessons: [b]
  - id: everyone
    title: A first way through
    lessons: [c]
`

func TestPaths(t *testing.T) {
	p := open(t, sheets())
	paths := p.Paths("en")
	if len(paths) != 3 || paths[0].When.Everyone() || !paths[2].When.Everyone() || !slices.Equal(paths[0].Lessons, []lessons.ID{"a", "b"}) {
		t.Errorf("Paths = %+v", paths)
	}
	for _, c := range []struct {
		situation lessons.Situation
		want      lessons.PathID
	}{
		{lessons.Situation{}, "everyone"},
		{lessons.Situation{Safe: lessons.SafeNo}, "safety-first"},
		{lessons.Situation{Relationship: lessons.Parent, Stage: lessons.NotYet, Urgent: lessons.Talking, Safe: lessons.SafeUnsure}, "safety-first"},
		{lessons.Situation{Relationship: lessons.Parent, Stage: lessons.Thinking, Urgent: lessons.Talking, Safe: lessons.SafeYes}, "parent-not-ready"},
		{lessons.Situation{Relationship: lessons.Parent, Stage: lessons.After, Urgent: lessons.Talking, Safe: lessons.SafeYes}, "everyone"},
		{lessons.Situation{Relationship: lessons.Parent, Stage: lessons.NotYet}, "everyone"},
	} {
		if got := lessons.Fit(paths, c.situation); got.ID != c.want {
			t.Errorf("Fit(%+v) = %s, want %s", c.situation, got.ID, c.want)
		}
	}
	// Titles alone are another language's.
	es := p.Paths("es")
	if es[2].Title != "Un primer camino" || es[2].Lessons[0] != "c" || es[0].Title != "Safety first" || paths[2].Title != "A first way through" {
		t.Errorf("Paths = %+v", es)
	}
	if got := lessons.Fit(nil, lessons.Situation{}); got.ID != "" {
		t.Errorf("no paths, and %s fits", got.ID)
	}
}

// some draws a list for a key of "when": none, or a few of the known words.
func some[T any](t *rapid.T, name string, known []T) []T {
	if rapid.Bool().Draw(t, name+" left out") {
		return nil
	}
	return rapid.SliceOfN(rapid.SampledFrom(known), 0, 3).Draw(t, name)
}

// The path that fits is the first of those that do.
func TestFitProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var paths []lessons.Path
		for range rapid.IntRange(0, 5).Draw(t, "paths") {
			paths = append(paths, lessons.Path{ID: lessons.PathID(rune('a' + len(paths))), When: lessons.When{
				Relationship: some(t, "relationship", lessons.Relationships()), Stage: some(t, "stage", lessons.Stages()),
				Urgent: some(t, "urgent", lessons.Urgencies()), Safe: some(t, "safe", lessons.Safeties()),
			}})
		}
		s := lessons.Situation{
			Relationship: rapid.SampledFrom(append(lessons.Relationships(), "")).Draw(t, "r"),
			Stage:        rapid.SampledFrom(append(lessons.Stages(), "")).Draw(t, "s"),
			Urgent:       rapid.SampledFrom(append(lessons.Urgencies(), "")).Draw(t, "u"),
			Safe:         rapid.SampledFrom(append(lessons.Safeties(), "")).Draw(t, "safe"),
		}
		got := lessons.Fit(paths, s)
		i := slices.IndexFunc(paths, func(p lessons.Path) bool { return p.ID == got.ID })
		if i < 0 {
			i = len(paths)
		} else if !got.When.Fits(s) {
			t.Fatalf("%+v does not fit %+v", got, s)
		}
		for _, p := range paths[:i] {
			if p.When.Fits(s) || p.When.Everyone() {
				t.Fatalf("%+v fits and comes before %+v", p, got)
			}
		}
	})
}

// FuzzPaths holds that no paths, however broken, let a control character or an
// unknown word through.
func FuzzPaths(f *testing.F) {
	f.Add(somePaths)
	f.Add("paths:\n  - {id: \"\\e\", title: \"\\u202e\", when: {safe: [maybe, no], stage: x}, lessons: [\"\\x9b\", a]}\n")
	f.Add("paths:\n  - {when: {}}\n  - {when: []}\n  - when\n")
	f.Fuzz(func(t *testing.T, text string) {
		for _, p := range lessons.ReadPaths(packfile.ParseYAML("paths.yaml", []byte(text))) {
			safe(t, string(p.ID), p.Title)
			for _, l := range p.Lessons {
				if !packfile.IsSlug(string(l)) {
					t.Errorf("%q", l)
				}
			}
			for _, s := range p.When.Safe {
				if !slices.Contains(lessons.Safeties(), s) {
					t.Errorf("%q", s)
				}
			}
		}
	})
}
