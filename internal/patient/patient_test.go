package patient_test

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"porchlight/internal/patient"
	"porchlight/internal/record"
	"porchlight/internal/record/recordtest"
	"porchlight/internal/store/postgres"
	"porchlight/internal/store/postgres/postgrestest"
)

var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

func open(t testing.TB, there record.Store) *patient.Store {
	t.Helper()
	s, err := patient.New(t.Context(), there)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestStore(t *testing.T) {
	recordtest.Run(t, func(t *testing.T) record.Store { return open(t, record.NewGuest()) })
}

// away is a record whose database can go away.
type away struct {
	*record.Guest
	is atomic.Bool
}

func (a *away) SaveSetting(ctx context.Context, name, value string) error {
	if a.is.Load() {
		return record.ErrUnreachable
	}
	return a.Guest.SaveSetting(ctx, name, value)
}

// What is done while the database is away is told as waiting, read as done, and
// written in order when it is back.
func TestWrittenWhenItIsBack(t *testing.T) {
	there := &away{Guest: record.NewGuest()}
	s := open(t, there)
	there.is.Store(true)
	for i := range 3 {
		if err := s.SaveSetting(t.Context(), "plan", fmt.Sprint(i)); err != nil {
			t.Fatal(err)
		}
	}
	if n := s.Waiting(); n != 3 {
		t.Errorf("%d acts wait, want 3", n)
	}
	if now, err := s.Settings(t.Context()); err != nil || now["plan"] != "2" {
		t.Errorf("read while it is away: %v, %v", now, err)
	}
	there.is.Store(false)
	eventually(t, func() bool { return s.Waiting() == 0 })
	if now, err := there.Settings(t.Context()); err != nil || now["plan"] != "2" {
		t.Errorf("written: %v, %v", now, err)
	}
}

func TestCloseSaysWhatIsLost(t *testing.T) {
	there := &away{Guest: record.NewGuest()}
	s, err := patient.New(t.Context(), there)
	if err != nil {
		t.Fatal(err)
	}
	there.is.Store(true)
	if err := s.SaveSetting(t.Context(), "plan", "1"); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); !errors.Is(err, record.ErrBusy) {
		t.Errorf("closed with something waiting: %v, want ErrBusy", err)
	}
}

// faulty is a record that panics, now and then.
type faulty struct {
	*record.Guest
	times atomic.Int32
}

func (f *faulty) SaveSetting(ctx context.Context, name, value string) error {
	if f.times.Add(1) == 2 {
		panic("a fault in the store")
	}
	return f.Guest.SaveSetting(ctx, name, value)
}

// A panic in writing ends nobody's program, and what was to be written is
// written after it.
func TestFaultWhileWriting(t *testing.T) {
	there := &faulty{Guest: record.NewGuest()}
	s := open(t, there)
	for _, v := range []string{"1", "2", "3"} {
		if err := s.SaveSetting(t.Context(), "plan", v); err != nil {
			t.Fatal(err)
		}
	}
	eventually(t, func() bool { return s.Waiting() == 0 })
	if got, err := there.Settings(t.Context()); err != nil || got["plan"] != "3" {
		t.Errorf("the record holds %v, %v", got, err)
	}
}

func TestRecordThatIsNoMore(t *testing.T) {
	f, err := postgres.Open(t.Context(), postgrestest.Start(t).URL(), postgres.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(f.Close)
	there, err := f.Create(t.Context(), "one", "", noon)
	if err != nil {
		t.Fatal(err)
	}
	s := open(t, there)
	if err := f.Remove(t.Context(), "one"); err != nil {
		t.Fatal(err)
	}
	_ = s.SaveSetting(t.Context(), "plan", "1") // finds it out
	eventually(t, func() bool { return errors.Is(s.SaveSetting(t.Context(), "plan", "2"), record.ErrNotFound) })
}

// A PostgreSQL that stops in the middle costs no answer.
func TestDatabaseStops(t *testing.T) {
	server := postgrestest.Start(t)
	f, err := postgres.Open(t.Context(), server.URL(), postgres.Options{Deadline: time.Second})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(f.Close)
	there, err := f.Create(t.Context(), "one", "", noon)
	if err != nil {
		t.Fatal(err)
	}
	s := open(t, there)
	answer := func(n int) {
		a := record.Attempt{ID: "a", Lesson: "return-to-use", Started: noon}
		err := s.SaveAnswer(t.Context(), a, record.Answer{Attempt: "a", Question: fmt.Sprintf("q%d", n), Result: record.Best, At: noon})
		if err != nil {
			t.Errorf("answer %d: %v", n, err)
		}
	}
	answer(0)
	server.Kill()
	for n := 1; n < 8; n++ {
		answer(n)
	}
	if s.Waiting() == 0 {
		t.Error("nothing waits while the database is away")
	}
	server.Up()
	eventually(t, func() bool { return s.Waiting() == 0 })
	if e, err := there.Export(t.Context()); err != nil || len(e.Answers) != 8 {
		t.Errorf("%d answers in the database, %v, want 8", len(e.Answers), err)
	}
}

// eventually tries until something is so; the test's own deadline ends it.
func eventually(t *testing.T, so func() bool) {
	t.Helper()
	for !so() {
		select {
		case <-t.Context().Done():
			t.Fatal("it never was so")
		case <-time.After(5 * time.Millisecond):
		}
	}
}
