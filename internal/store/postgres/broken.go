package postgres

import (
	"errors"
	"io"
	"net"
)

// brokenPipe reports whether an error is that of a connection that ended in
// the middle.
func brokenPipe(err error) bool {
	var op *net.OpError
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, net.ErrClosed) || errors.As(err, &op)
}
