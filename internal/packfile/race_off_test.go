//go:build !race

package packfile_test

// slow is by how much the race detector would stretch time limits.
const slow = 1
