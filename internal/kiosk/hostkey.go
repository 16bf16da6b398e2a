package kiosk

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	gossh "golang.org/x/crypto/ssh"
)

// HostKey reads the server's key, or makes one at the first start: an ed25519
// key in a file that nobody else may read. It refuses a key that others can
// read, since anyone who has it can pretend to be this kiosk.
func HostKey(path string) (gossh.Signer, error) {
	info, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return makeKey(path)
	}
	switch {
	case err != nil:
		return nil, fmt.Errorf("the host key: %w", err)
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("the host key %s is not a file", path)
	}
	if err := keptClose(path, info); err != nil {
		return nil, err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("the host key: %w", err)
	}
	key, err := gossh.ParsePrivateKey(data)
	if err != nil {
		return nil, fmt.Errorf("the host key %s cannot be read: %w\nMove it away, and a new one is made; visitors are then told that the key has changed", path, err)
	}
	if key.PublicKey().Type() != gossh.KeyAlgoED25519 {
		return nil, fmt.Errorf("the host key %s is of the type %s; use an ed25519 key (ssh-keygen -t ed25519)", path, key.PublicKey().Type())
	}
	return key, nil
}

// Fingerprint is what a client shows of a key at its first visit.
func Fingerprint(key gossh.Signer) string { return gossh.FingerprintSHA256(key.PublicKey()) }

// makeKey makes a key and its file, which never stands under its name half
// written.
func makeKey(path string) (gossh.Signer, error) {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, fmt.Errorf("making a host key: %w", err)
	}
	block, err := gossh.MarshalPrivateKey(private, "porchlight kiosk")
	if err != nil {
		return nil, fmt.Errorf("making a host key: %w", err)
	}
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("a folder for the host key: %w", err)
	}
	f, err := os.CreateTemp(dir, ".host-key-*") // 0600
	if err != nil {
		return nil, fmt.Errorf("a file for the host key: %w", err)
	}
	defer os.Remove(f.Name())
	err = pem.Encode(f, block)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return nil, fmt.Errorf("writing the host key: %w", err)
	}
	if err := os.Link(f.Name(), path); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, fmt.Errorf("writing the host key: %w", err)
	}
	return HostKey(path) // another server may have made one meanwhile
}
