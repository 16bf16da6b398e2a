package handout

import (
	"context"

	"porchlight/internal/locale"
	"porchlight/internal/study"
)

// An Offer is something that can be put on paper.
type Offer struct {
	What  string // as a Request names it
	Title string
	State string // how things stand with it; often empty
}

// Offers returns what can be put on paper besides lessons, of which there are
// many: those are printed from where they are read.
func Offers(ctx context.Context, desk *study.Desk, w *locale.Words) ([]Offer, error) {
	offers := []Offer{
		{What: "now", Title: w.T("line.now-title")},
		{What: "checklist/" + FirstCall, Title: w.T("handout.first-call")},
		{What: "checklist", Title: w.T("handout.checklist")},
	}
	providers, _, err := desk.Providers(ctx)
	if err != nil {
		return nil, err
	}
	for _, p := range providers {
		offers = append(offers, Offer{What: "call/" + p.ID, Title: w.F("handout.call", locale.Args{"Name": p.Name})})
	}
	if len(providers) > 1 {
		offers = append(offers, Offer{What: "compare", Title: w.T("compare.title")})
	}
	pages, err := desk.Worksheets(ctx)
	if err != nil {
		return nil, err
	}
	for _, p := range pages {
		o := Offer{What: "worksheet/" + string(p.Sheet.ID), Title: w.F("handout.worksheet", locale.Args{"Title": p.Sheet.Title})}
		if p.Any() {
			o.State = w.F("worksheet.filled", locale.Args{"N": p.Filled(), "Of": len(p.Fields)})
		}
		offers = append(offers, o)
	}
	marks, err := desk.Marks(ctx, "")
	if err != nil {
		return nil, err
	}
	if len(marks) > 0 {
		offers = append(offers, Offer{What: "notes", Title: w.T("note.title"), State: w.N("note.count", len(marks))})
	}
	return append(offers, Offer{What: "plan", Title: w.T("plan.title")},
		Offer{What: "glossary", Title: w.T("handout.glossary")}, Offer{What: "today", Title: w.T("handout.today")}), nil
}
