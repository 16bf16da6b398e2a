package postgrestest

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
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

// Freeze stops the server's processes where they are, so that calls hang. It
// returns when all of them stand still: a signal alone may come a moment later
// than an answer.
func (s *Server) Freeze() {
	server := s.cmd.Process.Pid
	for still := false; !still; time.Sleep(time.Millisecond) {
		// The server first: once it stands still, it starts no child that would be
		// missed.
		if still = stopped(server); !still {
			_ = syscall.Kill(server, syscall.SIGSTOP)
			continue
		}
		for _, child := range children(server) {
			if !stopped(child) {
				still = false
				_ = syscall.Kill(child, syscall.SIGSTOP)
			}
		}
	}
}

// Thaw lets them go on.
func (s *Server) Thaw() {
	_ = syscall.Kill(s.cmd.Process.Pid, syscall.SIGCONT)
	for _, child := range children(s.cmd.Process.Pid) {
		_ = syscall.Kill(child, syscall.SIGCONT)
	}
}

// children are the processes that a process has started. They do not share its
// process group.
func children(parent int) (all []int) {
	stats, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, stat := range stats {
		pid, err := strconv.Atoi(filepath.Base(filepath.Dir(stat)))
		if _, of := state(pid); err == nil && of == strconv.Itoa(parent) {
			all = append(all, pid)
		}
	}
	return all
}

// stopped reports whether a process stands still, or has ended.
func stopped(pid int) bool {
	is, _ := state(pid)
	return is == "T" || is == "Z" || is == ""
}

// state is what a process does, in the system's letters, and its parent; both
// empty where there is none.
func state(pid int) (is, parent string) {
	text, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	if err != nil {
		return "", ""
	}
	// "pid (name) state parent ...": the name may hold anything.
	rest := strings.Fields(string(text[strings.LastIndexByte(string(text), ')')+1:]))
	if len(rest) < 2 {
		return "", ""
	}
	return rest[0], rest[1]
}
