package kiosk

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"net/netip"
)

// naming is the secret that names of sources are made with. It ends with the
// server, and with it whatever the names could tell.
type naming [32]byte

func newNaming() (n naming) {
	rand.Read(n[:]) // never fails
	return n
}

// name is the same for the same source, and says nothing about it.
func (n naming) name(p netip.Prefix) string {
	mac := hmac.New(sha256.New, n[:])
	mac.Write([]byte(p.String()))
	return hex.EncodeToString(mac.Sum(nil)[:16])
}
