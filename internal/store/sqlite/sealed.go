package sqlite

import (
	"encoding/binary"
	"io"

	"github.com/ncruces/go-sqlite3/util/vfsutil"
	"github.com/ncruces/go-sqlite3/vfs"
	"github.com/ncruces/go-sqlite3/vfs/adiantum"
	"lukechampine.com/adiantum/hbsh"

	thecipher "lukechampine.com/adiantum"
)

// lockedVFS is SQLite's name for the way to the disk that locked records take:
// encrypted by Adiantum, behind the page of the lock. Their logs are encrypted
// too, and have no such page.
const lockedVFS = "porchlight-locked"

func init() { vfs.Register(lockedVFS, adiantum.Wrap(behindLock{unmapped{vfs.Find("")}}, nil)) }

// behindLock hides the first page of the main file.
type behindLock struct{ unmapped }

func (b behindLock) Open(name string, flags vfs.OpenFlag) (vfs.File, vfs.OpenFlag, error) {
	f, flags, err := b.unmapped.Open(name, flags)
	return behind(f, flags), flags, err
}

func (b behindLock) OpenFilename(name *vfs.Filename, flags vfs.OpenFlag) (vfs.File, vfs.OpenFlag, error) {
	f, flags, err := b.unmapped.OpenFilename(name, flags)
	return behind(f, flags), flags, err
}

func behind(f vfs.File, flags vfs.OpenFlag) vfs.File {
	if u, ok := f.(unmappedFile); ok && flags&vfs.OPEN_MAIN_DB != 0 {
		return shifted{u}
	}
	return f
}

// shifted counts its bytes from the end of the lock. Its locks on the file are
// those of an unlocked record.
type shifted struct{ unmappedFile }

func (s shifted) ReadAt(p []byte, off int64) (int, error) {
	return s.unmappedFile.ReadAt(p, off+lockSize)
}

func (s shifted) WriteAt(p []byte, off int64) (int, error) {
	return s.unmappedFile.WriteAt(p, off+lockSize)
}

func (s shifted) Truncate(size int64) error { return s.unmappedFile.Truncate(size + lockSize) }

func (s shifted) Size() (int64, error) {
	size, err := s.unmappedFile.Size()
	return max(size-lockSize, 0), err
}

func (s shifted) SizeHint(size int64) error {
	return vfsutil.WrapSizeHint(s.File, size+lockSize)
}

// An opened reads what Adiantum encrypted, block by block, without SQLite.
type opened struct {
	from   io.ReaderAt
	start  int64 // where the first block stands
	cipher *hbsh.HBSH
	next   int64 // the block to read next
	block  []byte
}

func openSealed(from io.ReaderAt, start int64, key []byte) *opened {
	return &opened{from: from, start: start, cipher: thecipher.New(key)}
}

// Read implements io.Reader.
func (o *opened) Read(p []byte) (int, error) {
	if len(o.block) == 0 {
		block := make([]byte, lockSize)
		if _, err := o.from.ReadAt(block, o.start+o.next); err != nil {
			return 0, io.EOF // what is left of a block can be no more opened
		}
		o.block = o.cipher.Decrypt(block, binary.LittleEndian.AppendUint64(nil, uint64(o.next)))
		o.next += lockSize
	}
	n := copy(p, o.block)
	o.block = o.block[n:]
	return n, nil
}
