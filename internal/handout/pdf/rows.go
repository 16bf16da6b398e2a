package pdf

// A row is a stretch of the page that is never cut: a line of text, a line to
// write on, one line of every cell of a table.
type row struct {
	height float64
	before float64 // empty space above, unless it begins a page
	keep   bool    // stays on one page with the row after it
	breaks bool    // begins a page
	mark   *mark   // a bookmark that leads here
	draw   func(p *press, y float64)
}

// A mark is an entry in the list of bookmarks.
type mark struct {
	text  string
	level int
}

// paginate gives each page its rows. Rows that are kept together go to one page
// where they fit on one.
func paginate(rows []row, height float64) [][]row {
	var pages [][]row
	var now []row
	left := height
	end := func() {
		if len(now) > 0 {
			pages = append(pages, now)
		}
		now, left = nil, height
	}
	put := func(r row) {
		space := r.before
		if len(now) == 0 {
			space = 0
		}
		if len(now) > 0 && space+r.height > left {
			end()
			space = 0
		}
		r.before = space
		now = append(now, r)
		left -= space + r.height
	}
	for i := 0; i < len(rows); {
		n, tall := chain(rows[i:])
		if rows[i].breaks || len(now) > 0 && tall > left && tall-rows[i].before <= height {
			end()
		}
		for _, r := range rows[i : i+n] {
			put(r)
		}
		i += n
	}
	end()
	if len(pages) == 0 {
		pages = [][]row{nil}
	}
	return pages
}

// chain is how many rows from the first on stay together, and their height.
func chain(rows []row) (n int, tall float64) {
	for n < len(rows) {
		if n > 0 && rows[n].breaks {
			break
		}
		tall += rows[n].before + rows[n].height
		n++
		if !rows[n-1].keep {
			break
		}
	}
	return n, tall
}
