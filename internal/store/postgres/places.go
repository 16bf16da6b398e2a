package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"porchlight/internal/record"
)

func (l *Learner) places(ctx context.Context, tx pgx.Tx, which string, args ...any) ([]record.Place, error) {
	return each(ctx, tx, func(row pgx.CollectableRow) (record.Place, error) {
		var p record.Place
		var done *int64
		var at int64
		err := row.Scan(&p.Lesson, &p.Block, &p.Word, &p.Reached, &done, &at)
		p.At = timeOf(at)
		if done != nil {
			p.Done = timeOf(*done)
		}
		return p, err
	}, `SELECT lesson, block, word, reached, done, at FROM places WHERE learner = $1 `+which, append([]any{l.id}, args...)...)
}

// Places implements record.Store.
func (l *Learner) Places(ctx context.Context) (map[string]record.Place, error) {
	out := map[string]record.Place{}
	err := l.read(ctx, "read places", func(ctx context.Context, tx pgx.Tx) error {
		all, err := l.places(ctx, tx, ``)
		for _, p := range all {
			out[p.Lesson] = p
		}
		return err
	})
	return out, err
}

// SavePlace implements record.Store.
func (l *Learner) SavePlace(ctx context.Context, p record.Place) error {
	p, err := p.Kept()
	if err != nil {
		return err
	}
	return l.write(ctx, "save place", func(ctx context.Context, tx pgx.Tx) error {
		before, _, err := l.place(ctx, tx, p.Lesson)
		if err != nil {
			return err
		}
		return l.putPlace(ctx, tx, p.After(before))
	})
}

func (l *Learner) place(ctx context.Context, tx pgx.Tx, lesson string) (record.Place, bool, error) {
	return found(l.places(ctx, tx, `AND lesson = $2`, lesson))
}

func (l *Learner) putPlace(ctx context.Context, tx pgx.Tx, p record.Place) error {
	var done *int64
	if !p.Done.IsZero() {
		at := p.Done.UnixMicro()
		done = &at
	}
	return exec(ctx, tx, `INSERT INTO places VALUES ($1, $2, $3, $4, $5, $6, $7)
		ON CONFLICT (learner, lesson) DO UPDATE SET block = excluded.block, word = excluded.word,
		reached = excluded.reached, done = excluded.done, at = excluded.at`,
		l.id, p.Lesson, p.Block, p.Word, p.Reached, done, p.At.UnixMicro())
}

func (l *Learner) mergePlaces(ctx context.Context, tx pgx.Tx, e record.Export) error {
	for _, p := range e.Places {
		ours, known, err := l.place(ctx, tx, p.Lesson)
		if err != nil {
			return err
		}
		if known {
			p = ours.Merge(p)
		}
		if err := l.putPlace(ctx, tx, p); err != nil {
			return err
		}
	}
	return nil
}
