package sqlite

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"syscall"

	"porchlight/internal/record"
)

// What SQLite puts at the front of a file, and where
// (https://sqlite.org/fileformat2.html#the_database_header).
const (
	headerSize    = 100
	magic         = "SQLite format 3\x00"
	atPageSize    = 16
	atFormat      = 18 // 2 in the write-ahead mode
	atReserved    = 20
	atChanges     = 24
	atPages       = 28
	atVersion     = 60 // PRAGMA user_version
	atApplication = 68 // PRAGMA application_id
	atPagesValid  = 92
)

// application marks a file as a record: "PoRL".
const application = 0x506f524c

// reserved is the room for a checksum at the end of every page.
const reserved = 8

// A finding is what can be known of a file without SQLite, which changes what
// it opens: it makes files beside it, and merges a log into it.
type finding struct {
	empty    bool // nothing was ever kept
	readOnly bool // the file cannot be opened for writing
	inWAL    bool
	log      bool // the write-ahead log has content
	version  int
	lock     *lock  // nil where the record is not locked
	key      []byte // what the record is encrypted with, once it is opened
}

// opens tells inspect how a locked record is opened.
type opens func(*lock) ([]byte, error)

// with opens a record with a passphrase; without one it returns ErrLocked.
func with(passphrase string) opens {
	return func(l *lock) ([]byte, error) {
		if passphrase == "" {
			return nil, record.ErrLocked
		}
		return l.key(passphrase)
	}
}

// inspect looks at a file without changing anything. It returns ErrDamaged for
// what is no record, and what open returns for a locked one.
func inspect(path string, open opens) (finding, error) {
	var found finding
	f, readOnly, err := openFile(path)
	if err != nil {
		return found, err
	}
	defer f.Close()
	found.readOnly = readOnly
	info, err := f.Stat()
	if err != nil {
		return found, err
	}
	if found.lock, err = lockOf(f); err != nil {
		return found, err
	}
	if found.lock != nil {
		if found.key, err = open(found.lock); err != nil {
			return found, err
		}
	}
	found.log = size(path+"-wal") > walHeaderSize
	found.empty = info.Size() == 0 && !found.log
	if found.empty || size(path+"-journal") > 0 {
		// A journal is what a kill during the very first start leaves. What it
		// says of the file is for SQLite to read.
		return found, nil
	}
	h := make([]byte, headerSize)
	if _, err := io.ReadFull(found.contents(f), h); err != nil {
		return found, damagedf("it ends after %d bytes", info.Size())
	}
	found.inWAL = h[atFormat] == 2
	found.version = int(binary.BigEndian.Uint32(h[atVersion:]))
	if found.log {
		found.version = max(found.version, walVersion(path+"-wal", found.key))
	}
	return found, found.check(path, h)
}

// contents is the file as SQLite sees it.
func (found finding) contents(f *os.File) io.Reader {
	if found.lock == nil {
		return f
	}
	return openSealed(f, lockSize, found.key)
}

// openFile opens for writing, which changes nothing, or else for reading.
func openFile(path string) (f *os.File, readOnly bool, err error) {
	// A pipe or a device would hold up whoever opens it.
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return nil, false, fmt.Errorf("%w: it is not a file", record.ErrUnreachable)
	}
	f, err = os.OpenFile(path, os.O_RDWR, 0)
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) {
		f, err = os.Open(path)
		return f, true, err
	}
	return f, false, err
}

// check refuses what SQLite would take for something else, or would not miss:
// another program's file, and one that was cut off.
func (found finding) check(path string, h []byte) error {
	if string(h[:len(magic)]) != magic {
		return damagedf("it does not begin as a record does")
	}
	if found.log {
		return nil // the log may hold a better first page
	}
	switch mark := binary.BigEndian.Uint32(h[atApplication:]); {
	case mark == 0 && binary.BigEndian.Uint32(h[atPages:]) <= 1:
		return nil // nothing is in it: another program is making it this moment
	case mark != application:
		return damagedf("it is a database of another program")
	}
	if h[atReserved] != reserved {
		return damagedf("its pages have no checksums")
	}
	if size(path+"-shm") > 0 {
		return nil // a program at work may be about to make the file longer
	}
	pages := int64(binary.BigEndian.Uint32(h[atPages:]))
	counted := binary.BigEndian.Uint32(h[atChanges:]) == binary.BigEndian.Uint32(h[atPagesValid:])
	// Measured after the header was read: the file may be growing.
	now, whole := size(path), pages*pageSize(h)
	if found.lock != nil {
		whole += lockSize
	}
	if counted && now < whole {
		return damagedf("it has %d bytes of %d", now, whole)
	}
	return nil
}

// pageSize reads the page size, where 1 stands for 65536.
func pageSize(h []byte) int64 {
	n := int64(binary.BigEndian.Uint16(h[atPageSize:]))
	if n == 1 {
		return 65536
	}
	return n
}

// size is the size of a file in bytes, 0 where there is none.
func size(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}

func damagedf(format string, args ...any) error {
	return fmt.Errorf("%w: %s", record.ErrDamaged, fmt.Sprintf(format, args...))
}

func tooNew(version, latest int) error {
	return fmt.Errorf("%w: it is of version %d, and this program knows up to %d", record.ErrNewer, version, latest)
}
