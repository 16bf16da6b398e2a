package kiosk

import (
	"errors"

	gossh "golang.org/x/crypto/ssh"
)

// LeadUser is the name under which those come in whose key the operator has
// listed. Under any other name nobody is asked for a key, so that no visitor's
// client shows one: a key says who somebody is.
const LeadUser = "lead"

// leadMark stands in what a connection may do, once its key was used and not
// only offered.
const leadMark = "leads"

var errNoKey = errors.New("this key is not listed")

// askForKeys has those who come in as LeadUser show a key that is listed, where
// the operator has listed any.
func (s *Server) askForKeys(c *gossh.ServerConfig, from *conn) {
	if s.config.Leads == nil {
		return
	}
	c.NoClientAuth = true
	c.NoClientAuthCallback = func(who gossh.ConnMetadata) (*gossh.Permissions, error) {
		if who.User() == LeadUser {
			return nil, errNoKey
		}
		return nil, nil
	}
	c.PublicKeyAuthAlgorithms = []string{
		gossh.KeyAlgoED25519, gossh.KeyAlgoSKED25519, gossh.KeyAlgoECDSA256, gossh.KeyAlgoECDSA384, gossh.KeyAlgoECDSA521,
		gossh.KeyAlgoSKECDSA256, gossh.KeyAlgoRSASHA256, gossh.KeyAlgoRSASHA512,
	}
	c.PublicKeyCallback = func(who gossh.ConnMetadata, key gossh.PublicKey) (*gossh.Permissions, error) {
		if who.User() != LeadUser || !s.config.Leads(key) {
			s.refused(RefusedKey)
			from.guessed()
			return nil, errNoKey
		}
		return &gossh.Permissions{Extensions: map[string]string{leadMark: gossh.FingerprintSHA256(key)}}, nil
	}
}

// leads is the fingerprint of the listed key that a connection came in with;
// empty for none.
func leads(p *gossh.Permissions) string {
	if p == nil {
		return ""
	}
	return p.Extensions[leadMark]
}
