package course

import "fmt"

// numberRules are about figures and where they come from.
func numberRules() []rule {
	return []rule{forBodies("figures have sources", figures)}
}

// figures reports a paragraph, list entry or table row that gives a figure as
// a fact and names no source. Stories are left out: their figures are no
// facts. A source in the paragraph that leads into a list or a table serves all
// of it, and one anywhere in a table serves the table.
func figures(l *lessonFile, b *body) {
	served := b.served()
	for _, block := range b.blocks {
		if block.kind == heading || block.example || len(block.cites) > 0 || served[block.group()] {
			continue
		}
		if m := b.patterns.figure(block.text); m != "" {
			p := passage{doc: l.doc, at: b.at(block.offset), text: block.text}
			l.doc.Warn(p.find(m, 1), fmt.Sprintf("the figure %s has no source", m),
				"Put [@source-id] behind the claim. If it is no fact but an example, write the number as a word.")
		}
	}
}

// A group is a list or a table of a body; the zero group is neither.
type group struct{ list, table int }

func (b *block) group() group { return group{b.list, b.table} }

// served returns the lists and tables that have a source as a whole.
func (b *body) served() map[group]bool {
	served := map[group]bool{}
	before := &block{}
	for _, block := range b.blocks {
		g := block.group()
		led := g != before.group() && before.kind == paragraph && len(before.cites) > 0
		if g != (group{}) && (led || g.table > 0 && len(block.cites) > 0) {
			served[g] = true
		}
		before = block
	}
	return served
}
