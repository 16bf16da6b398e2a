package present

import (
	"context"
	"io/fs"
	"sync"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/follow"
)

// A file is the terminals of one user on one machine: they meet in a folder.
type file struct {
	page *Page
	held *held
}

// A held seat is one that a page may have left before it was taken.
type held struct {
	mu   sync.Mutex
	seat *follow.Seat
	left bool
}

// take keeps a seat, unless the page has left meanwhile.
func (h *held) take(seat *follow.Seat) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.left {
		_ = seat.Close()
		return
	}
	h.seat = seat
}

func (h *held) get() *follow.Seat {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.seat
}

func (h *held) leave() {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.seat != nil {
		_ = h.seat.Close()
	}
	h.seat, h.left = nil, true
}

func newFile(p *Page) *file { return &file{p, &held{}} }

func (f *file) meet(show string) tea.Cmd {
	p, h, take := f.page, f.held, f.page.stage.Seat
	return p.env.Work(func(context.Context) tea.Msg {
		seat, err := take(show)
		if err != nil {
			return met{by: p, err: err}
		}
		h.take(seat)
		state, ok := seat.Get()
		return met{by: p, state: state, ok: ok}
	})
}

func (f *file) put(s follow.State) tea.Cmd {
	p, seat := f.page, f.held.get()
	return p.env.Work(func(context.Context) tea.Msg {
		if seat == nil {
			return told{by: p, err: fs.ErrClosed}
		}
		seq, err := seat.Put(s)
		return told{by: p, seq: seq, err: err}
	})
}

func (f *file) wait() tea.Cmd {
	p, seat, ctx := f.page, f.held.get(), f.page.env.Ctx
	if seat == nil {
		return nil
	}
	return func() tea.Msg {
		state, err := seat.Wait(ctx)
		return moved{p, state, err}
	}
}

func (f *file) leave() tea.Cmd {
	h := f.held
	return func() tea.Msg {
		h.leave()
		return nil
	}
}

func (f *file) of(p *Page) others { return &file{p, f.held} }
