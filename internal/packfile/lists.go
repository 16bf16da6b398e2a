package packfile

import (
	"fmt"
	"strconv"

	"porchlight/internal/safetext"
)

// Texts returns the required list of texts of key, each in one line.
func (m *Map) Texts(key string) []string { return m.strings(key, true, nil) }

// OptionalTexts is Texts for a key that may be left out.
func (m *Map) OptionalTexts(key string) []string { return m.strings(key, false, nil) }

// Slugs returns the required list of ids of key.
func (m *Map) Slugs(key string) []string { return m.strings(key, true, m.isSlug(key)) }

// OptionalSlugs is Slugs for a key that may be left out.
func (m *Map) OptionalSlugs(key string) []string { return m.strings(key, false, m.isSlug(key)) }

// Choices returns the optional list of key, whose entries are all of allowed.
func (m *Map) Choices(key string, allowed ...string) []string {
	return m.strings(key, false, func(at Pos, s string) bool { return m.allowed(at, key, s, allowed) })
}

func (m *Map) isSlug(key string) func(Pos, string) bool {
	return func(at Pos, s string) bool { return m.slug(at, key, s) }
}

// Places returns the required list of places of key, whole numbers from 0.
func (m *Map) Places(key string) []int { return m.places(key, true) }

// OptionalPlaces is Places for a key that may be left out.
func (m *Map) OptionalPlaces(key string) []int { return m.places(key, false) }

func (m *Map) places(key string, required bool) (places []int) {
	m.strings(key, required, func(at Pos, s string) bool {
		n, err := strconv.Atoi(s)
		if err != nil || n < 0 {
			m.doc.Report(at, fmt.Sprintf("%s: %q is not a place in a row", key, s), "Write whole numbers. 0 is the first, 1 the second.")
			return false
		}
		places = append(places, n)
		return true
	})
	return places
}

// Each reads the required list of key, whose entries are mappings. Noun is
// what an entry is, for messages.
func (m *Map) Each(key, noun string, read func(*Map)) { m.each(key, noun, true, read) }

// OptionalEach is Each for a key that may be left out.
func (m *Map) OptionalEach(key, noun string, read func(*Map)) { m.each(key, noun, false, read) }

func (m *Map) each(key, noun string, required bool, read func(*Map)) {
	n := m.list(key, required)
	if n == nil {
		return
	}
	for i, item := range n.items {
		if item.kind != dict {
			m.doc.Report(item.Pos, fmt.Sprintf("%s %d should be keys and values, not %s", noun, i+1, item.kind),
				`Write "- key: value" and the other keys under it, lined up.`)
			continue
		}
		read(&Map{doc: m.doc, node: item, name: label(noun, i, item)})
	}
}

// label is what a message calls an entry of a list: by its id where it has
// one, by its place otherwise.
func label(noun string, i int, n *node) string {
	if id := n.get("id"); id != nil && IsSlug(id.text) {
		return fmt.Sprintf("%s %q", noun, id.text)
	}
	return fmt.Sprintf("%s %d", noun, i+1)
}

// list returns the node of key where it is a list with entries.
func (m *Map) list(key string, required bool) *node {
	n := m.value(key, required)
	if n == nil {
		return nil
	}
	if n.kind != list {
		m.doc.Report(n.Pos, fmt.Sprintf("%s: %q should be a list, not %s", m.name, key, n.kind),
			`Write each entry in a line of its own that starts with "- ".`)
		return nil
	}
	if len(n.items) == 0 && required {
		m.doc.Report(n.Pos, fmt.Sprintf("%s: the list %q is empty", m.name, key), "Add at least one entry.")
	}
	return n
}

// strings reads a list of texts, leaving out those that ok refuses.
func (m *Map) strings(key string, required bool, ok func(Pos, string) bool) []string {
	n := m.list(key, required)
	if n == nil {
		return nil
	}
	out := make([]string, 0, len(n.items))
	for _, item := range n.items {
		if item.kind != scalar {
			m.doc.Report(item.Pos, fmt.Sprintf("%s: an entry of %q should be a text, not %s", m.name, key, item.kind),
				"Put the text in double quotes if it holds a colon and a space.")
			continue
		}
		if s := safetext.Line(m.text(item), 0); ok == nil || ok(item.Pos, s) {
			out = append(out, s)
		}
	}
	return out
}
