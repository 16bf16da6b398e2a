package line

import (
	"context"
	"errors"
	"strings"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/lessons"
)

// An act is one activity; the string is what its place names, if anything.
type act func(context.Context, string) error

// Open opens a place as it is typed after the command, "quiz/limits-that-hold",
// or home where plain lines have no such place.
func (s *Session) Open(ctx context.Context, place string) error {
	kind, id, _ := strings.Cut(place, "/")
	do := s.at(kind)
	if do == nil {
		return s.Home(ctx)
	}
	return s.end(do(ctx, id))
}

// at is the activity of a kind of place, or nil. To add a place to line mode,
// add it here.
func (s *Session) at(kind string) act {
	acts := map[string]act{
		"call":        s.call,
		"checklist":   alone(s.checklist),
		"compare":     alone(s.compare),
		"exercises":   s.menu(study.Exercises(), "home.exercises"),
		"glossary":    s.glossary,
		"handouts":    s.handouts,
		"lesson":      s.readAt,
		"map":         alone(s.courseMap),
		"note":        s.noteAt,
		"notes":       alone(s.notes),
		"now":         alone(s.now),
		"pair":        s.pair,
		"pairs":       alone(s.pairs),
		"path":        alone(s.path),
		"plan":        alone(s.plan),
		"practice":    named(s.practice),
		"practices":   alone(s.practices),
		"present":     named(s.present),
		"providers":   alone(s.providers),
		"quiz":        named(s.quiz),
		"reflection":  named(s.reflect),
		"reflections": alone(s.reflections),
		"review":      alone(s.review),
		"reword":      alone(s.reword),
		"search":      s.search,
		"session":     named(s.session),
		"shows":       alone(s.shows),
		"to-try":      s.intents,
		"tools":       s.menu(s.tools(), "home.tools"),
		"traces":      alone(s.traces),
		"worksheet":   named(s.worksheet),
		"worksheets":  alone(s.worksheets),
	}
	if s.desk.CanTakeHome() {
		acts["take-home"] = alone(s.takeHome)
	}
	if s.door != nil {
		acts["room"], acts["lead"], acts["screen"], acts["stage"] = s.room, s.room, s.onScreen, s.onStage
	}
	return acts[kind]
}

// enter opens a place from within another activity; back leads out of it.
func (s *Session) enter(ctx context.Context, place string) error {
	kind, id, _ := strings.Cut(place, "/")
	do := s.at(kind)
	switch {
	case do == nil:
		s.say(s.f("search.only-on-screen", locale.Args{"Place": place}))
		return nil
	case kind == "lesson":
		return s.visit(ctx, id)
	}
	return do(ctx, id)
}

// noteAt is what a place of notes names: a lesson and one of its paragraphs.
func (s *Session) noteAt(ctx context.Context, place string) error {
	id, key, _ := strings.Cut(place, "/")
	return s.mark(ctx, lessons.ID(id), key)
}

// alone is an activity whose place names nothing.
func alone(do func(context.Context) error) act {
	return func(ctx context.Context, _ string) error { return do(ctx) }
}

// named is an activity whose place names what it is about.
func named[ID ~string](do func(context.Context, ID) error) act {
	return func(ctx context.Context, id string) error { return do(ctx, ID(id)) }
}

// menu lists the doors of a menu, how things stand behind each, and opens the
// one chosen, until the learner goes back.
func (s *Session) menu(doors []study.Door, title string) act {
	return func(ctx context.Context, _ string) error {
		for {
			signs, err := s.desk.Signs(ctx, doors, s.words)
			if err != nil {
				return err
			}
			s.gap()
			s.say(s.t(title) + ".")
			lines := make([]string, len(signs))
			for i, sign := range signs {
				lines[i] = s.sign(sign)
			}
			s.list(lines)
			n, err := s.choose(len(lines))
			if err != nil {
				return err
			}
			if err := s.at(signs[n-1].To)(ctx, ""); err != nil && !errors.Is(err, errBack) {
				return err
			}
		}
	}
}

func (s *Session) sign(of study.Sign) string {
	if of.State == "" {
		return of.Text
	}
	return s.f("line.sign", locale.Args{"Text": of.Text, "State": of.State})
}
