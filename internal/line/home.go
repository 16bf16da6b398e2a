package line

import (
	"context"
	"errors"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/lessons"
)

// Home offers everything line mode can do, until the learner quits.
func (s *Session) Home(ctx context.Context) error {
	return s.end(s.home(ctx))
}

func (s *Session) home(ctx context.Context) error {
	s.say(s.t("app.name") + ". " + s.t("app.tagline") + " " + s.t("app.education"))
	s.say(s.t("line.words"))
	if s.desk.Guest() {
		s.say(s.t("line.guest"))
	}
	asked := false
	for {
		o, err := s.desk.Overview(ctx)
		if err != nil {
			return err
		}
		if o.Unasked && !o.Guest && !asked {
			asked = true
			if err := s.path(ctx); err != nil {
				return err
			}
			continue
		}
		s.gap()
		lines, acts := s.places(o)
		s.list(lines)
		n, err := s.choose(len(lines))
		if errors.Is(err, errBack) {
			continue
		}
		if err != nil {
			return err
		}
		if err := acts[n-1](ctx, ""); err != nil && !errors.Is(err, errBack) {
			return err
		}
	}
}

// places lists where one can go from home.
func (s *Session) places(o study.Overview) (lines []string, acts []act) {
	add := func(text string, do act) { lines, acts = append(lines, text), append(acts, do) }
	if o.Continue != nil {
		id, words := o.Continue.Lesson.ID, "line.start-with"
		if o.Begun {
			words = "line.go-on-with"
		}
		text := s.f(words, locale.Args{"Title": study.TitleOf(o.Continue.Lesson, s.words)})
		if o.Unnamed {
			text = s.t("home.next-unnamed")
		}
		add(text, alone(func(ctx context.Context) error { return s.lesson(ctx, id) }))
	}
	for _, t := range o.Tracks {
		if t.Of > 0 {
			add(s.f("line.track", locale.Args{"Title": t.Track.Title, "Done": t.Done, "Of": t.Of}),
				alone(func(ctx context.Context) error { return s.track(ctx, t.Track.ID) }))
		}
	}
	if o.ToTry > 0 {
		add(s.f("line.sign", locale.Args{"Text": s.t("try.title"), "State": s.words.N("try.count", o.ToTry)}), s.at("to-try"))
	}
	if len(study.Exercises()) > 0 {
		add(s.t("home.exercises"), s.at("exercises"))
	}
	if len(study.Tools()) > 0 {
		add(s.t("home.tools"), s.at("tools"))
	}
	add(s.t("path.title"), s.at("path"))
	add(s.t("key.now"), s.at("now"))
	add(s.t("trouble.close"), alone(func(context.Context) error { return errQuit }))
	return lines, acts
}

// track lists the lessons of a track and opens the one chosen.
func (s *Session) track(ctx context.Context, id lessons.TrackID) error {
	for {
		tracks, err := s.desk.Tracks(ctx)
		if err != nil {
			return err
		}
		var lines []string
		var ids []lessons.ID
		for _, t := range tracks {
			if t.Track.ID != id {
				continue
			}
			s.gap()
			s.say(t.Track.Title + ". " + t.Track.Summary)
			for _, p := range t.Lessons {
				lines = append(lines, s.f("line.lesson", locale.Args{"Title": study.TitleOf(p.Lesson, s.words), "Minutes": p.Lesson.Minutes(), "State": s.state(p)}))
				ids = append(ids, p.Lesson.ID)
			}
		}
		s.list(lines)
		n, err := s.choose(len(lines))
		if err != nil {
			return err
		}
		if err := s.lesson(ctx, ids[n-1]); err != nil && !errors.Is(err, errBack) {
			return err
		}
	}
}

// state says in words how far the learner is with a lesson.
func (s *Session) state(p study.Progress) string {
	switch {
	case p.Done:
		return s.t("line.done")
	case p.Reached > 0:
		return s.f("line.reached", locale.Args{"Percent": p.Reached})
	}
	return s.t("line.new")
}
