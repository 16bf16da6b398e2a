package course

import (
	"math"
	"testing"
	"time"

	"porchlight/lessons"
	"porchlight/quiz"
)

func TestSyllablesOfSpanish(t *testing.T) {
	for word, want := range map[string]int{
		"muy": 1, "y": 1, "que": 1, "quién": 1, "hay": 1, "ya": 1, "día": 2, "ciudad": 2, "leer": 2, "guerra": 2,
		"pingüino": 3, "cuidado": 3, "aéreo": 4, "naloxona": 4, "sobredosis": 4, "respiración": 4, "911": 1, "rcp": 1,
	} {
		if got := syllablesEs(word); got != want {
			t.Errorf("%s: %d syllables, want %d", word, got, want)
		}
	}
}

// Thirteen words of 21 syllables in two sentences, counted by hand.
func TestPerspicuity(t *testing.T) {
	var counted tally
	counted.count("Llame al 911. Dé la naloxona y no deje sola a la persona.", syllablesEs, nil)
	if want := (tally{sentences: 2, words: 13, syllables: 21}); counted != want {
		t.Errorf("%+v, want %+v", counted, want)
	}
	if got, want := counted.perspicuity(), 206.835-62.3*21/13-13.0/2; math.Abs(got-want) > 1e-9 {
		t.Errorf("%f, want %f", got, want)
	}
}

// What the program carries in Spanish is told of: how much of the course it is,
// and how easy to read.
func TestTranslationsAreCounted(t *testing.T) {
	report, err := Check(lessons.Files, quiz.Files, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	if len(report.Totals.Translations) != 1 {
		t.Fatalf("translations: %+v", report.Totals.Translations)
	}
	es := report.Totals.Translations[0]
	if es.Lang != "es" || !es.Partial || es.Lessons == 0 || es.Lessons >= report.Totals.Lessons || es.Banks < es.Lessons || es.RunSheets == 0 {
		t.Errorf("%+v", es)
	}
	if es.Perspicuity < leastLegible || es.Perspicuity > 120 {
		t.Errorf("the hardest lesson has a perspicuity of %.1f", es.Perspicuity)
	}
}
