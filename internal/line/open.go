package line

import (
	"context"
	"errors"
	"strings"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/quiz"
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
	switch kind {
	case "lesson":
		return s.readAt
	case "notes":
		return alone(s.notes)
	case "note":
		return func(ctx context.Context, place string) error {
			id, key, _ := strings.Cut(place, "/")
			return s.mark(ctx, lessons.ID(id), key)
		}
	case "glossary":
		return s.glossary
	case "search":
		return s.search
	case "quiz":
		return func(ctx context.Context, id string) error { return s.quiz(ctx, lessons.ID(id)) }
	case "pair":
		return s.pair
	case "pairs":
		return alone(s.pairs)
	case "checklist":
		return alone(s.checklist)
	case "providers":
		return alone(s.providers)
	case "call":
		return s.call
	case "compare":
		return alone(s.compare)
	case "plan":
		return alone(s.plan)
	case "worksheets":
		return alone(s.worksheets)
	case "worksheet":
		return func(ctx context.Context, id string) error { return s.worksheet(ctx, lessons.WorksheetID(id)) }
	case "practices":
		return alone(s.practices)
	case "practice":
		return func(ctx context.Context, id string) error { return s.practice(ctx, quiz.PracticeID(id)) }
	case "reword":
		return alone(s.reword)
	case "reflections":
		return alone(s.reflections)
	case "reflection":
		return func(ctx context.Context, id string) error { return s.reflect(ctx, quiz.ReflectionID(id)) }
	case "shows":
		return alone(s.shows)
	case "session":
		return func(ctx context.Context, id string) error { return s.session(ctx, lessons.RunSheetID(id)) }
	case "present":
		return func(ctx context.Context, id string) error { return s.present(ctx, lessons.ID(id)) }
	case "handouts":
		return s.handouts
	case "now":
		return alone(func(context.Context) error { s.Now(); return s.err })
	case "take-home":
		if s.desk.CanTakeHome() {
			return alone(s.takeHome)
		}
	case "room", "lead":
		if s.door != nil {
			return s.room
		}
	case "screen":
		if s.door != nil {
			return s.onScreen
		}
	case "stage":
		if s.door != nil {
			return s.onStage
		}
	case "traces":
		return alone(func(context.Context) error { return s.traces() })
	case "map":
		return alone(s.courseMap)
	case "to-try":
		return s.intents
	case "review":
		return alone(s.review)
	case "path":
		return alone(s.path)
	case "exercises":
		return s.menu(study.Exercises(), "home.exercises")
	case "tools":
		return s.menu(s.tools(), "home.tools")
	}
	return nil
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

// alone is an activity whose place names nothing.
func alone(do func(context.Context) error) act {
	return func(ctx context.Context, _ string) error { return do(ctx) }
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
