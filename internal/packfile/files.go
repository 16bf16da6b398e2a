package packfile

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// Files is a pack's files in memory: a file system of folders and the files in
// them. It does not change once filled.
type Files struct {
	data    map[string][]byte   // by path
	folders map[string][]string // names in each folder, "." the outermost
}

// NewFiles returns an empty Files.
func NewFiles() *Files {
	return &Files{data: map[string][]byte{}, folders: map[string][]string{".": nil}}
}

// folder adds a folder to the one it stands in, which is there.
func (f *Files) folder(name string) {
	if _, ok := f.folders[name]; !ok {
		in := path.Dir(name)
		f.folders[name] = nil
		f.folders[in] = append(f.folders[in], path.Base(name))
	}
}

func (f *Files) add(name string, data []byte) {
	dir := path.Dir(name)
	f.data[name] = data
	f.folders[dir] = append(f.folders[dir], path.Base(name))
}

// Names returns the paths of all files, sorted.
func (f *Files) Names() []string {
	names := make([]string, 0, len(f.data))
	for name := range f.data {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// ReadFile returns a copy of a file's content, or fs.ErrNotExist.
func (f *Files) ReadFile(name string) ([]byte, error) {
	data, ok := f.data[name]
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrNotExist}
	}
	return bytes.Clone(data), nil
}

// ReadDir returns what is in a folder, sorted, or fs.ErrNotExist.
func (f *Files) ReadDir(name string) ([]fs.DirEntry, error) {
	names, ok := f.folders[name]
	if !ok {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	entries := make([]fs.DirEntry, 0, len(names))
	for _, n := range names {
		entries = append(entries, fs.FileInfoToDirEntry(f.info(path.Join(name, n))))
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, nil
}

// Open opens a file for reading, or fails with fs.ErrNotExist. Folders are for
// ReadDir.
func (f *Files) Open(name string) (fs.File, error) {
	if data, ok := f.data[name]; ok {
		return &openFile{info: f.info(name), Reader: bytes.NewReader(data)}, nil
	}
	if _, ok := f.folders[name]; ok {
		return &openFile{info: f.info(name), Reader: bytes.NewReader(nil)}, nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

func (f *Files) info(name string) fileInfo {
	_, dir := f.folders[name]
	return fileInfo{path.Base(name), len(f.data[name]), dir}
}

type openFile struct {
	info fileInfo
	*bytes.Reader
}

func (o *openFile) Stat() (fs.FileInfo, error) { return o.info, nil }
func (o *openFile) Close() error               { return nil }

type fileInfo struct {
	name string
	size int
	dir  bool
}

func (i fileInfo) Name() string       { return i.name }
func (i fileInfo) Size() int64        { return int64(i.size) }
func (i fileInfo) ModTime() time.Time { return time.Time{} }
func (i fileInfo) IsDir() bool        { return i.dir }
func (i fileInfo) Sys() any           { return nil }
func (i fileInfo) Mode() fs.FileMode {
	if i.dir {
		return fs.ModeDir | 0o555
	}
	return 0o444
}
