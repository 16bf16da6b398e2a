//go:build !race

package course

// slow is by how much the race detector would stretch time limits.
const slow = 1
