//go:build !windows

package sqlite

// diskFull knows what syscall.ENOSPC does not cover.
func diskFull(error) bool { return false }

// renamesOpen: a file may take the name of one that is open.
const renamesOpen = true
