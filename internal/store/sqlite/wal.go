package sqlite

import (
	"bufio"
	"encoding/binary"
	"io"
	"os"
)

// Sizes of a write-ahead log's parts, in bytes
// (https://sqlite.org/fileformat2.html#the_write_ahead_log).
const (
	walHeaderSize   = 32
	frameHeaderSize = 24
)

// walVersion is the version of the record that a write-ahead log holds, or 0
// if it holds none. After a crash a newer version may stand in the log alone,
// and SQLite would merge it into the file to read it.
func walVersion(path string, key []byte) int {
	f, err := os.Open(path)
	if err != nil {
		return 0
	}
	defer f.Close()
	var in io.Reader = f
	if key != nil {
		in = openSealed(f, 0, key)
	}
	log := walReader{r: bufio.NewReaderSize(in, 1<<16)}
	if !log.begin() {
		return 0
	}
	return log.version()
}

// walReader reads the frames of a log up to the first that does not fit: the
// rest is what an earlier use of the file left there.
type walReader struct {
	r      io.Reader
	order  binary.ByteOrder // of the words that checksums are made of
	salt   [8]byte
	s1, s2 uint32 // the checksum so far
	page   []byte
}

func (l *walReader) begin() bool {
	h := make([]byte, walHeaderSize)
	if _, err := io.ReadFull(l.r, h); err != nil {
		return false
	}
	switch binary.BigEndian.Uint32(h) {
	case 0x377f0682:
		l.order = binary.LittleEndian
	case 0x377f0683:
		l.order = binary.BigEndian
	default:
		return false
	}
	size := binary.BigEndian.Uint32(h[8:])
	if size < 512 || size > 65536 {
		return false
	}
	l.page = make([]byte, size)
	l.salt = [8]byte(h[16:24])
	l.sum(h[:24])
	return l.fits(h[24:])
}

// version goes through all that was committed.
func (l *walReader) version() int {
	committed, pending := 0, 0
	h := make([]byte, frameHeaderSize)
	for l.next(h) {
		if binary.BigEndian.Uint32(h) == 1 { // the first page, which has the header
			pending = int(binary.BigEndian.Uint32(l.page[atVersion:]))
		}
		if binary.BigEndian.Uint32(h[4:]) != 0 { // the last frame of a transaction
			committed = pending
		}
	}
	return committed
}

func (l *walReader) next(h []byte) bool {
	if _, err := io.ReadFull(l.r, h); err != nil || [8]byte(h[8:16]) != l.salt {
		return false
	}
	if _, err := io.ReadFull(l.r, l.page); err != nil {
		return false
	}
	l.sum(h[:8])
	l.sum(l.page)
	return l.fits(h[16:])
}

func (l *walReader) sum(b []byte) {
	for ; len(b) >= 8; b = b[8:] {
		l.s1 += l.order.Uint32(b) + l.s2
		l.s2 += l.order.Uint32(b[4:]) + l.s1
	}
}

func (l *walReader) fits(sum []byte) bool {
	return binary.BigEndian.Uint32(sum) == l.s1 && binary.BigEndian.Uint32(sum[4:]) == l.s2
}
