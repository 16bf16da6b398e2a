// Package wipe overwrites memory that a program has let go of, so that what
// someone typed does not lie in it until something else happens to be written
// there. It needs the runtime to be started with Settings; without them, and
// for what is still in use, it promises nothing.
package wipe

import (
	"runtime"
	"runtime/debug"
	"sync"
)

// Settings are the runtime's own (GODEBUG) that wiping rests on. The first has
// the garbage collector overwrite what it frees. The second keeps the system
// from putting the registers of a running goroutine, and whatever words are in
// them, on the stack of a signal, which nobody overwrites.
const Settings = "clobberfree=1,asyncpreemptoff=1"

// Memory overwrites what is free: objects, then the stacks of goroutines that
// have ended, then whole pages, which go back to the system. It takes a few
// milliseconds of one processor for each hundred megabytes in use.
func Memory() {
	runtime.GC()
	stacks()
	debug.FreeOSMemory() // collects once more: a pool lets go of its buffers at the second time
}

// washed is how many stacks are washed at once: those freed last are taken
// first, and one session has a dozen goroutines.
const washed = 256

// stacks takes stacks that were let go of, of every size that they are kept
// in, overwrites them and lets go of them again.
func stacks() {
	for _, wash := range []func(){wash2, wash4, wash8, wash16, wash32} {
		var all sync.WaitGroup
		start := make(chan struct{})
		for range washed {
			all.Go(func() {
				wash()
				<-start // hold it, so that the next goroutine takes another
			})
		}
		close(start)
		all.Wait()
	}
}

// Each of these needs a stack of about its number in kilobytes, and overwrites
// most of it.

//go:noinline
func wash2() { var b [1 << 10]byte; zero(b[:]) }

//go:noinline
func wash4() { var b [3 << 10]byte; zero(b[:]) }

//go:noinline
func wash8() { var b [7 << 10]byte; zero(b[:]) }

//go:noinline
func wash16() { var b [15 << 10]byte; zero(b[:]) }

//go:noinline
func wash32() { var b [31 << 10]byte; zero(b[:]) }

//go:noinline
func zero(b []byte) { clear(b) }
