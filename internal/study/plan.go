package study

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"porchlight/internal/fold"
	"porchlight/internal/plan"
	"porchlight/internal/record"
	"porchlight/internal/safetext"
	"porchlight/lessons"
)

// PlanLimit is the longest text of a field of the plan, in bytes.
const PlanLimit = 300

// A PlanField is one thing that the learner fills in. Its name is permanent.
type PlanField string

// The fields of the plan: a week of the program, and what it may cost.
const (
	PlanProgram    PlanField = "program" // days and times of the sessions
	PlanTravel     PlanField = "travel"  // minutes one way
	PlanWork       PlanField = "work"
	PlanCare       PlanField = "care"
	PlanOther      PlanField = "other"
	PlanPrice      PlanField = "price"
	PlanPer        PlanField = "per" // what the price is for: plan.Per
	PlanWeekly     PlanField = "weekly"
	PlanWeeks      PlanField = "weeks"
	PlanDeductible PlanField = "deductible"
	PlanPays       PlanField = "pays"
	PlanMost       PlanField = "most"
)

// WeekFields and CostFields list the fields in the order to fill them in.
func WeekFields() []PlanField {
	return []PlanField{PlanProgram, PlanTravel, PlanWork, PlanCare, PlanOther}
}

// CostFields lists the fields of what it may cost.
func CostFields() []PlanField {
	return []PlanField{PlanPrice, PlanPer, PlanWeekly, PlanWeeks, PlanDeductible, PlanPays, PlanMost}
}

// A Plan is what the learner filled in, and what follows from it.
type Plan struct {
	// Text is each field as the learner wrote it; empty fields are left out.
	// No field has a value that they did not give.
	Text map[PlanField]string
	// Wrong is the piece of a field that cannot be understood.
	Wrong map[PlanField]string
	Week  plan.Week
	Cost  plan.Cost
	// FromWeek says that the sessions a week were counted in the week above,
	// since the learner gave no number.
	FromWeek bool
}

// Reckons reports whether enough is filled in for a sum.
func (p Plan) Reckons() bool {
	for _, f := range CostFields() {
		if _, wrong := p.Wrong[f]; wrong {
			return false
		}
	}
	c := p.Cost
	switch {
	case c.Price == 0:
		return false
	case c.Per == plan.PerCourse:
		return true
	case c.Per == plan.PerWeek:
		return c.Weeks > 0
	}
	return c.Weeks > 0 && c.Weekly > 0
}

// planSubject is the subject of the plan's entries; the field is their key.
const planSubject = "iop"

// Plan reads the plan.
func (d *Desk) Plan(ctx context.Context) (Plan, error) {
	entries, err := d.keep().Entries(ctx, record.KindPlan, planSubject)
	if err != nil {
		return Plan{}, fmt.Errorf("reading the plan: %w", err)
	}
	text := map[PlanField]string{}
	for _, e := range entries {
		text[PlanField(e.Key)] = e.Fields[fieldText]
	}
	return readPlan(text), nil
}

// readPlan makes sense of what was filled in.
func readPlan(text map[PlanField]string) Plan {
	p := Plan{Text: text, Wrong: map[PlanField]string{}, Week: plan.Week{Busy: map[plan.Kind][]plan.Span{}}}
	for field, read := range map[PlanField]func(string) error{
		PlanProgram:    p.spans(&p.Week.Sessions),
		PlanWork:       p.busy(plan.Work),
		PlanCare:       p.busy(plan.Care),
		PlanOther:      p.busy(plan.Other),
		PlanTravel:     count(&p.Week.Travel, plan.MaxTravel),
		PlanPrice:      money(&p.Cost.Price),
		PlanPer:        p.per,
		PlanWeekly:     count(&p.Cost.Weekly, plan.MaxWeekly),
		PlanWeeks:      count(&p.Cost.Weeks, plan.MaxWeeks),
		PlanDeductible: money(&p.Cost.Deductible),
		PlanPays:       share(&p.Cost.Pays),
		PlanMost:       money(&p.Cost.Most),
	} {
		if text[field] == "" {
			continue
		}
		var u plan.Unread
		if err := read(text[field]); errors.As(err, &u) {
			p.Wrong[field] = u.Piece
		}
	}
	if n := len(p.Week.Sessions); p.Cost.Weekly == 0 && text[PlanWeekly] == "" && n > 0 && n <= plan.MaxWeekly {
		p.Cost.Weekly, p.FromWeek = n, true
	}
	return p
}

func (p *Plan) spans(into *[]plan.Span) func(string) error {
	return func(text string) (err error) {
		*into, err = plan.ParseSpans(fold.Text(text))
		return err
	}
}

func (p *Plan) busy(kind plan.Kind) func(string) error {
	return func(text string) error {
		spans, err := plan.ParseSpans(fold.Text(text))
		p.Week.Busy[kind] = spans
		return err
	}
}

func (p *Plan) per(text string) error {
	if !slices.Contains(plan.Pers(), plan.Per(text)) {
		return plan.Unread{Piece: text}
	}
	p.Cost.Per = plan.Per(text)
	return nil
}

func count(into *int, most int) func(string) error {
	return func(text string) (err error) {
		*into, err = plan.ParseCount(text, most)
		return err
	}
}

func money(into *plan.Cents) func(string) error {
	return func(text string) (err error) {
		*into, err = plan.ParseMoney(text)
		return err
	}
}

func share(into *plan.Share) func(string) error {
	return func(text string) (err error) {
		*into, err = plan.ParseShare(text)
		return err
	}
}

// SavePlan keeps one field as it was written, clean and cut to PlanLimit; an
// empty one is removed. What cannot be understood is kept too: Plan says which
// piece it is.
func (d *Desk) SavePlan(ctx context.Context, field PlanField, text string) error {
	e := record.Entry{Kind: record.KindPlan, Subject: planSubject, Key: string(field), At: d.now()}
	if text = strings.TrimSpace(safetext.Line(text, PlanLimit)); text != "" {
		e.Fields = map[string]string{fieldText: text}
	}
	return d.keep().SaveEntries(ctx, e)
}

// A Cited is words of the interface with the source of what they claim.
type Cited struct {
	Words  string
	Source lessons.Source
	Bare   bool // it claims nothing that needs a source
}

// Beside lists what to know beside the sum, in the order to read it. What the
// course has no source for is left out.
func (d *Desk) Beside() []Cited {
	var out []Cited
	for _, c := range []struct {
		words  string
		source lessons.SourceID
	}{
		{"plan.least-hours", "samhsa-iop-advisory-2021"},
		{"plan.in-writing", ""},
		{"plan.good-faith", "cms-good-faith-notice"},
		{"plan.dispute", "cms-good-faith-notice"},
		{"plan.parity", "parity-registry-faq"},
		{"plan.appeal", "healthcare-gov-appeals"},
		{"plan.urgent", "healthcare-gov-appeals"},
		{"plan.helpline", "samhsa-helpline"},
		{"plan.safe", ""},
	} {
		if c.source == "" {
			out = append(out, Cited{Words: c.words, Bare: true})
			continue
		}
		if s, err := d.course.Pack.Source(c.source); err == nil {
			out = append(out, Cited{Words: c.words, Source: s})
		}
	}
	return out
}

// MoneyLesson is the lesson on cost and insurance; false where the course has
// none.
func (d *Desk) MoneyLesson() (lessons.Lesson, bool) {
	l, err := d.course.Pack.Lesson("cost-and-insurance", d.Lang())
	return l, err == nil
}
