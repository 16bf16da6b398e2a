package study

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"porchlight/internal/fold"
	"porchlight/internal/locale"
	"porchlight/internal/record"
	"porchlight/internal/safetext"
	"porchlight/lessons"
)

// Parts returns the seven parts of positive communication, in the order in
// which a sentence is held against them. The words "reword.part-" + part and
// what follows them name each part, ask about it and give an example.
func Parts() []string {
	return []string{"brief", "positive", "specific", "feeling", "understanding", "share", "offer"}
}

// partsLesson is the lesson that the seven parts and their sources are from.
const partsLesson lessons.ID = "talking-so-they-can-hear"

// PartsLesson is the lesson about the seven parts, or nil where the pack lacks
// it.
func (d *Desk) PartsLesson() *lessons.Lesson {
	l, err := d.course.Pack.Lesson(partsLesson, d.Lang())
	if err != nil {
		return nil
	}
	return &l
}

// What a record keeps of a sentence.
const (
	sentenceText   = "text"
	sentenceBefore = "before"
	sentenceParts  = "parts"
)

// A Sentence is one of the learner's own, and the parts they found in it. No
// program can tell whether a sentence is kind: the learner looks.
type Sentence struct {
	ID     string
	Text   string
	Before string // how it was at first; empty where nothing was changed
	Has    []string
	At     time.Time
}

// Sentence is a new sentence with an id of its own; nothing of it is kept yet.
func (d *Desk) Sentence(text string) Sentence {
	return Sentence{ID: d.newID(), Text: OwnWords(text)}
}

// Reworded is s with other words. What was found in the old ones is looked for
// anew.
func (s Sentence) Reworded(text string) Sentence {
	text = OwnWords(text)
	if s.Before == "" && text != s.Text {
		s.Before = s.Text
	}
	s.Text, s.Has = text, nil
	return s
}

// Mark is s with one part found in it, or not.
func (s Sentence) Mark(part string, has bool) Sentence {
	s.Has = slices.DeleteFunc(slices.Clone(s.Has), func(p string) bool { return p == part })
	if has {
		s.Has = append(s.Has, part)
	}
	return s
}

// OwnWords is what the learner wrote as it can be kept: clean, on one line, and
// at most SayLimit bytes of it.
func OwnWords(text string) string { return strings.TrimSpace(safetext.Line(text, SayLimit)) }

// Sentences returns the sentences that the learner chose to keep, oldest
// first.
func (d *Desk) Sentences(ctx context.Context) ([]Sentence, error) {
	entries, err := d.keep().Entries(ctx, record.KindReword, "")
	if err != nil {
		return nil, fmt.Errorf("reading sentences: %w", err)
	}
	var all []Sentence
	for _, e := range entries {
		all = append(all, Sentence{
			ID: e.Key, Text: e.Fields[sentenceText], Before: e.Fields[sentenceBefore],
			Has: strings.Fields(e.Fields[sentenceParts]), At: e.At.In(d.now().Location()),
		})
	}
	slices.SortStableFunc(all, func(a, b Sentence) int { return a.At.Compare(b.At) })
	return all, nil
}

// Holds reports whether a sentence is among those kept, as it is now.
func Holds(kept []Sentence, s Sentence) bool {
	return slices.ContainsFunc(kept, func(k Sentence) bool {
		return k.ID == s.ID && k.Text == s.Text && slices.Equal(slices.Sorted(slices.Values(k.Has)), slices.Sorted(slices.Values(s.Has)))
	})
}

// KeepSentence keeps a sentence.
func (d *Desk) KeepSentence(ctx context.Context, s Sentence) error {
	return d.keep().SaveEntries(ctx, record.Entry{
		Kind: record.KindReword, Key: s.ID, At: d.now(),
		Fields: map[string]string{
			sentenceText: s.Text, sentenceBefore: s.Before, sentenceParts: strings.Join(s.Has, " "),
		},
	})
}

// ForgetSentence removes a sentence, so that no byte of it stays in the record.
func (d *Desk) ForgetSentence(ctx context.Context, s Sentence) error {
	return d.keep().SaveEntries(ctx, record.Entry{Kind: record.KindReword, Key: s.ID, At: d.now()})
}

// longSentence is the most words that are easy to hear at once.
const longSentence = 30

// Signs says what can be seen in a sentence without understanding it: how it
// begins, some words, its length. Each is a kind sentence; often there is none.
func Signs(text string, w *locale.Words) []string {
	plain := bare(text)
	var signs []string
	say := func(words, found string) { signs = append(signs, w.F(words, locale.Args{"Words": found})) }
	if found, ok := firstOf(w.T("reword.list-starts"), func(phrase string) bool { return strings.HasPrefix(plain, phrase) }); ok {
		say("reword.sign-starts", found)
	} else if found, ok := firstOf(w.T("reword.list-always"), func(phrase string) bool { return strings.Contains(plain, phrase) }); ok {
		say("reword.sign-always", found)
	}
	if found, ok := firstOf(w.T("reword.list-threat"), func(phrase string) bool { return strings.Contains(plain, phrase) }); ok {
		say("reword.sign-threat", found)
	}
	if n := len(strings.Fields(text)); n > longSentence {
		signs = append(signs, w.F("reword.sign-long", locale.Args{"N": n}))
	}
	return signs
}

// firstOf is the first phrase of a list, "one; two", that fits.
func firstOf(list string, fits func(bare string) bool) (string, bool) {
	for phrase := range strings.SplitSeq(list, ";") {
		if b := bare(phrase); b != "  " && fits(b) {
			return strings.TrimSpace(phrase), true
		}
	}
	return "", false
}

// bare is text in small letters without accents or marks, each word between
// two spaces, so that a phrase is found as whole words.
func bare(text string) string {
	text = strings.NewReplacer("'", "", "’", "").Replace(fold.Text(text))
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	return " " + strings.Join(words, " ") + " "
}
