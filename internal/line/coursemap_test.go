package line_test

import (
	"testing"

	"porchlight/internal/line"
	"porchlight/internal/record"
)

func TestMapInLines(t *testing.T) {
	out := talk(t, record.NewGuest(), "en", "1\n1\n2\nback\nback\n", func(s *line.Session) error { return s.Open(t.Context(), "map") })
	wants(t, out, "0 of 3 done", "1. Helping or enabling? (1 min, next)", "You read 1 lesson.", "1 of 3 done",
		"1. Helping or enabling? (1 min, read)", "2. Limits that hold (1 min, next)")
}
