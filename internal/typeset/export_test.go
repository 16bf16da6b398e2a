package typeset

// Words are the words of a text by place, each whole even where a line's end
// breaks it; labels are the names of columns before the cells of a table.
func Words(t Text) (words map[Place]string, labels []string) {
	words = make(map[Place]string)
	for _, p := range t.pieces {
		s := t.plain[p.lo:p.hi]
		if n := len(labels); p.label && p.starts == goesOn && n > 0 {
			labels[n-1] += s
			continue
		}
		if p.label {
			labels = append(labels, s)
			continue
		}
		words[p.place()] += s
	}
	return words, labels
}

// Size is what the cache counts for a text.
func Size(t Text) int { return t.size() }

// Kept is the number of texts a cache holds and the bytes it counts for them.
func (c *Cache) Kept() (texts, bytes int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.known), c.size
}
