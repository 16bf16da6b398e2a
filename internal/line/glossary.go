package line

import (
	"context"
	"errors"
	"strings"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/lessons"
)

// Explain is a word of the glossary in one plain paragraph.
func Explain(t lessons.Term, w *locale.Words) string {
	out := t.Term + ": " + t.Plain
	if len(t.Also) > 0 {
		out += " " + w.F("term.also", locale.Args{"Names": strings.Join(t.Also, ", ")})
	}
	return out
}

// glossary explains the words that are typed, until the learner goes back.
func (s *Session) glossary(ctx context.Context, word string) error {
	for {
		if word == "" {
			s.gap()
			a, err := s.ask(s.t("term.ask"), s.t("term.ask-help"))
			if err != nil {
				return err
			}
			if word = a.text; word == "" {
				s.allWords()
				continue
			}
		}
		if err := s.meaning(ctx, word); err != nil && !errors.Is(err, errBack) {
			return err
		}
		word = ""
	}
}

// allWords lists every word that is explained.
func (s *Session) allWords() {
	var names []string
	for _, t := range s.desk.Glossary() {
		names = append(names, t.Term)
	}
	s.say(strings.Join(names, ", "))
}

// meaning explains a word, and opens the lessons that speak of it.
func (s *Session) meaning(ctx context.Context, word string) error {
	terms := s.desk.TermsNamed(word)
	if len(terms) == 0 {
		s.say(s.t("term.not-found"))
		return nil
	}
	if len(terms) > 1 {
		for _, t := range terms {
			s.say(Explain(t, s.words))
		}
		return nil
	}
	s.say(Explain(terms[0], s.words))
	m, _ := s.desk.Meaning(terms[0].ID)
	if len(m.Lessons) == 0 {
		return nil
	}
	return s.lessonsOf(ctx, m)
}

func (s *Session) lessonsOf(ctx context.Context, m study.Meaning) error {
	for {
		s.gap()
		s.say(s.t("term.in-lessons"))
		var lines []string
		for _, l := range m.Lessons {
			lines = append(lines, study.TitleOf(l, s.words))
		}
		lines = append(lines, s.t("line.do-back"))
		s.list(lines)
		n, err := s.choose(len(lines))
		if err != nil || n == len(lines) {
			return err
		}
		if err := s.lesson(ctx, m.Lessons[n-1].ID); err != nil && !errors.Is(err, errBack) {
			return err
		}
	}
}
