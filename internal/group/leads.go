package group

import (
	"context"
	"maps"
	"slices"
)

// A Lead is one key that leads a room, as other leads may know of it.
type Lead struct {
	Name string // a LeadName
	Role Role
	Mine bool // it is the key of whoever asks
}

// tagLen is how much of a name tells a few leads apart.
const tagLen = 3

// Tag is a few letters to tell leads apart by. Nobody comes in with them.
func (l Lead) Tag() string { return Tag(l.Name) }

// Tag is what a lead with that LeadName is called.
func Tag(name string) string { return name[:min(len(name), tagLen)] }

// leads lists who leads, in an order that says nothing.
func (r *Room) leads(k Key) []Lead {
	mine := LeadName(r.ID, k)
	var all []Lead
	for _, name := range slices.Sorted(maps.Keys(r.Leads)) {
		all = append(all, Lead{Name: name, Role: r.Leads[name], Mine: name == mine})
	}
	return all
}

// DoAll does what a lead does, one action after the other, up to the first that
// is refused.
func (s *Sitting) DoAll(ctx context.Context, all ...Action) (now Snapshot, err error) {
	for _, a := range all {
		if now, err = s.Do(ctx, a); err != nil {
			return Snapshot{}, err
		}
	}
	return now, nil
}
