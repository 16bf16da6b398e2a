package cli

import (
	"encoding/json"
	"fmt"
	"text/tabwriter"
	"time"

	"porchlight/internal/kiosk/load"
	"porchlight/internal/rehearse"
)

// rehearsedOverSSH prints what was found with real connections.
func (a *app) rehearsedOverSSH(r rehearse.Report, o rehearseOptions, uses []load.Use, lasted time.Duration) error {
	ms := func(all []time.Duration, share float64) float64 {
		return float64(load.Quantile(all, share).Microseconds()) / 1000
	}
	var memory int64
	var processor time.Duration
	for _, u := range uses {
		memory += u.Resident
		processor += u.Processor
	}
	if o.json {
		return json.NewEncoder(a.out).Encode(map[string]any{
			"people": o.people, "rounds": o.rounds, "servers": len(uses), "votes": r.Votes, "counted": r.Counted, "lost": r.Lost, "doubled": r.Doubled,
			"cut": r.Cut, "joined-ms": float64(r.Joined.Microseconds()) / 1000, "keys": len(r.Keys),
			"median-ms": ms(r.Keys, 0.5), "p99-ms": ms(r.Keys, 0.99), "person-median-ms": ms(r.Each, 0.5), "person-p99-ms": ms(r.Each, 0.99),
			"page-median-ms": ms(r.Pages, 0.5), "page-p99-ms": ms(r.Pages, 0.99), "answer-median-ms": ms(r.Answers, 0.5), "answer-p99-ms": ms(r.Answers, 0.99), "back-median-ms": ms(r.Back, 0.5), "back-p99-ms": ms(r.Back, 0.99),
			"memory-bytes": memory, "processor-ms": processor.Milliseconds(), "lasted-ms": lasted.Milliseconds(),
		})
	}
	both := func(all []time.Duration) string {
		return fmt.Sprintf("%.1f ms, %.1f ms", ms(all, 0.5), ms(all, 0.99))
	}
	t := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
	for _, row := range [][2]string{
		{"people over SSH, servers", fmt.Sprintf("%d, %d", o.people, len(uses))},
		{"all joined in", fmt.Sprintf("%.1f s", r.Joined.Seconds())},
		{"votes sent, changes of mind included", fmt.Sprint(r.Votes)},
		{"answers counted", fmt.Sprintf("%d of %d", r.Counted, o.people*o.rounds)},
		{"lost, counted twice", fmt.Sprintf("%d, %d", r.Lost, r.Doubled)},
		{"links lost, and back at their place", fmt.Sprint(r.Cut)},
		{"facilitator's key to the last person's screen: median, 99 of 100", both(r.Keys)},
		{"the same, to each person's screen", both(r.Each)},
		{"a page turned to the last person's screen", both(r.Pages)},
		{"an answer to the word that it is kept, all at once", both(r.Answers)},
		{"a lost link to the same place", both(r.Back)},
		{"memory of the servers at the end", fmt.Sprintf("%.1f MB", float64(memory)/(1<<20))},
		{"processor time of the servers", fmt.Sprintf("%.1f s of %.1f s", processor.Seconds(), lasted.Seconds())},
	} {
		fmt.Fprintf(t, "%s\t%s\n", row[0], row[1])
	}
	return t.Flush()
}
