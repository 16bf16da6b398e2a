package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/ncruces/go-sqlite3"

	"porchlight/internal/record"
)

// Open opens the record at path, and makes it and its folder where there is
// none: the folder for its owner alone (0700), the file too (0600). An empty
// file counts as none. A record that can be read but not written opens as
// well, and its Saves return ErrReadOnly; see ReadOnly.
//
// An older record is brought up to date after a copy of it is put beside it
// (see backupName). It returns an error that wraps ErrDamaged or ErrNewer for a
// file that it left as it was, ErrFull, ErrBusy, ErrReadOnly for an older or an
// empty file that it may not write, or ErrUnreachable.
//
// A locked record opens with its passphrase alone: the error wraps ErrLocked
// where opts has none, and ErrPassphrase where it is another.
func Open(ctx context.Context, path string, opts Options) (*Store, error) {
	return open(ctx, path, opts, migrations())
}

func open(ctx context.Context, path string, opts Options, steps []step) (*Store, error) {
	path, err := settle(path)
	if err != nil {
		return nil, explain(ctx, "open", path, err)
	}
	found, err := inspect(path, with(opts.Passphrase))
	if err != nil {
		return nil, explain(ctx, "open", path, err)
	}
	if found.version > len(steps) {
		return nil, explain(ctx, "open", path, tooNew(found.version, len(steps)))
	}
	s := &Store{path: path, turn: make(chan struct{}, 1), readOnly: found.readOnly, inWAL: found.inWAL, unmerged: found.log, lock: found.lock, key: found.key}
	if err := s.begin(ctx, opts, found, steps); err != nil {
		return nil, explain(ctx, "open", path, errors.Join(err, s.disconnect()))
	}
	return s, nil
}

// begin connects, and brings the record up to date.
func (s *Store) begin(ctx context.Context, opts Options, found finding, steps []step) error {
	if err := s.connectAsAllowed(ctx, opts, found); err != nil {
		return err
	}
	defer s.conn.SetInterrupt(s.conn.SetInterrupt(ctx))
	return s.migrate(ctx, steps)
}

// connectAsAllowed connects for writing, or, where the disk does not allow
// that, for reading. Only trying shows whether the folder takes the log's file.
func (s *Store) connectAsAllowed(ctx context.Context, opts Options, found finding) error {
	if !s.readOnly {
		err := s.connect(ctx, opts, forWriting)
		if err == nil || found.empty || !forbidden(err) {
			return err
		}
		s.readOnly = true
	}
	if found.empty {
		return fmt.Errorf("%w: it is empty", record.ErrReadOnly)
	}
	return s.connect(ctx, opts, reading(s.path))
}

// settle decides where the record is: an absolute path without symbolic links,
// for SQLite keeps the log beside the real file, in a folder that exists.
func settle(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return path, err
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real, nil
	}
	dir, err := folder(filepath.Dir(path))
	if err != nil {
		return path, err
	}
	path = filepath.Join(dir, filepath.Base(path))
	return path, create(path)
}

// folder makes the folder where there is none, and returns its real path.
func folder(dir string) (string, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return dir, err
	}
	return filepath.EvalSymlinks(dir)
}

// create makes the file before SQLite would, which would let others read it.
// Another program may have made it in the meantime, which is as well.
func create(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, os.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	syncFolder(filepath.Dir(path))
	return f.Close()
}

// syncFolder makes a new name in the folder last through a power cut. Not
// every system can; none fails for it.
func syncFolder(dir string) {
	if f, err := os.Open(dir); err == nil {
		_ = f.Sync()
		_ = f.Close()
	}
}

// access is how a connection uses the file.
type access int

const (
	forWriting   access = iota
	forReading          // beside programs that write
	asUnchanging        // no program writes: no lock, no file beside it
)

// reading chooses how to read a file without writing it. A log, even an empty
// one, is a sign that a program is, or was, at work.
func reading(path string) access {
	if _, err := os.Stat(path + "-wal"); err == nil {
		return forReading
	}
	return asUnchanging
}

// Every connection needs these: SQLite forgets them with the connection.
const pragmas = `
	PRAGMA foreign_keys = ON;
	PRAGMA synchronous = FULL;
	PRAGMA fullfsync = ON;            -- macOS: through the drive's own cache
	PRAGMA checkpoint_fullfsync = ON;
	PRAGMA secure_delete = ON;        -- zeros over what is deleted
	PRAGMA temp_store = MEMORY;       -- no learner's words in the temporary folder
	PRAGMA cell_size_check = ON;
	PRAGMA trusted_schema = OFF;
	PRAGMA wal_autocheckpoint = 250;  -- pages: a short log is soon read after a crash
`

// connect opens the connection and reads the file's first page through it, so
// that what is wrong with the file or its log shows here.
func (s *Store) connect(ctx context.Context, opts Options, how access) (err error) {
	conn, err := dial(ctx, s.path, s.key, how)
	if err != nil {
		return err
	}
	s.conn, s.stmts = conn, map[string]*sqlite3.Stmt{}
	defer func() {
		if err != nil {
			err = errors.Join(err, s.disconnect())
		}
	}()
	if s.file, err = os.Stat(s.path); err != nil {
		return err
	}
	if err := conn.BusyTimeout(opts.busy()); err != nil {
		return err
	}
	if err := conn.Exec(pragmas); err != nil {
		return err
	}
	// A log that a crash left stays as it is until the file is found sound.
	if _, err := conn.Config(sqlite3.DBCONFIG_NO_CKPT_ON_CLOSE, s.unmerged); err != nil {
		return err
	}
	_, err = s.number("PRAGMA user_version")
	return err
}

func (s *Store) disconnect() error {
	if s.conn == nil {
		return nil
	}
	for _, st := range s.stmts {
		_ = st.Close() // its error was that of its last use
	}
	err := s.conn.Close()
	s.conn, s.stmts = nil, nil
	return err
}
