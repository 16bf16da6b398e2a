package cli

import (
	"context"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"porchlight/internal/group"
)

// roomsOf counts what becomes of the rooms of a hub, as far as it happens at
// this server.
type roomsOf struct {
	group.Hub
	ending sync.Mutex // one room after the other, so that each is counted once

	mu                    sync.Mutex
	opened, ended, erased int
}

// Open implements group.Hub.
func (r *roomsOf) Open(ctx context.Context, room group.Room) error {
	err := r.Hub.Open(ctx, room)
	if err == nil {
		r.count(&r.opened, 1)
	}
	return err
}

// Do implements group.Hub. A room that has ended already does not end again.
func (r *roomsOf) Do(ctx context.Context, code group.Code, a group.Act) (group.Snapshot, error) {
	if _, ends := a.Do.(group.End); !ends {
		return r.Hub.Do(ctx, code, a)
	}
	r.ending.Lock()
	defer r.ending.Unlock()
	before := r.over(ctx, code)
	now, err := r.Hub.Do(ctx, code, a)
	if err == nil && !before {
		r.count(&r.ended, 1)
	}
	return now, err
}

// over reports whether a room has ended.
func (r *roomsOf) over(ctx context.Context, code group.Code) bool {
	box, err := r.Watch(ctx, code)
	if err != nil {
		return false
	}
	defer box.Close()
	now, err := box.Next(ctx)
	return err == nil && now.All().Ended
}

// Remove implements group.Hub.
func (r *roomsOf) Remove(ctx context.Context, code group.Code) error {
	err := r.Hub.Remove(ctx, code)
	if err == nil {
		r.count(&r.erased, 1)
	}
	return err
}

// Sweep implements group.Hub.
func (r *roomsOf) Sweep(ctx context.Context, now time.Time) (int, error) {
	n, err := r.Hub.Sweep(ctx, now)
	r.count(&r.erased, n)
	return n, err
}

func (r *roomsOf) count(what *int, n int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	*what += n
}

func (r *roomsOf) read(what *int) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return *what
}

// any reports whether a room that was opened here is still there.
func (r *roomsOf) any() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.opened > r.erased
}

// countRooms has the meter tell what becomes of rooms, and of take-home words
// where they are given out: what people did with either, so in steps.
func (m *meter) countRooms(s *served) {
	rooms := m.rooms
	m.inSteps("porchlight_rooms_opened", "Rooms opened at this server.", func() int { return rooms.read(&rooms.opened) })
	m.inSteps("porchlight_rooms_ended", "Rooms that whoever led them ended.", func() int { return rooms.read(&rooms.ended) })
	m.inSteps("porchlight_rooms_erased", "Rooms erased, when their time was over or before.", func() int { return rooms.read(&rooms.erased) })
	m.inSteps("porchlight_room_codes_wrong", "Codes that led to no room.", s.door.Wrong)
	m.inSteps("porchlight_room_codes_slowed", "Codes not looked at, after too many wrong ones.", s.door.Slowed)
	if o := s.office; o != nil {
		m.inSteps("porchlight_take_home_given", "Take-home words given out.", func() int { return o.Counts().Given })
		m.inSteps("porchlight_take_home_continued", "Records continued with take-home words.", func() int { return o.Counts().Continued })
		m.inSteps("porchlight_take_home_wrong", "Take-home words that led nowhere.", func() int { return o.Counts().Wrong })
		m.inSteps("porchlight_take_home_slowed", "Take-home words not looked at, after too many tries.", func() int { return o.Counts().Slowed })
	}
}

// inSteps tells a count as the totals of lessons are told.
func (m *meter) inSteps(name, help string, n func() int) {
	m.registry.MustRegister(prometheus.NewGaugeFunc(
		prometheus.GaugeOpts{Name: name, Help: help + " Rounded down; small numbers are nought."},
		func() float64 { return float64(m.totals.told(n())) },
	))
}
