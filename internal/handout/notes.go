package handout

import (
	"context"

	"porchlight/internal/study"
)

// notes is what the learner marked and wrote while reading, what to ask the
// clinician first, with room for the answers.
func (m maker) notes(ctx context.Context) (part, error) {
	all, err := m.desk.Marked(ctx, m.words)
	if err != nil {
		return part{}, err
	}
	p := part{title: m.t("note.title"), own: len(all) > 0}
	if len(all) == 0 {
		p.blocks = []Block{Say(m.t("note.none-plain"))}
	}
	for i, group := range study.Groups(all) {
		p.blocks = append(p.blocks, Head(2, m.t(group.Name)))
		ask := i == 0 && group.Marks[0].Ask
		for _, mark := range group.Marks {
			p.blocks = append(p.blocks, Group{m.mark(mark, ask)})
		}
	}
	return p, nil
}

// mark is one paragraph, what was noted on it, and where it stands; what is to
// be asked has room for the answer.
func (m maker) mark(mark study.Marked, ask bool) []Block {
	blocks := []Block{Note{[]Block{Say(mark.Text)}}, Paragraph{Emph(mark.Title)}}
	if moved := mark.Moved(m.words); moved != "" {
		blocks = append(blocks, Paragraph{Emph(moved)})
	}
	if noted := paragraphs(mark.Note); len(noted) > 0 {
		blocks = append(blocks, m.noted(mark.Note)...)
	}
	if ask {
		blocks = append(blocks, Lines{room})
	}
	return blocks
}
