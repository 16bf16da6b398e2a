package typeset

import "strings"

// A Paragraph is what is read in one go: a heading, a paragraph, an item of a
// list, or a whole table.
type Paragraph struct {
	At    Place
	Text  string // in plain words, on one line
	Level int    // of a heading; 0 for anything else
	ID    string // of a heading, as in Head
}

// Paragraphs lists the text in paragraphs, in reading order. They are the same
// at every width and in every style: of a table, the rows without the names of
// the columns.
func (t Text) Paragraphs() []Paragraph {
	var out []Paragraph
	var words strings.Builder
	end := func() {
		if n := len(out); n > 0 {
			out[n-1].Text = words.String()
		}
		words.Reset()
	}
	for _, p := range t.pieces {
		head, table := t.tables[int(p.block)]
		if p.label || table && int(p.word) < head {
			continue
		}
		n := len(out)
		switch {
		case n == 0 || out[n-1].At.Block != int(p.block) || p.starts == opens && !table:
			end()
			at := p.place()
			if table {
				at.Word = 0
			}
			out = append(out, Paragraph{At: at})
		case p.starts != goesOn:
			words.WriteByte(' ')
		}
		words.WriteString(t.plain[p.lo:p.hi])
	}
	end()
	return t.headed(out)
}

// headed tells the headings among the paragraphs.
func (t Text) headed(all []Paragraph) []Paragraph {
	i := 0
	for _, h := range t.Heads {
		for i < len(all) && t.LineOf(all[i].At) < h.Line {
			i++
		}
		if i < len(all) && t.LineOf(all[i].At) == h.Line {
			all[i].Level, all[i].ID = h.Level, h.ID
		}
	}
	return all
}
