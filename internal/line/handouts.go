package line

import (
	"context"
	"errors"
	"slices"

	"porchlight/internal/handout"
	"porchlight/internal/handout/press"
	"porchlight/internal/locale"
	"porchlight/internal/study"
)

// tools is the doors of that menu, without printing where nothing may be
// written, and without a group where there are no rooms.
func (s *Session) tools() []study.Door {
	return slices.DeleteFunc(study.Tools(), func(d study.Door) bool {
		return d.To == "handouts" && s.office == nil || d.To == "room" && s.door == nil
	})
}

// handouts prints what is named, or lists what can be printed, until the
// learner goes back.
func (s *Session) handouts(ctx context.Context, what string) error {
	if s.office == nil {
		s.say(s.t("handouts.closed"))
		return s.err
	}
	if what != "" {
		return s.print(ctx, what)
	}
	for {
		offers, err := handout.Offers(ctx, s.desk, s.words)
		if err != nil {
			return err
		}
		s.gap()
		s.say(s.t("line.handouts"))
		lines := make([]string, len(offers))
		for i, o := range offers {
			lines[i] = s.sign(study.Sign{Text: o.Title, State: o.State})
		}
		s.list(lines)
		n, err := s.choose(len(lines))
		if err != nil {
			return err
		}
		if err := s.print(ctx, offers[n-1].What); err != nil && !errors.Is(err, errBack) {
			return err
		}
	}
}

// print asks how to print one thing, and does it.
func (s *Session) print(ctx context.Context, what string) error {
	d, err := handout.Make(ctx, s.desk, s.words, handout.Request{What: []string{what}})
	if errors.Is(err, handout.ErrNothing) {
		s.say(s.t("handouts.nothing"))
		return s.err
	}
	if err != nil {
		return err
	}
	job := press.Job{Request: handout.Request{What: []string{what}}}
	s.gap()
	s.say(d.Title + ".")
	if job.Format, err = pick(s, "handouts.format", press.Formats(), func(f press.Format) string { return "handouts.format-" + string(f) }); err != nil {
		return err
	}
	if job.Format != press.Markdown {
		if job.Look, err = s.look(); err != nil {
			return err
		}
	}
	if d.Own {
		if job.Blank, err = pick(s, "handouts.own", []bool{false, true}, func(out bool) string {
			if out {
				return "handouts.own-left-out"
			}
			return "handouts.own-printed"
		}); err != nil {
			return err
		}
	}
	printer := false
	if s.office.Print != nil && job.Format == press.PDF {
		if printer, err = pick(s, "line.where", []bool{false, true}, func(p bool) string {
			if p {
				return "handouts.print"
			}
			return "handouts.write"
		}); err != nil {
			return err
		}
	}
	return s.do(ctx, job, printer)
}

// look asks for the paper and the size of the print.
func (s *Session) look() (l handout.Look, err error) {
	if l.Paper, err = pick(s, "handouts.paper", handout.Papers(), func(p handout.Paper) string { return "handouts.paper-" + string(p) }); err != nil {
		return l, err
	}
	l.Large, err = pick(s, "handouts.size", []bool{false, true}, func(large bool) string {
		if large {
			return "handouts.size-large"
		}
		return "handouts.size-usual"
	})
	return l, err
}

// pick asks for one of several things, each named by its words.
func pick[T any](s *Session, ask string, of []T, words func(T) string) (T, error) {
	lines := make([]string, len(of))
	for i, one := range of {
		lines[i] = s.t(words(one))
	}
	s.say(s.t(ask) + ":")
	s.list(lines)
	n, err := s.choose(len(of))
	if err != nil {
		var none T
		return none, err
	}
	return of[n-1], nil
}

// do prints, and says what came of it.
func (s *Session) do(ctx context.Context, job press.Job, printer bool) error {
	path, own, err := s.office.Do(ctx, s.desk, s.words, job, printer)
	switch {
	case err != nil && printer:
		s.say(s.t("handouts.not-printed"))
		return s.err
	case err != nil:
		s.say(s.t(press.Trouble(err)))
		return s.err
	case printer:
		s.say(s.t("handout.sent"))
	default:
		s.write(s.f("handouts.written", locale.Args{"Path": path}) + "\n") // a path is not broken
	}
	if own {
		s.say(s.t("handout.own"))
	}
	return s.err
}
