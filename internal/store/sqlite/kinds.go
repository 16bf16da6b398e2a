package sqlite

import (
	"errors"
	"io/fs"
	"os"
	"syscall"

	"github.com/ncruces/go-sqlite3"

	"porchlight/internal/record"
)

// kindOfSystem sorts what the system said, which SQLite often has no word for.
func kindOfSystem(err error) error {
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), errors.Is(err, syscall.EFBIG), diskFull(err):
		return record.ErrFull
	case errors.Is(err, syscall.EROFS):
		return record.ErrReadOnly
	}
	var path *fs.PathError
	var link *os.LinkError
	if errors.As(err, &path) || errors.As(err, &link) {
		return record.ErrUnreachable
	}
	return nil
}

// kindOfSQLite sorts SQLite's own errors (https://sqlite.org/rescode.html).
func kindOfSQLite(err error) error {
	var code sqlite3.ExtendedErrorCode
	if !errors.As(err, &code) {
		return nil
	}
	switch code {
	case sqlite3.IOERR_DATA, sqlite3.IOERR_CORRUPTFS, sqlite3.IOERR_SHORT_READ:
		return record.ErrDamaged
	}
	switch code.Code() {
	case sqlite3.CORRUPT, sqlite3.NOTADB, sqlite3.FORMAT:
		return record.ErrDamaged
	case sqlite3.ERROR:
		// The statements are this package's and tested: the tables are not.
		return record.ErrDamaged
	case sqlite3.FULL:
		return record.ErrFull
	case sqlite3.BUSY, sqlite3.LOCKED, sqlite3.PROTOCOL:
		return record.ErrBusy
	case sqlite3.READONLY, sqlite3.PERM:
		return record.ErrReadOnly
	case sqlite3.CANTOPEN, sqlite3.IOERR, sqlite3.AUTH:
		return record.ErrUnreachable
	}
	return nil
}

// forbidden reports whether an error of connecting for writing may be due to
// a file or folder that can only be read.
func forbidden(err error) bool {
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) {
		return true
	}
	return errors.Is(err, sqlite3.READONLY) || errors.Is(err, sqlite3.CANTOPEN)
}
