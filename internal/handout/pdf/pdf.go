// Package pdf writes a handout as PDF: real text in fonts that the file brings
// with it, a structure that a screen reader follows, bookmarks, page numbers.
// It knows paper and nothing of what is printed on it.
package pdf

import (
	"bytes"
	"fmt"
	"io"

	"codeberg.org/go-pdf/fpdf"

	"porchlight/internal/handout"
)

// The edges of a page, in points.
const (
	margin = 57 // 2 cm
	below  = 68 // room for the foot
)

// Write writes a document.
func Write(w io.Writer, d handout.Document, look handout.Look) error {
	file := fpdf.New("P", "pt", size(look.Paper), "")
	file.SetAutoPageBreak(false, 0)
	file.SetMargins(margin, margin, margin)
	file.SetTitle(d.Title, true)
	file.SetLang(d.Lang)
	file.SetCreator("Porchlight", true)
	file.SetCreationDate(d.Made)
	file.SetModificationDate(d.Made)
	file.SetCatalogSort(true)
	ink, err := newInk(file, look.Points())
	if err != nil {
		return err
	}
	width, height := file.GetPageSize()
	s := &setter{ink: ink, doc: d.Lang}
	root := &element{kind: "Document"}
	s.blocks(d.Blocks, frame{left: margin, width: width - 2*margin, parent: root})
	foot := s.foot(d.Foot, width-2*margin)
	pages := paginate(s.rows, height-margin-below-foot.height())
	p := &press{file: file, ink: ink, tags: newTags(root), bottom: height - below}
	for i, rows := range pages {
		p.page(rows, foot, fmt.Sprintf("%d / %d", i+1, len(pages)))
	}
	var out bytes.Buffer
	if err := file.Output(&out); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	tagged, err := p.tags.add(out.Bytes(), d.Lang)
	if err != nil {
		return err
	}
	_, err = w.Write(tagged)
	return err
}

func size(p handout.Paper) string {
	if p == handout.A4 {
		return "A4"
	}
	return "Letter"
}
