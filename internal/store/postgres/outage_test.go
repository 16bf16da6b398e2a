package postgres_test

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"porchlight/internal/record"
	"porchlight/internal/store/postgres"
	"porchlight/internal/store/postgres/postgrestest"
)

// Every answer that was acknowledged is there, however often the database is
// killed meanwhile; what failed may be saved again, and stands once.
func TestRestartedWhileAnswering(t *testing.T) {
	const restarts, learners = 5, 8
	s := postgrestest.Start(t)
	f := open(t, s)
	var acknowledged atomic.Int64
	stop := make(chan struct{})
	var wg sync.WaitGroup
	all := make([]record.Store, learners)
	for i := range all {
		all[i] = create(t, f, fmt.Sprintf("learner-%d", i))
		wg.Go(func() { acknowledged.Add(answerUntil(t, all[i], stop)) })
	}
	for range restarts {
		before := acknowledgedSoFar.Load()
		eventually(t, func() bool { return acknowledgedSoFar.Load() >= before+50 }) // they are at work
		s.Kill()
		s.Up()
	}
	close(stop)
	wg.Wait()
	kept := 0
	for _, l := range all {
		e, err := l.Export(t.Context())
		must(t, err)
		kept += len(e.Answers)
	}
	if int64(kept) != acknowledged.Load() {
		t.Errorf("%d answers acknowledged, %d kept", acknowledged.Load(), kept)
	}
	t.Logf("%d restarts, %d answers acknowledged, all kept", restarts, kept)
}

var acknowledgedSoFar atomic.Int64

// answerUntil saves one answer after another, each until it is kept, and
// returns how many were.
func answerUntil(t *testing.T, l record.Store, stop chan struct{}) int64 {
	a := record.Attempt{ID: "a", Lesson: "return-to-use", Started: noon}
	for n := int64(0); ; n++ {
		answer := record.Answer{Attempt: "a", Question: fmt.Sprintf("return-to-use/q%d", n), Result: record.Best, At: noon}
		for l.SaveAnswer(t.Context(), a, answer) != nil {
			select {
			case <-stop:
				if l.SaveAnswer(t.Context(), a, answer) == nil {
					return n + 1
				}
			case <-time.After(5 * time.Millisecond):
			}
		}
		acknowledgedSoFar.Add(1)
		select {
		case <-stop:
			return n + 1
		default:
		}
	}
}

// A database that hangs holds nobody longer than the deadline.
func TestFrozenDatabase(t *testing.T) {
	s := postgrestest.Start(t)
	f, err := postgres.Open(t.Context(), s.URL(), postgres.Options{Deadline: 300 * time.Millisecond})
	must(t, err)
	t.Cleanup(f.Close)
	l := create(t, f, "one")
	s.Freeze()
	if err := l.SaveSetting(t.Context(), "lang", "es"); !errors.Is(err, record.ErrBusy) {
		t.Errorf("while it hangs: %v, want ErrBusy", err)
	}
	s.Thaw()
	eventually(t, func() bool { return l.SaveSetting(t.Context(), "lang", "es") == nil })
}

func TestStoppedDatabase(t *testing.T) {
	s := postgrestest.Start(t)
	f := open(t, s)
	l := create(t, f, "one")
	s.Kill()
	if err := l.SaveSetting(t.Context(), "lang", "es"); !errors.Is(err, record.ErrUnreachable) {
		t.Errorf("while it is away: %v, want ErrUnreachable", err)
	}
	s.Up()
	eventually(t, func() bool { return l.SaveSetting(t.Context(), "lang", "es") == nil })
}

// eventually tries until something is so; the test's own deadline ends it.
func eventually(t *testing.T, so func() bool) {
	t.Helper()
	for !so() {
		select {
		case <-t.Context().Done():
			t.Fatal("it never was so")
		case <-time.After(10 * time.Millisecond):
		}
	}
}
