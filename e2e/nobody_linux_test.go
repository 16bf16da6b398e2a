package e2e_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
)

// nobody is the user that owns nothing, on Linux.
const nobody = 65534

// asNobody has a command run as another user where this one, root, may write
// everything. The folders on the way to dir are opened for reading.
func asNobody(cmd *exec.Cmd, dir string) error {
	if os.Geteuid() != 0 {
		return nil
	}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		mode := info.Mode().Perm() | 0o044
		if d.IsDir() {
			mode |= 0o011
		}
		return os.Chmod(path, mode&^0o222|mode&0o200)
	})
	if err != nil {
		return err
	}
	for up := filepath.Dir(dir); up != os.TempDir() && up != "/"; up = filepath.Dir(up) {
		if err := os.Chmod(up, 0o755); err != nil {
			return err
		}
	}
	cmd.Dir = "/"
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	return nil
}
