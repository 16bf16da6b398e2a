package typeset

import (
	"container/list"
	"errors"
	"hash/maphash"
	"sync"
)

// A Cache remembers texts that were set, for all sessions of a process. Two
// sessions that ask for the same text at once have it drawn once. It may be
// used by several goroutines at once.
type Cache struct {
	limit int
	seed  maphash.Seed

	mu    sync.Mutex
	size  int
	order *list.List // of *entry, the one used last in front
	known map[asked]*list.Element
	busy  map[asked]*drawing
}

// asked is what makes one setting different from another. The hash stands for
// the text: an id alone would keep showing a lesson that has been mended.
type asked struct {
	key   string
	hash  uint64
	width int
	style Style
}

type entry struct {
	asked asked
	text  Text
	size  int
}

// drawing is a setting under way; done is closed when text and err are there.
type drawing struct {
	done chan struct{}
	text Text
	err  error
}

// errStopped is what the others get when the one who draws panics.
var errStopped = errors.New("typeset: drawing stopped")

// NewCache returns a cache that keeps at most limit bytes of texts, dropping
// those not asked for the longest.
func NewCache(limit int) *Cache {
	return &Cache{
		limit: limit, seed: maphash.MakeSeed(), order: list.New(),
		known: make(map[asked]*list.Element), busy: make(map[asked]*drawing),
	}
}

// Set is the package's Set, remembered. The key names the text, such as a
// lesson's id, and may be empty. An error is not remembered.
func (c *Cache) Set(key, markdown string, width int, style Style) (Text, error) {
	want := asked{key, maphash.String(c.seed, markdown), width, style}
	c.mu.Lock()
	if e, ok := c.known[want]; ok {
		c.order.MoveToFront(e)
		c.mu.Unlock()
		return e.Value.(*entry).text, nil
	}
	if d, ok := c.busy[want]; ok {
		c.mu.Unlock()
		<-d.done
		return d.text, d.err
	}
	d := &drawing{done: make(chan struct{}), err: errStopped}
	c.busy[want] = d
	c.mu.Unlock()

	defer c.finish(want, d)
	d.text, d.err = Set(markdown, width, style)
	return d.text, d.err
}

// finish keeps what was drawn and lets those waiting go on, even if drawing it
// panicked.
func (c *Cache) finish(want asked, d *drawing) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.busy, want)
	close(d.done)
	if size := d.text.size() + len(want.key); d.err == nil && size <= c.limit {
		c.known[want] = c.order.PushFront(&entry{want, d.text, size})
		c.size += size
	}
	for c.size > c.limit {
		e := c.order.Remove(c.order.Back()).(*entry)
		delete(c.known, e.asked)
		c.size -= e.size
	}
}

// size is the memory a text takes, near enough.
func (t Text) size() int {
	const perLine, perPiece, perThing = 48, 32, 72 // two strings and a place; a piece; a head or link
	n := len(t.Markdown) + len(t.plain) + perLine*len(t.Lines) + perPiece*len(t.pieces)
	for _, l := range t.Lines {
		n += len(l)
	}
	for _, h := range t.Heads {
		n += perThing + len(h.Title) + len(h.ID)
	}
	for _, l := range t.Links {
		n += perThing + len(l.Address) + len(l.Words) + 24*len(l.Spans)
	}
	return n
}
