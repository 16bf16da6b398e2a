package takehome

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"sync/atomic"
	"time"

	"golang.org/x/crypto/argon2"
	"golang.org/x/time/rate"

	"porchlight/internal/record"
)

// A Keeper keeps records by an id that only words lead to. Errors are those of
// package record: ErrNotFound for an id without a record, or an expired one.
type Keeper interface {
	// Create makes an empty record that is kept until a time, or returns
	// record.ErrTaken. The secret may lock it.
	Create(ctx context.Context, id, secret string, until time.Time) (record.Store, error)
	// Open returns a record, and keeps it until a time, if that is later.
	Open(ctx context.Context, id, secret string, now, until time.Time) (record.Store, error)
	// Sweep removes what has expired, and returns how many records that were.
	Sweep(ctx context.Context, now time.Time) (int, error)
	// Salt is what the hashes of all ids are made with: random, and the same
	// for ever and on every server.
	Salt(ctx context.Context) ([]byte, error)
}

// ErrTooMany: too many words were tried in the last minutes.
var ErrTooMany = errors.New("too many words were tried just now")

// How much one guess costs whoever stole the hashes: Argon2id as OWASP advises
// for passwords, 19 MiB and two rounds.
const (
	hashMemory = 19 << 10 // KiB
	hashRounds = 2
)

// Guesses allowed: for all visitors of a server together.
const (
	triesEvery = 3 * time.Second
	triesBurst = 10
)

// An Office gives out words, and finds records by them. It is safe for many
// sessions at once.
type Office struct {
	keeper                          Keeper
	keep                            time.Duration
	now                             func() time.Time
	random                          io.Reader
	tries                           *rate.Limiter
	atOnce                          chan struct{} // bounds the memory that hashing takes
	given, continued, wrong, slowed atomic.Int64
}

// Counts is what became of an office's words since the start.
type Counts struct {
	Given     int // words given out
	Continued int // records found by their words
	Wrong     int // words that led nowhere, and were no slip of the finger
	Slowed    int // words that were not looked at, since too many had been tried
}

// Counts returns them.
func (o *Office) Counts() Counts {
	return Counts{int(o.given.Load()), int(o.continued.Load()), int(o.wrong.Load()), int(o.slowed.Load())}
}

// NewOffice returns an office whose records are kept for a time after their
// last use.
func NewOffice(k Keeper, keep time.Duration, now func() time.Time) *Office {
	return &Office{
		keeper: k, keep: keep, now: now, random: rand.Reader,
		tries: rate.NewLimiter(rate.Every(triesEvery), triesBurst), atOnce: make(chan struct{}, 2),
	}
}

// WithChance is the office with another source of chance: a test's.
func (o *Office) WithChance(random io.Reader) *Office {
	o.random = random
	return o
}

// Keep is how long a record is kept after its last use.
func (o *Office) Keep() time.Duration { return o.keep }

// Begin makes a record that holds what a visitor did so far, and the words
// that lead to it, in their language. Errors are the keeper's.
func (o *Office) Begin(ctx context.Context, lang string, so record.Export) (Words, record.Store, error) {
	for {
		words, err := Pick(lang, o.random)
		if err != nil {
			return nil, nil, err
		}
		store, err := o.begin(ctx, words, so)
		if err == nil {
			o.given.Add(1)
		}
		if !errors.Is(err, record.ErrTaken) {
			return words, store, err
		}
	}
}

func (o *Office) begin(ctx context.Context, words Words, so record.Export) (record.Store, error) {
	id, err := o.id(ctx, words)
	if err != nil {
		return nil, err
	}
	store, err := o.keeper.Create(ctx, id, words.secret(), o.now().Add(o.keep))
	if err != nil {
		return nil, err
	}
	if err := store.Import(ctx, so); err != nil {
		return nil, errors.Join(err, store.Close())
	}
	return store, nil
}

// Continue finds the record that words lead to. It returns ErrNoWords for what
// are no words, record.ErrNotFound where they lead nowhere, ErrTooMany where
// too many were tried of late, or the keeper's error.
func (o *Office) Continue(ctx context.Context, typed string) (record.Store, error) {
	words, err := Parse(typed)
	if err != nil {
		return nil, err
	}
	now := o.now()
	try := o.tries.ReserveN(now, 1)
	if try.DelayFrom(now) > 0 {
		try.CancelAt(now)
		o.slowed.Add(1)
		return nil, ErrTooMany
	}
	id, err := o.id(ctx, words)
	if err != nil {
		return nil, err
	}
	store, err := o.keeper.Open(ctx, id, words.secret(), now, now.Add(o.keep))
	switch {
	case err == nil:
		try.CancelAt(now) // who knows the words has not guessed
		o.continued.Add(1)
	case errors.Is(err, record.ErrNotFound):
		o.wrong.Add(1)
	}
	return store, err
}

// Sweep removes what nobody came back for.
func (o *Office) Sweep(ctx context.Context) (int, error) { return o.keeper.Sweep(ctx, o.now()) }

// id is the name of a record: a hash of its words that is slow on purpose.
func (o *Office) id(ctx context.Context, words Words) (string, error) {
	salt, err := o.keeper.Salt(ctx)
	if err != nil {
		return "", fmt.Errorf("the salt of the words: %w", err)
	}
	select {
	case o.atOnce <- struct{}{}:
	case <-ctx.Done():
		return "", ctx.Err()
	}
	defer func() { <-o.atOnce }()
	return hex.EncodeToString(argon2.IDKey([]byte(words.secret()), salt, hashRounds, hashMemory, 1, 16)), nil
}
