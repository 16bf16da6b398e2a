package postgres_test

import (
	"errors"
	"fmt"
	"os"
	"sync"
	"testing"
	"time"

	"porchlight/internal/record"
	"porchlight/internal/record/recordtest"
	"porchlight/internal/store/postgres"
	"porchlight/internal/store/postgres/postgrestest"
	"porchlight/internal/takehome/takehometest"
)

var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

func open(t testing.TB, s *postgrestest.Server) *postgres.Fleet {
	t.Helper()
	f, err := postgres.Open(t.Context(), s.URL(), postgres.Options{})
	if err != nil {
		t.Fatal(err, s)
	}
	t.Cleanup(f.Close)
	return f
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func create(t testing.TB, f *postgres.Fleet, id string) record.Store {
	t.Helper()
	l, err := f.Create(t.Context(), id, "", noon.Add(time.Hour))
	must(t, err)
	return l
}

func TestStore(t *testing.T) {
	f := open(t, postgrestest.Start(t))
	create(t, f, "somebody-else") // whose record is never in the way
	n := 0
	recordtest.Run(t, func(t *testing.T) record.Store {
		n++
		return create(t, f, fmt.Sprintf("learner-%d", n))
	})
}

func TestRecordsStandApart(t *testing.T) {
	f := open(t, postgrestest.Start(t))
	one, two := create(t, f, "one"), create(t, f, "two")
	note := record.Check{Question: "level-of-care", Note: "mine", At: noon}
	must(t, one.SaveCheck(t.Context(), note))
	must(t, two.SaveCheck(t.Context(), record.Check{Question: "level-of-care", Note: "yours", At: noon}))
	a := record.Attempt{ID: "a1", Lesson: "return-to-use", Questions: []string{"q"}, Started: noon}
	must(t, one.SaveAnswer(t.Context(), a, record.Answer{Attempt: "a1", Question: "q", Result: record.Best, At: noon}))
	must(t, two.Erase(t.Context(), record.Scope{All: true}))
	checks, err := one.Checks(t.Context(), "")
	if err != nil || checks["level-of-care"] != note {
		t.Errorf("one's checks: %v, %v", checks, err)
	}
	e, err := two.Export(t.Context())
	if err != nil || len(e.Checks)+len(e.Answers) != 0 {
		t.Errorf("two's record: %+v, %v", e, err)
	}
}

func TestKeeps(t *testing.T) { takehometest.Run(t, open(t, postgrestest.Start(t))) }

func TestRecordsAreMadeFoundAndExpire(t *testing.T) {
	f := open(t, postgrestest.Start(t))
	l := create(t, f, "one")
	if _, err := f.Create(t.Context(), "one", "", noon); !errors.Is(err, record.ErrTaken) {
		t.Errorf("made twice: %v, want ErrTaken", err)
	}
	must(t, l.SaveSetting(t.Context(), "lang", "es"))
	if _, err := f.Open(t.Context(), "nobody", "", noon, noon.Add(time.Hour)); !errors.Is(err, record.ErrNotFound) {
		t.Errorf("found nobody: %v, want ErrNotFound", err)
	}
	// Finding it keeps it longer, never shorter.
	for _, until := range []time.Duration{3 * time.Hour, time.Minute} {
		_, err := f.Open(t.Context(), "one", "", noon, noon.Add(until))
		must(t, err)
	}
	if n, err := f.Sweep(t.Context(), noon.Add(2*time.Hour)); err != nil || n != 0 {
		t.Errorf("swept %d before they expired, %v", n, err)
	}
	if _, err := f.Open(t.Context(), "one", "", noon.Add(4*time.Hour), noon.Add(9*time.Hour)); !errors.Is(err, record.ErrNotFound) {
		t.Errorf("found what had expired: %v", err)
	}
	if n, err := f.Sweep(t.Context(), noon.Add(4*time.Hour)); err != nil || n != 1 {
		t.Errorf("swept %d, %v, want 1", n, err)
	}
	if err := l.SaveSetting(t.Context(), "lang", "en"); !errors.Is(err, record.ErrNotFound) {
		t.Errorf("saved to a record that is gone: %v, want ErrNotFound", err)
	}
}

// Servers that start at the same moment make the tables once.
func TestManyOpenAtOnce(t *testing.T) {
	s := postgrestest.Start(t)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			f, err := postgres.Open(t.Context(), s.URL(), postgres.Options{Deadline: 20 * time.Second})
			if err != nil {
				t.Error(err)
				return
			}
			f.Close()
		})
	}
	wg.Wait()
	open(t, s)
}

func TestAddressIsNotRepeated(t *testing.T) {
	for _, url := range []string{"postgres://user:SECRET@", "postgres://user:SECRET@/nowhere?host=" + os.TempDir() + "/no-such-folder", "SECRET"} {
		_, err := postgres.Open(t.Context(), url, postgres.Options{Deadline: time.Second})
		if !errors.Is(err, record.ErrUnreachable) {
			t.Errorf("%v, want ErrUnreachable", err)
		}
		if err != nil && contains(err.Error(), "SECRET") {
			t.Errorf("the error repeats the password: %v", err)
		}
	}
}

func contains(s, part string) bool {
	for i := 0; i+len(part) <= len(s); i++ {
		if s[i:i+len(part)] == part {
			return true
		}
	}
	return false
}
