//go:build !race

package typeset_test

// racing is set where the race detector makes timing mean nothing.
const racing = false
