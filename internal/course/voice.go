package course

import (
	"regexp"
	"strings"

	"porchlight/lessons"
)

// A voice is how the course speaks in one language: the words that it avoids,
// and what does not count.
type voice struct {
	wordings []wording
	promises []wording
	names    *regexp.Regexp // names with words in them that are avoided otherwise
	negated  *regexp.Regexp // what stands behind "not" or "no" in a sentence
}

// voices are the languages whose words the checker knows. Of others it only
// knows the shape.
func voices() map[lessons.Lang]*voice {
	return map[lessons.Lang]*voice{
		lessons.English: {
			wordings: wordings(), promises: promises(), names: names(),
			negated: words(`(no|not|never|nothing|nobody|none|neither|without|cannot|[a-z]+n['’]t)\b[^.?!;:]*`),
		},
		"es": {
			wordings: wordingsEs(), promises: promisesEs(), names: namesEs(),
			negated: words(`(no|nunca|nada|nadie|ni|ningun[oa]?|ningún|jamás|tampoco|sin)\b[^.?!;:]*`),
		},
	}
}

// voice is that of the edition's language, whatever its region; nil where it is
// not known.
func (e *edition) voice() *voice { return e.pack.patterns.voices[e.base()] }

// base is the language of the edition without its region: "es" for "es-mx".
func (e *edition) base() lessons.Lang {
	base, _, _ := strings.Cut(string(e.lang), "-")
	return lessons.Lang(base)
}

// affirmed blots out what the text denies, keeping every byte's place.
func (v *voice) affirmed(text string) string { return mask(text, v.negated) }
