package course

import (
	"strings"
	"unicode"
)

// How hard a Spanish text is to read is measured by perspicuity: Francisco
// Szigriszt Pazos, "Sistemas predictivos de legibilidad del mensaje escrito"
// (1993). The bands are those of the INFLESZ scale, made for texts for patients:
// Barrio-Cantalejo and others, Anales del Sistema Sanitario de Navarra 31 (2008),
// pages 135 to 152. From 55 a text is normal, from 65 rather easy, from 80 very
// easy.

// perspicuity is 206.835 less 62.3 times the syllables of a word and less the
// words of a sentence. More is easier.
func (t tally) perspicuity() float64 {
	words := float64(max(1, t.words))
	return 206.835 - 62.3*float64(t.syllables)/words - words/float64(max(1, t.sentences))
}

// syllablesEs counts the syllables of a Spanish word in small letters, by its
// vowels: a, e, o and every accented vowel bear one each; i, u and ü join those
// beside them. The u of que, qui, gue and gui is silent.
func syllablesEs(word string) int {
	if word[0] >= '0' && word[0] <= '9' {
		return 1 // as in English
	}
	n, run, strong := 0, 0, false // run: vowels so far, without a break
	close := func() {
		if run > 0 && !strong {
			n++ // only weak vowels: "muy", "si", "ciudad" has one such run
		}
		run, strong = 0, false
	}
	letters := []rune(word)
	at := func(i int) rune {
		if i < 0 || i >= len(letters) {
			return ' '
		}
		return letters[i]
	}
	for i, r := range letters {
		switch {
		case r == 'u' && (at(i-1) == 'q' || at(i-1) == 'g') && strings.ContainsRune("eéií", at(i+1)):
			close() // it is not heard
		case strings.ContainsRune("aeoáéíóú", r):
			n++
			run, strong = run+1, true
		case strings.ContainsRune("iuü", r), r == 'y' && !unicode.IsLetter(at(i+1)):
			run++
		default:
			close()
		}
	}
	close()
	return max(1, n)
}
