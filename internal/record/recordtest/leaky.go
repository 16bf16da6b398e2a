package recordtest

import (
	"context"

	"porchlight/internal/record"
)

// Leaky is a Store whose disk is full for the next Fail checks and entries.
type Leaky struct {
	record.Store
	Fail int
}

func (s *Leaky) full() bool {
	s.Fail--
	return s.Fail >= 0
}

// SaveCheck implements record.Store.
func (s *Leaky) SaveCheck(ctx context.Context, c record.Check) error {
	if s.full() {
		return record.ErrFull
	}
	return s.Store.SaveCheck(ctx, c)
}

// SaveEntries implements record.Store.
func (s *Leaky) SaveEntries(ctx context.Context, e ...record.Entry) error {
	if s.full() {
		return record.ErrFull
	}
	return s.Store.SaveEntries(ctx, e...)
}
