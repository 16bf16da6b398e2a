package postgres

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/jackc/pgx/v5"

	"porchlight/internal/record"
	"porchlight/internal/store/postgres/postgrestest"
)

// later is the steps of a version to come: one more than there are now. It
// adds a column to what is written most, with a default, and a table.
func later(t *testing.T) fstest.MapFS {
	t.Helper()
	names, err := fs.Glob(scripts, "migrations/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	all := fstest.MapFS{}
	for _, name := range names {
		sql, err := fs.ReadFile(scripts, name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = &fstest.MapFile{Data: sql}
	}
	all["migrations/9999_later.sql"] = &fstest.MapFile{Data: []byte(`
		ALTER TABLE answers ADD COLUMN sure text NOT NULL DEFAULT 'not asked';
		ALTER TABLE checks ADD COLUMN place text NOT NULL DEFAULT '';
		CREATE TABLE later (learner text NOT NULL REFERENCES learners ON DELETE CASCADE);`)}
	return all
}

// Servers of two versions run side by side: one that knows nothing of what a
// later one added goes on, writes and reads, and may start anew.
func TestOlderServerGoesOn(t *testing.T) {
	s := postgrestest.Start(t)
	older, err := Open(t.Context(), s.URL(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(older.Close)
	at := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	l, err := older.Create(t.Context(), "one", "", at.Add(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	a := record.Attempt{ID: "a", Lesson: "return-to-use", Started: at}
	save := func(question string) {
		t.Helper()
		err := errors.Join(
			l.SaveAnswer(t.Context(), a, record.Answer{Attempt: "a", Question: question, Result: record.Best, At: at}),
			l.SaveCheck(t.Context(), record.Check{Question: question, Note: "kind", At: at}),
		)
		if err != nil {
			t.Errorf("%s: %v", question, err)
		}
	}
	save("before")
	all := later(t)
	if err := pgx.BeginFunc(t.Context(), older.pool, func(tx pgx.Tx) error { return steps(t.Context(), tx, all) }); err != nil {
		t.Fatal(err)
	}
	version := strings.TrimSpace(s.SQL(`SELECT version FROM porchlight`))
	if want := fmt.Sprint(len(all)); version != want {
		t.Fatalf("the tables are at step %s, not %s", version, want)
	}
	save("after")

	again, err := Open(t.Context(), s.URL(), Options{}) // the older version, started anew
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(again.Close)
	l, err = again.Open(t.Context(), "one", "", at, at.Add(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	save("anew")
	e, err := l.Export(t.Context())
	if err != nil || len(e.Answers) != 3 || len(e.Checks) != 3 {
		t.Errorf("%d answers and %d checks, not 3 and 3; %v", len(e.Answers), len(e.Checks), err)
	}
	if got := strings.TrimSpace(s.SQL(`SELECT count(*) FROM answers WHERE sure = 'not asked'`)); got != "3" {
		t.Errorf("%s answers have what the later version added", got)
	}
	if got := strings.TrimSpace(s.SQL(`SELECT version FROM porchlight`)); got != version {
		t.Errorf("the older version set the tables to step %s", got)
	}
}

// Once a later version has made the tables unreadable to it, an older one is
// refused, and changes nothing.
func TestOlderServerIsRefused(t *testing.T) {
	s := postgrestest.Start(t)
	f, err := Open(t.Context(), s.URL(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	f.Close()
	s.SQL(fmt.Sprintf(`ALTER TABLE answers DROP COLUMN text; UPDATE porchlight SET version = version + 1, readers = %d`, readers+1))
	everything := func() string {
		return s.SQL(`SELECT table_name, column_name, data_type, column_default FROM information_schema.columns
			WHERE table_schema = 'public' ORDER BY 1, 2`) + s.SQL(`SELECT * FROM porchlight`)
	}
	before := everything()
	if _, err := Open(t.Context(), s.URL(), Options{}); !errors.Is(err, record.ErrNewer) {
		t.Errorf("%v, want ErrNewer", err)
	}
	if after := everything(); after != before {
		t.Errorf("before:\n%s\nafter:\n%s", before, after)
	}
}
