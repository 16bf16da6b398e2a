package postgrestest

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// nobody is the user that owns nothing.
const nobody = 65534

// own gives a folder to the user that the server runs as.
func own(dir string) error {
	if os.Geteuid() != 0 {
		return nil
	}
	return os.Chown(dir, nobody, nobody)
}

// unprivileged runs a program as nobody where this one is root: PostgreSQL
// refuses to run as root. The program ends with this one.
func unprivileged(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if os.Geteuid() == 0 {
		cmd.SysProcAttr.Credential = &syscall.Credential{Uid: nobody, Gid: nobody}
	}
}

// Freeze stops the server's processes where they are, so that calls hang.
func (s *Server) Freeze() { s.everyProcess(syscall.SIGSTOP) }

// Thaw lets them go on.
func (s *Server) Thaw() { s.everyProcess(syscall.SIGCONT) }

// everyProcess sends a signal to the server and its children. They do not
// share its process group.
func (s *Server) everyProcess(sig syscall.Signal) {
	// The server first: once it stands still, it starts no child that would be
	// missed.
	_ = syscall.Kill(s.cmd.Process.Pid, sig)
	parent := strconv.Itoa(s.cmd.Process.Pid)
	stats, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, stat := range stats {
		text, err := os.ReadFile(stat)
		if err != nil {
			continue // it has ended
		}
		// "pid (name) state parent ...": the name may hold anything.
		rest := strings.Fields(string(text[strings.LastIndexByte(string(text), ')')+1:]))
		if len(rest) > 1 && rest[1] == parent {
			if pid, err := strconv.Atoi(filepath.Base(filepath.Dir(stat))); err == nil {
				_ = syscall.Kill(pid, sig)
			}
		}
	}
}
