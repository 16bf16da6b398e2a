package typeset_test

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"porchlight/internal/typeset"
)

func TestCacheTellsApart(t *testing.T) {
	c := typeset.NewCache(1 << 20)
	other := evening()
	other.Bullet = "*" // the same name, another look
	for _, ask := range []struct {
		key, md string
		width   int
		style   typeset.Style
	}{
		{"a", "- one two three", 40, evening()},
		{"a", "- one two three", 12, evening()},
		{"a", "- one two three", 40, other},
		{"a", "- one two, mended", 40, evening()},
		{"b", "- one two three", 40, typeset.Style{}},
	} {
		want := set(t, ask.md, ask.width, ask.style)
		for range 2 {
			got, err := c.Set(ask.key, ask.md, ask.width, ask.style)
			if err != nil || strings.Join(got.Lines, "|") != strings.Join(want.Lines, "|") {
				t.Errorf("%+v: %q, %v, want %q", ask, got.Lines, err, want.Lines)
			}
		}
	}
	if n, _ := c.Kept(); n != 5 {
		t.Errorf("%d texts kept, want 5", n)
	}
}

func TestCacheKeepsWithinItsLimit(t *testing.T) {
	md := func(i int) string { return strings.Repeat(fmt.Sprintf("word%d ", i), 200) }
	one := typeset.Size(set(t, md(0), 40, evening()))
	c := typeset.NewCache(4 * one)
	for i := range 20 {
		if _, err := c.Set("k", md(i), 40, evening()); err != nil {
			t.Fatal(err)
		}
		// Asked for again and again, the first stays.
		if _, err := c.Set("k", md(0), 40, evening()); err != nil {
			t.Fatal(err)
		}
		if n, bytes := c.Kept(); bytes > 4*one || n > 4 {
			t.Fatalf("%d texts, %d bytes kept of %d", n, bytes, 4*one)
		}
	}
	first, _ := c.Set("k", md(0), 40, evening())
	again, _ := c.Set("k", md(0), 40, evening())
	if &first.Lines[0] != &again.Lines[0] {
		t.Error("the text asked for most was dropped")
	}
	if small := typeset.NewCache(1); true {
		text, err := small.Set("k", md(0), 40, evening())
		if n, _ := small.Kept(); err != nil || len(text.Lines) == 0 || n != 0 {
			t.Errorf("a text over the limit: %d lines, %v, %d kept", len(text.Lines), err, n)
		}
	}
}

func TestCacheForgetsErrors(t *testing.T) {
	c := typeset.NewCache(1 << 20)
	for range 2 {
		if _, err := c.Set("k", strings.Repeat(">", 100), 40, evening()); !errors.Is(err, typeset.ErrTooDeep) {
			t.Errorf("%v", err)
		}
	}
	if n, _ := c.Kept(); n != 0 {
		t.Errorf("%d kept", n)
	}
}

// TestCacheDrawsOnce: sessions that ask at once share one text.
func TestCacheDrawsOnce(t *testing.T) {
	c, md := typeset.NewCache(64<<20), sample(t)
	var wg sync.WaitGroup
	first := make([][]*string, 16)
	for g := range first {
		first[g] = make([]*string, 8)
		wg.Go(func() {
			for i := range first[g] {
				text, err := c.Set("k", md, 40+i, evening())
				if err != nil {
					t.Error(err)
					return
				}
				first[g][i] = &text.Lines[0]
				text.Find("call")
				text.Marked(0, nil, true)
				text.LineOf(text.PlaceAt(20))
			}
		})
	}
	wg.Wait()
	for g := range first {
		for i := range first[g] {
			if first[g][i] != first[0][i] {
				t.Fatalf("width %d was drawn more than once", 40+i)
			}
		}
	}
}

func TestSetAtOnce(t *testing.T) {
	md := sample(t)
	want := strings.Join(set(t, md, 60, evening()).Lines, "\n")
	var wg sync.WaitGroup
	for range 16 {
		wg.Go(func() {
			text, err := typeset.Set(md, 60, evening())
			if got := strings.Join(text.Lines, "\n"); err != nil || got != want {
				t.Errorf("drawn otherwise beside others, %v", err)
			}
		})
	}
	wg.Wait()
}
