package screen

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/group"
	"porchlight/internal/typeset"
	"porchlight/tui/easel"
)

// size is how large this screen is.
func (s *Screen) size() easel.Size { return easel.Size{W: s.w, H: s.h} }

// fit says how large the screen is that all look at: this one.
func (s *Screen) fit() tea.Cmd { return s.tell(s.size()) }

func (s *Screen) tell(to easel.Size) tea.Cmd {
	wall := group.Wall{Width: to.W, Height: to.H}
	if v := s.view(); to.W == 0 || v.Ended || v.Wall == wall {
		return nil
	}
	return s.seat.Set("fit", "fit", func(ctx context.Context, in *group.Sitting) (group.Snapshot, error) { return in.Fit(ctx, wall) })
}

// follow goes where the show is. Pages are made to fit each screen of the room:
// where they were made for a larger one, this one says how large they may be.
func (s *Screen) follow() tea.Cmd {
	if !s.seat.Inside() || s.w == 0 {
		return nil
	}
	v, own := s.view(), s.size()
	made, cmd := easel.Size{W: v.Wall.Width, H: v.Wall.Height}, tea.Cmd(nil)
	switch {
	case made.W == 0:
		made = own
		cmd = s.again(own)
	case !own.Holds(made):
		made = easel.Size{W: min(own.W, made.W), H: min(own.H, made.H)}
		cmd = s.again(made)
	}
	return tea.Batch(cmd, s.goTo(v.Place, made))
}

// again says a size once more, unless something is on its way to the room
// already.
func (s *Screen) again(to easel.Size) tea.Cmd {
	if s.seat.Busy() {
		return nil
	}
	return s.tell(to)
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
