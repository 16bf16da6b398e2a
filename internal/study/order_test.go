package study_test

import (
	"slices"
	"strings"
	"testing"

	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/internal/typeset"
	"porchlight/lessons"
)

// known is a desk over the whole course, of someone who said who the person is
// to them.
func known(t *testing.T, who lessons.Relationship) *study.Desk {
	t.Helper()
	d := whole(t, record.NewGuest(), "en")
	must(t, d.SaveSituation(t.Context(), lessons.Situation{Relationship: who}))
	return d
}

func TestOwnSectionsComeFirst(t *testing.T) {
	for _, test := range []struct {
		who   lessons.Relationship
		heads []string
	}{
		{"", []string{"Your partner", "Example: two chairs", "Your teen", "Example: pancakes at ten", "Your grown child", "Your parent"}},
		{lessons.Parent, []string{"Your teen", "Example: pancakes at ten", "Your grown child", "Your partner", "Example: two chairs", "Your parent"}},
		{lessons.Friend, []string{"Your friend", "Example: a ride at seven", "Your partner", "Example: two chairs", "Your teen"}},
		{lessons.OtherRelationship, []string{"Your partner", "Example: two chairs", "Your teen"}},
	} {
		r, err := known(t, test.who).Read(t.Context(), "who-they-are-to-you", words(t, "en"))
		must(t, err)
		heads := headings(r.Markdown)[1:] // below the title
		if !slices.Equal(heads[:len(test.heads)], test.heads) {
			t.Errorf("for %q the sections are %q", test.who, heads)
		}
		if len(heads) != 11+3 || heads[len(heads)-1] != "Sources" {
			t.Errorf("for %q there are %d sections: %q", test.who, len(heads), heads)
		}
	}
}

func headings(markdown string) (list []string) {
	for line := range strings.Lines(markdown) {
		if marks, title, ok := strings.Cut(line, " "); ok && strings.Trim(marks, "#") == "" && marks != "" {
			title, _, _ = strings.Cut(title, "{")
			list = append(list, strings.TrimSpace(title))
		}
	}
	return list
}

// In every lesson, for everyone, a block of the sheet holds the words of the
// block that its place is kept by.
func TestAPlaceStaysWithItsWords(t *testing.T) {
	plain := known(t, "")
	tracks, err := plain.Tracks(t.Context())
	must(t, err)
	asWritten := map[lessons.ID][]string{}
	for _, track := range tracks {
		for _, p := range track.Lessons {
			asWritten[p.Lesson.ID], _ = set(t, plain, p.Lesson.ID)
		}
	}
	for _, who := range lessons.Relationships() {
		d := known(t, who)
		for _, track := range tracks {
			for _, p := range track.Lessons {
				id := p.Lesson.ID
				written := asWritten[id]
				drawn, order := set(t, d, id)
				if len(drawn) != len(written) {
					t.Fatalf("%s for %s: %d blocks, and %d as written", id, who, len(drawn), len(written))
				}
				for block := range drawn {
					if at := order.Written(block); drawn[block] != written[at] || order.Drawn(at) != block {
						t.Errorf("%s for %s: block %d begins %q, and %d as written %q", id, who, block, drawn[block], at, written[at])
					}
				}
				if far := len(drawn) + 3; order.Written(far) != far || order.Drawn(far) != far {
					t.Errorf("%s for %s: a place beyond the end moves", id, who)
				}
			}
		}
	}
}

// set is the first words of each block of a lesson as one learner reads it.
func set(t *testing.T, d *study.Desk, id lessons.ID) ([]string, study.Order) {
	t.Helper()
	r, err := d.Read(t.Context(), id, words(t, "en"))
	must(t, err)
	text, err := typeset.Set(r.Markdown, 100, typeset.Style{})
	must(t, err)
	var blocks []string
	for i, line := range text.Plain {
		if at := text.PlaceAt(i).Block; strings.TrimSpace(line) != "" && at == len(blocks) {
			line, _, _ = strings.Cut(line, "[") // sources are numbered as they are read
			blocks = append(blocks, line)
		}
	}
	return blocks, r.Order
}
