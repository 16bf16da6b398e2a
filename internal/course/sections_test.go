package course_test

import (
	"slices"
	"strings"
	"testing"

	"porchlight/internal/course"
	"porchlight/lessons"
)

const forSome = `Read the part that is yours.

- one list
- of two

## Your partner {for=partner}

One.

| a | b |
|---|---|
| 1 | 2 |

### A part of it

## Example: tea {#example-grown-child}

Two.

## For all
`

func TestSections(t *testing.T) {
	got := course.Sections(forSome)
	want := []course.Section{
		{Blocks: 2},
		{For: lessons.Partner, Start: strings.Index(forSome, "## Your"), Blocks: 4},
		{For: lessons.GrownChild, Start: strings.Index(forSome, "## Example"), Blocks: 2},
		{Start: strings.Index(forSome, "## For all"), Blocks: 1},
	}
	if !slices.Equal(got, want) {
		t.Errorf("Sections = %+v, want %+v", got, want)
	}
	if got := course.Sections(""); len(got) != 1 || got[0].Blocks != 0 {
		t.Errorf("no text, and %+v", got)
	}
}
