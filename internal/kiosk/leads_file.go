package kiosk

import (
	"bytes"
	"crypto/rsa"
	"fmt"
	"log/slog"
	"os"
	"slices"
	"strings"

	gossh "golang.org/x/crypto/ssh"
)

// mostLeads is the longest file of keys that is read, in bytes.
const mostLeads = 1 << 20

// leadTypes are the kinds of keys that may be listed.
var leadTypes = []string{
	gossh.KeyAlgoED25519, gossh.KeyAlgoSKED25519, gossh.KeyAlgoECDSA256, gossh.KeyAlgoECDSA384, gossh.KeyAlgoECDSA521,
	gossh.KeyAlgoSKECDSA256, gossh.KeyAlgoRSA,
}

// Listed is the list of keys whose holders may open rooms; nil where there is
// none. It is read anew at each such login, so that a key which is taken out is
// out at once.
func Listed(path string, log *slog.Logger) func(gossh.PublicKey) bool {
	if path == "" {
		return nil
	}
	return func(key gossh.PublicKey) bool {
		listed, err := ReadLeads(path)
		if err != nil {
			log.Warn("the list of keys cannot be read, so nobody comes in with one")
		}
		return slices.ContainsFunc(listed, func(one gossh.PublicKey) bool { return bytes.Equal(one.Marshal(), key.Marshal()) })
	}
}

// ReadLeads reads a file of keys. What it does not understand is refused, with
// the line: somebody believes that it holds.
func ReadLeads(path string) ([]gossh.PublicKey, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, fmt.Errorf("the file cannot be read: %w", err)
	case !info.Mode().IsRegular() || info.Size() > mostLeads:
		return nil, fmt.Errorf("%s is not a file of keys", path)
	}
	if err := writtenByOwner(path, info); err != nil {
		return nil, err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("the file cannot be read: %w", err)
	}
	return parseLeads(path, data)
}

// parseLeads reads the keys of a file.
func parseLeads(name string, data []byte) ([]gossh.PublicKey, error) {
	var keys []gossh.PublicKey
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		key, _, options, _, err := gossh.ParseAuthorizedKey([]byte(line))
		why := ""
		switch {
		case err != nil:
			why = "this is not a public key"
		case len(options) > 0:
			why = "options before a key are not kept to here; take them out"
		case !slices.Contains(leadTypes, key.Type()):
			why = fmt.Sprintf("a key of the type %s is not taken; make one with ssh-keygen -t ed25519", key.Type())
		case shortRSA(key):
			why = "an RSA key of less than 2048 bits is not safe"
		}
		if why != "" {
			return nil, fmt.Errorf("%s, line %d: %s", name, n, why)
		}
		keys = append(keys, key)
	}
	if len(keys) == 0 {
		return nil, fmt.Errorf("there is no key in %s", name)
	}
	return keys, nil
}

func shortRSA(key gossh.PublicKey) bool {
	c, ok := key.(gossh.CryptoPublicKey)
	if !ok {
		return false
	}
	r, ok := c.CryptoPublicKey().(*rsa.PublicKey)
	return ok && r.N.BitLen() < 2048
}
