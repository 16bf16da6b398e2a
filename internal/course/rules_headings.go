package course

import (
	"fmt"
	"slices"
	"strings"

	"porchlight/internal/packfile"
)

// headingRules are about the shape of a lesson.
func headingRules() []rule {
	return []rule{
		forBodies("headings from level two", headingLevels),
		forBodies("heading ids", headingIDs),
		forBodies("worked example", workedExample),
		forBodies("who a section is for", sectionsFor),
	}
}

// examplePrefix starts the ids of headings over worked examples.
const examplePrefix = "example-"

// people are who a worked example can be about.
var people = []string{"parent", "partner", "grown-child", "sibling", "friend"}

func (b *body) headings() (list []*block) {
	for _, block := range b.blocks {
		if block.kind == heading {
			list = append(list, block)
		}
	}
	return list
}

func headingLevels(l *lessonFile, b *body) {
	above := 1
	for _, h := range b.headings() {
		switch {
		case h.level == 1:
			l.doc.Report(b.at(h.offset), "a heading of level one", `Start it with "##". The title above the text is level one.`)
		case h.level > above+1:
			l.doc.Warn(b.at(h.offset), fmt.Sprintf("a heading of level %d under one of level %d", h.level, above),
				fmt.Sprintf("Start it with %q.", strings.Repeat("#", above+1)))
		}
		above = h.level
	}
}

func headingIDs(l *lessonFile, b *body) {
	seen := map[string]packfile.Pos{}
	for _, h := range b.headings() {
		if h.id == "" {
			continue
		}
		at := l.doc.Find(b.at(h.offset), h.id, 1)
		if first, ok := seen[h.id]; ok {
			l.doc.Report(at, fmt.Sprintf("the heading id %q stands twice", h.id),
				fmt.Sprintf("Give one of them another id. The first is in line %d.", first.Line))
			continue
		}
		seen[h.id] = at
		who, isExample := strings.CutPrefix(h.id, examplePrefix)
		switch {
		case isExample && !slices.Contains(people, who):
			l.doc.Report(at, fmt.Sprintf("%q does not say who the example is about", h.id),
				"Write one of: {#example-"+strings.Join(people, "}, {#example-")+"}.")
		case !packfile.IsSlug(h.id):
			l.doc.Report(at, fmt.Sprintf("%q is not an id", h.id), "Use small letters, digits and hyphens.")
		}
	}
}

// workedExample reports a lesson without an example, and a heading that looks
// like one without saying who is in the story.
func workedExample(l *lessonFile, b *body) {
	found := false
	for _, h := range b.headings() {
		isExample := strings.HasPrefix(h.id, examplePrefix)
		found = found || isExample
		switch {
		case isExample && h.level != 2:
			l.doc.Report(b.at(h.offset), "a worked example is not at level two", `Start the heading with "##".`)
		case !isExample && strings.HasPrefix(h.text, "Example:"):
			found = true
			l.doc.Report(b.at(h.offset), "an example that does not say who is in the story",
				"Add {#example-parent}, -partner, -grown-child, -sibling or -friend at the end of the line.")
		}
	}
	if !found && len(b.blocks) > 0 {
		l.doc.Report(packfile.Pos{}, "the lesson has no worked example",
			`Add a heading such as "## Example: the Monday call {#example-partner}" and tell what happens.`)
	}
}

// sectionsFor reports headings that say wrongly who their section is for, in
// {for=partner}. Where sections for several people follow one another, each
// learner is shown their own first.
func sectionsFor(l *lessonFile, b *body) {
	headings := slices.DeleteFunc(b.headings(), func(h *block) bool { return h.level != 2 && h.who == "" })
	for i, h := range headings {
		at := b.at(h.offset)
		if h.who != "" {
			at = l.doc.Find(at, "for=", 1)
		}
		who, isExample := strings.CutPrefix(h.id, examplePrefix)
		switch {
		case h.who == "":
		case !slices.Contains(people, h.who):
			l.doc.Report(at, fmt.Sprintf("%q does not say who the section is for", h.who),
				"Write one of: {for="+strings.Join(people, "}, {for=")+"}.")
		case h.level != 2:
			l.doc.Report(at, "a part of a section says who it is for", "Say it at the heading of level two above.")
		case isExample && who != h.who:
			l.doc.Report(at, fmt.Sprintf("the example is about a %s and for a %s", who, h.who), "Take {for=...} out. The example's id says who it is for.")
		case !isFor(headings, i-1) && !isFor(headings, i+1):
			l.doc.Warn(at, "a section for some, with none for others beside it", "Take {for=...} out, or put the sections for each next to one another.")
		}
	}
}

// marks lists who the sections of a lesson are for, those for everyone left
// out.
func (b *body) marks() (list []string) {
	for _, h := range b.headings() {
		who, isExample := strings.CutPrefix(h.id, examplePrefix)
		switch {
		case h.level != 2:
		case h.who != "":
			list = append(list, h.who)
		case isExample:
			list = append(list, who)
		}
	}
	return list
}

// isFor reports whether a heading of the list says who its section is for.
func isFor(headings []*block, i int) bool {
	return i >= 0 && i < len(headings) && (headings[i].who != "" || strings.HasPrefix(headings[i].id, examplePrefix))
}
