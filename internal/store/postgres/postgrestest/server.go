// Package postgrestest starts a real PostgreSQL for a test: in a temporary
// folder, on a socket in that folder, with no port, ended with the test.
package postgrestest

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// A Server is a PostgreSQL that a test started.
type Server struct {
	t    testing.TB
	dir  string // the socket, and the data below it
	bin  string // where the programs are
	cmd  *exec.Cmd
	done chan struct{} // closed when the process has ended
	log  logged
}

// logged is what the server has said; it is written while tests read it.
type logged struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (l *logged) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.Write(p)
}

func (l *logged) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.String()
}

// Start makes a database and starts its server. It skips the test where there
// is no PostgreSQL, or fails it where PORCHLIGHT_REQUIRE names "postgres".
func Start(t testing.TB) *Server {
	t.Helper()
	bin := need(t, "postgres")
	// Not t.TempDir: the path of a socket is at most 107 bytes long, and the
	// server, which does not run as root, has to reach it.
	dir, err := os.MkdirTemp("", "pg-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	s := &Server{t: t, dir: dir, bin: bin}
	if err := own(dir); err != nil {
		t.Fatal(err)
	}
	s.run("initdb", "--pgdata", s.data(), "--auth", "trust", "--username", "porchlight", "--encoding", "UTF8", "--locale", "C", "--no-sync")
	s.Up()
	t.Cleanup(s.Stop)
	return s
}

// need finds the folder of PostgreSQL's programs.
func need(t testing.TB, tool string) string {
	t.Helper()
	if path, err := exec.LookPath(tool); err == nil {
		if real, err := filepath.EvalSymlinks(path); err == nil {
			return filepath.Dir(real)
		}
	}
	if found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/" + tool); len(found) > 0 {
		return filepath.Dir(found[len(found)-1])
	}
	if slices.Contains(strings.Fields(os.Getenv("PORCHLIGHT_REQUIRE")), tool) {
		t.Fatalf("%s is not installed, and PORCHLIGHT_REQUIRE asks for it", tool)
	}
	t.Skipf("%s is not installed", tool)
	return ""
}

func (s *Server) data() string { return filepath.Join(s.dir, "data") }

// URL is the address of the database.
func (s *Server) URL() string { return "postgres://porchlight@/postgres?host=" + s.dir }

// command is one of PostgreSQL's programs, as a user that is not root.
func (s *Server) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(filepath.Join(s.bin, name), args...)
	cmd.Dir = s.dir
	cmd.Env = []string{"PATH=" + s.bin, "LC_ALL=C", "TZ=UTC"}
	unprivileged(cmd)
	return cmd
}

func (s *Server) run(name string, args ...string) {
	s.t.Helper()
	if out, err := s.command(name, args...).CombinedOutput(); err != nil {
		s.t.Fatalf("%s: %v\n%s", name, err, out)
	}
}

// Up starts the server and waits until it takes connections.
func (s *Server) Up() {
	s.t.Helper()
	s.cmd = s.command("postgres", "-D", s.data(), "-k", s.dir, "-c", "listen_addresses=", "-c", "max_connections=60", "-c", "fsync=off")
	s.cmd.Stdout, s.cmd.Stderr = &s.log, &s.log
	if err := s.cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	cmd, done := s.cmd, make(chan struct{})
	s.done = done
	go func() {
		_ = cmd.Wait()
		close(done)
	}()
	for s.command("pg_isready", "-h", s.dir, "-q").Run() != nil {
		select {
		case <-s.done:
			s.t.Fatalf("PostgreSQL ended by itself:\n%s", s.log.String())
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// Kill ends the server as a crash would: at once, with every connection.
func (s *Server) Kill() {
	s.t.Helper()
	s.signal(syscall.SIGQUIT) // "immediate shutdown": children included
	<-s.done
}

// Stop ends the server. A test that started it need not: its end does.
func (s *Server) Stop() {
	select {
	case <-s.done:
		return
	default:
	}
	s.Thaw()
	s.signal(syscall.SIGQUIT)
	<-s.done
}

func (s *Server) signal(sig os.Signal) {
	if err := s.cmd.Process.Signal(sig); err != nil && err != os.ErrProcessDone {
		s.t.Errorf("PostgreSQL: %v", err)
	}
}

// String is what the server has said, for a test that fails.
func (s *Server) String() string { return fmt.Sprintf("PostgreSQL in %s:\n%s", s.dir, s.log.String()) }

// Dir is the folder of everything that the server keeps.
func (s *Server) Dir() string { return s.dir }

// SQL runs a statement as the database's own tool does, and returns what it
// printed.
func (s *Server) SQL(statement string) string {
	s.t.Helper()
	out, err := s.command("psql", "-h", s.dir, "-U", "porchlight", "-d", "postgres", "-At", "-c", statement).CombinedOutput()
	if err != nil {
		s.t.Fatalf("%s: %v\n%s", statement, err, out)
	}
	return string(out)
}
