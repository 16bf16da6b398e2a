package record

import "errors"

// What can go wrong with a record. A Store's errors wrap one of these where a
// caller has something to decide; each face of the program has its own words
// for them, in the learner's language.
var (
	// ErrNotFound: the record has no such thing.
	ErrNotFound = errors.New("not in the record")
	// ErrDamaged: the file is not a readable record. It was not touched.
	ErrDamaged = errors.New("the record is damaged")
	// ErrNewer: a later version of the program wrote the record. It was not
	// touched.
	ErrNewer = errors.New("the record was written by a newer version")
	// ErrReadOnly: the record can be read but not written.
	ErrReadOnly = errors.New("the record cannot be written")
	// ErrFull: the disk has no room. Nothing kept before is lost, and the same
	// call works again once there is room.
	ErrFull = errors.New("there is no room left on the disk")
	// ErrBusy: another program held the record longer than this one waits.
	ErrBusy = errors.New("another program is using the record")
	// ErrUnreachable: the record or its folder cannot be opened at all.
	ErrUnreachable = errors.New("the record cannot be opened")
	// ErrLocked: the record asks for a passphrase.
	ErrLocked = errors.New("the record is locked with a passphrase")
	// ErrPassphrase: the passphrase does not open the record, or cannot be one.
	ErrPassphrase = errors.New("that is not the passphrase")
	// ErrTaken: there is a record of that name already.
	ErrTaken = errors.New("there is a record of that name already")
	// ErrClosed: the Store was closed.
	ErrClosed = errors.New("the record is closed")
)
