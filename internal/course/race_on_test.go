//go:build race

package course

// slow is by how much the race detector stretches time limits.
const slow = 4
