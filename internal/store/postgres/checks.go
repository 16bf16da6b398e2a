package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"porchlight/internal/record"
)

func (l *Learner) checks(ctx context.Context, tx pgx.Tx, which string, args ...any) ([]record.Check, error) {
	return each(ctx, tx, func(row pgx.CollectableRow) (record.Check, error) {
		var c record.Check
		var at int64
		err := row.Scan(&c.Provider, &c.Question, &c.Asked, &c.Sign, &c.Note, &at)
		c.At = timeOf(at)
		return c, err
	}, `SELECT provider, question, asked, sign, note, at FROM checks WHERE learner = $1 `+which, append([]any{l.id}, args...)...)
}

// Checks implements record.Store.
func (l *Learner) Checks(ctx context.Context, provider string) (map[string]record.Check, error) {
	out := map[string]record.Check{}
	err := l.read(ctx, "read checks", func(ctx context.Context, tx pgx.Tx) error {
		all, err := l.checks(ctx, tx, `AND provider = $2`, record.Provider(provider))
		for _, c := range all {
			out[c.Question] = c
		}
		return err
	})
	return out, err
}

// SaveCheck implements record.Store.
func (l *Learner) SaveCheck(ctx context.Context, c record.Check) error {
	c, err := c.Kept()
	if err != nil {
		return err
	}
	return l.write(ctx, "save check", func(ctx context.Context, tx pgx.Tx) error { return l.putCheck(ctx, tx, c) })
}

func (l *Learner) putCheck(ctx context.Context, tx pgx.Tx, c record.Check) error {
	if c.Empty() {
		return exec(ctx, tx, `DELETE FROM checks WHERE learner = $1 AND provider = $2 AND question = $3`, l.id, c.Provider, c.Question)
	}
	return exec(ctx, tx, `INSERT INTO checks VALUES ($1, $2, $3, $4, $5, $6, $7)
		ON CONFLICT (learner, provider, question) DO UPDATE SET asked = excluded.asked, sign = excluded.sign,
		note = excluded.note, at = excluded.at`,
		l.id, c.Provider, c.Question, c.Asked, string(c.Sign), c.Note, c.At.UnixMicro())
}

// mergeChecks leaves out a check that says nothing: an import adds, it does
// not remove.
func (l *Learner) mergeChecks(ctx context.Context, tx pgx.Tx, e record.Export) error {
	for _, c := range e.Checks {
		if c.Empty() {
			continue
		}
		ours, known, err := found(l.checks(ctx, tx, `AND provider = $2 AND question = $3`, c.Provider, c.Question))
		if err != nil {
			return err
		}
		if known {
			c = ours.Merge(c)
		}
		if err := l.putCheck(ctx, tx, c); err != nil {
			return err
		}
	}
	return nil
}

func (l *Learner) settings(ctx context.Context, tx pgx.Tx) (map[string]string, error) {
	type setting struct{ Name, Value string }
	all, err := each(ctx, tx, pgx.RowToStructByPos[setting], `SELECT name, value FROM settings WHERE learner = $1`, l.id)
	out := make(map[string]string, len(all))
	for _, s := range all {
		out[s.Name] = s.Value
	}
	return out, err
}

// Settings implements record.Store.
func (l *Learner) Settings(ctx context.Context) (map[string]string, error) {
	var out map[string]string
	err := l.read(ctx, "read settings", func(ctx context.Context, tx pgx.Tx) (err error) {
		out, err = l.settings(ctx, tx)
		return err
	})
	return out, err
}

// SaveSetting implements record.Store.
func (l *Learner) SaveSetting(ctx context.Context, name, value string) error {
	value, err := record.KeptSetting(name, value)
	if err != nil {
		return err
	}
	return l.write(ctx, "save setting", func(ctx context.Context, tx pgx.Tx) error {
		if value == "" {
			return exec(ctx, tx, `DELETE FROM settings WHERE learner = $1 AND name = $2`, l.id, name)
		}
		return exec(ctx, tx, `INSERT INTO settings VALUES ($1, $2, $3)
			ON CONFLICT (learner, name) DO UPDATE SET value = excluded.value`, l.id, name, value)
	})
}

func (l *Learner) mergeSettings(ctx context.Context, tx pgx.Tx, e record.Export) error {
	for name, value := range e.Settings {
		if value == "" {
			continue
		}
		if err := exec(ctx, tx, `INSERT INTO settings VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, l.id, name, value); err != nil {
			return err
		}
	}
	return nil
}
