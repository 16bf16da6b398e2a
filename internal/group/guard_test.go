package group_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"porchlight/internal/group"
)

func TestGuard(t *testing.T) {
	now := time.Unix(0, 0)
	g := group.NewGuard(func() time.Time { return now })
	looked := 0
	look := func(err error) func() error { return func() error { looked++; return err } }
	in := 0
	for i := range 1_000 { // in ten minutes
		now = now.Add(600 * time.Millisecond)
		if err := g.Check("one", look(group.ErrNoRoom)); err == nil {
			in++
		}
		if i == 500 {
			var slow group.SlowError
			if err := g.Check("one", look(nil)); !errors.As(err, &slow) || slow.Wait > time.Minute {
				t.Errorf("a right code in between: %v", err)
			}
		}
	}
	if looked > 55 || in != 0 || g.Wrong() != looked {
		t.Errorf("of 1000 wrong codes in ten minutes, %d were looked at and %d counted", looked, g.Wrong())
	}
	for range 30 { // behind one address with many people
		if err := g.Check("two", look(nil)); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 30_000 {
		_ = g.Check(fmt.Sprint(i), look(group.ErrNoRoom))
	}
}
