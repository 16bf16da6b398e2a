package sqlite

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/ncruces/go-sqlite3"

	"porchlight/internal/record"
)

// SaveAnswer implements record.Store.
func (s *Store) SaveAnswer(ctx context.Context, at record.Attempt, a record.Answer) error {
	at, a, err := record.KeptAnswer(at, a)
	if err != nil {
		return err
	}
	return s.write(ctx, "save answer", func() error {
		if err := s.addAttempt(at); err != nil {
			return err
		}
		_, err := s.addAnswer(a)
		return err
	})
}

// addAttempt adds an attempt, unless its id is known.
func (s *Store) addAttempt(a record.Attempt) error {
	questions, err := json.Marshal(a.Questions)
	if err != nil {
		return err
	}
	return s.exec(`INSERT INTO attempts (id, lesson, part, seed, questions, started) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO NOTHING`,
		a.ID, a.Lesson, string(a.Part), int64(a.Seed), string(questions), a.Started.UnixMicro())
}

// addAnswer adds an answer, unless its question has one. It reports whether
// the attempt is known.
func (s *Store) addAnswer(a record.Answer) (bool, error) {
	seq, err := s.number(`SELECT coalesce((SELECT seq FROM attempts WHERE id = ?), -1)`, a.Attempt)
	if err != nil || seq < 0 {
		return false, err
	}
	choices, err := json.Marshal(a.Choices)
	if err != nil {
		return true, err
	}
	return true, s.exec(`INSERT INTO answers (attempt, question, nth, choices, text, result, at)
		VALUES (?1, ?2, (SELECT count(*) FROM answers WHERE attempt = ?1), ?3, ?4, ?5, ?6)
		ON CONFLICT (attempt, question) DO NOTHING`,
		seq, a.Question, string(choices), a.Text, string(a.Result), a.At.UnixMicro())
}

const (
	attemptColumns = `SELECT id, lesson, seed, questions, started, part FROM attempts `
	answerColumns  = `SELECT attempts.id, question, choices, result, at, text FROM answers JOIN attempts ON attempts.seq = attempt `
)

// LatestAttempt implements record.Store.
func (s *Store) LatestAttempt(ctx context.Context, lesson string, part record.Part) (record.Attempt, []record.Answer, error) {
	var found []record.Attempt
	answers := []record.Answer{}
	err := s.read(ctx, "read the latest attempt", func() error {
		var err error
		if found, err = s.attempts(`WHERE lesson = ? AND part = ? ORDER BY started DESC, seq DESC LIMIT 1`, lesson, string(part)); err != nil {
			return err
		}
		if len(found) == 0 {
			return fmt.Errorf("attempt at lesson %q: %w", lesson, record.ErrNotFound)
		}
		answers, err = s.answers(`WHERE attempts.id = ? ORDER BY nth`, found[0].ID)
		return err
	})
	if err != nil {
		return record.Attempt{}, nil, err
	}
	return found[0], answers, nil
}

func (s *Store) attempts(which string, args ...any) ([]record.Attempt, error) {
	out := []record.Attempt{}
	var lists listReader
	err := s.each(attemptColumns+which, func(st *sqlite3.Stmt) {
		out = append(out, record.Attempt{
			ID: st.ColumnText(0), Lesson: st.ColumnText(1), Seed: uint64(st.ColumnInt64(2)),
			Questions: lists.read(st, 3), Started: timeOf(st, 4), Part: record.Part(st.ColumnText(5)),
		})
	}, args...)
	return out, lists.or(err)
}

func (s *Store) answers(which string, args ...any) ([]record.Answer, error) {
	out := []record.Answer{}
	var lists listReader
	err := s.each(answerColumns+which, func(st *sqlite3.Stmt) {
		out = append(out, record.Answer{
			Attempt: st.ColumnText(0), Question: st.ColumnText(1), Choices: lists.read(st, 2),
			Result: record.Result(st.ColumnText(3)), At: timeOf(st, 4), Text: st.ColumnText(5),
		})
	}, args...)
	return out, lists.or(err)
}

// listReader reads lists of ids, and keeps the first error.
type listReader struct{ err error }

func (l *listReader) read(st *sqlite3.Stmt, column int) []string {
	list := []string{}
	if err := json.Unmarshal(st.ColumnRawText(column), &list); err != nil && l.err == nil {
		l.err = damagedf("a list of ids cannot be read: %v", err)
	}
	return list
}

func (l *listReader) or(err error) error {
	if err != nil {
		return err
	}
	return l.err
}

// newest goes from lesson to lesson and takes the newest attempt of each, all
// in the index: the time it takes grows with the lessons, not the attempts.
const newest = `
	WITH RECURSIVE lessons (lesson) AS (
		SELECT min(lesson) FROM attempts WHERE part = ''
		UNION ALL
		SELECT (SELECT min(lesson) FROM attempts WHERE part = '' AND lesson > lessons.lesson) FROM lessons WHERE lesson IS NOT NULL
	)
	SELECT lessons.lesson, json_array_length(questions), count(answers.at),
		count(*) FILTER (WHERE result = 'best'), coalesce(max(answers.at), started)
	FROM lessons
	JOIN attempts ON seq = (SELECT seq FROM attempts WHERE part = '' AND lesson = lessons.lesson ORDER BY started DESC, seq DESC LIMIT 1)
	LEFT JOIN answers ON attempt = seq
	GROUP BY seq`

// Scores implements record.Store.
func (s *Store) Scores(ctx context.Context) (map[string]record.Score, error) {
	out := map[string]record.Score{}
	err := s.read(ctx, "read scores", func() error {
		return s.each(newest, func(st *sqlite3.Stmt) {
			score := record.Score{
				Lesson: st.ColumnText(0), Asked: st.ColumnInt(1), Answered: st.ColumnInt(2), Best: st.ColumnInt(3),
				At: time.UnixMicro(st.ColumnInt64(4)).UTC(),
			}
			out[score.Lesson] = score
		})
	})
	return out, err
}

// FirstAnswers implements record.Store. It reads answers as they lie, in the
// order in which attempts were kept: sorting them here was found to be slower.
func (s *Store) FirstAnswers(ctx context.Context) ([]record.Answer, error) {
	var all []record.Answer
	err := s.read(ctx, "read the first answers", func() error {
		var err error
		all, err = s.answers(`WHERE part <> 'before' ORDER BY attempt`)
		return err
	})
	return record.Firsts(all), err
}
