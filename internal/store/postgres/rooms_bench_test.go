package postgres_test

import (
	"fmt"
	"testing"
	"time"

	"porchlight/internal/group"
	"porchlight/internal/store/postgres/postgrestest"
)

// rehearse has simulated people sit at two hubs on one database.
func rehearse(t testing.TB, people, rounds int) group.Rehearsed {
	t.Helper()
	s := postgrestest.Start(t)
	got, err := group.Rehearsal{
		Hubs: []group.Hub{hub(t, s), hub(t, s)}, People: people, Rounds: rounds, Now: time.Now,
		Draw: func(now group.Snapshot, m group.Mine) string { return fmt.Sprint(now.All(), m) },
	}.Run(t.Context())
	if err != nil {
		t.Fatal(err, s)
	}
	if got.Lost != 0 || got.Doubled != 0 || got.Counted != people*rounds {
		t.Errorf("of %d answers %d are counted, %d lost, %d counted twice", people*rounds, got.Counted, got.Lost, got.Doubled)
	}
	return got
}

func TestRehearsalAtTwoHubs(t *testing.T) { rehearse(t, 40, 2) }

// BenchmarkRoom300 has 300 people sit at two hubs on one database: from the
// facilitator's key to the last of them.
func BenchmarkRoom300(b *testing.B) {
	for b.Loop() {
		got := rehearse(b, 300, 20)
		b.ReportMetric(float64(got.Percentile(50).Microseconds())/1000, "ms-median")
		b.ReportMetric(float64(got.Percentile(99).Microseconds())/1000, "ms-p99")
		b.ReportMetric(float64(got.Joined.Microseconds())/1000, "ms-joined")
	}
}
