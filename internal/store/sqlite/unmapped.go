package sqlite

import (
	"github.com/ncruces/go-sqlite3/util/vfsutil"
	"github.com/ncruces/go-sqlite3/vfs"
)

// vfsName is SQLite's name for the way to the disk that records take.
const vfsName = "porchlight"

func init() { vfs.Register(vfsName, unmapped{vfs.Find("")}) }

// unmapped is the system's own way to the disk without memory mapping. With
// page checksums on, go-sqlite3 v0.37.0 says at first that it can map a file
// and later has no mapper, and panics when a checkpoint finds that another
// process has written.
type unmapped struct{ vfs.VFS }

func (u unmapped) Open(name string, flags vfs.OpenFlag) (vfs.File, vfs.OpenFlag, error) {
	f, flags, err := vfsutil.WrapOpen(u.VFS, name, flags)
	return wrap(f), flags, err
}

func (u unmapped) OpenFilename(name *vfs.Filename, flags vfs.OpenFlag) (vfs.File, vfs.OpenFlag, error) {
	f, flags, err := vfsutil.WrapOpenFilename(u.VFS, name, flags)
	return wrap(f), flags, err
}

func wrap(f vfs.File) vfs.File {
	if f == nil {
		return nil
	}
	return unmappedFile{f}
}

// unmappedFile hides the mapper, and passes on all else that the system's file
// can do and a record needs.
type unmappedFile struct{ vfs.File }

func (f unmappedFile) SharedMemory() vfs.SharedMemory { return vfsutil.WrapSharedMemory(f.File) }
func (f unmappedFile) LockState() vfs.LockLevel       { return vfsutil.WrapLockState(f.File) }
func (f unmappedFile) PersistWAL() bool               { return vfsutil.WrapPersistWAL(f.File) }
func (f unmappedFile) SetPersistWAL(keep bool)        { vfsutil.WrapSetPersistWAL(f.File, keep) }
func (f unmappedFile) PowersafeOverwrite() bool       { return vfsutil.WrapPowersafeOverwrite(f.File) }
func (f unmappedFile) SetPowersafeOverwrite(b bool)   { vfsutil.WrapSetPowersafeOverwrite(f.File, b) }
func (f unmappedFile) HasMoved() (bool, error)        { return vfsutil.WrapHasMoved(f.File) }
func (f unmappedFile) Unwrap() vfs.File               { return f.File }
