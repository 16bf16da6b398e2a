package study_test

import (
	"slices"
	"strings"
	"testing"

	"porchlight/internal/course"
	"porchlight/internal/find"
	"porchlight/internal/locale/localetest"
	"porchlight/internal/study"
	"porchlight/internal/typeset"
	"porchlight/lessons"
	"porchlight/quiz"
)

// theCourse is a desk with the course inside the program, and that course.
func theCourse(t testing.TB) (*study.Desk, *course.Course) {
	t.Helper()
	c, err := course.Open(lessons.Files, quiz.Files)
	if err != nil {
		t.Fatal(err)
	}
	return study.NewDesk(study.Options{Course: c, Lang: "en"}), c
}

// Whoever types a word of an emergency has the Help now card as the first
// finding, in either language, with a typo, and before the word is typed out.
func TestAnEmergencyComesFirst(t *testing.T) {
	d, _ := theCourse(t)
	for query, id := range map[string]string{
		"overdose": "overdose", "overdos": "overdose", "ovredose": "overdose", "he overdosed in the bathroom": "overdose",
		"won't wake": "overdose", "wont wake up": "overdose", "he will not wake": "overdose", "not breathing": "overdose",
		"naloxone": "overdose", "naloxon": "overdose", "nalo": "overdose", "narcan": "overdose", "NARCAN spray": "overdose",
		"sobredosis": "overdose", "no respira": "overdose", "naloxona": "overdose",
		"suicide": "suicide", "suicdal": "suicide", "wants to die": "suicide", "kill himself": "suicide", "suicidio": "suicide",
		"withdrawal": "withdrawal", "seizure": "withdrawal", "violent": "violence", "he hit me": "violence",
		"poison": "child-swallowed", "988": "crisis-988", "911": "emergency-911",
	} {
		found := d.Find(query).Found
		if len(found) == 0 || found[0].Kind != find.Help || found[0].ID != id || !found[0].Urgent {
			t.Errorf("%q finds first %v", query, places(found[:min(1, len(found))]))
			continue
		}
		if to := study.PlaceOf(found[0].Entry); to != "now" {
			t.Errorf("%q opens %s", query, to)
		}
	}
}

// A calm question is not answered with an emergency.
func TestCalmWordsAreNoEmergency(t *testing.T) {
	d, _ := theCourse(t)
	for _, query := range []string{"enabling", "limits", "iop", "insurance", "with", "over", "cash", "talk to my son", "abuse"} {
		for _, f := range d.Find(query).Found {
			if f.Urgent {
				t.Errorf("%q finds the emergency %s", query, f.ID)
			}
		}
	}
}

func TestTheBestPlaceComesFirst(t *testing.T) {
	d, _ := theCourse(t)
	for query, want := range map[string]string{
		"enabeling": "glossary/enabling", "limits that hold": "lesson/limits-that-hold", "LIMITS THAT HOLD": "lesson/limits-that-hold",
		"what is an iop": "lesson/what-an-iop-is", "methadone": "glossary/methadone", "cash at the door": "practice/cash-at-the-door",
		"cost insurance": "lesson/cost-and-insurance", "emergency plan": "worksheet/emergency-plan",
		"black dots in their eyes":              "lesson/overdose-and-naloxone/the-black-dots-in-their-eyes",
		"what is never enabling":                "lesson/helping-or-enabling/what-is-never-enabling",
		"how do you decide which level of care": "checklist/level-of-care/a1",
	} {
		found := d.Find(query).Found
		if len(found) == 0 || study.PlaceOf(found[0].Entry) != want {
			t.Errorf("%q opens %v, want %s", query, places(found[:min(3, len(found))]), want)
		}
	}
}

func places(found []find.Finding) (out []string) {
	for _, f := range found {
		out = append(out, study.PlaceOf(f.Entry))
	}
	return out
}

// Every word of every lesson finds a paragraph that has it, and the paragraph
// is there to be opened.
func TestEveryWordOfTheCourseIsFound(t *testing.T) {
	d, c := theCourse(t)
	w := localetest.Open(t, "en")
	tried, apart := map[string]bool{}, strings.NewReplacer("'", "", "\u2019", "")
	for _, l := range c.Lessons("en") {
		text, err := typeset.Set(d.Sheet(l, w), 60, typeset.Style{})
		if err != nil {
			t.Fatal(err)
		}
		keys := study.Passages(text)
		for _, p := range keys[:len(keys)/2] { // the sources at the end are not searched
			for _, word := range strings.FieldsFunc(apart.Replace(strings.ToLower(p.Text)), func(r rune) bool { return r < 'a' || r > 'z' }) {
				if tried[word] || len(word) < 2 {
					continue
				}
				tried[word] = true
				found := d.Find(word).Found
				if len(found) == 0 {
					t.Errorf("%q of %s finds nothing", word, l.ID)
				}
			}
			place := "lesson/" + string(l.ID) + "/" + p.Key
			if words := firstWords(p.Text); p.Level == 0 && len(strings.Fields(words)) > 7 && !slices.Contains(places(d.Find(words).Found), place) {
				t.Errorf("%q does not find %s", words, place)
			}
		}
	}
	if len(tried) < 1500 {
		t.Errorf("only %d words were tried", len(tried))
	}
}

// firstWords is how a paragraph begins.
func firstWords(text string) string {
	words := strings.Fields(text)
	return strings.Join(words[:min(9, len(words))], " ")
}

// Each paragraph has a name of its own, fit for a record and a command line.
func TestPassagesHaveNamesOfTheirOwn(t *testing.T) {
	text, err := typeset.Set("# T\n\nOne two.\n\nOne two.\n\n¿Qué es?\n\n...\n\n## H {#own}\n\nA b c d e f g h.\n", 40, typeset.Style{})
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, p := range study.Passages(text) {
		keys = append(keys, p.Key)
	}
	if want := []string{"t", "one-two", "one-two-2", "que-es", "words", "own", "a-b-c-d-e-f"}; !slices.Equal(keys, want) {
		t.Errorf("the names are %q, want %q", keys, want)
	}
}

// A finder serves many desks at once, and makes an index once.
func TestManyDesksShareAFinder(t *testing.T) {
	_, c := theCourse(t)
	f := study.NewFinder(c)
	done := make(chan []string)
	for range 4 {
		go func() {
			d := study.NewDesk(study.Options{Course: c, Finder: f, Lang: "en"})
			done <- places(d.Find("naloxone").Found)
		}()
	}
	first := <-done
	for range 3 {
		if got := <-done; len(got) == 0 || !slices.Equal(got, first) {
			t.Errorf("one desk finds %v, another %v", first, got)
		}
	}
}

// A search over the whole course, letter by letter.
func BenchmarkFind(b *testing.B) {
	d, _ := theCourse(b)
	d.Find("x")
	for _, q := range []string{"n", "na", "nalo", "naloxone", "nalaxone", "enabeling", "the", "how do I talk to my son about money"} {
		b.Run(strings.ReplaceAll(q, " ", "-"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				d.Find(q)
			}
		})
	}
}

// What the first search of a language costs: reading the whole course.
func BenchmarkIndex(b *testing.B) {
	for b.Loop() {
		d, _ := theCourse(b)
		d.Find("naloxone")
	}
}
