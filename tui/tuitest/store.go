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
