package course

import (
	"fmt"
	"slices"
	"strings"

	"porchlight/internal/packfile"
	"porchlight/lessons"
)

// reflectionRules are about self-checks, which diagnose nobody and add nothing
// up.
func reflectionRules() []rule {
	return []rule{
		forReflections("item ids", func(r *reflectionFile) {
			twice(r.doc, "item id", itemIDs(r.value), func(i int) packfile.Pos { return r.doc.At("items", i, "id") })
		}),
		forReflections("answers of the scale", scaleSize),
		forReflections("answers differ", scaleDiffers),
		forReflections("places on the scale", scalePlaces),
		forReflections("unsafe leads to safety", unsafeToSafety),
		forReflections("no question about self-harm", noSelfHarm),
		forReflections("no totals", noTotals),
	}
}

const (
	fewestAnswers = 2 // of a scale
	mostAnswers   = 5
)

func scaleSize(r *reflectionFile) {
	if n := len(r.value.Scale); n > 0 && n < fewestAnswers || n > mostAnswers {
		r.doc.Report(r.doc.At("scale"), fmt.Sprintf("the scale has %s", count(n, "answer")),
			fmt.Sprintf("Give it %d to %d, in order.", fewestAnswers, mostAnswers))
	}
}

func scaleDiffers(r *reflectionFile) {
	first := map[string]int{}
	for i, answer := range r.value.Scale {
		answer = strings.ToLower(answer)
		if j, ok := first[answer]; ok {
			r.doc.Report(r.doc.At("scale", i), fmt.Sprintf("answers %d and %d of the scale read the same", j, i), "Change one of them.")
			continue
		}
		first[answer] = i
	}
}

// scalePlaces holds the answers that an item names against the scale.
func scalePlaces(r *reflectionFile) {
	for i, item := range r.value.Items {
		places(r, item.LookAt, i, "look-at")
		places(r, item.Unsafe, i, "unsafe")
	}
}

// places reports numbers of an item that are no answers of the scale, and those
// that stand twice.
func places(r *reflectionFile, places []int, item int, key string) {
	scale := r.value.Scale
	for j, n := range places {
		at := r.doc.At("items", item, key, j)
		switch {
		case len(scale) == 0: // which is an error of its own
		case n >= len(scale):
			r.doc.Report(at, fmt.Sprintf("the scale has no answer %d", n),
				fmt.Sprintf("Write 0 for %q, up to %d for %q.", scale[0], len(scale)-1, scale[len(scale)-1]))
		case slices.Contains(places[:j], n):
			r.doc.Report(at, fmt.Sprintf("the answer %d stands twice", n), "Keep one.")
		}
	}
}

// unsafeToSafety holds an item that may tell of danger to a lesson for danger.
func unsafeToSafety(r *reflectionFile) {
	english := r.edition.pack.english()
	for i, item := range r.value.Items {
		l := english.lesson(lessons.ID(item.Lesson))
		if len(item.Unsafe) == 0 || l == nil || l.lesson.Track == lessons.SafetyTrack {
			continue
		}
		r.doc.Report(r.doc.At("items", i, "lesson"), fmt.Sprintf("item %q has unsafe answers, and %q is not a lesson about safety", item.ID, item.Lesson),
			"Name a lesson of the track safety"+english.safetyLessons()+".")
	}
}

// safetyLessons lists the lessons for danger, for messages.
func (e *edition) safetyLessons() string {
	var ids []string
	for _, l := range e.lessons {
		if l.lesson.Track == lessons.SafetyTrack {
			ids = append(ids, string(l.name))
		}
	}
	if len(ids) == 0 || len(ids) > manyMatches {
		return ""
	}
	return ": " + strings.Join(ids, ", ")
}

// noSelfHarm reports items that ask about suicide or self-harm. A page of
// boxes is no place to answer that: nobody is there to hear it.
func noSelfHarm(r *reflectionFile) {
	pattern := r.edition.pack.patterns.selfHarm
	for i, item := range r.value.Items {
		if m := pattern.FindStringIndex(item.Ask); m != nil {
			p := passage{doc: r.doc, at: r.doc.At("items", i, "ask"), text: item.Ask}
			r.doc.Report(p.place(m[0], m[1]), fmt.Sprintf("item %q asks about self-harm: %q", item.ID, item.Ask[m[0]:m[1]]),
				"Take the item out: nobody is there to hear the answer. Say in the closing that 988 and Help now are there day and night.")
		}
	}
}

// noTotals reports words that make a test of a reflection.
func noTotals(r *reflectionFile) {
	patterns := r.edition.pack.patterns
	for _, p := range reflectionPassages(r) {
		if m := patterns.totals.FindStringIndex(patterns.voices[lessons.English].affirmed(p.text)); m != nil {
			r.doc.Report(p.place(m[0], m[1]), fmt.Sprintf("the words of a test: %q", p.text[m[0]:m[1]]),
				"Nothing here is added up. Say what one answer may mean for the day, and which lesson may help.")
		}
	}
}
