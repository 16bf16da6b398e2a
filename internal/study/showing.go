package study

import (
	"context"

	"porchlight/lessons"
)

// Showing is what there is to show to a group.
type Showing struct {
	Sheets []lessons.RunSheet // plans of sessions, those of the series last
	Tracks []TrackProgress
}

// Showing returns what there is to show to a group.
func (d *Desk) Showing(ctx context.Context) (Showing, error) {
	tracks, err := d.Tracks(ctx)
	return Showing{Sheets: d.course.Pack.RunSheets(d.Lang()), Tracks: tracks}, err
}
