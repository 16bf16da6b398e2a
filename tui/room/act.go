package room

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/group"
)

// choose does what Enter does.
func (r *Room) choose() tea.Cmd {
	id, ok := r.leaf.Choose()
	if !ok || !r.seat.Inside() {
		return nil
	}
	p := r.view().Front
	if p == nil {
		return nil
	}
	return r.vote(*p, id)
}

// vote answers a question. Where several choices may be made, one that was made
// is taken back.
func (r *Room) vote(p group.PollView, id string) tea.Cmd {
	chosen := []string{id}
	if p.Many {
		chosen = slices.Clone(r.seat.Sitting().Mine(r.seat.Now()).Chosen)
		if i := slices.Index(chosen, id); i >= 0 {
			chosen = slices.Delete(chosen, i, i+1)
		} else {
			chosen = append(chosen, id)
		}
	}
	name := "room.kept"
	if len(chosen) == 0 {
		name = "room.taken-back"
	}
	return r.seat.Do(name, func(ctx context.Context, in *group.Sitting) (group.Snapshot, error) { return in.Vote(ctx, p, chosen) })
}
