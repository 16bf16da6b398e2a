package cli

import (
	"fmt"
	"os"
	"path/filepath"

	"porchlight/internal/course"
	"porchlight/internal/packfile"
	"porchlight/lessons"
)

// localVariable names a site's own card for every start of the program, as an
// operator sets it.
const localVariable = "PORCHLIGHT_LOCAL"

// localFile is the site's own card: the flag, the environment, or the file that
// lies beside the record. It is empty where there is none; a file that was
// named is one, be it there or not.
func (a *app) localFile() string {
	if a.flags.local != "" {
		return a.flags.local
	}
	if named := a.env(localVariable); named != "" {
		return named
	}
	dir, err := a.dataDir()
	if err != nil {
		return ""
	}
	file := filepath.Join(dir, "porchlight", lessons.HelpFile)
	if _, err := os.Lstat(file); os.IsNotExist(err) {
		return ""
	}
	return file
}

// withLocal puts the site's own card over the Help now card. What is wrong with
// it is no error here: the card says so itself, and all its numbers stay.
func (a *app) withLocal(c *course.Course) *course.Course {
	file := a.localFile()
	if file == "" {
		return c
	}
	with, _ := c.OpenLocal(file)
	return with
}

// checkLocal checks the site's own card against the course that it is put over.
func (a *app) checkLocal() (packfile.Problems, error) {
	c, err := a.courseItself()
	if err != nil {
		return nil, err
	}
	return c.CheckLocal(a.localFile(), a.now())
}

// sayLocal tells doctor's reader of the site's own card.
func (a *app) sayLocal() {
	file := a.localFile()
	if file == "" {
		return
	}
	problems, err := a.checkLocal()
	switch errs := problems.Errors(); {
	case err != nil:
		fmt.Fprintf(a.out, "local card %s: %v\n", file, err)
		a.status = exitFailed
	case len(errs) > 0:
		fmt.Fprintf(a.out, "local card %s cannot be used; to see why: porchlight check --local %s\n", file, file)
		a.status = exitFailed
	default:
		fmt.Fprintf(a.out, "local card %s\n", file)
	}
}
