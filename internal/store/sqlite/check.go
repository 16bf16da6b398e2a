package sqlite

import (
	"context"
	"errors"

	"github.com/ncruces/go-sqlite3"

	"porchlight/internal/record"
)

// A Report is what Check found.
type Report struct {
	Path     string   `json:"path"`
	Version  int      `json:"version"` // of the tables; see Latest
	Latest   int      `json:"latest"`  // the version this program writes
	Bytes    int64    `json:"bytes"`   // of the file and its write-ahead log
	Counts   Counts   `json:"counts"`
	Backups  []string `json:"backups"`   // copies that the program put beside it
	Locked   bool     `json:"locked"`    // it asks for a passphrase
	ReadOnly bool     `json:"read_only"` // the file cannot be opened for writing
	Problems []string `json:"problems"`  // empty if all is well
}

// maxProblems is how many problems of a damaged file are worth reading.
const maxProblems = 20

// Check looks through the whole record at path and never changes it. It
// returns ErrDamaged for one that is damaged, with what could be found out,
// ErrNewer for one of a later version, ErrNotFound where there is none, or
// ErrBusy or ErrUnreachable. A locked record is looked through with its
// passphrase alone, as Open says.
func Check(ctx context.Context, path, passphrase string) (Report, error) {
	return check(ctx, path, len(migrations()), with(passphrase))
}

func check(ctx context.Context, path string, latest int, open opens) (Report, error) {
	r := Report{Path: path, Latest: latest, Backups: []string{}, Problems: []string{}}
	err := r.look(ctx, open)
	if kindOf(ctx, err) == record.ErrDamaged && len(r.Problems) == 0 {
		r.Problems = append(r.Problems, err.Error())
	}
	return r, explain(ctx, "check", r.Path, err)
}

func (r *Report) look(ctx context.Context, open opens) error {
	path, err := existing(r.Path)
	if err != nil {
		return err
	}
	r.Path = path
	found, err := inspect(path, open)
	r.Locked = found.lock != nil
	if err != nil {
		return err
	}
	r.Version, r.ReadOnly, r.Bytes = found.version, found.readOnly, size(path)+size(path+"-wal")
	if all, err := backups(path); err == nil {
		r.Backups = append(r.Backups, all...)
	}
	switch {
	case found.empty:
		return nil
	case found.version > r.Latest:
		return tooNew(found.version, r.Latest)
	}
	return r.lookInside(ctx, found)
}

func (r *Report) lookInside(ctx context.Context, found finding) (err error) {
	s := &Store{path: r.Path, readOnly: true, unmerged: true, lock: found.lock, key: found.key}
	if err := s.connect(ctx, Options{}, reading(r.Path)); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.disconnect()) }()
	s.conn.SetInterrupt(ctx)
	if _, err := s.version(); err != nil {
		return err
	}
	if err := r.findProblems(s); err != nil {
		return err
	}
	if len(r.Problems) > 0 {
		return damagedf("%s", r.Problems[0])
	}
	r.Counts, err = s.counts()
	return err
}

func (r *Report) findProblems(s *Store) error {
	add := func(st *sqlite3.Stmt) {
		if text := st.ColumnText(0); text != "ok" && len(r.Problems) < maxProblems {
			r.Problems = append(r.Problems, text)
		}
	}
	if err := s.each("PRAGMA integrity_check", add); err != nil {
		return err
	}
	return s.each(`SELECT 'a row of "' || "table" || '" belongs to one that is missing' FROM pragma_foreign_key_check`, add)
}
