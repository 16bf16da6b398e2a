package kiosk

import (
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"
)

// failedAuth is how long the answer to a wrong login waits. Nobody needs one.
const failedAuth = 600 * time.Millisecond

// sshConfig is what is offered to each connection: no login, and only
// algorithms without known weaknesses.
func (s *Server) sshConfig(ctx ssh.Context) *gossh.ServerConfig {
	c := connOf(ctx)
	exchanges := []string{gossh.KeyExchangeMLKEM768X25519, gossh.KeyExchangeCurve25519}
	if s.config.PostQuantum {
		exchanges = exchanges[:1]
	}
	config := &gossh.ServerConfig{
		Config: gossh.Config{
			KeyExchanges: exchanges,
			Ciphers:      []string{gossh.CipherAES256GCM, gossh.CipherAES128GCM, gossh.CipherChaCha20Poly1305, gossh.CipherAES256CTR},
			MACs:         []string{gossh.HMACSHA256ETM, gossh.HMACSHA512ETM},
		},
		MaxAuthTries: 3,
		AuthLogCallback: func(_ gossh.ConnMetadata, method string, err error) {
			switch {
			case err == nil:
				c.through()
			case method != "none": // with which every client begins
				time.Sleep(failedAuth)
			}
		},
	}
	s.askForKeys(config, c)
	return config
}
