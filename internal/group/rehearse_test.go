package group_test

import (
	"testing"
	"time"

	"porchlight/internal/group"
)

func TestRehearsal(t *testing.T) {
	h := group.NewLocal()
	t.Cleanup(h.Close)
	drawn := make(chan string, 100_000)
	got, err := group.Rehearsal{
		Hubs: []group.Hub{h, h}, People: 60, Rounds: 3, Now: time.Now,
		Draw: func(s group.Snapshot, _ group.Mine) string {
			drawn <- s.All().ID
			return ""
		},
	}.Run(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if got.Lost != 0 || got.Doubled != 0 || got.Counted != 180 || got.Votes != 300 || len(got.Seen) != 9 || len(drawn) < 60 {
		t.Errorf("the rehearsal: %+v, %d drawn", got, len(drawn))
	}
	if got.Percentile(50) > got.Percentile(99) {
		t.Errorf("the median is more than the worst: %v", got.Seen)
	}
}
