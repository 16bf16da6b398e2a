package study

import (
	"context"
	"fmt"

	"porchlight/internal/checklist"
	"porchlight/internal/record"
	"porchlight/internal/safetext"
	"porchlight/lessons"
)

// NoteLimit is the longest note on a question, in bytes.
const NoteLimit = checklist.NoteLimit

// A CheckGroup is one category of questions for providers.
type CheckGroup struct {
	Category lessons.Category
	Checks   []Check
}

// Asked counts the questions ticked.
func (g CheckGroup) Asked() int {
	n := 0
	for _, c := range g.Checks {
		if c.Asked {
			n++
		}
	}
	return n
}

// A Check is one question and what the learner noted about it.
type Check struct {
	Question lessons.ProviderQuestion
	Asked    bool
	Note     string
}

// Checklist returns every question to ask a provider that applies, with the
// ticks and notes of the learner's own list. Behind the course's categories
// comes OwnCategory, if the learner has questions of their own.
func (d *Desk) Checklist(ctx context.Context) ([]CheckGroup, error) {
	kept, err := d.keep().Checks(ctx, "")
	if err != nil {
		return nil, fmt.Errorf("reading the checklist: %w", err)
	}
	categories, err := d.categories(ctx)
	if err != nil {
		return nil, err
	}
	var groups []CheckGroup
	for _, c := range categories {
		g := CheckGroup{Category: c}
		for _, q := range c.Questions {
			k := kept[string(q.ID)]
			g.Checks = append(g.Checks, Check{Question: q, Asked: k.Asked, Note: k.Note})
		}
		groups = append(groups, g)
	}
	return groups, nil
}

// SaveCheck keeps the tick and note of one question on the learner's own list.
// The note is cleaned and cut to NoteLimit; a sign that came with a file stays.
func (d *Desk) SaveCheck(ctx context.Context, q lessons.QuestionID, asked bool, note string) error {
	kept, err := d.keep().Checks(ctx, "")
	if err != nil {
		return fmt.Errorf("reading the checklist: %w", err)
	}
	return d.keep().SaveCheck(ctx, record.Check{
		Question: string(q), Asked: asked, Sign: kept[string(q)].Sign, Note: safetext.Block(note, NoteLimit), At: d.now(),
	})
}
