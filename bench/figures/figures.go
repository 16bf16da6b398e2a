// Package figures keeps what was measured: medians, and the table of results.
package figures

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"sync"
	"text/tabwriter"
)

// Median returns the middle of the values, or the mean of the two in the
// middle. It returns 0 for none.
func Median(values []float64) float64 { return Quantile(values, 0.5) }

// Quantile returns the value below which that part of the values lies.
func Quantile(values []float64, part float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	at := part * float64(len(sorted)-1)
	low := int(at)
	if low+1 == len(sorted) {
		return sorted[low]
	}
	return sorted[low] + (at-float64(low))*(sorted[low+1]-sorted[low])
}

// A Row is one line of the table: something of Porchlight's beside a peer.
type Row struct {
	Name, Peer   string
	Unit         string
	Ours, Theirs float64
	// Most is the bound that Ours must not pass: times Theirs where Times is
	// set, else in the row's unit. Zero is no bound.
	Most  float64
	Times bool
	Runs  int
}

// Ratio is Ours in terms of Theirs, or 0 where there is no peer.
func (r Row) Ratio() float64 {
	if r.Theirs == 0 {
		return 0
	}
	return r.Ours / r.Theirs
}

// Within reports whether the row keeps its bound.
func (r Row) Within() bool {
	switch {
	case r.Most == 0:
		return true
	case r.Times:
		return r.Ratio() <= r.Most
	}
	return r.Ours <= r.Most
}

func (r Row) bound() string {
	switch {
	case r.Most == 0:
		return ""
	case r.Times:
		return fmt.Sprintf("%.4g x", r.Most)
	}
	return fmt.Sprintf("%.4g %s", r.Most, r.Unit)
}

func (r Row) verdict() string {
	switch {
	case r.Most == 0:
		return ""
	case r.Within():
		return "kept"
	}
	return "PASSED"
}

// A Table gathers rows from benchmarks.
type Table struct {
	mu   sync.Mutex
	rows []Row
}

// Add puts a row in the table; a later one of the same name and peer takes its
// place.
func (t *Table) Add(r Row) {
	t.mu.Lock()
	defer t.mu.Unlock()
	same := func(o Row) bool { return o.Name == r.Name && o.Peer == r.Peer }
	if i := slices.IndexFunc(t.rows, same); i >= 0 {
		t.rows[i] = r
		return
	}
	t.rows = append(t.rows, r)
}

// Print writes the table, ready to stand in a Markdown page. It writes nothing
// for an empty one.
func (t *Table) Print(w io.Writer) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.rows) == 0 {
		return nil
	}
	out := tabwriter.NewWriter(w, 0, 0, 1, ' ', 0)
	fmt.Fprintln(out, "| what\t| Porchlight\t| beside\t| it takes\t| ratio\t| bound\t| \t| runs\t|")
	fmt.Fprintln(out, "|---\t|---\t|---\t|---\t|---\t|---\t|---\t|---\t|")
	for _, r := range t.rows {
		theirs, ratio := "", ""
		if r.Theirs != 0 {
			theirs = fmt.Sprintf("%.1f %s", r.Theirs, r.Unit)
			ratio = fmt.Sprintf("%.2f", r.Ratio())
		}
		fmt.Fprintf(out, "| %s\t| %.1f %s\t| %s\t| %s\t| %s\t| %s\t| %s\t| %d\t|\n",
			r.Name, r.Ours, r.Unit, cmp.Or(r.Peer, "-"), theirs, ratio, r.bound(), r.verdict(), r.Runs)
	}
	return out.Flush()
}

// Passed lists the rows that do not keep their bound.
func (t *Table) Passed() []Row {
	t.mu.Lock()
	defer t.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(t.rows), Row.Within)
}
