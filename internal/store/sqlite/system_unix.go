//go:build !windows

package sqlite

// diskFull knows what syscall.ENOSPC does not cover.
func diskFull(error) bool { return false }
