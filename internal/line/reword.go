package line

import (
	"context"
	"errors"
	"slices"
	"strings"

	"porchlight/internal/locale"
	"porchlight/internal/study"
)

// Reword holds a sentence of the learner's own against the seven parts of
// positive communication.
func (s *Session) Reword(ctx context.Context) error { return s.end(s.reword(ctx)) }

func (s *Session) reword(ctx context.Context) error {
	for {
		s.gap()
		s.say(s.t("reword.title") + ".")
		guarded, err := s.desk.Guarded(ctx)
		if err != nil {
			return err
		}
		if guarded {
			s.say(s.t("safety.practice"))
			for _, n := range s.desk.Safety().Numbers {
				s.say(n.Name + ": " + study.Reach(n, s.words) + ".")
			}
		} else {
			s.say(s.t("reword.safe"))
		}
		s.say(s.t("reword.why"))
		s.say(s.t("reword.honest"))
		kept, err := s.desk.Sentences(ctx)
		if err != nil {
			return err
		}
		if err := s.rewordMenu(ctx, kept); !errors.Is(err, errAgain) {
			return err
		}
	}
}

func (s *Session) rewordMenu(ctx context.Context, kept []study.Sentence) error {
	var m menu
	m.add(s.t("reword.write"), func() error { return orAgain(s.writeSentence(ctx, study.Sentence{})) })
	if n := len(kept); n > 0 {
		m.add(s.words.N("reword.to-kept", n), func() error { return orAgain(s.sentences(ctx, kept)) })
	}
	if l := s.desk.PartsLesson(); l != nil {
		m.add(s.f("reword.to-lesson", locale.Args{"Title": l.Title}), func() error { return orAgain(s.lesson(ctx, l.ID)) })
	}
	m.add(s.t("reword.back"), func() error { return errBack })
	return m.choose(s)
}

// sentences lists what was kept and opens the one chosen.
func (s *Session) sentences(ctx context.Context, kept []study.Sentence) error {
	s.gap()
	s.say(s.t("reword.kept-head"))
	var m menu
	for _, k := range kept {
		on := s.f("reword.kept-on", locale.Args{"Date": s.words.Date(k.At)})
		m.add(k.Text+" ("+on+")", func() error { return s.summary(ctx, k) })
	}
	return m.choose(s)
}

// writeSentence asks for a sentence, goes through the parts, and sums up. An empty line
// leaves the sentence as it was.
func (s *Session) writeSentence(ctx context.Context, was study.Sentence) error {
	a, err := s.ask(strings.TrimSpace(s.t("reword.prompt")), s.t("reword.line-write-help"))
	if err != nil {
		return err
	}
	is := was
	switch {
	case a.text == "" && was.Text == "":
		return errBack
	case a.text == "", a.text == was.Text:
	case was.ID == "":
		is = s.desk.Sentence(a.text)
	default:
		is = was.Reworded(a.text)
	}
	for _, sign := range study.Signs(is.Text, s.words) {
		s.say(sign)
	}
	if is, err = s.parts(is); err != nil {
		return err
	}
	return s.summary(ctx, is)
}

// parts asks about one part after the other; back goes to the one before.
func (s *Session) parts(of study.Sentence) (study.Sentence, error) {
	parts := study.Parts()
	for i := 0; i < len(parts); {
		part := parts[i]
		s.gap()
		s.say(s.f("reword.count", locale.Args{"At": i + 1, "Of": len(parts), "Part": s.t("reword.part-" + part)}))
		s.say(s.t("reword.ask-" + part))
		s.say(s.f("reword.example", locale.Args{"Text": s.t("reword.example-" + part)}))
		s.list([]string{s.t("reword.has"), s.t("reword.not-yet")})
		switch n, err := s.choose(2); {
		case errors.Is(err, errBack) && i > 0:
			i--
		case err != nil:
			return of, err
		default:
			of = of.Mark(part, n == 1)
			i++
		}
	}
	return of, nil
}

// summary is a sentence and what the learner found in it, and what to do with
// it.
func (s *Session) summary(ctx context.Context, of study.Sentence) error {
	for {
		s.gap()
		if of.Before != "" {
			s.say(s.t("reword.before") + " " + of.Before)
		}
		s.say(s.t("reword.yours") + " " + of.Text)
		for _, part := range study.Parts() {
			state := "reword.not-yet"
			if slices.Contains(of.Has, part) {
				state = "reword.has"
			}
			s.say(s.t("reword.part-"+part) + ": " + s.t(state) + ".")
		}
		s.say(s.t("reword.any-few"))
		if err := s.withSentence(ctx, of); !errors.Is(err, errAgain) {
			return err
		}
	}
}

func (s *Session) withSentence(ctx context.Context, of study.Sentence) error {
	kept, err := s.desk.Sentences(ctx)
	if err != nil {
		return err
	}
	var m menu
	m.add(s.t("reword.change"), func() error { return s.writeSentence(ctx, of) })
	switch {
	case study.Holds(kept, of):
		m.add(s.t("reword.remove"), func() error {
			return s.kept(ctx, "reword.removed", func() error { return s.desk.ForgetSentence(ctx, of) })
		})
	case !s.desk.Guest():
		m.add(s.t("reword.keep")+". "+s.t("reword.keep-why"), func() error {
			return s.kept(ctx, "reword.kept", func() error { return s.desk.KeepSentence(ctx, of) })
		})
	}
	m.add(s.t("reword.another"), func() error { return s.writeSentence(ctx, study.Sentence{}) })
	m.add(s.t("reword.back"), func() error { return errBack })
	return m.choose(s)
}

// kept does something that the record keeps, says so, and asks for what was
// shown to be shown again.
func (s *Session) kept(ctx context.Context, words string, do func() error) error {
	if err := s.persist(ctx, do); err != nil {
		return err
	}
	s.say(s.t(words))
	return errAgain
}
