// Package kiosk is the SSH server of a public screen: anyone may come in, with
// no account, no name and no key, and nobody may do more than use the program.
// It bounds everything a stranger can ask for before the program hears of it,
// keeps one session's trouble from the others, and says nothing about anyone
// in its log. It is handed the function that starts a program, and knows none.
package kiosk

import (
	"context"
	"io"
	"time"
)

// A Visit is one session, as the program that serves it sees it. Everything in
// it was read from a stranger, and is already bounded and cleaned.
type Visit struct {
	ID string // random, for the log
	// From is the same for all visits from one address, until the server stops,
	// and says nothing about it. It is not for the log.
	From string
	// Leads reports whether they came with a key that the operator has listed.
	Leads bool
	// Print is the fingerprint of that key. It says who they are: it is not for
	// the log, and not to be kept.
	Print string
	In    io.Reader
	Out   io.Writer // gives up, and ends the session, on a client that takes nothing
	Err   io.Writer
	// Words is what was typed after the host's name, in words; none for the
	// program itself.
	Words []string
	// Pty reports whether there is a terminal at the other end; Term is its
	// name, Width and Height its size at the start, in cells.
	Pty           bool
	Term          string
	Width, Height int
	// Env holds what the client sent of the few names that are taken.
	Env map[string]string
	// Closing is closed when the server is about to stop: the program tells
	// the person, and ends soon.
	Closing <-chan struct{}
	// Status is what the client exits with; the program may set it.
	Status uint32

	resized func(func(width, height int))
	closing func(func())
	forget  func()
}

// OnResize has the program told when the terminal's size changes. A size too
// large is made smaller; one of nothing is not told; of many in a row the last
// is.
func (v *Visit) OnResize(tell func(width, height int)) { v.resized(tell) }

// OnClosing has the program told that the server is about to stop, as Closing
// does, without a goroutine that waits for it.
func (v *Visit) OnClosing(tell func()) { v.closing(tell) }

// Forget asks for what was let go of to be wiped from memory soon: one person
// has left and the session goes on for the next.
func (v *Visit) Forget() { v.forget() }

// Screen reports whether a program that fills a screen can run there.
func (v *Visit) Screen() bool { return v.Pty && v.Term != "dumb" }

// Start runs a program for a visit and returns why it ended. It must return
// soon after ctx has ended. A panic in it ends this visit alone.
type Start func(ctx context.Context, v *Visit) End

// End is why a session ended.
type End string

const (
	EndDone     End = "done"     // the person was done
	EndFled     End = "fled"     // quick exit
	EndIdle     End = "idle"     // nobody touched a key for long
	EndGone     End = "gone"     // the connection or its channel was closed
	EndStuck    End = "stuck"    // the client took nothing any more
	EndClosing  End = "closing"  // the server was told to stop
	EndLifetime End = "lifetime" // longer than a session may last
	EndFault    End = "fault"    // a fault in the program
)

// Ends lists all of them.
func Ends() []End {
	return []End{EndDone, EndFled, EndIdle, EndGone, EndStuck, EndClosing, EndLifetime, EndFault}
}

// Refusal is why something was not granted.
type Refusal string

const (
	RefusedRate       Refusal = "rate"        // connections come too fast from one source
	RefusedHandshakes Refusal = "handshakes"  // too many are not yet through
	RefusedFull       Refusal = "full"        // as many sessions as there may be
	RefusedSource     Refusal = "source"      // as many as one source may have
	RefusedChannels   Refusal = "channels"    // a second session on one connection
	RefusedHandshake  Refusal = "handshake"   // it failed, or took too long
	RefusedCommand    Refusal = "command"     // a word the kiosk does not know
	RefusedLead       Refusal = "lead"        // a word for those alone whose key is listed
	RefusedKey        Refusal = "key"         // a key that is not listed
	RefusedForwarding Refusal = "forwarding"  // of ports
	RefusedAgent      Refusal = "agent"       // forwarding of an agent
	RefusedX11        Refusal = "x11"         // forwarding of windows
	RefusedSubsystem  Refusal = "subsystem"   // sftp and the like
	RefusedTerminal   Refusal = "terminal"    // a terminal's name that is none
	RefusedEnv        Refusal = "environment" // a variable that is not taken
	RefusedFlood      Refusal = "flood"       // far more requests than anyone needs
	RefusedClosing    Refusal = "closing"     // the server is about to stop
)

// Refusals lists all of them.
func Refusals() []Refusal {
	return []Refusal{RefusedRate, RefusedHandshakes, RefusedFull, RefusedSource, RefusedChannels, RefusedHandshake, RefusedCommand,
		RefusedLead, RefusedKey, RefusedForwarding, RefusedAgent, RefusedX11, RefusedSubsystem, RefusedTerminal, RefusedEnv, RefusedFlood, RefusedClosing}
}

// lasted is how long something took.
func lasted(now func() time.Time, since time.Time) time.Duration { return now().Sub(since) }
