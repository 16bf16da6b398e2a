package packfile

// A Pos is a place in a file.
type Pos struct {
	Line   int // from 1; 0 when the whole file is meant
	Column int // from 1, in characters
}

// after returns the place behind r, which stands at p.
func (p Pos) after(r rune) Pos {
	if r == '\n' {
		return Pos{p.Line + 1, 1}
	}
	return Pos{p.Line, p.Column + 1}
}

// kind is the shape of a node.
type kind int

const (
	empty  kind = iota // a key with nothing behind it
	scalar             // text, a number, a date: what it means is for the reader of the field
	list
	dict
)

// String is the word for the kind in messages.
func (k kind) String() string {
	return [...]string{"nothing", "a single value", "a list", "keys and values"}[k]
}

// A node is one value of a YAML file that knows where it stands.
type node struct {
	Pos
	kind    kind
	text    string // of a scalar, as written: 007 stays 007
	items   []*node
	entries []entry
}

// An entry is one "key: value".
type entry struct {
	key   string
	at    Pos
	value *node
}

// get returns the value of key, or nil.
func (n *node) get(key string) *node {
	if e := n.entry(key); e != nil {
		return e.value
	}
	return nil
}

func (n *node) entry(key string) *entry {
	if n == nil {
		return nil
	}
	for i := range n.entries {
		if n.entries[i].key == key {
			return &n.entries[i]
		}
	}
	return nil
}

// at follows path, keys and places from 0, and returns the node it ends at or
// the last one on the way: a message about a missing value belongs to its
// parent.
func (n *node) at(path []any) *node {
	for _, step := range path {
		var next *node
		switch step := step.(type) {
		case string:
			next = n.get(step)
		case int:
			if n != nil && step >= 0 && step < len(n.items) {
				next = n.items[step]
			}
		}
		if next == nil {
			return n
		}
		n = next
	}
	return n
}
