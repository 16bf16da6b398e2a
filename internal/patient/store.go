package patient

import (
	"context"

	"porchlight/internal/record"
)

// The reads of record.Store, from memory.

// Places implements record.Store.
func (s *Store) Places(ctx context.Context) (map[string]record.Place, error) {
	return s.here.Places(ctx)
}

// LatestAttempt implements record.Store.
func (s *Store) LatestAttempt(ctx context.Context, lesson string, part record.Part) (record.Attempt, []record.Answer, error) {
	return s.here.LatestAttempt(ctx, lesson, part)
}

// Scores implements record.Store.
func (s *Store) Scores(ctx context.Context) (map[string]record.Score, error) {
	return s.here.Scores(ctx)
}

// FirstAnswers implements record.Store.
func (s *Store) FirstAnswers(ctx context.Context) ([]record.Answer, error) {
	return s.here.FirstAnswers(ctx)
}

// Checks implements record.Store.
func (s *Store) Checks(ctx context.Context, provider string) (map[string]record.Check, error) {
	return s.here.Checks(ctx, provider)
}

// Entries implements record.Store.
func (s *Store) Entries(ctx context.Context, kind record.Kind, subject string) ([]record.Entry, error) {
	return s.here.Entries(ctx, kind, subject)
}

// Events implements record.Store.
func (s *Store) Events(ctx context.Context, kind record.Kind, subject string) ([]record.Event, error) {
	return s.here.Events(ctx, kind, subject)
}

// Settings implements record.Store.
func (s *Store) Settings(ctx context.Context) (map[string]string, error) {
	return s.here.Settings(ctx)
}

// Export implements record.Store.
func (s *Store) Export(ctx context.Context) (record.Export, error) { return s.here.Export(ctx) }

// The writes of record.Store, in memory and then to the database.

// SavePlace implements record.Store.
func (s *Store) SavePlace(ctx context.Context, p record.Place) error {
	return s.save(ctx, func(ctx context.Context, to record.Store) error { return to.SavePlace(ctx, p) })
}

// SaveAnswer implements record.Store.
func (s *Store) SaveAnswer(ctx context.Context, at record.Attempt, a record.Answer) error {
	return s.save(ctx, func(ctx context.Context, to record.Store) error { return to.SaveAnswer(ctx, at, a) })
}

// SaveCheck implements record.Store.
func (s *Store) SaveCheck(ctx context.Context, c record.Check) error {
	return s.save(ctx, func(ctx context.Context, to record.Store) error { return to.SaveCheck(ctx, c) })
}

// SaveEntries implements record.Store.
func (s *Store) SaveEntries(ctx context.Context, entries ...record.Entry) error {
	return s.save(ctx, func(ctx context.Context, to record.Store) error { return to.SaveEntries(ctx, entries...) })
}

// AddEvent implements record.Store.
func (s *Store) AddEvent(ctx context.Context, e record.Event) error {
	return s.save(ctx, func(ctx context.Context, to record.Store) error { return to.AddEvent(ctx, e) })
}

// RemoveEvent implements record.Store.
func (s *Store) RemoveEvent(ctx context.Context, kind record.Kind, id string) error {
	return s.save(ctx, func(ctx context.Context, to record.Store) error { return to.RemoveEvent(ctx, kind, id) })
}

// SaveSetting implements record.Store.
func (s *Store) SaveSetting(ctx context.Context, name, value string) error {
	return s.save(ctx, func(ctx context.Context, to record.Store) error { return to.SaveSetting(ctx, name, value) })
}

// Import implements record.Store.
func (s *Store) Import(ctx context.Context, e record.Export) error {
	return s.save(ctx, func(ctx context.Context, to record.Store) error { return to.Import(ctx, e) })
}

// Erase implements record.Store.
func (s *Store) Erase(ctx context.Context, scope record.Scope) error {
	return s.save(ctx, func(ctx context.Context, to record.Store) error { return to.Erase(ctx, scope) })
}
