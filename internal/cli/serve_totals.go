package cli

import (
	"context"
	"maps"
	"slices"
	"sync"

	"github.com/prometheus/client_golang/prometheus"

	"porchlight/internal/record"
)

// totals counts lessons finished and questions answered, over all visitors. A
// number that is small could tell who it was, so it is not told; and numbers
// are told in steps of the same size, so that two readings do not tell either.
type totals struct {
	hideBelow int

	mu       sync.Mutex
	finished map[string]int
	answered map[string]int
}

var (
	finishedTotal = prometheus.NewDesc("porchlight_lessons_finished", "Times a lesson was finished, rounded down; small numbers are not told.", []string{"lesson"}, nil)
	answeredTotal = prometheus.NewDesc("porchlight_questions_answered", "Answers to a lesson's questions, rounded down; small numbers are not told.", []string{"lesson"}, nil)
)

// Describe names the metrics.
func (t *totals) Describe(out chan<- *prometheus.Desc) {
	out <- finishedTotal
	out <- answeredTotal
}

// Collect tells what is large enough.
func (t *totals) Collect(out chan<- prometheus.Metric) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for desc, counts := range map[*prometheus.Desc]map[string]int{finishedTotal: t.finished, answeredTotal: t.answered} {
		for _, lesson := range slices.Sorted(maps.Keys(counts)) {
			if told := t.told(counts[lesson]); told > 0 {
				out <- prometheus.MustNewConstMetric(desc, prometheus.GaugeValue, float64(told), lesson)
			}
		}
	}
}

// told is how much of a count is told: none of a small one, and steps of the
// same size.
func (t *totals) told(n int) int { return n / t.hideBelow * t.hideBelow }

func (t *totals) add(to *map[string]int, lesson string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if *to == nil {
		*to = map[string]int{}
	}
	(*to)[lesson]++
}

// counting wraps a visitor's record so that it is counted, once it is kept.
func (m *meter) counting(s record.Store) record.Store {
	return &countedStore{Store: s, totals: &m.totals, done: map[string]bool{}}
}

type countedStore struct {
	record.Store
	totals *totals

	mu   sync.Mutex
	done map[string]bool // lessons finished in this visit
}

// SavePlace keeps a place, and counts a lesson finished for the first time.
func (c *countedStore) SavePlace(ctx context.Context, p record.Place) error {
	if err := c.Store.SavePlace(ctx, p); err != nil || p.Done.IsZero() {
		return err
	}
	c.mu.Lock()
	before := c.done[p.Lesson]
	c.done[p.Lesson] = true
	c.mu.Unlock()
	if !before {
		c.totals.add(&c.totals.finished, p.Lesson)
	}
	return nil
}

// SaveAnswer keeps an answer, and counts it.
func (c *countedStore) SaveAnswer(ctx context.Context, at record.Attempt, a record.Answer) error {
	if err := c.Store.SaveAnswer(ctx, at, a); err != nil {
		return err
	}
	c.totals.add(&c.totals.answered, at.Lesson)
	return nil
}
