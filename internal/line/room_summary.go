package line

import (
	"fmt"
	"strings"

	"porchlight/internal/group"
	"porchlight/internal/locale"
)

// RoomMarkdown is a summary of a room as Markdown, in the language of words.
func RoomMarkdown(s group.Summary, w *locale.Words) string {
	b, lang := &strings.Builder{}, w.Lang()
	fmt.Fprintf(b, "# %s\n", w.T("room.summary"))
	for _, p := range s.Polls {
		fmt.Fprintf(b, "\n## %s\n\n", plain(p.Text.In(lang)))
		for _, c := range p.Choices {
			fmt.Fprintf(b, "- %s\n", w.F("room.bar", locale.Args{"Text": plain(c.Text.In(lang)), "Count": c.Count, "Of": p.People, "Percent": c.Percent}))
		}
	}
	for _, sh := range s.Shifts {
		fmt.Fprintf(b, "\n## %s\n\n", w.F("room.shift", locale.Args{"Text": plain(sh.Text.In(lang))}))
		for i, c := range sh.Choices {
			fmt.Fprintf(b, "- %s\n", w.F("room.shift-bar", locale.Args{"Text": plain(c.Text.In(lang)), "Before": sh.Before.Bars[i].Percent, "After": sh.After.Bars[i].Percent}))
		}
	}
	if len(s.Box) > 0 {
		fmt.Fprintf(b, "\n## %s\n\n", w.T("room.summary-box"))
		for _, q := range s.Box {
			fmt.Fprintf(b, "- %s\n", plain(q))
		}
	}
	if len(s.Read) > 0 {
		readTogether(b, s, w)
	} else if len(s.Covered) > 0 {
		fmt.Fprintf(b, "\n## %s\n\n", w.T("room.summary-covered"))
		for _, r := range s.Covered {
			fmt.Fprintf(b, "- `porchlight %s`\n", r)
		}
	}
	return b.String()
}

// readTogether says what was read, and what to give out: with the card for
// urgent help, which everybody may take.
func readTogether(b *strings.Builder, s group.Summary, w *locale.Words) {
	fmt.Fprintf(b, "\n## %s\n\n", w.T("room.summary-covered"))
	for _, p := range s.Read {
		fmt.Fprintf(b, "- %s: `porchlight %s`\n", plain(p.Title.In(w.Lang())), p.Place)
	}
	fmt.Fprintf(b, "\n## %s\n\n", w.T("room.summary-give"))
	all := []string{}
	for _, p := range s.Give {
		fmt.Fprintf(b, "- %s: `porchlight handout %s`\n", plain(p.Title.In(w.Lang())), p.Place)
		all = append(all, p.Place)
	}
	fmt.Fprintf(b, "- %s: `porchlight handout now`\n", plain(w.T("line.now-title")))
	if len(all) > 0 {
		fmt.Fprintf(b, "\n%s `porchlight handout %s now`\n", w.T("room.summary-all"), strings.Join(all, " "))
	}
}

// plain is words that Markdown does not take for marks.
func plain(s string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "<", `\<`, "#", `\#`, "&", `\&`, "|", `\|`, "~", `\~`).Replace(s)
}
