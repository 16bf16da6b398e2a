package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"porchlight/internal/kiosk"
)

// A meter tells an operator's monitoring how the kiosk does, and nothing of
// anyone: counts, and of lessons only those that many have read.
type meter struct {
	registry *prometheus.Registry
	keys     prometheus.Histogram
	closing  atomic.Bool
	totals   totals
	rooms    *roomsOf
}

func newMeter(tally *kiosk.Tally, hideBelow int) *meter {
	m := &meter{registry: prometheus.NewRegistry(), totals: totals{hideBelow: hideBelow}}
	m.keys = prometheus.NewHistogram(prometheus.HistogramOpts{
		Name: "porchlight_key_to_paint_seconds", Help: "From a key's arrival to the last byte of the frame that followed.",
		Buckets: []float64{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5},
	})
	m.registry.MustRegister(m.keys, counted{tally}, &m.totals, collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

func (m *meter) drawn(took time.Duration) { m.keys.Observe(took.Seconds()) }

// close has the health page say that the server is stopping.
func (m *meter) close() { m.closing.Store(true) }

// serve opens the pages at an address, if there is one, and returns what
// closes them.
func (m *meter) serve(ctx context.Context, address string) (func(), error) {
	if address == "" {
		return func() {}, nil
	}
	var listen net.ListenConfig
	l, err := listen.Listen(ctx, "tcp", address)
	if err != nil {
		return nil, fmt.Errorf("the metrics: %w", err)
	}
	pages := http.NewServeMux()
	pages.Handle("GET /metrics", promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{}))
	pages.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		if m.closing.Load() {
			http.Error(w, "closing", http.StatusServiceUnavailable)
			return
		}
		_, _ = fmt.Fprintln(w, "ok")
	})
	s := &http.Server{Handler: pages, ReadHeaderTimeout: 5 * time.Second, WriteTimeout: 10 * time.Second, MaxHeaderBytes: 16 << 10}
	go func() { _ = s.Serve(l) }()
	return func() { _ = errors.Join(s.Close(), l.Close()) }, nil
}

// counted makes metrics of a tally when they are asked for.
type counted struct{ tally *kiosk.Tally }

var (
	sessionsNow  = prometheus.NewDesc("porchlight_sessions", "Visits open now.", nil, nil)
	connsNow     = prometheus.NewDesc("porchlight_connections", "Connections open now.", nil, nil)
	startsTotal  = prometheus.NewDesc("porchlight_sessions_started_total", "Visits begun.", nil, nil)
	endsTotal    = prometheus.NewDesc("porchlight_sessions_ended_total", "Visits ended, by why.", []string{"why"}, nil)
	refusedTotal = prometheus.NewDesc("porchlight_refused_total", "What was not granted, by why.", []string{"why"}, nil)
)

// Describe names the metrics.
func (c counted) Describe(out chan<- *prometheus.Desc) { prometheus.DescribeByCollect(c, out) }

// Collect reads the tally. Every cause is there, at nought too.
func (c counted) Collect(out chan<- prometheus.Metric) {
	n := c.tally.Counts()
	out <- prometheus.MustNewConstMetric(sessionsNow, prometheus.GaugeValue, float64(n.Sessions))
	out <- prometheus.MustNewConstMetric(connsNow, prometheus.GaugeValue, float64(n.Connections))
	out <- prometheus.MustNewConstMetric(startsTotal, prometheus.CounterValue, float64(n.Started))
	for _, why := range kiosk.Ends() {
		out <- prometheus.MustNewConstMetric(endsTotal, prometheus.CounterValue, float64(n.Ended[why]), string(why))
	}
	for _, why := range kiosk.Refusals() {
		out <- prometheus.MustNewConstMetric(refusedTotal, prometheus.CounterValue, float64(n.Refused[why]), string(why))
	}
}
