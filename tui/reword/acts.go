package reword

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/errand"
	"porchlight/tui/kit"
)

// A shelf is what the desk has for this page.
type shelf struct {
	kept    []study.Sentence
	lesson  *lessons.Lesson // about the seven parts
	guarded bool            // safety comes first
}

func look(ctx context.Context, desk *study.Desk) (shelf, error) {
	s := shelf{lesson: desk.PartsLesson()}
	var err error
	if s.guarded, err = desk.Guarded(ctx); err != nil {
		return s, err
	}
	s.kept, err = desk.Sentences(ctx)
	return s, err
}

// The errands of this page, and their answers: what the desk has now.
type (
	errands = errand.Runner[*Reword, shelf]
	done    = errand.Done[*Reword, shelf]
)

func (r *Reword) open() tea.Cmd {
	desk := r.desk
	return r.errands.Fetch(r.env, func(ctx context.Context) (shelf, error) { return look(ctx, desk) }, (*Reword).onOpened)
}

func (r *Reword) onOpened(s shelf, err error) tea.Cmd {
	r.shelf = s
	switch {
	case err != nil:
		r.show(stuck)
	case r.stage > opening: // inherited
		r.compose()
	default:
		r.show(opening)
	}
	return nil
}

// save keeps or forgets the sentence, and then says so.
func (r *Reword) save(note string, do func(context.Context) error) tea.Cmd {
	desk := r.desk
	return r.errands.Save(r.env, func(ctx context.Context) (shelf, error) {
		if err := do(ctx); err != nil {
			return shelf{}, err
		}
		return look(ctx, desk)
	}, func(r *Reword, s shelf) tea.Cmd {
		r.shelf, r.note = s, note
		r.show(summary)
		return nil
	})
}

func (r *Reword) keep() tea.Cmd {
	desk, s := r.desk, r.sentence
	return r.save("reword.kept", func(ctx context.Context) error { return desk.KeepSentence(ctx, s) })
}

func (r *Reword) forget() tea.Cmd {
	desk, s := r.desk, r.sentence
	return r.save("reword.removed", func(ctx context.Context) error { return desk.ForgetSentence(ctx, s) })
}

func (r *Reword) writeStuck() []kit.Item {
	w := r.env.Words
	r.leaf.Sheet.Say(w.T("load.failed"), r.env.Theme.Plain)
	return []kit.Item{{ID: toRetry, Text: w.T("load.again")}, {ID: toLeave, Text: w.T("reword.back")}}
}
