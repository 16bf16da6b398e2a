package group

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"strconv"
)

// A Voter is one person's side of a room. It stays in their session: nothing
// of it but names made for one purpose goes into a room.
type Voter struct {
	room string
	key  Key
}

// A Seat is a place in a room. It says nothing about who sits there.
type Seat string

// A Token is the name of one ballot, or of another thing that a room holds of
// somebody it does not know.
type Token string

// NewVoter returns a voter of the room with an id. The key is a new one, or one
// that was written down.
func NewVoter(room string, key Key) Voter { return Voter{room, key} }

// Key is what finds this seat again.
func (v Voter) Key() Key { return v.key }

// Seat is the voter's place.
func (v Voter) Seat() Seat { return Seat(v.name("seat", "", 0)) }

// Ballot is the name of the voter's ballot in one round of a poll.
func (v Voter) Ballot(poll string, round int) Token { return Token(v.name("ballot", poll, round)) }

// Pace is the name of the voter's signal in one round of the pace.
func (v Voter) Pace(round int) Token { return Token(v.name("pace", "", round)) }

// Asker is the name under which the voter's questions are counted.
func (v Voter) Asker() Token { return Token(v.name("asker", "", 0)) }

func (v Voter) name(purpose, of string, round int) string {
	mac := hmac.New(sha256.New, []byte(v.key))
	for _, part := range []string{v.room, purpose, of, strconv.Itoa(round)} {
		mac.Write([]byte(strconv.Itoa(len(part)) + ":" + part))
	}
	return encode(mac.Sum(nil))
}

// LeadName is the name under which a room knows a key that leads it.
func LeadName(room string, key Key) string { return Voter{room, key}.name("lead", "", 0) }

// encode is the first 128 bits of a hash as text.
func encode(sum []byte) string {
	return base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(sum[:16])
}
