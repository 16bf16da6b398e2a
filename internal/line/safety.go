package line

import (
	"context"
	"errors"

	"porchlight/internal/locale"
	"porchlight/internal/study"
)

// guard is what stands before a conversation where home may not be safe.
func (s *Session) guard(ctx context.Context, talk study.Talk) error {
	for {
		s.say(s.t("safety.practice"))
		if text := talk.Run.Practice().Safety; text != "" {
			s.say(text)
		}
		err := s.safely(ctx, s.t("practice.back"), s.t("safety.practice-on"))
		if !errors.Is(err, errAgain) {
			return err
		}
		s.gap()
	}
}

// errAgain says that what was shown is to be shown again.
var errAgain = errors.New("again")

// safely says whom to call and how to leave, and offers Help now, the lesson to
// read first, to go back where there are words for it, and to go on, which is
// nil. After the lesson or Help now it is errAgain.
func (s *Session) safely(ctx context.Context, back, on string) error {
	first := s.desk.Safety()
	s.say(s.t("safety.danger"))
	for _, n := range first.Numbers {
		s.say(n.Name + ": " + study.Reach(n, s.words) + ".")
	}
	s.say(s.t("safety.line-leave"))
	var m menu
	m.add(s.t("safety.to-now"), func() error { s.gap(); s.Now(); return errAgain })
	if l := first.Lesson; l != nil {
		m.add(s.f("safety.to-lesson", locale.Args{"Title": study.TitleOf(*l, s.words)}), func() error { return orAgain(s.lesson(ctx, l.ID)) })
	}
	if back != "" {
		m.add(back, func() error { return errBack })
	}
	m.add(on, func() error { return nil })
	return m.choose(s)
}

// orAgain is errAgain after what ended well or with a step back.
func orAgain(err error) error {
	if err == nil || errors.Is(err, errBack) {
		return errAgain
	}
	return err
}
