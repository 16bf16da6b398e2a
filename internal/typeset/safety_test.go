package typeset_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"porchlight/internal/typeset"
)

// payloads are what a terminal would obey or a reader be misled by, as bytes
// and as entities that Markdown decodes.
var payloads = []string{
	"\x1b[31mred",        // colour
	"\x1b[2J\x1b[H",      // clear the screen
	"\x1b]0;title\x07",   // window title
	"\x1b]52;c;QUFB\x07", // clipboard
	"\x1b]8;;https://evil.example\x1b\\x\x1b]8;;\x1b\\", // a link of its own
	"\x1b]1337;File=:AA\x07",                            // a file
	"\x1bP+q544e\x1b\\",                                 // DCS query
	"\x1b_Gf=100;AA\x1b\\",                              // APC graphics
	"\x1b[6n",                                           // report, typed back
	"\x1bc",                                             // reset
	"\x1b[?1049h",                                       // other screen
	"\u009b31mC1",                                       // CSI as UTF-8
	"\u009d52;c;QQ\u009c",                               // OSC as UTF-8
	"\x9b31m\x9d0;t\x9c",                                // C1 as bytes
	"a\x07\x08\x08\x0b\x0c\x7f",                         // bell, backspace and others
	"a\u202eb\u2066c\u200ed",                            // bidirectional
	"a\u200bb\ufeffc\u00add\U000e0041",                  // invisible
	"&#27;[31m&#x1b;]52;c;QQ&#7;&#155;",                 // as entities
	"&#x202e;&#8238;&rlm;&lrm;&shy;&ZeroWidthSpace;",
	"&amp;#27;[5m \\\x1b[5m &#27;\\[5m", // decoded once, never twice
	"%1b[31m\r\x00\u2028x\u2029y",
}

// contexts are where a payload may stand.
var contexts = map[string]string{
	"paragraph":    "a %s b",
	"heading":      "## a %s b {#c}\n\nd",
	"list":         "- a %s b\n  1. %s",
	"table":        "|a %s|b|\n|-|-|\n|c|%s|",
	"quote":        "> a %s b",
	"code":         "`a %s b`\n\n```%s\n%s\n```\n\n    %s",
	"link text":    "[a %s b](https://a.org) **[%s](term:x)**",
	"link address": "[a](https://a.org/%s) [b](<tel:1%s>) [c](term:%s) <https://b.org/%s> [d]\n\n[d]: <mailto:e@f.g%s>",
}

func TestNoPayloadGetsThrough(t *testing.T) {
	for name, context := range contexts {
		for i, payload := range payloads {
			in := strings.ReplaceAll(context, "%s", payload)
			for _, s := range looks() {
				for _, width := range []int{20, 80} {
					text, err := typeset.Set(in, width, s)
					if err != nil {
						t.Errorf("%s, payload %d: %v", name, i, err)
						continue
					}
					sound(t, text, width, s.Name == "")
					for _, l := range text.Lines {
						if strings.Contains(l, "evil.example\x1b\\") || strings.Contains(l, "\x1b[31m") || strings.Contains(l, "\x1b[5m") {
							t.Errorf("%s, payload %d: %q", name, i, l)
						}
					}
				}
			}
			if t.Failed() {
				t.Fatalf("%s, payload %d: %q", name, i, in)
			}
		}
	}
}

func TestOnlyGoodSchemesBecomeLinks(t *testing.T) {
	for _, to := range []string{
		"javascript:alert(1)", "file:///etc/passwd", "http://a.org", "data:text/html,x", "ssh://a", "HTTPS//x", "//a.org", "#a", "",
		"java&#115;cript:x", "https:", strings.Repeat("https://a.org/", 200),
	} {
		text := set(t, "[words](<"+to+">)", 80, evening())
		if strings.Contains(text.Lines[0], "\x1b]8") || len(text.Links) > 0 {
			t.Errorf("%q became a link: %q", to, text.Lines[0])
		}
	}
	for _, to := range []string{"https://a.org", "HTTPS://a.org", "tel:988", "mailto:a@b.org", "https://a.org/ñ b"} {
		text := set(t, "[words](<"+to+">)", 80, evening())
		if !strings.Contains(text.Lines[0], "\x1b]8;;") || len(text.Links) != 1 {
			t.Errorf("%q is no link: %q", to, text.Lines[0])
		}
		sound(t, text, 80, false)
	}
}

// TestRefuses: what would take the process's time is refused before it is
// parsed.
func TestRefuses(t *testing.T) {
	deepList := ""
	for i := range 10_000 {
		deepList += strings.Repeat(" ", 2*min(i, 10)) + "- a\n"
	}
	for _, c := range []struct {
		name, in string
		want     error
	}{
		{"quotations", strings.Repeat(">", 10_000) + "a", typeset.ErrTooDeep},
		{"quotations with spaces", strings.Repeat("> ", 10_000) + "a", typeset.ErrTooDeep},
		{"lists on a line", strings.Repeat("- ", 10_000) + "a", typeset.ErrTooDeep},
		{"numbered lists on a line", strings.Repeat("1. ", 10_000) + "a", typeset.ErrTooDeep},
		{"lists", deepList, typeset.ErrTooDeep},
		{"lists in quotations", strings.Repeat("> - ", 5_000) + "a", typeset.ErrTooDeep},
		{"emphasis", strings.Repeat("*a **b ", 100) + strings.Repeat("b** a*", 100), typeset.ErrTooDeep},
		{"marks", strings.Repeat("_*", 50_000), typeset.ErrTooMany},
		{"brackets", strings.Repeat("[](", 50_000), typeset.ErrTooMany},
		{"columns", strings.Repeat("|a", 9_000) + "\n" + strings.Repeat("|-", 9_000) + "\n|\n|\n", typeset.ErrTooMany},
		{"rows", "|a|b|\n|-|-|\n" + strings.Repeat("|\n", 100_000), typeset.ErrTooMany},
		{"length", strings.Repeat("a ", 140_000), typeset.ErrTooLong},
		{"length when drawn", "[a]: https://a.org/" + strings.Repeat("b", 1900) + strings.Repeat("\n\n"+strings.Repeat("[a] ", 400), 100), typeset.ErrTooLong},
	} {
		took := time.Hour
		for range 3 { // the best of three: others use this machine too
			start := time.Now()
			_, err := typeset.Set(c.in, 80, evening())
			took = min(took, time.Since(start))
			if !errors.Is(err, c.want) {
				t.Errorf("%s: %v, want %v", c.name, err, c.want)
			}
		}
		if took > time.Second && !racing && c.name != "length when drawn" {
			t.Errorf("%s: refused after %v", c.name, took)
		}
	}
}

func TestAllowsWhatACourseMayHold(t *testing.T) {
	depth := ""
	for i := range 8 {
		depth += strings.Repeat("  ", i) + "- a\n"
	}
	for name, in := range map[string]string{
		"eight lists":          depth,
		"eight quotations":     strings.Repeat("> ", 8) + "a",
		"a rule of many marks": "- - - - - - - - - - - -",
		"a long list":          strings.Repeat("- **a** [b](term:c)\n", 200),
		"a large table":        "|a|b|c|\n|-|-|-|\n" + strings.Repeat("|x|y|z|\n", 500),
		"a long lesson":        strings.Repeat("words of a lesson, *some* of them.\n\n", 7_000),
	} {
		for _, width := range []int{16, 80} {
			text, err := typeset.Set(in, width, typeset.Style{})
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			sound(t, text, width, true)
		}
	}
}

func FuzzSet(f *testing.F) {
	f.Add(sample(f), 40)
	for _, context := range contexts {
		for _, payload := range payloads {
			f.Add(strings.ReplaceAll(context, "%s", payload), 30)
		}
	}
	for i, s := range []string{
		"a [1] [2] [3", "|a|\n|-|\n|\\||", "- > - 1. a", "~~a~~ <b>", "[a\n[b](term:c)](lesson:d)", "**[a *b*](tel:1)**c",
		"e\u0301 \u0301 👩‍👩‍👧 🇺🇸🇺🇸", "薬薬薬薬薬薬薬薬 [1]", "```\n\ta\tb\n", "# a {#b c=d}\n===\n---", "&#0;&#xD800;&#x110000;&NotEqualTilde;",
	} {
		f.Add(s, i*7)
	}
	f.Fuzz(func(t *testing.T, in string, width int) {
		width = 4 + abs(width)%200
		for _, s := range looks() {
			text, err := typeset.Set(in, width, s)
			if err != nil {
				return
			}
			sound(t, text, width, s.Name == "")
			for i := range text.Lines {
				if got := text.LineOf(text.PlaceAt(i)); got < 0 || got >= len(text.Lines) {
					t.Errorf("line %d goes to %d", i, got)
				}
			}
			wide, err := typeset.Set(in, 200, s)
			if err != nil {
				t.Fatal(err)
			}
			sameWords(t, text, wide)
			for _, m := range text.Find("a") {
				for _, at := range m.Spans {
					if got, open := stripped(t, text.Marked(at.Line, m.Spans, true)); got != text.Plain[at.Line] || open {
						t.Errorf("marked: %q, want %q", got, text.Plain[at.Line])
					}
				}
			}
		}
	})
}

func abs(n int) int {
	if n < 0 {
		n = -(n + 1)
	}
	return n
}

func ExampleSet() {
	text, _ := typeset.Set("**Stay.** Help is [coming](tel:911).\n\n- Keep your voice low.", 24, typeset.Style{})
	for _, line := range text.Lines {
		fmt.Println(line)
	}
	// Output:
	// Stay. Help is coming
	// (911).
	//
	// - Keep your voice low.
}
