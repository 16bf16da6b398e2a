package record

// The rules by which two records become one. Every Store keeps to them by
// calling these.

// After is the place to keep when p is saved over what was kept before:
// Reached never falls, and Done stays once set.
func (p Place) After(before Place) Place {
	p.Reached = max(p.Reached, before.Reached)
	if !before.Done.IsZero() {
		p.Done = before.Done
	}
	return p
}

// Merge is the place to keep when a record with p meets another with q: the
// later one, p if neither is, with the furthest Reached and the first Done.
func (p Place) Merge(q Place) Place {
	later := p
	if q.At.After(p.At) {
		later = q
	}
	later.Reached = max(p.Reached, q.Reached)
	later.Done = p.Done
	if p.Done.IsZero() || !q.Done.IsZero() && q.Done.Before(p.Done) {
		later.Done = q.Done
	}
	return later
}

// Merge is the check to keep when a record with c meets another with d: the
// later one, c if neither is.
func (c Check) Merge(d Check) Check {
	if d.At.After(c.At) {
		return d
	}
	return c
}
