package packfile

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"porchlight/internal/safetext"
)

// A Map reads the keys of one mapping. Its methods return the zero value, and
// report why, for what is missing or of the wrong kind; all text they return
// is clean. Done reports the keys that no method asked for.
type Map struct {
	doc   *Doc
	node  *node // nil where there is nothing to read, which was reported
	name  string
	known []string
}

// Pos is where the mapping starts.
func (m *Map) Pos() Pos {
	if m.node == nil {
		return Pos{1, 1}
	}
	return m.node.Pos
}

// At returns where the value of key stands, or the mapping if it has none.
func (m *Map) At(key string) Pos {
	if n := m.node.get(key); n != nil {
		return n.Pos
	}
	return m.Pos()
}

// Report adds an error at the value of key.
func (m *Map) Report(key, what, do string) { m.doc.Report(m.At(key), what, do) }

// Text returns the required text of key, in one line.
func (m *Map) Text(key string) string { return safetext.Line(m.scalar(key, true), 0) }

// OptionalText is Text for a key that may be left out.
func (m *Map) OptionalText(key string) string { return safetext.Line(m.scalar(key, false), 0) }

// Prose returns the required text of key, which may have many lines.
func (m *Map) Prose(key string) string { return safetext.Block(m.scalar(key, true), 0) }

// Slug returns the required id of key.
func (m *Map) Slug(key string) string {
	s := m.scalar(key, true)
	if s == "" || m.slug(m.At(key), key, s) {
		return s
	}
	return ""
}

// OneOf returns the required value of key, which is one of allowed.
func (m *Map) OneOf(key string, allowed ...string) string {
	s := m.scalar(key, true)
	if s == "" || m.allowed(m.At(key), key, s, allowed) {
		return s
	}
	return ""
}

// Ordinal returns the required whole number of key, from 1.
func (m *Map) Ordinal(key string) int {
	s := m.scalar(key, true)
	if s == "" {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 {
		m.Report(key, fmt.Sprintf("%s: %q is not a place in a row", key, s), "Write a whole number from 1.")
		return 0
	}
	return n
}

// Count returns the required whole number of key, from 1 to most.
func (m *Map) Count(key string, most int) int {
	s := m.scalar(key, true)
	if s == "" {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > most {
		m.Report(key, fmt.Sprintf("%s: %q is not a number from 1 to %d", key, s, most), fmt.Sprintf("Write a whole number from 1 to %d.", most))
		return 0
	}
	return n
}

// OptionalCount returns the whole number of key, from 1 to most, or 0 where
// there is none.
func (m *Map) OptionalCount(key string, most int) int {
	if m.value(key, false) == nil {
		return 0
	}
	return m.Count(key, most)
}

// Date returns the required date of key, at midnight UTC.
func (m *Map) Date(key string) time.Time {
	s := m.scalar(key, true)
	if s == "" {
		return time.Time{}
	}
	day, err := time.Parse(time.DateOnly, s)
	if err != nil {
		m.Report(key, fmt.Sprintf("%s: %q is not a date", key, s), "Write year-month-day, as in 2026-11-23.")
	}
	return day
}

// True reports whether the optional key is true.
func (m *Map) True(key string) bool {
	switch s := m.scalar(key, false); s {
	case "true":
		return true
	case "", "false":
	default:
		m.Report(key, fmt.Sprintf("%s is %q", key, s), "Write true or false.")
	}
	return false
}

// Map reads the optional key, whose value is a mapping with keys in it. Noun is
// what it is, for messages.
func (m *Map) Map(key, noun string, read func(*Map)) {
	n := m.value(key, false)
	switch {
	case n == nil:
	case n.kind != dict:
		m.doc.Report(n.Pos, fmt.Sprintf("%s: %q should be keys and values, not %s", m.name, key, n.kind),
			`Write lines of the form "key: value" under it, set in by two spaces.`)
	case len(n.entries) == 0:
		m.doc.Report(n.Pos, fmt.Sprintf("%s: %q has no keys", m.name, key), "Write one under it, or take the line out.")
	default:
		read(&Map{doc: m.doc, node: n, name: noun})
	}
}

// Done reports the keys that nothing asked for.
func (m *Map) Done() {
	if m.node == nil {
		return
	}
	for _, e := range m.node.entries {
		if slices.Contains(m.known, e.key) {
			continue
		}
		do := fmt.Sprintf("Take it out. The keys here are: %s.", strings.Join(m.known, ", "))
		if s := Suggest(e.key, m.known); s != "" {
			do = fmt.Sprintf("Did you mean %q?", s)
		}
		m.doc.Report(e.at, fmt.Sprintf("%s has an unknown key %q", m.name, e.key), do)
	}
}

// value returns the node of key, or nil. Where it is required and not there,
// or there and empty, value says so.
func (m *Map) value(key string, required bool) *node {
	m.known = append(m.known, key)
	if m.node == nil {
		return nil
	}
	e := m.node.entry(key)
	switch {
	case e == nil && required:
		m.doc.Report(m.Pos(), fmt.Sprintf("%s has no %s", m.name, key), fmt.Sprintf("Add a line %q.", key+": ..."))
	case e == nil:
	case e.value.kind == empty, e.value.kind == scalar && strings.TrimSpace(e.value.text) == "":
		m.doc.Report(e.at, fmt.Sprintf("%s: %q has no value", m.name, key), "Write the value behind the colon, or take the line out if it may be left out.")
	default:
		return e.value
	}
	return nil
}

// scalar returns the text of key without spaces around it.
func (m *Map) scalar(key string, required bool) string {
	n := m.value(key, required)
	if n == nil {
		return ""
	}
	if n.kind != scalar {
		m.doc.Report(n.Pos, fmt.Sprintf("%s: %q should be a text, not %s", m.name, key, n.kind),
			"Write one value behind the colon. Put it in double quotes if it starts with [ or {.")
		return ""
	}
	return m.text(n)
}

// text returns the text of a scalar and reports what an escape such as "\e"
// has smuggled in.
func (m *Map) text(n *node) string {
	for _, r := range n.text {
		if r != '\n' && safetext.Unsafe(r) {
			m.doc.Report(n.Pos, fmt.Sprintf("an invisible or control character (%U)", r), "Take the escape that stands for it out of the text.")
			break
		}
	}
	return strings.TrimSpace(n.text)
}

// slug reports whether s is an id, and says so where it is not.
func (m *Map) slug(at Pos, key, s string) bool {
	if IsSlug(s) {
		return true
	}
	m.doc.Report(at, fmt.Sprintf("%s: %q is not an id", key, s), "Use small letters, digits and hyphens, as in helping-or-enabling.")
	return false
}

// allowed reports whether s is one of words, and says so where it is not.
func (m *Map) allowed(at Pos, key, s string, words []string) bool {
	if slices.Contains(words, s) {
		return true
	}
	do := "Write one of: " + strings.Join(words, ", ") + "."
	if w := Suggest(s, words); w != "" {
		do = fmt.Sprintf("Did you mean %q? %s", w, do)
	}
	m.doc.Report(at, fmt.Sprintf("%s: %q is not known here", key, s), do)
	return false
}

// maxSlug is how long an id may be, in bytes.
const maxSlug = 64

// IsSlug reports whether s can be an id: small letters, digits and single
// hyphens between them, at most 64 in all.
func IsSlug(s string) bool {
	if s == "" || len(s) > maxSlug || s[0] == '-' || s[len(s)-1] == '-' || strings.Contains(s, "--") {
		return false
	}
	for i := range len(s) {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return true
}
