//go:build race

package packfile_test

// slow is by how much the race detector stretches time limits.
const slow = 10
