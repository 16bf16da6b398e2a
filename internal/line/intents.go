package line

import (
	"context"
	"errors"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/lessons"
)

// intents lists what the learner said they would try, and opens the one chosen;
// of a lesson that is named, what was taken from it.
func (s *Session) intents(ctx context.Context, lesson string) error {
	if lesson != "" {
		return s.intent(ctx, lessons.ID(lesson))
	}
	for {
		all, err := s.desk.Intents(ctx)
		if err != nil {
			return err
		}
		s.gap()
		s.say(s.t("try.title") + ".")
		if len(all) == 0 {
			s.say(s.t("try.none"))
			return nil
		}
		lines := make([]string, len(all))
		for i, in := range all {
			lines[i] = s.f("try.line", locale.Args{"Text": study.QuoteOf(in.Text), "Title": in.Title, "State": s.t(study.IntentGroup(in.State))})
		}
		s.list(lines)
		n, err := s.choose(len(lines))
		if err != nil {
			return err
		}
		if err := s.intent(ctx, all[n-1].Lesson); err != nil && !errors.Is(err, errBack) {
			return err
		}
	}
}

// intent shows one step and takes what became of it.
func (s *Session) intent(ctx context.Context, lesson lessons.ID) error {
	for {
		i, err := s.desk.Intent(ctx, lesson)
		if err != nil {
			return err
		}
		s.gap()
		if i.Text == "" {
			s.say(s.t("try.gone"))
			return nil
		}
		s.say(s.f("try.from", locale.Args{"Title": i.Title}))
		s.say(i.Text)
		s.say(i.Say(s.words))
		if err := s.settle(ctx, i); err != nil {
			return err
		}
	}
}

// settle offers what can be done with a step. Back leads out of it.
func (s *Session) settle(ctx context.Context, i study.Intent) error {
	var m menu
	mark := func(words string, change func(*study.Intent)) {
		m.add(s.t(words), func() error {
			now := i
			change(&now)
			return s.keeping(ctx, func() error { return s.desk.SaveIntent(ctx, now) })
		})
	}
	if i.State == study.ToTry {
		mark("try.tried", func(i *study.Intent) { i.State = study.Tried })
		mark("try.let-go", func(i *study.Intent) { i.State = study.LetGo })
	} else {
		mark("try.again", func(i *study.Intent) { i.State = study.ToTry })
		mark("try.remove", func(i *study.Intent) { i.Text = "" })
	}
	m.add(s.t("try.read"), func() error {
		if err := s.lesson(ctx, i.Lesson); !errors.Is(err, errBack) {
			return err
		}
		return nil
	})
	m.add(s.t("line.do-back"), func() error { return errBack })
	return m.choose(s)
}
