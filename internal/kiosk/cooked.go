package kiosk

import (
	"bytes"
	"io"
	"unicode/utf8"
)

// lineLimit is the longest line typed, in bytes.
const lineLimit = 4096

// A Cooked is a terminal that only writes lines: it shows what is typed, takes
// back the last letter, and ends a line with Enter. The client's own terminal
// does none of it during a session.
type Cooked struct {
	in   io.Reader
	out  io.Writer
	line []byte // being typed
	left []byte // typed, and not read yet
	lf   bool   // a line feed now would belong to the return before
	end  error  // of the input, once what came before it is read
}

// Cooked returns the visit's terminal as one of lines.
func (v *Visit) Cooked() *Cooked { return &Cooked{in: v.In, out: v.Out} }

// Write ends lines as a terminal wants them.
func (c *Cooked) Write(p []byte) (int, error) {
	_, err := c.out.Write(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n")))
	return len(p), err
}

// Read returns what was typed, a line at a time.
func (c *Cooked) Read(p []byte) (int, error) {
	var key [64]byte
	for len(c.left) == 0 {
		if c.end != nil {
			return 0, c.end
		}
		n, err := c.in.Read(key[:])
		if c.end = c.take(key[:n]); c.end == nil {
			c.end = err
		}
		clear(key[:n])
	}
	n := copy(p, c.left)
	clear(c.left[:n])
	c.left = c.left[n:]
	return n, nil
}

// take handles keys. Control+C and Control+D end the input.
func (c *Cooked) take(keys []byte) error {
	for _, b := range keys {
		follows := c.lf
		c.lf = false
		switch {
		case b == '\n' && follows:
		case b == '\r' || b == '\n':
			c.lf = b == '\r'
			c.left = append(append(c.left, c.line...), '\n')
			clear(c.line)
			c.line = c.line[:0]
			if _, err := c.out.Write([]byte("\r\n")); err != nil {
				return err
			}
		case b == 3, b == 4:
			return io.EOF
		case b == 8 || b == 127:
			if err := c.erase(); err != nil {
				return err
			}
		case b >= ' ' && len(c.line) < lineLimit:
			c.line = append(c.line, b)
			if _, err := c.out.Write([]byte{b}); err != nil {
				return err
			}
		}
	}
	return nil
}

// erase takes back the last letter.
func (c *Cooked) erase() error {
	if len(c.line) == 0 {
		return nil
	}
	_, size := utf8.DecodeLastRune(c.line)
	c.line = c.line[:len(c.line)-size]
	_, err := c.out.Write([]byte("\b \b"))
	return err
}
