package fault_test

import (
	"bytes"
	"context"
	"log/slog"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"porchlight/internal/fault"
)

// A panic is said in the log by its kind alone, and the loop in which it was
// goes on.
func TestALoopOutlivesItsFaults(t *testing.T) {
	log := &bytes.Buffer{}
	before := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(log, nil)))
	defer slog.SetDefault(before)
	synctest.Test(t, func(t *testing.T) {
		turns, began := 0, time.Now()
		fault.Again(t.Context(), time.Second, func() {
			if turns++; turns < 3 {
				panic("what somebody typed")
			}
		})
		if took := time.Since(began); turns != 3 || took != 2*time.Second {
			t.Errorf("%d turns in %v", turns, took)
		}
	})
	if said := log.String(); strings.Count(said, "kind=string") != 2 || strings.Contains(said, "typed") {
		t.Errorf("the log says %s", said)
	}
}

// A loop that always fails ends with its context.
func TestAFaultyLoopEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithTimeout(t.Context(), time.Minute)
		defer stop()
		turns := 0
		fault.Again(ctx, time.Second, func() { turns++; panic(turns) })
		if turns < 59 || turns > 61 {
			t.Errorf("%d turns in a minute", turns)
		}
	})
}
