package line

import (
	"context"
	"errors"

	"porchlight/internal/study"
)

// takeHome gives out five words, or goes on with those of an earlier visit.
func (s *Session) takeHome(ctx context.Context) error {
	s.gap()
	if s.desk.TakenHome() != "" {
		return s.giveWords(ctx)
	}
	s.say(s.t("takehome.intro"))
	s.list([]string{s.t("takehome.get"), s.t("takehome.have")})
	n, err := s.choose(2)
	if err != nil {
		return err
	}
	if n == 1 {
		return s.giveWords(ctx)
	}
	return s.takeWords(ctx)
}

// giveWords says the words, and what to do with them.
func (s *Session) giveWords(ctx context.Context) error {
	words, err := s.desk.TakeHome(ctx)
	if err != nil {
		s.say(s.t(study.TakeHomeTrouble(err)))
		return s.err
	}
	s.say(s.t("takehome.these"))
	s.say(words)
	s.say(s.t("takehome.only"))
	s.say(s.words.N("takehome.until", study.Days(s.desk.KeptFor())))
	s.say(s.t("takehome.home"))
	return s.err
}

// takeWords reads words until they lead somewhere.
func (s *Session) takeWords(ctx context.Context) error {
	for {
		a, err := s.ask(s.t("takehome.type"), s.t("takehome.type-help"))
		if err != nil {
			return err
		}
		err = s.desk.Continue(ctx, a.text)
		if err == nil {
			s.say(s.t("takehome.welcome"))
			return s.err
		}
		if errors.Is(err, context.Canceled) {
			return err
		}
		s.say(s.t(study.TakeHomeTrouble(err)))
	}
}
