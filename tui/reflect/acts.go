package reflect

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/quiz"
	"porchlight/tui/errand"
	"porchlight/tui/kit"
)

// The errands of this page, and their answers: the reflection with what is kept
// of it now.
type (
	errands = errand.Runner[*Reflect, study.Mirror]
	done    = errand.Done[*Reflect, study.Mirror]
)

func (r *Reflect) open() tea.Cmd {
	desk, id := r.desk, r.id
	return r.errands.Fetch(r.env, func(ctx context.Context) (study.Mirror, error) { return desk.Mirror(ctx, id) }, (*Reflect).onOpened)
}

func (r *Reflect) onOpened(m study.Mirror, err error) tea.Cmd {
	if err != nil {
		r.err = err
		r.show(stuck)
		return nil
	}
	r.mirror = m
	given, whole := r.look.answers.All(), true // where the language changed meanwhile
	if r.look.answers, whole = quiz.Reflect(m.Reflection).Resume(given); !whole {
		r.look.note = "reflect.fewer"
	}
	r.look.at = max(0, min(r.look.at, len(m.Reflection.Items)-1))
	r.show(max(r.stage, opening))
	return nil
}

// keep keeps a look.
func (r *Reflect) keep(l study.Look) tea.Cmd {
	desk, id := r.desk, r.id
	return r.errands.Save(r.env, func(ctx context.Context) (study.Mirror, error) {
		if err := desk.KeepLook(ctx, id, l); err != nil {
			return study.Mirror{}, err
		}
		return desk.Mirror(ctx, id)
	}, func(r *Reflect, m study.Mirror) tea.Cmd {
		r.mirror, r.look.kept, r.look.as, r.look.note = m, true, l.ID, "reflect.kept"
		r.show(closing)
		return nil
	})
}

// writeStuck says why there is no reflection.
func (r *Reflect) writeStuck() []kit.Item {
	w := r.env.Words
	back := kit.Item{ID: toLeave, Text: w.T("reflect.back")}
	if errors.Is(r.err, quiz.ErrNoReflection) {
		r.say(w.T("reflect.none"))
		return []kit.Item{{ID: toList, Text: w.T("reflect.to-list")}, back}
	}
	r.say(w.T("reflect.not-opened"))
	return []kit.Item{{ID: toRetry, Text: w.T("load.again")}, back}
}
