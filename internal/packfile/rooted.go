package packfile

import (
	"io/fs"
	"os"
	"path"
)

// Rooted is a folder on disk as a file system that cannot be left: no link and
// no ".." leads out of it, and opening a pipe does not wait for a writer.
type Rooted struct {
	root *os.Root
	sub  string
}

// OpenRooted opens the folder dir. The caller closes it.
func OpenRooted(dir string) (Rooted, error) {
	root, err := os.OpenRoot(dir)
	return Rooted{root, "."}, err
}

// Close closes the folder and all that Sub returned.
func (r Rooted) Close() error { return r.root.Close() }

// Sub returns the folder name within r. A link there is refused when it is
// read, not followed out of r.
func (r Rooted) Sub(name string) Rooted { return Rooted{r.root, path.Join(r.sub, name)} }

// Open opens a file or folder for reading.
func (r Rooted) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	return r.root.OpenFile(path.Join(r.sub, name), os.O_RDONLY|openNow, 0)
}
