package press_test

import (
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"porchlight/internal/handout"
	"porchlight/internal/handout/press"
)

// printed are things to print of the whole course, of every kind that a blank
// record has.
func printed() [][]string {
	return [][]string{
		{"lesson/helping-or-enabling"}, {"lesson/overdose-and-naloxone"}, {"slips/helping-or-enabling"}, {"slips/week-01"}, {"now"}, {"glossary"}, {"checklist"},
		{"checklist/first-call"}, {"worksheet/emergency-plan"}, {"worksheet/my-own-week"}, {"today"}, {"compare"},
		{"lesson/limits-that-hold", "worksheet/one-limit-i-can-keep", "now"},
	}
}

// TestPDFSaysWhatTheDocumentSays: the text taken from the PDF is the document's
// own, in every size of paper and print, and the foot stands on every page.
func TestPDFSaysWhatTheDocumentSays(t *testing.T) {
	need(t, "pdftotext")
	for _, lang := range []string{"en", "es"} {
		l := whole(t, lang)
		for i, what := range printed() {
			d := l.make(t, what...)
			look := looks()[i%len(looks())]
			pages, said := pages(t, filed(t, d, press.PDF, look)), ""
			for n, page := range pages {
				body, ok := strings.CutSuffix(bare(page), bare(fmt.Sprintf("%s %d / %d", d.Foot, n+1, len(pages))))
				if !ok {
					t.Errorf("%v: page %d has no foot:\n%s", what, n+1, page)
				}
				said += body
			}
			if want := bare(d.Text()); said != want {
				t.Errorf("%v, %s: the PDF says\n%s\nand the document\n%s", what, lang, differ(said, want), differ(want, said))
			}
		}
	}
}

// pages is the text of each page of a PDF.
func pages(t testing.TB, path string) []string {
	t.Helper()
	pages := strings.Split(run(t, "pdftotext", "-raw", path, "-"), "\f")
	return pages[:len(pages)-1] // each page ends in one
}

// differ is some of one text from where it differs from another.
func differ(a, b string) string {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	return "..." + a[max(0, i-40):min(len(a), i+80)]
}

// quote matches the words of an element as pdfinfo writes them.
var quote = regexp.MustCompile(`(?m)^ *"(.*)"$`)

// TestPDFIsReadInOrder: what a screen reader follows is the structure. It holds
// every word, in order, with the spaces between them.
func TestPDFIsReadInOrder(t *testing.T) {
	need(t, "pdfinfo")
	for _, lang := range []string{"en", "es"} {
		for i, what := range [][]string{
			{"lesson/helping-or-enabling"}, {"worksheet/one-limit-i-can-keep"}, {"checklist/staff"}, {"compare", "today"},
		} {
			d := whole(t, lang).make(t, what...)
			path := filed(t, d, press.PDF, looks()[(i+1)%len(looks())])
			said := ""
			for _, m := range quote.FindAllStringSubmatch(run(t, "pdfinfo", "-struct-text", path), -1) {
				said += m[1] + " "
			}
			if want := words(d.Text()); words(said) != want && bare(said) != bare(want) {
				t.Errorf("%v: the structure says\n%s\nand the document\n%s", what, differ(words(said), want), differ(want, words(said)))
			}
			info := run(t, "pdfinfo", path)
			for _, want := range []string{`Title: +` + regexp.QuoteMeta(d.Title), `Tagged: +yes`, `JavaScript: +no`} {
				if !regexp.MustCompile(want).MatchString(info) {
					t.Errorf("%v: pdfinfo lacks %q:\n%s", what, want, info)
				}
			}
		}
	}
}

func TestPDFIsSound(t *testing.T) {
	need(t, "qpdf")
	for i, what := range printed() {
		d := whole(t, "es").make(t, what...)
		path := filed(t, d, press.PDF, looks()[i%len(looks())])
		if out := run(t, "qpdf", "--check", path); !strings.Contains(out, "No syntax or stream encoding errors found") {
			t.Errorf("%v: %s", what, out)
		}
		for _, want := range []string{"/Lang (es)", "/MarkInfo", "/StructTreeRoot", "/DisplayDocTitle true", "/Outlines"} {
			if file, _ := os.ReadFile(path); !strings.Contains(string(file), want) {
				t.Errorf("%v: the file lacks %s", what, want)
			}
		}
	}
}

func TestPDFBringsItsFonts(t *testing.T) {
	need(t, "pdffonts")
	d := whole(t, "es").make(t, "lesson/helping-or-enabling")
	out := run(t, "pdffonts", filed(t, d, press.PDF, handout.Look{}))
	fonts := strings.Split(strings.TrimSpace(out), "\n")[2:]
	if len(fonts) == 0 {
		t.Fatalf("no fonts:\n%s", out)
	}
	for _, f := range fonts {
		if !strings.Contains(f, "Identity-H       yes") {
			t.Errorf("a font is not in the file: %s", f)
		}
	}
}

// TestHTMLIsValid: a validator has nothing to say.
func TestHTMLIsValid(t *testing.T) {
	need(t, "tidy")
	for _, lang := range []string{"en", "es"} {
		for i, what := range printed() {
			path := filed(t, whole(t, lang).make(t, what...), press.HTML, looks()[i%len(looks())])
			if out := run(t, "tidy", "-q", "-e", "--mute-id", "yes", path); out != "" {
				t.Errorf("%v: %s", what, out)
			}
		}
	}
}

// box matches a word and its place as pdftotext writes them.
var box = regexp.MustCompile(`<(page|word) (?:width="([0-9.]+)" height="([0-9.]+)"|xMin="([0-9.-]+)" yMin="([0-9.-]+)" xMax="([0-9.-]+)" yMax="([0-9.-]+)")>`)

// TestHTMLOnPaper prints pages with a browser: every word is there, and none
// lies beyond the edge of the paper or is cut by it.
func TestHTMLOnPaper(t *testing.T) {
	need(t, "chromium")
	need(t, "pdftotext")
	l := whole(t, "en")
	for i, what := range [][]string{{"lesson/helping-or-enabling"}, {"checklist/first-call", "now"}} {
		look := looks()[3*i]
		d := l.make(t, what...)
		path := filed(t, d, press.HTML, look)
		out := path + ".pdf"
		run(t, "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+t.TempDir(),
			"--no-pdf-header-footer", "--print-to-pdf="+out, "file://"+path)
		said := ""
		for n, page := range pages(t, out) {
			body, ok := strings.CutPrefix(bare(page), bare(fmt.Sprintf("%d %s", n+1, d.Foot)))
			if !ok {
				t.Errorf("%v: page %d has no foot:\n%s", what, n+1, page)
			}
			said += body
		}
		// A browser draws the marks of lists; they are no text.
		want := bare(strings.ReplaceAll(d.Text(), handout.Bullet, "") + d.Foot)
		if said = strings.ReplaceAll(said, handout.Bullet, ""); said != want {
			t.Errorf("%v: printed is\n%s\nand the document says\n%s", what, differ(said, want), differ(want, said))
		}
		var width, height float64
		for _, m := range box.FindAllStringSubmatch(run(t, "pdftotext", "-bbox", out, "-"), -1) {
			if m[1] == "page" {
				width, height = number(m[2]), number(m[3])
				continue
			}
			if number(m[4]) < 20 || number(m[5]) < 20 || number(m[6]) > width-20 || number(m[7]) > height-10 {
				t.Errorf("%v: a word at the edge of a page of %v by %v: %s", what, width, height, m[0])
			}
		}
		if letter := width == 612 && height == 792; letter != (look.Paper == handout.Letter) {
			t.Errorf("%v on %s: the paper is %v by %v", what, look.Paper, width, height)
		}
	}
}

func number(s string) float64 {
	n, _ := strconv.ParseFloat(s, 64)
	return n
}
