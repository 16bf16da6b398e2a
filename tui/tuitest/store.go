package tuitest

import (
	"context"

	"porchlight/internal/record"
)

// A Refusing store answers every save with Err while it is set, and counts
// what it was asked to keep.
type Refusing struct {
	record.Store
	Err   error
	Tried int
}

// Refuse wraps a store for a test that takes its disk away.
func Refuse(s record.Store) *Refusing { return &Refusing{Store: s} }

func (r *Refusing) try(save func() error) error {
	if r.Tried++; r.Err != nil {
		return r.Err
	}
	return save()
}

// SavePlace keeps a place, or refuses.
func (r *Refusing) SavePlace(ctx context.Context, p record.Place) error {
	return r.try(func() error { return r.Store.SavePlace(ctx, p) })
}

// SaveAnswer keeps an answer, or refuses.
func (r *Refusing) SaveAnswer(ctx context.Context, at record.Attempt, a record.Answer) error {
	return r.try(func() error { return r.Store.SaveAnswer(ctx, at, a) })
}

// SaveCheck keeps a check, or refuses.
func (r *Refusing) SaveCheck(ctx context.Context, c record.Check) error {
	return r.try(func() error { return r.Store.SaveCheck(ctx, c) })
}

// SaveSetting keeps a setting, or refuses.
func (r *Refusing) SaveSetting(ctx context.Context, name, value string) error {
	return r.try(func() error { return r.Store.SaveSetting(ctx, name, value) })
}

// A settled store is that of someone who skipped the questions of the first
// start, without a trace of it in the record that the test looks at.
type settled struct{ record.Store }

func skipped() record.Entry {
	return record.Entry{Kind: record.KindSituation, Fields: map[string]string{"asked": "yes"}}
}

// Entries adds the one that says so, where the test has kept no other.
func (s settled) Entries(ctx context.Context, kind record.Kind, subject string) ([]record.Entry, error) {
	entries, err := s.Store.Entries(ctx, kind, subject)
	if err == nil && kind == record.KindSituation {
		entries = append([]record.Entry{skipped()}, entries...)
	}
	return entries, err
}

// Export adds it too.
func (s settled) Export(ctx context.Context) (record.Export, error) {
	e, err := s.Store.Export(ctx)
	if err == nil && len(e.Entries) == 0 {
		e.Entries = append(e.Entries, skipped())
	}
	return e, err
}

// SaveEntries keeps entries, or refuses.
func (r *Refusing) SaveEntries(ctx context.Context, entries ...record.Entry) error {
	return r.try(func() error { return r.Store.SaveEntries(ctx, entries...) })
}
