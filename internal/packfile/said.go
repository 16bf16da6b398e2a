package packfile

import (
	"strconv"
	"strings"

	"porchlight/internal/safetext"
)

// A Said is one text of a YAML file or of front matter.
type Said struct {
	Text string // clean, in as many lines as it was written
	Pos  Pos
	In   []int // which entries of the lists on the way hold it
}

// Said returns the texts at a path such as "questions.*.ask", in which a star
// stands for every entry of a list, and a number for one.
func (d *Doc) Said(path string) (list []Said) {
	if d == nil {
		return nil
	}
	d.root.said(strings.Split(path, "."), nil, func(n *node, in []int) {
		if text := safetext.Block(strings.TrimSpace(n.text), 0); text != "" {
			list = append(list, Said{text, n.Pos, in})
		}
	})
	return list
}

// said calls yield for each scalar that the path leads to.
func (n *node) said(path []string, in []int, yield func(*node, []int)) {
	switch {
	case n == nil:
	case len(path) == 0:
		if n.kind == scalar {
			yield(n, in)
		}
	case path[0] == "*":
		for i, item := range n.items {
			item.said(path[1:], append(in[:len(in):len(in)], i), yield)
		}
	default:
		if i, err := strconv.Atoi(path[0]); err == nil {
			if i >= 0 && i < len(n.items) {
				n.items[i].said(path[1:], in, yield)
			}
			return
		}
		n.get(path[0]).said(path[1:], in, yield)
	}
}
