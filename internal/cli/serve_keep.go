package cli

import (
	"context"
	"log/slog"
	"path/filepath"
	"time"

	"porchlight/internal/patient"
	"porchlight/internal/record"
	"porchlight/internal/store/postgres"
	"porchlight/internal/store/sqlite"
	"porchlight/internal/takehome"
)

// sweepEvery is how often a server looks for records that have expired.
const sweepEvery = time.Hour

// keeping opens what keeps records under take-home words, where the operator
// asked for it: a folder beside the host key, or the fleet's database; and the
// rooms of that database, into which people may come at any of its servers.
// close lets go of it.
func (a *app) keeping(ctx context.Context, s *served) (close func(), err error) {
	close = func() {}
	var keeper takehome.Keeper
	if s.o.Database != "" {
		fleet, err := postgres.Open(ctx, s.o.Database, postgres.Options{})
		if err != nil {
			return nil, err
		}
		rooms := fleet.Rooms()
		s.rooms(rooms)
		close = func() { rooms.Close(); fleet.Close() }
		keeper = waits{fleet, s.meter}
	} else if s.o.Keep != 0 {
		key, err := a.hostKeyPath(s.o)
		if err != nil {
			return nil, err
		}
		folder, err := sqlite.OpenFolder(filepath.Join(filepath.Dir(key), "take-home"))
		if err != nil {
			return nil, err
		}
		keeper = counts{folder, s.meter}
	}
	if s.o.Keep != 0 {
		s.office = takehome.NewOffice(keeper, s.o.Keep, s.now)
	}
	return close, nil
}

// sweep removes what nobody came back for, now and from time to time, until
// ctx ends.
func (s *served) sweep(ctx context.Context, log *slog.Logger) {
	if s.office == nil {
		return
	}
	again := time.NewTicker(sweepEvery)
	defer again.Stop()
	for {
		n, err := s.office.Sweep(ctx)
		switch {
		case err != nil && ctx.Err() == nil:
			log.Warn("records that have expired could not be removed")
		case n > 0:
			log.Info("removed", slog.Int("expired", n))
		}
		select {
		case <-ctx.Done():
			return
		case <-again.C:
		}
	}
}

// counts is a keeper whose records are counted in the totals.
type counts struct {
	takehome.Keeper
	meter *meter
}

// Create implements takehome.Keeper.
func (c counts) Create(ctx context.Context, id, secret string, until time.Time) (record.Store, error) {
	return c.counted(c.Keeper.Create(ctx, id, secret, until))
}

// Open implements takehome.Keeper.
func (c counts) Open(ctx context.Context, id, secret string, now, until time.Time) (record.Store, error) {
	return c.counted(c.Keeper.Open(ctx, id, secret, now, until))
}

func (c counts) counted(store record.Store, err error) (record.Store, error) {
	if err != nil {
		return nil, err
	}
	return c.meter.counting(store), nil
}

// waits is a keeper whose records go on while their database is away.
type waits struct {
	takehome.Keeper
	meter *meter
}

// Create implements takehome.Keeper.
func (w waits) Create(ctx context.Context, id, secret string, until time.Time) (record.Store, error) {
	return patiently(ctx)(counts(w).Create(ctx, id, secret, until))
}

// Open implements takehome.Keeper.
func (w waits) Open(ctx context.Context, id, secret string, now, until time.Time) (record.Store, error) {
	return patiently(ctx)(counts(w).Open(ctx, id, secret, now, until))
}

func patiently(ctx context.Context) func(record.Store, error) (record.Store, error) {
	return func(store record.Store, err error) (record.Store, error) {
		if err != nil {
			return nil, err
		}
		return patient.New(ctx, store)
	}
}

// checkKeeping says which of the options about keeping makes no sense.
func (o serveOptions) checkKeeping() error {
	switch {
	case o.Keep != 0 && (o.Keep < time.Hour || o.Keep > 5*365*24*time.Hour):
		return usageError{"keep is between an hour and five years, or 0 for no take-home words", "Try: --keep 720h, which is thirty days"}
	}
	return nil
}
