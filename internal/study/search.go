package study

import (
	"regexp"
	"strings"

	"porchlight/internal/fold"
)

// A Hit is a line of a lesson that holds the words searched for.
type Hit struct {
	Lesson string `json:"lesson"`
	Title  string `json:"title"`
	Line   string `json:"line"`
}

// hitsPerLesson bounds how many lines of one lesson Search returns.
const hitsPerLesson = 3

// excerptLimit is the longest line shown of a hit, in characters.
const excerptLimit = 160

// Search finds words in the titles, summaries and texts of all lessons, in
// course order. Case and accents do not matter; a line must hold every word.
func (d *Desk) Search(query string) []Hit {
	want := strings.Fields(fold.Text(query))
	hits := []Hit{}
	if len(want) == 0 {
		return hits
	}
	for _, l := range d.course.Pack.Lessons(d.Lang()) {
		found := 0
		for _, line := range append([]string{l.Title, l.Summary}, plainLines(l.Body)...) {
			if found < hitsPerLesson && holds(fold.Text(line), want) {
				hits = append(hits, Hit{string(l.ID), l.Title, excerpt(line, want[0])})
				found++
			}
		}
	}
	return hits
}

// excerpt is the part of a line around a word, cut between words.
func excerpt(line, word string) string {
	if len([]rune(line)) <= excerptLimit {
		return line
	}
	words := strings.Fields(line)
	at := 0
	for at < len(words)-1 && !strings.Contains(fold.Text(words[at]), word) {
		at++
	}
	from, to, size := at, at+1, len([]rune(words[at]))
	for grown := true; grown; {
		grown = false
		if from > 0 && size+len([]rune(words[from-1])) < excerptLimit {
			from--
			size += len([]rune(words[from])) + 1
			grown = true
		}
		if to < len(words) && size+len([]rune(words[to])) < excerptLimit {
			size += len([]rune(words[to])) + 1
			to++
			grown = true
		}
	}
	out := strings.Join(words[from:to], " ")
	if from > 0 {
		out = "... " + out
	}
	if to < len(words) {
		out += " ..."
	}
	return out
}

func holds(line string, want []string) bool {
	for _, w := range want {
		if !strings.Contains(line, w) {
			return false
		}
	}
	return true
}

var (
	markdownLink  = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`)
	markdownMarks = regexp.MustCompile(`\*\*|\{(#|for=)[^}]*\}`)
	markdownLead  = regexp.MustCompile(`^\s*(#+|>|[-*]|\d+\.)\s+`)
)

// plainLines are the paragraphs, headings and list items of Markdown, each as
// one plain line.
func plainLines(body string) []string {
	body = citation.ReplaceAllString(body, "")
	body = markdownLink.ReplaceAllString(body, "$1")
	body = markdownMarks.ReplaceAllString(body, "")
	var out []string
	open := false // whether the next line goes on with the last one
	for line := range strings.Lines(body) {
		text := oneLine(markdownLead.ReplaceAllString(line, ""))
		switch {
		case text == "":
			open = false
		case open && !markdownLead.MatchString(line):
			out[len(out)-1] += " " + text
		default:
			out = append(out, text)
			open = true
		}
	}
	return out
}
