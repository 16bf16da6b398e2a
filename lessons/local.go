package lessons

import (
	"slices"
	"time"

	"porchlight/internal/packfile"
)

// Local is what a site says on the Help now card: its own numbers, and what to
// do there first. It has the shape of the card, and each part of it is added to
// the card or takes the place of the part with the same id. It is shown as it
// is written, whatever the learner's language.
type Local struct {
	Checked time.Time // the day its numbers were last checked, UTC
	Note    string    // shown before all else: "Dial 9 first here"; may be empty
	Steps   []Step
	Numbers []Number
	// Unread says that there is a file that cannot be used. The card is then
	// shown without it, and says so.
	Unread bool
}

// Empty reports whether there is nothing to add to a card, and nothing to say.
func (l Local) Empty() bool {
	return l.Note == "" && len(l.Steps)+len(l.Numbers) == 0 && !l.Unread
}

// ReadLocal reads a site's own card.
func ReadLocal(doc *packfile.Doc) Local {
	root := doc.Root("local card")
	defer root.Done()
	l := Local{Checked: root.Date("checked"), Note: root.OptionalText("note")}
	root.OptionalEach("steps", "step", func(m *packfile.Map) { l.Steps = append(l.Steps, readStep(m)) })
	root.OptionalEach("numbers", "number", func(m *packfile.Map) { l.Numbers = append(l.Numbers, readNumber(m)) })
	if l.Empty() && !doc.Broken() {
		doc.Report(root.Pos(), "there is nothing to show in this file", `Write "numbers", "steps" or "note". docs/authoring.md shows how.`)
	}
	return l
}

// WithLocal returns the pack with a site's own card over its own. The pack
// itself stays as it is.
func (p *Pack) WithLocal(l Local) *Pack {
	with := *p
	with.local = l
	return &with
}

// Over puts the site's own card over a card. The numbers it adds stand behind
// the ones to know by heart, before those of the whole country.
func (l Local) Over(h Help) Help {
	if l.Empty() {
		return h
	}
	h.Unread, h.Note = l.Unread, l.Note
	if len(l.Numbers) > 0 {
		h.LocalChecked = l.Checked
	}
	h.Steps = put(h.Steps, l.Steps, func(s Step) string { return s.ID }, len(h.Steps))
	h.Numbers = put(h.Numbers, l.Numbers, func(n Number) string { return n.ID }, behindShort(h.Numbers))
	return h
}

// behindShort is the place behind the last number that is short enough to know
// by heart.
func behindShort(numbers []Number) (place int) {
	for i, n := range numbers {
		if n.Short() {
			place = i + 1
		}
	}
	return place
}

// put returns the list with each of own in the place of the one with its id;
// those with new ids stand together at the place given.
func put[T any](list, own []T, id func(T) string, place int) []T {
	out := overlay(list, own, id)
	known := make(map[string]bool, len(list))
	for _, t := range list {
		known[id(t)] = true
	}
	fresh := slices.DeleteFunc(slices.Clone(own), func(t T) bool { return known[id(t)] })
	return slices.Insert(out, place, fresh...)
}
