package packfile

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

// Load reads the language folders of fsys into memory, so that what was
// checked is what is used, whatever happens to the folder meanwhile. It reads
// nothing but regular files, follows no link, and stops at the limits of a
// pack. Under is the folder's name within the pack, for messages; folders are
// those that a language's folder may hold.
//
// What cannot be part of a pack is left out and reported. The error is for a
// folder that cannot be read at all.
func Load(fsys fs.FS, under string, folders ...string) (*Files, Problems, error) {
	l := loader{fsys: fsys, under: under, folders: folders, files: NewFiles()}
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, nil, fmt.Errorf("reading %s: %w", under, err)
	}
	for _, e := range entries {
		switch {
		case hiddenName(e.Name()):
		case e.IsDir() && IsLang(e.Name()):
			if err := l.folder(e.Name()); err != nil {
				return nil, nil, err
			}
		case e.IsDir():
			l.report(e.Name(), "this folder is not a language", "Name it by the code of its language, such as en or es, or take it out.", true)
		case e.Type()&fs.ModeSymlink != 0:
			l.report(e.Name(), "this is a link, not a folder", linkRemedy, false)
		}
		// Other files beside the languages, such as a readme, are no
		// business of the pack.
	}
	l.problems.Sort()
	return l.files, l.problems, nil
}

const linkRemedy = "Put the folder or file itself here. A pack may not point to places outside it."

// hiddenName reports whether a name is one that editors and systems leave
// behind, or that an author has set aside.
func hiddenName(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") || strings.HasSuffix(name, "~")
}

type loader struct {
	fsys     fs.FS
	under    string
	folders  []string // names of folders that a language may have
	files    *Files
	total    int // bytes so far
	count    int // files so far
	full     bool
	problems Problems
}

func (l *loader) report(name, what, do string, warning bool) {
	l.problems = append(l.problems, Problem{File: path.Join(l.under, name), What: what, Do: do, Warning: warning})
}

// folder reads the files of one language, or of one folder in it.
func (l *loader) folder(name string) error {
	entries, err := fs.ReadDir(l.fsys, name)
	if err != nil {
		return fmt.Errorf("reading %s: %w", path.Join(l.under, name), err)
	}
	l.files.folder(name)
	for _, e := range entries {
		if !hiddenName(e.Name()) && !l.full {
			l.entry(path.Join(name, e.Name()), e)
		}
	}
	return nil
}

// inner reads a folder within a language, or says why not.
func (l *loader) inner(name string) {
	lang, folder := path.Split(name)
	switch known := slices.Contains(l.folders, folder) && strings.Count(lang, "/") == 1; {
	case !known:
		do := "Move its files up, or take it out."
		if s := Suggest(folder, l.folders); s != "" {
			do = fmt.Sprintf("Did you mean %q? %s", s, do)
		}
		l.report(name, "a folder inside a language's folder is not read", do, true)
	default:
		if err := l.folder(name); err != nil {
			l.report(name, "the folder cannot be read: "+reason(err), "Look at its permissions.", false)
		}
	}
}

// entry reads one file of a language, or says why not.
func (l *loader) entry(name string, e fs.DirEntry) {
	switch {
	case e.IsDir():
		l.inner(name)
	case e.Type()&fs.ModeSymlink != 0:
		l.report(name, "this is a link, not a file", linkRemedy, false)
	case !e.Type().IsRegular():
		l.report(name, "this is a pipe or a device, not a file", "Take it out.", false)
	case path.Ext(name) != ".md" && path.Ext(name) != ".yaml":
		l.report(name, "this file is not read", "The files of a pack end in .md or .yaml. Rename it, or take it out.", true)
	default:
		l.file(name)
	}
}

// file reads one regular file. It counts before it keeps.
func (l *loader) file(name string) {
	if l.count++; l.count > MaxFiles {
		l.stop(name, fmt.Sprintf("the pack has more than %d files", MaxFiles))
		return
	}
	data, err := readLimited(l.fsys, name)
	switch {
	case err != nil:
		l.report(name, "the file cannot be read: "+reason(err), "Look at its permissions.", false)
		return
	}
	if l.total += len(data); l.total > MaxPack {
		l.stop(name, "the pack has more than 10 MiB")
		return
	}
	l.files.add(name, data)
}

func (l *loader) stop(name, what string) {
	l.full = true
	l.report(name, what, "Take files out. What follows was not read.", false)
}

// readLimited reads a file that was regular when listed, and refuses one that
// no longer is.
func readLimited(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	return readRegular(f)
}

// ReadFile reads one file that is no part of a pack, wherever it is. A pipe or
// a device is refused, and not waited for.
func ReadFile(name string) ([]byte, error) {
	f, err := os.OpenFile(name, os.O_RDONLY|openNow, 0)
	if err != nil {
		return nil, err
	}
	return readRegular(f)
}

// readRegular reads a regular file and closes it. Of a file that is too big it
// returns one byte too many, which is for the reader of the file to report.
func readRegular(f fs.File) ([]byte, error) {
	defer func() { _ = f.Close() }() // it was only read
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("it is not a regular file")
	}
	return io.ReadAll(io.LimitReader(f, MaxFile+1))
}

// reason is the cause of a path error without the path, which the problem
// names already.
func reason(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}
