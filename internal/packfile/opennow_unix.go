//go:build unix

package packfile

import "syscall"

// openNow makes opening a pipe return at once; it would wait for a writer.
const openNow = syscall.O_NONBLOCK
