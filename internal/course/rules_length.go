package course

import (
	"fmt"

	"porchlight/internal/packfile"
	"porchlight/lessons"
)

// lengthRules are about how long things are.
func lengthRules() []rule {
	return []rule{
		forLessons("words in a lesson", lessonWords),
		forLessons("number of key points", keyPoints),
	}
}

// A lesson takes about five minutes to read.
const (
	fewestWords = 450
	mostWords   = 900
	// mostTranslated is the same for a translation: Spanish says the same in about
	// a sixth more words.
	mostTranslated = mostWords * 7 / 6
)

func lessonWords(l *lessonFile) {
	at, most := packfile.Pos{Line: max(1, l.doc.BodyLine), Column: 1}, mostWords
	if l.edition.lang != lessons.English {
		most = mostTranslated
	}
	switch n := l.lesson.Words; {
	case n == 0: // the lesson has no text, which is an error of its own
	case n < fewestWords:
		l.doc.Warn(at, fmt.Sprintf("the text has %s", count(n, "word")), fmt.Sprintf("A lesson has at least %d. Say more, or join it with another.", fewestWords))
	case n > most:
		l.doc.Warn(at, fmt.Sprintf("the text has %s", count(n, "word")), fmt.Sprintf("A lesson has at most %d. Shorten it, or make two.", most))
	}
}

func keyPoints(l *lessonFile) {
	if n := len(l.lesson.KeyPoints); n > 0 && (n < 3 || n > 5) {
		l.doc.Warn(l.doc.At("key-points"), fmt.Sprintf("the lesson has %s", count(n, "key point")), "Write three to five short lines.")
	}
}
