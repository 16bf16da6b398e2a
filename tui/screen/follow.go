package screen

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/group"
	"porchlight/internal/typeset"
	"porchlight/tui/easel"
)

// size is how large this screen is.
func (s *Screen) size() easel.Size { return easel.Size{W: s.w, H: s.h} }

// fit says how large this screen is, where the room does not know.
func (s *Screen) fit() tea.Cmd {
	own, now := group.Wall{Width: s.w, Height: s.h}, s.seat.Now()
	if of, known := s.seat.Sitting().Fitted(now); own.Width == 0 || s.view().Ended || known && of.Wall == own {
		return nil
	}
	return s.tell(own)
}

// tell says how large the screen is, and that it is there.
func (s *Screen) tell(own group.Wall) tea.Cmd {
	at := s.env.Now()
	return s.seat.Set("fit", "fit", func(ctx context.Context, in *group.Sitting) (group.Snapshot, error) { return in.Fit(ctx, own, at) })
}

// A beat says that a while is over.
type beat struct{ by *Screen }

// tick waits until this screen is to say again that it is there.
func (s *Screen) tick() tea.Cmd {
	if s.wait == nil {
		return nil
	}
	ctx, wait, msg := s.env.Ctx, s.wait, beat{s}
	return func() tea.Msg {
		if !wait(ctx, group.ScreenBeat*time.Second) {
			return nil
		}
		return msg
	}
}

func (s *Screen) onBeat(msg beat) tea.Cmd {
	if msg.by != s || s.over || s.seat == nil || !s.seat.Inside() || s.view().Ended {
		return nil
	}
	return tea.Batch(s.tell(group.Wall{Width: s.w, Height: s.h}), s.tick())
}

// follow goes where the show is. Where it is made for larger screens than this
// one, this one shows as much of it as there is room for.
func (s *Screen) follow() tea.Cmd {
	if !s.seat.Inside() || s.w == 0 {
		return nil
	}
	v, own, cmd := s.view(), s.size(), tea.Cmd(nil)
	if !s.seat.Busy() {
		cmd = s.fit()
	}
	made := own
	if v.Wall.Width > 0 {
		made = easel.Size{W: min(own.W, v.Wall.Width), H: min(own.H, v.Wall.Height)}
	}
	return tea.Batch(cmd, s.goTo(v.Place, made))
}

// goTo shows a place, on a page of a size.
func (s *Screen) goTo(to group.Place, made easel.Size) tea.Cmd {
	route := easel.Route(to.Route)
	if route == nil {
		s.route = nil
		return nil
	}
	if route != s.route {
		s.route = route
		return s.easel.Open(route)
	}
	if !s.easel.HasShow() || to.Is(s.place) && made == s.made {
		return nil
	}
	s.place, s.made = to, made
	return s.easel.Lay(easel.Want{
		Spot:  easel.Spot{Part: to.Part, Replies: to.Replies},
		Place: &typeset.Place{Block: to.Block, Word: to.Word}, Size: made,
	})
}
