package study_test

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"porchlight/internal/record"
	"porchlight/internal/store/sqlite"
	"porchlight/quiz"
)

// BenchmarkReview10000 opens home and today's cards over a record on disk of
// 10,000 answers and 10,000 reviews.
func BenchmarkReview10000(b *testing.B) {
	store, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "record.db"), sqlite.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer store.Close()
	t := &testing.T{}
	d := whole(t, store, "en")
	e := record.Export{Porchlight: record.ExportVersion}
	at := time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC)
	var questions []quiz.Question
	tracks, err := d.Tracks(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	for _, tr := range tracks {
		for _, p := range tr.Lessons {
			if s, err := d.Quiz(b.Context(), p.Lesson.ID); err == nil {
				questions = append(questions, s.Attempt.Questions()...)
			}
		}
	}
	for i := range 10_000 {
		q := questions[i%len(questions)]
		lesson := string(q.ID)[:len(q.ID)-len(filepath.Base(string(q.ID)))-1]
		id := fmt.Sprintf("a%05d", i)
		e.Attempts = append(e.Attempts, record.Attempt{ID: id, Lesson: lesson, Questions: []string{string(q.ID)}, Started: at.Add(time.Duration(i) * time.Minute)})
		e.Answers = append(e.Answers, record.Answer{Attempt: id, Question: string(q.ID), Choices: []string{"x"}, Result: record.Other, At: at.Add(time.Duration(i) * time.Minute)})
		e.Events = append(e.Events, record.Event{Kind: record.KindReview, Subject: lesson, ID: id, At: at.Add(time.Duration(i) * 20 * time.Minute),
			Fields: map[string]string{"card": string(q.ID), "day": at.Add(time.Duration(i) * 20 * time.Minute).Format("2006-01-02"), "grade": "got-it"}})
	}
	if err := store.Import(b.Context(), e); err != nil {
		b.Fatal(err)
	}
	b.Run("home", func(b *testing.B) {
		for b.Loop() {
			if _, err := d.Overview(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("review", func(b *testing.B) {
		for b.Loop() {
			if r, err := d.Review(b.Context()); err != nil || r.None {
				b.Fatal(r.None, err)
			}
		}
	})
}
