package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"porchlight/internal/record"
)

// Export implements record.Store: one state of the record, whatever is saved
// meanwhile.
func (l *Learner) Export(ctx context.Context) (record.Export, error) {
	e := record.Export{Porchlight: record.ExportVersion}
	err := l.read(ctx, "export", func(ctx context.Context, tx pgx.Tx) (err error) {
		if e.Places, err = l.places(ctx, tx, `ORDER BY lesson COLLATE "C"`); err != nil {
			return err
		}
		if e.Attempts, err = l.attempts(ctx, tx, `ORDER BY started, seq`); err != nil {
			return err
		}
		if e.Answers, err = l.answers(ctx, tx, `ORDER BY started, attempt, answers.seq`); err != nil {
			return err
		}
		if e.Checks, err = l.checks(ctx, tx, `ORDER BY provider COLLATE "C", question COLLATE "C"`); err != nil {
			return err
		}
		if e.Entries, err = l.entries(ctx, tx, inOrder); err != nil {
			return err
		}
		if e.Events, err = l.events(ctx, tx, `ORDER BY at, kind COLLATE "C", id COLLATE "C"`); err != nil {
			return err
		}
		e.Settings, err = l.settings(ctx, tx)
		return err
	})
	if err != nil {
		return record.Export{}, err
	}
	return e, nil
}

// Import implements record.Store.
func (l *Learner) Import(ctx context.Context, e record.Export) error {
	e, err := e.Kept()
	if err != nil {
		return err
	}
	return l.write(ctx, "import", func(ctx context.Context, tx pgx.Tx) error {
		for _, part := range []func(context.Context, pgx.Tx, record.Export) error{
			l.mergePlaces, l.mergeAnswers, l.mergeChecks, l.mergeEntries, l.mergeEvents, l.mergeSettings,
		} {
			if err := part(ctx, tx, e); err != nil {
				return err
			}
		}
		return nil
	})
}

// Erase implements record.Store. The rows are gone when it returns; the
// database's own files are its operator's to clean.
func (l *Learner) Erase(ctx context.Context, s record.Scope) error {
	return l.write(ctx, "erase", func(ctx context.Context, tx pgx.Tx) error {
		for _, d := range l.deletions(s) {
			if err := exec(ctx, tx, d.sql, append([]any{l.id}, d.args...)...); err != nil {
				return err
			}
		}
		if s.Notes {
			return l.removeWords(ctx, tx)
		}
		return nil
	})
}

// A deletion is a statement whose first argument is the learner.
type deletion struct {
	sql  string
	args []any
}

// deletions are what a scope deletes. The answers of an attempt go with it.
func (l *Learner) deletions(s record.Scope) []deletion {
	var all []deletion
	add := func(sql string, args ...any) { all = append(all, deletion{sql, args}) }
	if s.All {
		for _, table := range []string{"places", "attempts", "checks", "entries", "events", "settings"} {
			add(`DELETE FROM ` + table + ` WHERE learner = $1`)
		}
	}
	if s.Lesson != "" {
		add(`DELETE FROM places WHERE learner = $1 AND lesson = $2`, s.Lesson)
		add(`DELETE FROM attempts WHERE learner = $1 AND lesson = $2`, s.Lesson)
	}
	if s.Provider != "" {
		add(`DELETE FROM checks WHERE learner = $1 AND provider = $2`, record.Provider(s.Provider))
	}
	if s.Notes {
		add(`UPDATE answers SET text = $2 WHERE text <> '' AND attempt IN (SELECT seq FROM attempts WHERE learner = $1)`, record.Erased)
		add(`UPDATE checks SET note = '' WHERE learner = $1`)
		add(`DELETE FROM checks WHERE learner = $1 AND NOT asked AND sign = '' AND note = ''`)
	}
	for _, table := range []string{"entries", "events"} {
		if s.Lesson != "" {
			add(`DELETE FROM `+table+` WHERE learner = $1 AND subject = $2 AND kind = ANY ($3)`, s.Lesson, names(record.AboutLesson()))
		}
		if s.Provider != "" {
			add(`DELETE FROM `+table+` WHERE learner = $1 AND subject = $2 AND kind = ANY ($3)`, s.Provider, names(record.AboutProvider()))
		}
		if s.Kind != "" {
			add(`DELETE FROM `+table+` WHERE learner = $1 AND kind = $2 AND ($3 = '' OR subject = $3)`, string(s.Kind), s.Subject)
		}
	}
	return all
}

func names(kinds []record.Kind) []string {
	out := make([]string, len(kinds))
	for i, k := range kinds {
		out[i] = string(k)
	}
	return out
}

// removeWords takes the learner's own words out of every entry.
func (l *Learner) removeWords(ctx context.Context, tx pgx.Tx) error {
	all, err := l.entries(ctx, tx, ``)
	if err != nil {
		return err
	}
	for _, e := range all {
		left, some := e.WithoutWords()
		if !some {
			continue
		}
		if err := l.putEntry(ctx, tx, left); err != nil {
			return err
		}
	}
	return nil
}
