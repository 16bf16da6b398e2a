//go:build !linux

package postgrestest

import "os/exec"

func own(string) error { return nil }

func unprivileged(*exec.Cmd) {}

// Freeze skips the test: how to stop a server's processes is known for Linux
// alone.
func (s *Server) Freeze() { s.t.Skip("this system cannot stop the database's processes") }

// Thaw does nothing, as Freeze did nothing.
func (s *Server) Thaw() {}
