package course_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"porchlight/internal/course"
	"porchlight/quiz"
)

// singles is a bank of n single questions of four options. Best says which
// option of a question is the best, long which is the longest; -1 is none.
func singles(n int, best, long func(i int) int) string {
	var b strings.Builder
	b.WriteString("lesson: first-steps\nquestions:\n")
	for i := range n {
		fmt.Fprintf(&b, "  - id: q%d\n    kind: single\n    ask: What?\n    options:\n", i)
		for j := range 4 {
			text := fmt.Sprintf("Option %d", j)
			if j == long(i) {
				text += " and some more"
			}
			fmt.Fprintf(&b, "      - {id: o%d, text: %s, best: %v, reason: Because.}\n", j, text, j == best(i))
		}
	}
	return b.String()
}

func fixed(place int) func(int) int { return func(int) int { return place } }
func around(i int) int              { return i % 4 }

// shapeWarnings returns what a check says about the shape of all questions.
func shapeWarnings(t *testing.T, bank string) (list []string, totals course.Totals) {
	t.Helper()
	files := tiny(t)
	files["quiz/en/first-steps.yaml"] = bank
	report, err := course.Check(files.folder("lessons"), files.folder("quiz"), checkDay)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range report.Problems {
		if p.File == "quiz/en" {
			if !p.Warning || p.Line != 0 {
				t.Errorf("%+v", p)
			}
			list = append(list, p.What+" | "+p.Do)
		}
	}
	return list, report.Totals
}

func TestShapeOfQuestions(t *testing.T) {
	for _, c := range []struct {
		name string
		bank string
		want []string // the beginning of each
	}{
		{"even", singles(40, around, fixed(-1)), nil},
		{"longest as often as chance", singles(40, around, fixed(0)), nil},
		{"too few to tell", singles(16, fixed(0), fixed(0)), nil},
		{"the best is the longest", singles(40, around, around), []string{"in 95% of 43 questions with one best option it is the longest; by chance it would be 27%"}},
		{"the best comes first", singles(40, fixed(0), fixed(1)), []string{
			"in 95% of 43 questions with one best option it is written in place 1; by chance it would be 27%",
			"in 5% of 43 questions with one best option it is written in place 2; by chance it would be 27%",
			"in 0% of 43 questions with one best option it is written in place 3; by chance it would be 23%",
			"in 0% of 43 questions with one best option it is written in place 4; by chance it would be 23%",
		}},
	} {
		got, _ := shapeWarnings(t, c.bank)
		for i, w := range got {
			if i >= len(c.want) || !strings.HasPrefix(w, c.want[i]) {
				t.Errorf("%s: %s", c.name, w)
			}
		}
		if len(got) < len(c.want) {
			t.Errorf("%s: %d warnings, want %d", c.name, len(got), len(c.want))
		}
	}
}

// The message says where to look first.
func TestLongestNamesBanks(t *testing.T) {
	got, _ := shapeWarnings(t, singles(40, around, around))
	if len(got) != 1 || !strings.Contains(got[0], "Most are in: first-steps (40 of 40)") {
		t.Errorf("%v", got)
	}
}

func TestTotals(t *testing.T) {
	files := tiny(t)
	files["lessons/en/first-steps.md"] = strings.Replace(files["lessons/en/first-steps.md"], "Rest helps [@rest-2020].",
		"Rest helps [@rest-2020] [@talk-2019]. It does [@rest-2020][@talk-2019]. Indeed [@rest-2020].", 1)
	report, err := course.Check(files.folder("lessons"), files.folder("quiz"), checkDay)
	if err != nil {
		t.Fatal(err)
	}
	got := report.Totals
	counts := []int{got.Lessons, got.Practices, got.Replies, got.Reflections, got.Items, got.Worksheets, got.Paths, got.Claims, got.Citations,
		got.Questions[quiz.Single], got.Questions[quiz.Multiple], got.Questions[quiz.TrueFalse]}
	if want := []int{2, 1, 6, 1, 2, 1, 3, 4, 6, 6, 2, 4}; !slices.Equal(counts, want) {
		t.Errorf("totals %v, want %v", counts, want)
	}
	// Of three single questions with two options each, the best is the longest
	// in one, and written first in one.
	if math.Abs(got.LongestBest-1./3) > 1e-9 || got.LongestChance != 0.5 || !slices.Equal(got.BestPlaces, []int{2, 4}) {
		t.Errorf("longest %v, chance %v, places %v", got.LongestBest, got.LongestChance, got.BestPlaces)
	}
	if got.CrisisGrade == 0 || got.CrisisGrade > 5 {
		t.Errorf("the card asks for %v years of school", got.CrisisGrade)
	}
	_, even := shapeWarnings(t, singles(4, around, fixed(-1)))
	if even.LongestBest != (4*0.25+1)/7 {
		t.Errorf("options of one length count %v", even.LongestBest)
	}
}
