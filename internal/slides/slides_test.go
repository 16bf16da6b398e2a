package slides_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"porchlight/internal/slides"
	"porchlight/internal/typeset"
)

func deck(t testing.TB, markdown string, width, height int) slides.Deck {
	t.Helper()
	text, err := typeset.Set(markdown, width, typeset.Style{})
	if err != nil {
		t.Fatal(err)
	}
	return slides.New(text, height)
}

func shown(d slides.Deck) (steps []string) {
	for i := range d.Len() {
		steps = append(steps, strings.Join(strings.Fields(strings.Join(d.Plain(i), " ")), " "))
	}
	return steps
}

func TestPagesAndSteps(t *testing.T) {
	for name, c := range map[string]struct {
		markdown string
		height   int
		want     []string
	}{
		"a heading begins a page":         {"# A\n\nOne.\n\n## B\n\nTwo.\n", 20, []string{"A One.", "B Two."}},
		"headings without text share one": {"## A\n\n### B\n\nTwo.\n", 20, []string{"A B Two."}},
		"a pause":                         {"## A\n\nOne.\n\n<!-- pause -->\n\nTwo.\n", 20, []string{"A One.", "A One. Two."}},
		"items are steps":                 {"Ask:\n\n1. Who?\n2. What?\n", 20, []string{"Ask:", "Ask: 1. Who?", "Ask: 1. Who? 2. What?"}},
		"a list that begins a page":       {"- a\n- b\n", 20, []string{"- a", "- a - b"}},
		"a long section":                  {"## A\n\nOne.\n\nTwo.\n\nThree.\n", 6, []string{"A One. Two.", "Three."}},
		"a pause that ends a section":     {"One.\n\n<!-- pause -->\n\n## B\n\nTwo.\n", 20, []string{"One.", "B Two."}},
		"nothing":                         {"", 20, []string{""}},
		"a question":                      {asking, 20, []string{"Q What fits best here? A. One B. Two C. Three"}},
		"a question, tight":               {asking, 5, []string{"Q What fits best here? A. One B. Two C. Three"}},
		"a question without its heading":  {asking, 4, []string{"What fits best here? A. One B. Two C. Three"}},
		"a question on two pages":         {asking, 3, []string{"What fits best here? A. One B. Two", "What fits best here? C. Three"}},
		"a question on three pages":       {asking, 2, []string{"What fits best here? A. One", "B. Two C. Three"}},
		"a pause before the choices":      {strings.Replace(asking, "<!-- choices -->", "<!-- choices -->\n\n<!-- pause -->", 1), 4, []string{"What fits best here?", "What fits best here? A. One B. Two C. Three"}},
		"two questions":                   {asking + asking, 4, []string{"What fits best here? A. One B. Two C. Three", "What fits best here? A. One B. Two C. Three"}},
		"a long question": {"## Q\n\n" + strings.Repeat("word ", 30) + "\n\n<!-- choices -->\n\nA. One\n\nB. Two\n", 3, []string{
			strings.TrimSpace(strings.Repeat("word ", 24)), strings.Repeat("word ", 6) + "A. One B. Two",
		}},
	} {
		if got := shown(deck(t, c.markdown, 40, c.height)); fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
	}
}

// asking is a question with three choices.
const asking = "## Q\n\nWhat fits best here?\n\n<!-- choices -->\n\nA. One\n\nB. Two\n\nC. Three\n\n"

// question is a question with choices, of any length.
func question(t *rapid.T) string {
	text := func(label string, most int) string {
		return strings.TrimSpace(strings.Repeat(label+" ", rapid.IntRange(1, most).Draw(t, label)))
	}
	s := "## Head\n\n" + text("ask", 60) + "\n\n<!-- choices -->\n\n"
	for i := range rapid.IntRange(1, 6).Draw(t, "choices") {
		s += fmt.Sprintf("**%c.** %s\n\n", 'A'+i, text("choice", 20))
	}
	return s + "*Choose one.*\n"
}

// However small the screen, no page is too long, every word is there, what is
// asked stands above each choice, no choice breaks that fits on a page, and
// nothing goes to another page that has room on one.
func TestChoicesStandUnderTheirQuestion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		source := question(t)
		width, height := rapid.IntRange(20, 60).Draw(t, "width"), rapid.IntRange(3, 20).Draw(t, "height")
		text, err := typeset.Set(source, width, typeset.Style{})
		if err != nil {
			t.Fatal(err)
		}
		d := slides.New(text, height)
		var added []string
		for i := range d.Len() {
			lines, s := d.Plain(i), d.Step(i)
			if len(lines) > height || s.Whole > height || len(lines) != s.Whole {
				t.Fatalf("page %d has %d lines, %d in all, and not %d at most:\n%s", i, len(lines), s.Whole, height, strings.Join(lines, "\n"))
			}
			page := strings.Join(lines, " ")
			if strings.Contains(page, "choice") && !strings.Contains(page, "ask") {
				t.Fatalf("page %d has choices of nothing:\n%s", i, strings.Join(lines, "\n"))
			}
			added = append(added, d.Added(i)...)
		}
		if have, want := strings.Fields(strings.Join(added, " ")), strings.Fields(strings.Join(text.Plain, " ")); strings.Join(have, " ") != strings.Join(want, " ") {
			t.Fatalf("the pages have the words\n%q, not\n%q", have, want)
		}
		filled := 0
		for _, l := range text.Plain {
			if strings.TrimSpace(l) != "" {
				filled++
			}
		}
		if filled-1 <= height && d.Len() != 1 {
			t.Fatalf("%d lines and a heading are %d pages of %d", filled-1, d.Len(), height)
		}
	})
}

func TestALongSectionKeepsItsTitle(t *testing.T) {
	d := deck(t, "## A\n\nOne.\n\nTwo.\n\nThree.\n", 40, 6)
	if s := d.Step(1); s.Title != "A" || !s.Goes || s.Page != 2 || s.Of != 2 {
		t.Errorf("the second page is %+v", s)
	}
}

// markdown is a lesson of any shape, its words numbered.
func markdown(t *rapid.T) string {
	var b strings.Builder
	word := 0
	words := func(most int) string {
		var w []string
		for range rapid.IntRange(1, most).Draw(t, "words") {
			word++
			w = append(w, fmt.Sprintf("w%d", word))
		}
		return strings.Join(w, " ")
	}
	for range rapid.IntRange(0, 12).Draw(t, "blocks") {
		switch rapid.SampledFrom([]string{"head", "text", "list", "pause", "quote", "table"}).Draw(t, "block") {
		case "head":
			fmt.Fprintf(&b, "## %s\n\n", words(8))
		case "text":
			fmt.Fprintf(&b, "%s\n\n", words(60))
		case "list":
			for range rapid.IntRange(1, 5).Draw(t, "items") {
				fmt.Fprintf(&b, "- %s\n", words(12))
			}
			b.WriteString("\nso\n\n")
		case "pause":
			b.WriteString("<!-- pause -->\n\n")
		case "quote":
			fmt.Fprintf(&b, "> %s\n\n", words(20))
		case "table":
			fmt.Fprintf(&b, "| a | b |\n|---|---|\n| %s | %s |\n| %s | %s |\n\n", words(4), words(4), words(4), words(4))
		}
	}
	return b.String()
}

func TestEveryWordStandsOnOnePage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		source := markdown(t)
		width, height := rapid.IntRange(12, 90).Draw(t, "width"), rapid.IntRange(1, 40).Draw(t, "height")
		text, err := typeset.Set(source, width, typeset.Style{})
		if err != nil {
			t.Fatal(err)
		}
		d := slides.New(text, height)
		var pages, added []string
		for i := range d.Len() {
			s := d.Step(i)
			if s.To-s.From > height || s.End-s.From > height {
				t.Fatalf("step %d has %d lines, not %d at most", i, s.End-s.From, height)
			}
			if i+1 == d.Len() || d.Step(i+1).Page != s.Page {
				pages = append(pages, d.Plain(i)...)
			}
			added = append(added, d.Added(i)...)
		}
		want := strings.Fields(strings.Join(text.Plain, " "))
		for name, got := range map[string][]string{"pages": pages, "steps": added} {
			if have := strings.Fields(strings.Join(got, " ")); strings.Join(have, " ") != strings.Join(want, " ") {
				t.Fatalf("the %s have the words\n%q, not\n%q", name, have, want)
			}
		}
	})
}

// A place that one screen tells another leads to the same step at the same
// size, and never goes back where the step goes on.
func TestStepsAreFoundAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		source := markdown(t)
		text, err := typeset.Set(source, rapid.IntRange(30, 90).Draw(t, "width"), typeset.Style{})
		if err != nil {
			t.Fatal(err)
		}
		d := slides.New(text, rapid.IntRange(4, 40).Draw(t, "height"))
		for i := range d.Len() {
			if at := d.At(d.Place(i)); at != i && d.Place(at) != d.Place(i) {
				t.Fatalf("step %d is found again as %d", i, at)
			}
			if i > 0 && d.At(d.Place(i)) < d.At(d.Place(i-1)) {
				t.Fatalf("step %d stands before step %d", i, i-1)
			}
		}
	})
}
