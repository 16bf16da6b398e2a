package sqlite

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/ncruces/go-sqlite3"

	"porchlight/internal/record"
)

// dial opens a connection to a file that is there, with its key if it is
// locked.
func dial(ctx context.Context, path string, key []byte, how access) (*sqlite3.Conn, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	switch how {
	case forWriting:
		// The log gets the rights of the file (a parameter of SQLite's own).
		return sqlite3.OpenFlags(keyed(path, key)+"&modeof="+escape(path), sqlite3.OPEN_READWRITE|sqlite3.OPEN_URI)
	case forReading:
		return sqlite3.OpenFlags(keyed(path, key), sqlite3.OPEN_READONLY|sqlite3.OPEN_URI)
	}
	return sqlite3.OpenFlags(keyed(path, key)+"&immutable=1", sqlite3.OPEN_READONLY|sqlite3.OPEN_URI)
}

// keyed is the address of a file with the way to the disk that it takes.
func keyed(path string, key []byte) string {
	if key == nil {
		return address(path) + "?vfs=" + vfsName
	}
	return address(path) + "?vfs=" + lockedVFS + "&hexkey=" + hex.EncodeToString(key)
}

// address is the path as SQLite's kind of URI (https://sqlite.org/uri.html).
func address(path string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // a drive's letter
	}
	return "file://" + escape(path)
}

// escape leaves only what means nothing in a URI.
func escape(path string) string {
	var b strings.Builder
	for _, c := range []byte(path) {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', strings.IndexByte("/-_.~:", c) >= 0:
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// existing is the real path of a file that is there, or ErrNotFound.
func existing(path string) (string, error) {
	real, err := filepath.EvalSymlinks(path)
	if errors.Is(err, fs.ErrNotExist) {
		return path, record.ErrNotFound
	}
	if err != nil {
		return path, err
	}
	return filepath.Abs(real)
}
