package sqlite

import (
	"bytes"
	"crypto/rand"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"runtime"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"
	"golang.org/x/text/secure/precis"

	"porchlight/internal/record"
)

// A locked record begins with a page that SQLite does not see. It says how the
// passphrase becomes a key, and holds, sealed with that key, the one the rest
// of the file is encrypted with. What the passphrase opens is known for
// certain: a wrong one never reads as a damaged file.
const (
	lockSize  = 4096 // one block of the cipher, so that the pages after it stay whole
	lockMagic = "Porchlight locked record 1\n"
	saltSize  = 16
	keySize   = 32
)

// Where things stand in the first page, after the magic.
const (
	atRounds  = len(lockMagic)
	atMemory  = atRounds + 4
	atThreads = atMemory + 4
	atSalt    = atThreads + 4
	atSealed  = atSalt + saltSize
	lockEnd   = atSealed + chacha20poly1305.NonceSizeX + keySize + chacha20poly1305.Overhead
)

// How much work one guess at a passphrase is: Argon2id's second recommended
// option (RFC 9106, section 4), about a tenth of a second.
const (
	lockRounds  = 3
	lockMemory  = 64 << 10 // KiB
	lockThreads = 4
)

// Bounds of what a file may ask for: a forged one must not take all memory.
const (
	mostRounds = 64
	mostMemory = 1 << 20 // KiB
)

// A lock is the first page of a locked record.
type lock [lockSize]byte

// newLock seals a new key with a passphrase. It returns ErrPassphrase for one
// that cannot be typed again.
func newLock(passphrase string) (*lock, []byte, error) {
	secret, err := secretOf(passphrase)
	if err != nil {
		return nil, nil, err
	}
	l := new(lock)
	copy(l[:], lockMagic)
	binary.BigEndian.PutUint32(l[atRounds:], lockRounds)
	binary.BigEndian.PutUint32(l[atMemory:], lockMemory)
	binary.BigEndian.PutUint32(l[atThreads:], lockThreads)
	rand.Read(l[atSalt:atSealed]) // never fails
	key := make([]byte, keySize)
	rand.Read(key)
	nonce := l[atSealed : atSealed+chacha20poly1305.NonceSizeX]
	rand.Read(nonce)
	aead, err := chacha20poly1305.NewX(l.derive(secret))
	if err != nil {
		return nil, nil, err
	}
	copy(l[atSealed+len(nonce):], aead.Seal(nil, nonce, key, l[:atSealed]))
	return l, key, nil
}

// key opens the lock. It returns ErrPassphrase for another passphrase than the
// one it was sealed with, and ErrDamaged for a page that makes no sense.
func (l *lock) key(passphrase string) ([]byte, error) {
	rounds, memory := binary.BigEndian.Uint32(l[atRounds:]), binary.BigEndian.Uint32(l[atMemory:])
	threads := binary.BigEndian.Uint32(l[atThreads:])
	if rounds == 0 || rounds > mostRounds || memory == 0 || memory > mostMemory || threads == 0 || threads > 255 {
		return nil, damagedf("its lock makes no sense")
	}
	secret, err := secretOf(passphrase)
	if err != nil {
		return nil, record.ErrPassphrase
	}
	aead, err := chacha20poly1305.NewX(l.derive(secret))
	if err != nil {
		return nil, err
	}
	nonce := l[atSealed : atSealed+chacha20poly1305.NonceSizeX]
	key, err := aead.Open(nil, nonce, l[atSealed+len(nonce):lockEnd], l[:atSealed])
	if err != nil {
		return nil, record.ErrPassphrase
	}
	return key, nil
}

// derive makes a key of a secret. The memory it takes is given back at once:
// it is twice what the whole program needs.
func (l *lock) derive(secret []byte) []byte {
	key := argon2.IDKey(secret, l[atSalt:atSealed], binary.BigEndian.Uint32(l[atRounds:]),
		binary.BigEndian.Uint32(l[atMemory:]), uint8(binary.BigEndian.Uint32(l[atThreads:])), keySize)
	runtime.GC()
	return key
}

// secretOf is a passphrase as it is used: composed accents and spaces of one
// kind (RFC 8265), so that another keyboard can type it again.
func secretOf(passphrase string) ([]byte, error) {
	secret, err := precis.OpaqueString.Bytes([]byte(passphrase))
	if err != nil || !utf8.ValidString(passphrase) {
		return nil, fmt.Errorf("%w: it is empty, or has a character that cannot be typed", record.ErrPassphrase)
	}
	return secret, nil
}

// lockOf reads the lock of a file, or nil where it has none.
func lockOf(f io.ReaderAt) (*lock, error) {
	l := new(lock)
	n, err := f.ReadAt(l[:], 0)
	if n < len(lockMagic) || !bytes.HasPrefix(l[:n], []byte(lockMagic)) {
		return nil, nil
	}
	if n < lockSize {
		return nil, damagedf("it ends within its lock: %v", err)
	}
	return l, nil
}

// lockAt reads the lock of the file at path, or nil where it has none.
func lockAt(path string) (*lock, error) {
	f, _, err := openFile(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return lockOf(f)
}

// Locked reports whether the record at path asks for a passphrase. A file that
// is not there, or cannot be read, does not.
func Locked(path string) bool {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return false
	}
	l, err := lockAt(path)
	return err == nil && l != nil
}
