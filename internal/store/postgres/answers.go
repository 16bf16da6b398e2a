package postgres

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"porchlight/internal/record"
)

// SaveAnswer implements record.Store.
func (l *Learner) SaveAnswer(ctx context.Context, at record.Attempt, a record.Answer) error {
	at, a, err := record.KeptAnswer(at, a)
	if err != nil {
		return err
	}
	return l.write(ctx, "save answer", func(ctx context.Context, tx pgx.Tx) error {
		if err := l.addAttempt(ctx, tx, at); err != nil {
			return err
		}
		_, err := l.addAnswer(ctx, tx, a)
		return err
	})
}

// addAttempt adds an attempt, unless its id is known.
func (l *Learner) addAttempt(ctx context.Context, tx pgx.Tx, a record.Attempt) error {
	return exec(ctx, tx, `INSERT INTO attempts (learner, id, lesson, part, seed, questions, started)
		VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (learner, id) DO NOTHING`,
		l.id, a.ID, a.Lesson, string(a.Part), int64(a.Seed), a.Questions, a.Started.UnixMicro())
}

// addAnswer adds an answer, unless its question has one. It reports whether
// the attempt is known.
func (l *Learner) addAnswer(ctx context.Context, tx pgx.Tx, a record.Answer) (bool, error) {
	seq, known, err := found(each(ctx, tx, pgx.RowTo[int64], `SELECT seq FROM attempts WHERE learner = $1 AND id = $2`, l.id, a.Attempt))
	if err != nil || !known {
		return false, err
	}
	return true, exec(ctx, tx, `INSERT INTO answers (attempt, question, choices, text, result, at)
		VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (attempt, question) DO NOTHING`,
		seq, a.Question, a.Choices, a.Text, string(a.Result), a.At.UnixMicro())
}

func (l *Learner) attempts(ctx context.Context, tx pgx.Tx, which string, args ...any) ([]record.Attempt, error) {
	return each(ctx, tx, func(row pgx.CollectableRow) (record.Attempt, error) {
		var a record.Attempt
		var seed, started int64
		err := row.Scan(&a.ID, &a.Lesson, &a.Part, &seed, &a.Questions, &started)
		a.Seed, a.Started = uint64(seed), timeOf(started)
		return a, err
	}, `SELECT id, lesson, part, seed, questions, started FROM attempts WHERE learner = $1 `+which, append([]any{l.id}, args...)...)
}

func (l *Learner) answers(ctx context.Context, tx pgx.Tx, which string, args ...any) ([]record.Answer, error) {
	return each(ctx, tx, func(row pgx.CollectableRow) (record.Answer, error) {
		var a record.Answer
		var at int64
		err := row.Scan(&a.Attempt, &a.Question, &a.Choices, &a.Text, &a.Result, &at)
		a.At = timeOf(at)
		return a, err
	}, `SELECT attempts.id, question, choices, text, result, at FROM answers
		JOIN attempts ON attempts.seq = attempt WHERE learner = $1 `+which, append([]any{l.id}, args...)...)
}

// LatestAttempt implements record.Store.
func (l *Learner) LatestAttempt(ctx context.Context, lesson string, part record.Part) (record.Attempt, []record.Answer, error) {
	var newest record.Attempt
	var answers []record.Answer
	err := l.read(ctx, "read the latest attempt", func(ctx context.Context, tx pgx.Tx) error {
		var known bool
		var err error
		newest, known, err = found(l.attempts(ctx, tx, `AND lesson = $2 AND part = $3 ORDER BY started DESC, seq DESC LIMIT 1`, lesson, string(part)))
		if err != nil {
			return err
		}
		if !known {
			return fmt.Errorf("attempt at lesson %q: %w", lesson, record.ErrNotFound)
		}
		answers, err = l.answers(ctx, tx, `AND attempts.id = $2 ORDER BY answers.seq`, newest.ID)
		return err
	})
	if err != nil {
		return record.Attempt{}, nil, err
	}
	return newest, answers, nil
}

// Scores implements record.Store.
func (l *Learner) Scores(ctx context.Context) (map[string]record.Score, error) {
	out := map[string]record.Score{}
	err := l.read(ctx, "read scores", func(ctx context.Context, tx pgx.Tx) error {
		all, err := each(ctx, tx, score, `SELECT lesson, cardinality(questions), count(answers.at),
				count(*) FILTER (WHERE result = 'best'), coalesce(max(answers.at), started)
			FROM (SELECT DISTINCT ON (lesson) seq, lesson, questions, started FROM attempts
				WHERE learner = $1 AND part = '' ORDER BY lesson, started DESC, seq DESC) newest
			LEFT JOIN answers ON attempt = newest.seq
			GROUP BY newest.seq, lesson, questions, started`, l.id)
		for _, s := range all {
			out[s.Lesson] = s
		}
		return err
	})
	return out, err
}

// FirstAnswers implements record.Store.
func (l *Learner) FirstAnswers(ctx context.Context) ([]record.Answer, error) {
	var out []record.Answer
	err := l.read(ctx, "read the first answers", func(ctx context.Context, tx pgx.Tx) error {
		var err error
		out, err = l.answers(ctx, tx, `AND answers.seq IN (SELECT DISTINCT ON (question) answers.seq
			FROM answers JOIN attempts ON attempts.seq = attempt
			WHERE learner = $1 AND part <> 'before' ORDER BY question, answers.at, attempt)
			ORDER BY question COLLATE "C"`)
		return err
	})
	return out, err
}

func score(row pgx.CollectableRow) (record.Score, error) {
	var s record.Score
	var at int64
	err := row.Scan(&s.Lesson, &s.Asked, &s.Answered, &s.Best, &at)
	s.At = timeOf(at)
	return s, err
}

func (l *Learner) mergeAnswers(ctx context.Context, tx pgx.Tx, e record.Export) error {
	for _, a := range e.Attempts {
		if err := l.addAttempt(ctx, tx, a); err != nil {
			return err
		}
	}
	for i, a := range e.Answers {
		known, err := l.addAnswer(ctx, tx, a)
		if err != nil {
			return err
		}
		if !known {
			return fmt.Errorf("answers: number %d: attempt %q: %w", i+1, a.Attempt, record.ErrNotFound)
		}
	}
	return nil
}
