package study

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"porchlight/internal/record"
	"porchlight/lessons"
)

// How what is hidden is kept: by the subject of its entry.
const (
	fieldHidden = "hidden"
	ofSituation = "only/"
	ofQuestion  = "question/"
)

// hiding is what does not apply: situations and single questions.
type hiding map[string]bool

func (d *Desk) hidden(ctx context.Context) (hiding, error) {
	entries, err := d.keep().Entries(ctx, record.KindHidden, "")
	if err != nil {
		return nil, fmt.Errorf("reading what is hidden: %w", err)
	}
	h := hiding{}
	for _, e := range entries {
		h[e.Subject] = true
	}
	return h, nil
}

// hides reports whether a question is hidden: by itself, or since none of the
// situations it belongs to is the learner's.
func (h hiding) hides(q lessons.ProviderQuestion) bool {
	if h[ofQuestion+string(q.ID)] {
		return true
	}
	for _, only := range q.Only {
		if !h[ofSituation+only] {
			return false
		}
	}
	return len(q.Only) > 0
}

// A Situation is something that some questions are only for, such as "teen".
type Situation struct {
	Only   string
	Hidden bool // it is not the learner's
}

// Situations returns the situations of the course's questions, in the order of
// their names.
func (d *Desk) Situations(ctx context.Context) ([]Situation, error) {
	hidden, err := d.hidden(ctx)
	if err != nil {
		return nil, err
	}
	names := map[string]bool{}
	for _, c := range d.course.Pack.Categories(d.Lang()) {
		for _, q := range c.Questions {
			for _, only := range q.Only {
				names[only] = true
			}
		}
	}
	var out []Situation
	for _, only := range slices.Sorted(maps.Keys(names)) {
		out = append(out, Situation{Only: only, Hidden: hidden[ofSituation+only]})
	}
	return out, nil
}

// HiddenQuestions returns the questions that were hidden one by one, in the
// order of the course.
func (d *Desk) HiddenQuestions(ctx context.Context) ([]lessons.ProviderQuestion, error) {
	hidden, err := d.hidden(ctx)
	if err != nil {
		return nil, err
	}
	var out []lessons.ProviderQuestion
	for _, c := range d.course.Pack.Categories(d.Lang()) {
		for _, q := range c.Questions {
			if hidden[ofQuestion+string(q.ID)] {
				out = append(out, q)
			}
		}
	}
	return out, nil
}

// HideSituation takes the questions of a situation out of every list, or puts
// them back. What was noted about them stays.
func (d *Desk) HideSituation(ctx context.Context, only string, hide bool) error {
	return d.hide(ctx, ofSituation+only, hide)
}

// HideQuestion takes one question out of every list, or puts it back. What was
// noted about it stays.
func (d *Desk) HideQuestion(ctx context.Context, id lessons.QuestionID, hide bool) error {
	return d.hide(ctx, ofQuestion+string(id), hide)
}

func (d *Desk) hide(ctx context.Context, subject string, hide bool) error {
	e := record.Entry{Kind: record.KindHidden, Subject: subject, At: d.now()}
	if hide {
		e.Fields = map[string]string{fieldHidden: "yes"}
	}
	return d.keep().SaveEntries(ctx, e)
}
