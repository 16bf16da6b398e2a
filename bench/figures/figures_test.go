package figures_test

import (
	"strings"
	"testing"

	"porchlight/bench/figures"
)

func TestQuantile(t *testing.T) {
	for _, c := range []struct {
		values []float64
		part   float64
		want   float64
	}{
		{nil, 0.5, 0},
		{[]float64{3}, 0.99, 3},
		{[]float64{3, 1, 2}, 0.5, 2},
		{[]float64{4, 1, 2, 3}, 0.5, 2.5},
		{[]float64{0, 10}, 0.9, 9},
	} {
		if got := figures.Quantile(c.values, c.part); got != c.want {
			t.Errorf("Quantile(%v, %v) = %v, want %v", c.values, c.part, got, c.want)
		}
	}
}

func TestTable(t *testing.T) {
	var table figures.Table
	table.Add(figures.Row{Name: "start", Peer: "glow", Unit: "ms", Ours: 90, Theirs: 60, Most: 1.3, Times: true})
	table.Add(figures.Row{Name: "start", Peer: "glow", Unit: "ms", Ours: 60, Theirs: 60, Most: 1.3, Times: true})
	table.Add(figures.Row{Name: "memory", Unit: "MB", Ours: 41, Most: 40})
	var out strings.Builder
	if err := table.Print(&out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"1.00", "kept", "41.0 MB", "PASSED"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the table lacks %q:\n%s", want, out.String())
		}
	}
	if passed := table.Passed(); len(passed) != 1 || passed[0].Name != "memory" {
		t.Errorf("the rows over their bound are %v", passed)
	}
}
