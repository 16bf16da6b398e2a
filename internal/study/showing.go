package study

import "context"

// Showing is what there is to show to a group.
type Showing struct {
	Tracks []TrackProgress
}

// Showing returns what there is to show to a group.
func (d *Desk) Showing(ctx context.Context) (Showing, error) {
	tracks, err := d.Tracks(ctx)
	return Showing{Tracks: tracks}, err
}
