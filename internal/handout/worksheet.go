package handout

import (
	"context"
	"strings"

	"porchlight/internal/study"
	"porchlight/lessons"
)

// worksheet is a worksheet as the learner filled it in, or blank: then each
// field has its example and room to write.
func (m maker) worksheet(ctx context.Context, id string) (part, error) {
	page, err := m.desk.Worksheet(ctx, lessons.WorksheetID(id))
	if err != nil {
		return part{}, err
	}
	if m.blank {
		page = page.Blank()
	}
	p := part{title: page.Sheet.Title, own: page.Any()}
	if page.Foreign {
		p.lang = string(page.Sheet.Lang)
		p.blocks = append(p.blocks, m.foreign())
	}
	if page.Sheet.Safety != "" {
		p.blocks = append(p.blocks, Note{[]Block{Paragraph{Strong(page.Sheet.Safety)}}})
	}
	p.blocks = append(p.blocks, paragraphs(page.Sheet.Intro)...)
	for _, f := range page.Fields {
		p.blocks = append(p.blocks, Group{m.field(f, !page.Any())})
	}
	if len(page.Past) > 0 {
		p.blocks = append(p.blocks, Head(2, m.t("worksheet.past")))
		for _, text := range page.Past {
			p.blocks = append(p.blocks, paragraphs(text)...)
		}
	}
	return p, nil
}

// field is one field: what is asked, and what was written or room for it.
func (m maker) field(f study.Written, example bool) []Block {
	blocks := []Block{Head(2, f.Field.Ask)}
	if f.Field.Help != "" {
		blocks = append(blocks, Paragraph{Emph(f.Field.Help)})
	}
	if f.Text != "" {
		return append(blocks, paragraphs(f.Text)...)
	}
	if example {
		blocks = append(blocks, Say(m.t("worksheet.example")+" "+f.Field.Example))
	}
	return append(blocks, Lines{f.Field.Lines})
}

// paragraphs is text of many lines: an empty line ends a paragraph, other line
// ends stay.
func paragraphs(text string) []Block {
	var blocks []Block
	var lines []string
	end := func() {
		if len(lines) > 0 {
			blocks = append(blocks, Say(strings.Join(lines, "\n")))
		}
		lines = nil
	}
	for line := range strings.SplitSeq(text, "\n") {
		if line = flat(line); line == "" {
			end()
			continue
		}
		lines = append(lines, line)
	}
	end()
	return blocks
}
