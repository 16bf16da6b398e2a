package kiosk

import (
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// unacknowledged bounds how long the system sends again what nobody answers:
// a cut network, while something was on its way.
func unacknowledged(_, _ string, c syscall.RawConn) error {
	const limit = 90 * time.Second
	var set error
	err := c.Control(func(fd uintptr) {
		set = unix.SetsockoptInt(int(fd), unix.IPPROTO_TCP, unix.TCP_USER_TIMEOUT, int(limit.Milliseconds()))
	})
	if err != nil {
		return err
	}
	return set
}
