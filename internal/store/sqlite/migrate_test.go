package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/ncruces/go-sqlite3"

	"porchlight/internal/record"
)

// later is the steps of an imagined later version: a table more, then a column
// filled from what is there.
func later() []step {
	return append(migrations(),
		func(c *sqlite3.Conn) error { return c.Exec(`CREATE TABLE bookmarks (lesson TEXT PRIMARY KEY) STRICT`) },
		func(c *sqlite3.Conn) error { return c.Exec(`ALTER TABLE places ADD COLUMN seen INTEGER`) },
		func(c *sqlite3.Conn) error { return c.Exec(`UPDATE places SET seen = reached`) },
	)
}

func versionOf(t *testing.T, path string) int {
	t.Helper()
	found, err := inspect(path, with(""))
	must(t, err)
	return found.version
}

func TestMigrationsAreNumberedFromOne(t *testing.T) {
	entries, err := scripts.ReadDir("migrations")
	must(t, err)
	for i, e := range entries {
		if want := fmt.Sprintf("%04d_", i+1); !strings.HasPrefix(e.Name(), want) {
			t.Errorf("file %d is %s, want a name that begins with %s", i, e.Name(), want)
		}
	}
	if len(entries) != len(migrations()) {
		t.Errorf("%d files and %d steps", len(entries), len(migrations()))
	}
}

func TestOlderRecordIsCopiedThenBroughtUpToDate(t *testing.T) {
	path := file(t)
	s := openNew(t, path)
	write(t, s)
	must(t, s.Close())
	before := exportOf(t, path)

	s, err := open(t.Context(), path, Options{}, later())
	must(t, err)
	if n, err := s.number(`SELECT count(*) FROM places WHERE seen = reached`); err != nil || n != 2 {
		t.Errorf("%d places were brought up to date, %v, want 2", n, err)
	}
	must(t, s.Close())
	if v := versionOf(t, path); v != len(later()) {
		t.Errorf("version = %d, want %d", v, len(later()))
	}

	backup := backupName(path, len(migrations()))
	if v := versionOf(t, backup); v != len(migrations()) {
		t.Errorf("version of the copy = %d, want %d", v, len(migrations()))
	}
	if got := exportOf(t, backup); fmt.Sprint(got) != fmt.Sprint(before) {
		t.Error("the copy does not hold what the record held")
	}
	report, err := Check(t.Context(), path, "")
	if !errors.Is(err, record.ErrNewer) || !slices.Equal(report.Backups, []string{backup}) {
		t.Errorf("Check: %+v, %v, want ErrNewer and the copy named", report, err)
	}
}

func TestFailedStepLeavesTheOlderRecord(t *testing.T) {
	path := file(t)
	s := openNew(t, path)
	write(t, s)
	must(t, s.Close())
	before := exportOf(t, path)
	failing := append(later(), func(c *sqlite3.Conn) error { return c.Exec(`DROP TABLE answers; DROP TABLE nowhere`) })
	for range 2 { // and trying again is possible
		if _, err := open(t.Context(), path, Options{}, failing); err == nil || !strings.Contains(err.Error(), fmt.Sprintf("step %d", len(failing))) {
			t.Fatalf("error %v, want one that names the step", err)
		}
	}
	if v := versionOf(t, path); v != len(migrations()) {
		t.Errorf("version = %d, want %d", v, len(migrations()))
	}
	if got := exportOf(t, path); fmt.Sprint(got) != fmt.Sprint(before) {
		t.Error("the record is another")
	}
}

func TestDamagedOlderRecordIsNotMigrated(t *testing.T) {
	raw := whole(t)
	raw[len(raw)/2] ^= 1
	path := file(t)
	must(t, os.WriteFile(path, raw, 0o600))
	untouched(t, filepath.Dir(path), func() {
		if _, err := open(t.Context(), path, Options{}, later()); !errors.Is(err, record.ErrDamaged) {
			t.Errorf("open: %v, want ErrDamaged", err)
		}
	})
}

// TestRecordOfTheFirstVersion: what the first version kept is there in this
// one, and can be added to.
func TestRecordOfTheFirstVersion(t *testing.T) {
	path := file(t)
	s, err := open(t.Context(), path, Options{}, migrations()[:1])
	must(t, err)
	must(t, s.conn.Exec(`
		INSERT INTO places VALUES ('return-to-use', 3, 1, 40, NULL, 1000000);
		INSERT INTO attempts (id, lesson, seed, questions, started) VALUES ('a1', 'return-to-use', -1, '["return-to-use/q1"]', 1000000);
		INSERT INTO answers VALUES (1, 'return-to-use/q1', 0, '["x"]', 'partial', 2000000);
		INSERT INTO checks VALUES ('', 'level-of-care', 1, 'good', 'Kind.', 1000000);
		INSERT INTO settings VALUES ('lang', 'es')`))
	must(t, s.Close())

	s = openNew(t, path)
	a, answers, err := s.LatestAttempt(t.Context(), "return-to-use", record.NoPart)
	if err != nil || a.Seed != 1<<64-1 || a.Part != record.NoPart || len(answers) != 1 || answers[0].Text != "" {
		t.Errorf("attempt %+v, answers %+v, %v", a, answers, err)
	}
	if scores, err := s.Scores(t.Context()); err != nil || scores["return-to-use"].Answered != 1 {
		t.Errorf("scores %+v, %v", scores, err)
	}
	must(t, s.SaveEntries(t.Context(), record.Entry{Kind: record.KindMark, Subject: "return-to-use", Fields: map[string]string{"note": "n"}}))
	c, err := s.Counts(t.Context())
	if want := (Counts{Places: 1, Attempts: 1, Answers: 1, Checks: 1, Notes: 1, Settings: 1, Entries: 1}); err != nil || c != want {
		t.Errorf("counts %+v, %v, want %+v", c, err, want)
	}
	must(t, s.Verify(t.Context()))
}

// A program killed at any step leaves a record of the old version, and what
// comes next brings it to the new one.
func TestKilledWhileMigrating(t *testing.T) {
	for step := range len(later()) + 1 {
		if step > 0 && step < len(migrations()) {
			continue // this program makes no record of such a version
		}
		path := file(t)
		if step > 0 {
			s := openNew(t, path)
			write(t, s)
			must(t, s.Close())
		}
		cmd := process(t, "migrate", path, fmt.Sprintf("PORCHLIGHT_TEST_STEP=%d", step))
		if err := cmd.Run(); err == nil {
			t.Fatalf("step %d: the process was not killed", step)
		}
		s, err := open(t.Context(), path, Options{}, later())
		if err != nil {
			t.Fatalf("killed before step %d: %v", step+1, err)
		}
		if c, err := s.Counts(t.Context()); err != nil || step > 0 && c.Answers != 600 {
			t.Errorf("killed before step %d: %+v, %v", step+1, c, err)
		}
		must(t, s.Verify(t.Context()))
		must(t, s.Close())
	}
}

// dieWhileMigrating kills its own process before one of the later steps.
func dieWhileMigrating(path string) error {
	n, err := strconv.Atoi(os.Getenv("PORCHLIGHT_TEST_STEP"))
	if err != nil {
		return err
	}
	steps := slices.Insert(later(), n, func(*sqlite3.Conn) error {
		self, err := os.FindProcess(os.Getpid())
		if err != nil {
			return err
		}
		if err := self.Kill(); err != nil {
			return err
		}
		select {} // until the signal comes
	})
	_, err = open(context.Background(), path, Options{}, steps)
	return err
}

func TestTwoProgramsMigrateAtOnce(t *testing.T) {
	path := file(t)
	must(t, openNew(t, path).Close())
	errs := make(chan error)
	for range 8 {
		go func() {
			s, err := open(t.Context(), path, Options{}, later())
			if err == nil {
				err = s.Close()
			}
			errs <- err
		}()
	}
	for range 8 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
}

func TestBackup(t *testing.T) {
	path := file(t)
	s := openNew(t, path)
	write(t, s)
	copied := path + ".copy"
	must(t, s.Backup(t.Context(), copied))
	must(t, s.SaveSetting(t.Context(), "plan", "")) // after the copy
	r, err := Check(t.Context(), copied, "")
	if err != nil || r.Counts.Answers != 600 || r.Counts.Settings != 1 {
		t.Errorf("Check of the copy: %+v, %v", r, err)
	}
	if err := s.Backup(t.Context(), copied); !errors.Is(err, os.ErrExist) {
		t.Errorf("over another file: %v, want ErrExist", err)
	}
	if err := s.Backup(t.Context(), filepath.Join(path, "nowhere")); err == nil {
		t.Error("a copy was made where there is no folder")
	}
	restored := openNew(t, copied) // a copy is a record like any other
	must(t, answer(restored, "learner", 1))
	if !restored.inWAL {
		t.Error("the restored record is not in the write-ahead mode")
	}
}

// Of several programs that copy the record to one name at once, one does; the
// others say that something is there. Its copy is whole, and nothing else is
// left.
func TestBackupsAtOnce(t *testing.T) {
	path := file(t)
	first := openNew(t, path)
	write(t, first)
	stores := []*Store{first}
	for range 3 {
		s, err := Open(t.Context(), path, Options{})
		must(t, err)
		t.Cleanup(func() { s.Close() })
		stores = append(stores, s)
	}
	copied := filepath.Join(t.TempDir(), "copy.db")
	results := make(chan error, len(stores))
	for _, s := range stores {
		go func() { results <- s.Backup(t.Context(), copied) }()
	}
	made := 0
	for range stores {
		switch err := <-results; {
		case err == nil:
			made++
		case !errors.Is(err, os.ErrExist):
			t.Errorf("%v, want ErrExist", err)
		}
	}
	if made != 1 {
		t.Errorf("%d of %d say that they made the copy", made, len(stores))
	}
	if r, err := Check(t.Context(), copied, ""); err != nil || r.Counts.Answers != 600 {
		t.Errorf("the copy: %+v, %v", r, err)
	}
	if left, err := os.ReadDir(filepath.Dir(copied)); err != nil || len(left) != 1 {
		t.Errorf("beside the copy there is %v, %v", left, err)
	}
}
