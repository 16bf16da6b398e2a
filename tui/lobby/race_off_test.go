//go:build !race

package lobby_test

// heavier is by how much the race detector would stretch what a key leaves
// behind.
const heavier = 1
