//go:build race

package lobby_test

// heavier is by how much the race detector stretches what a key leaves behind.
const heavier = 2
