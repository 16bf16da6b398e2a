package line_test

import (
	"strings"
	"testing"

	"porchlight/internal/group"
	"porchlight/internal/line"
	"porchlight/internal/locale/localetest"
)

// What was read together is said by name, with the pages to give out, the card
// for urgent help among them; titles make no marks of Markdown.
func TestRoomMarkdownNamesWhatWasRead(t *testing.T) {
	for lang, give := range map[string]string{"en": "## To give out on paper", "es": "## Para repartir en papel"} {
		w := localetest.Open(t, lang)
		page := group.Page{Place: "lesson/limits", Title: group.Text{"en": "Limits *that* hold"}}
		got := line.RoomMarkdown(group.Summary{Covered: []string{"session/x"}, Read: []group.Page{page, {Place: "practice/p", Title: group.Text{"en": "A talk"}}}, Give: []group.Page{page}}, w)
		for _, want := range []string{
			`- Limits \*that\* hold: ` + "`porchlight lesson/limits`", "- A talk: `porchlight practice/p`", give,
			"`porchlight handout lesson/limits`", "`porchlight handout now`", "`porchlight handout lesson/limits now`",
		} {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %q is not said:\n%s", lang, want, got)
			}
		}
		if strings.Contains(got, "session/x") {
			t.Errorf("%s: a plan is named as if it had been read:\n%s", lang, got)
		}
	}
}
