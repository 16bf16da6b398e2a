package course_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"porchlight/lessons"
)

// articleClaims is how many claims docs/coverage.md answers.
const articleClaims = 44

// A coverage is the two tables of docs/coverage.md: the claims of an article
// about programs, and the topics of a curriculum.
type coverage struct{ claims, topics [][]string }

// readCoverage reads the tables, which it knows by their first lines.
func readCoverage(text string) (c coverage) {
	var table *[][]string
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "| claim | what we teach | lesson |":
			table = &c.claims
		case line == "| topic | lesson |":
			table = &c.topics
		case !strings.HasPrefix(line, "|"):
			table = nil
		case table != nil && strings.Trim(line, "|-: ") != "":
			*table = append(*table, cells(line))
		}
	}
	return c
}

func cells(line string) []string {
	list := strings.Split(strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|"), "|")
	for i := range list {
		list[i] = strings.TrimSpace(list[i])
	}
	return list
}

// wrong says what is wrong with the tables, given the lessons there are.
func (c coverage) wrong(ids []lessons.ID) (list []string) {
	for i, row := range c.claims {
		if start := fmt.Sprintf("%d. ", i+1); !strings.HasPrefix(row[0], start) {
			list = append(list, fmt.Sprintf("claim %q does not start with %q", row[0], start))
		}
		list = append(list, wrongRow(row, 3, ids)...)
	}
	for _, row := range c.topics {
		list = append(list, wrongRow(row, 2, ids)...)
	}
	return list
}

// wrongRow says what is wrong with a row, whose last cell names lessons.
func wrongRow(row []string, columns int, ids []lessons.ID) (list []string) {
	if len(row) != columns {
		return []string{fmt.Sprintf("row %q has %d cells", row[0], len(row))}
	}
	named := regexp.MustCompile("`([^`]*)`").FindAllStringSubmatch(row[columns-1], -1)
	for _, m := range named {
		if !slices.Contains(ids, lessons.ID(m[1])) {
			list = append(list, fmt.Sprintf("row %q names %q, which is no lesson", row[0], m[1]))
		}
	}
	if len(named) == 0 && !strings.Contains(strings.ToLower(strings.Join(row, " ")), "not taught, on purpose") {
		list = append(list, fmt.Sprintf("row %q names no lesson and does not say: not taught, on purpose", row[0]))
	}
	return list
}

func TestCoverageOfASample(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("testdata", "coverage.md"))
	if err != nil {
		t.Fatal(err)
	}
	c := readCoverage(string(text))
	want := []string{
		`row "3. It is near" names no lesson and does not say: not taught, on purpose`,
		`claim "5. It is far" does not start with "4. "`,
		`row "5. It is far" names "far-away", which is no lesson`,
		`row "Talk" names "good-talk", which is no lesson`,
		`row "Nothing" names no lesson and does not say: not taught, on purpose`,
		`row "Too" has 3 cells`,
	}
	got := c.wrong([]lessons.ID{"first-steps", "good-talks"})
	if len(c.claims) != 4 || len(c.topics) != 4 || !slices.Equal(got, want) {
		t.Errorf("%d claims, %d topics, wrong:\n%s", len(c.claims), len(c.topics), strings.Join(got, "\n"))
	}
}

// TestCoverage holds docs/coverage.md to the lessons that the program carries.
func TestCoverage(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", "coverage.md"))
	if err != nil {
		t.Fatal(err)
	}
	pack, err := lessons.Open(lessons.Files)
	if err != nil {
		t.Fatal(err)
	}
	var ids []lessons.ID
	for _, l := range pack.Lessons(lessons.English) {
		ids = append(ids, l.ID)
	}
	c := readCoverage(string(text))
	if len(c.claims) != articleClaims || len(c.topics) == 0 {
		t.Errorf("%d claims and %d topics, want %d and some", len(c.claims), len(c.topics), articleClaims)
	}
	for _, w := range c.wrong(ids) {
		t.Error(w)
	}
}
