package course

import (
	"fmt"
	"slices"

	"porchlight/internal/packfile"
)

// A rule looks at a pack for one kind of problem. The rules of one subject
// stand in one file, rules_SUBJECT.go; a new rule is a function there and a
// line in its list.
type rule struct {
	name string // for tests and for talking about it
	run  func(*pack)
}

// rules returns every rule, in the order they run in.
func rules() []rule {
	return slices.Concat(fileRules(), idRules(), trackRules(), bankRules(), kindRules(), shapeRules(), activityRules(),
		practiceRules(), reflectionRules(), pathRules(), runSheetRules(), sourceRules(), linkRules(),
		markdownRules(), headingRules(), tableRules(), lengthRules(), wordRules(), promiseRules(), numberRules(),
		dateRules(), cardRules(), termRules(), readingRules(), legibleRules(), translationRules(), translatedRules(), sameRules(), partialRules())
}

// forEditions makes a rule of what looks at one language.
func forEditions(name string, run func(*edition)) rule {
	return rule{name, func(p *pack) {
		for _, e := range p.editions {
			run(e)
		}
	}}
}

// forLessons makes a rule of what looks at one lesson whose front matter can
// be read.
func forLessons(name string, run func(*lessonFile)) rule {
	return forEditions(name, func(e *edition) {
		for _, l := range e.lessons {
			if l.doc.Readable() {
				run(l)
			}
		}
	})
}

// forBodies makes a rule of what looks at the text of one lesson.
func forBodies(name string, run func(*lessonFile, *body)) rule {
	return forEditions(name, func(e *edition) {
		for _, l := range e.lessons {
			if l.body != nil {
				run(l, l.body)
			}
		}
	})
}

// forBanks makes a rule of what looks at one bank that can be read.
func forBanks(name string, run func(*bankFile)) rule {
	return forEditions(name, func(e *edition) {
		for _, b := range e.banks {
			if b.doc.Readable() {
				run(b)
			}
		}
	})
}

// manyKnown is up to how many ids one is looked for that may have been meant.
const manyKnown = 2000

// unknown reports that word, at the place given, is none of known. Known
// stand in the place that where says.
func unknown[T ~string](doc *packfile.Doc, at packfile.Pos, what string, word T, known []T, where string) {
	if !doc.Full() && len(known) <= manyKnown {
		where = didYouMean(word, known) + where
	}
	doc.Report(at, fmt.Sprintf(what, word), where)
}

// didYouMean returns "Did you mean ...? ", or "" where nothing known is close.
func didYouMean[T ~string](word T, known []T) string {
	words := make([]string, len(known))
	for i, k := range known {
		words[i] = string(k)
	}
	if s := packfile.Suggest(string(word), words); s != "" {
		return fmt.Sprintf("Did you mean %q? ", s)
	}
	return ""
}

// twice reports each id that stands in the list more than once. At gives the
// path of an entry's id.
func twice[T ~string](doc *packfile.Doc, noun string, ids []T, at func(i int) packfile.Pos) {
	first := map[T]int{}
	for i, id := range ids {
		if j, ok := first[id]; ok && id != "" {
			doc.Report(at(i), fmt.Sprintf("the %s %q stands twice", noun, id),
				fmt.Sprintf("Give one of them another id. The first is in line %d.", at(j).Line))
			continue
		}
		first[id] = i
	}
}

// count says how many there are of something: "no option", "1 option",
// "2 options".
func count(n int, noun string) string {
	switch n {
	case 0:
		return "no " + noun
	case 1:
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// pluck returns one field of each entry.
func pluck[T, F any](list []T, field func(T) F) []F {
	out := make([]F, len(list))
	for i, t := range list {
		out[i] = field(t)
	}
	return out
}
