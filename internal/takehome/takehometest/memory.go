package takehometest

import (
	"context"
	"errors"
	"sync"
	"time"

	"porchlight/internal/record"
)

// A Memory is a Keeper for tests of what lies above it.
type Memory struct {
	mu   sync.Mutex
	kept map[string]kept
	// Away is what every call returns, as when a database is away; nil for none.
	Away error
}

type kept struct {
	store  *record.Guest
	secret string
	until  time.Time
}

// lasting is a record that outlives its session.
type lasting struct{ *record.Guest }

// Close implements record.Store: another session may open the record again.
func (lasting) Close() error { return nil }

// Create implements takehome.Keeper.
func (m *Memory) Create(_ context.Context, id, secret string, until time.Time) (record.Store, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.Away != nil {
		return nil, m.Away
	}
	if _, ok := m.kept[id]; ok {
		return nil, record.ErrTaken
	}
	if m.kept == nil {
		m.kept = map[string]kept{}
	}
	m.kept[id] = kept{record.NewGuest(), secret, until}
	return lasting{m.kept[id].store}, nil
}

// Open implements takehome.Keeper.
func (m *Memory) Open(_ context.Context, id, secret string, now, until time.Time) (record.Store, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	k, ok := m.kept[id]
	switch {
	case m.Away != nil:
		return nil, m.Away
	case !ok, !k.until.After(now):
		return nil, record.ErrNotFound
	case k.secret != secret:
		return nil, errors.New("the id and the secret are not of the same words")
	case until.After(k.until):
		k.until = until
		m.kept[id] = k
	}
	return lasting{k.store}, nil
}

// Sweep implements takehome.Keeper.
func (m *Memory) Sweep(_ context.Context, now time.Time) (int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	gone := 0
	for id, k := range m.kept {
		if !k.until.After(now) {
			delete(m.kept, id)
			gone++
		}
	}
	return gone, nil
}

// Salt implements takehome.Keeper.
func (m *Memory) Salt(context.Context) ([]byte, error) { return []byte("salt of the test"), nil }
