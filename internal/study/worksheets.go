package study

import (
	"context"
	"fmt"
	"strings"

	"porchlight/internal/locale"
	"porchlight/internal/record"
	"porchlight/internal/safetext"
	"porchlight/lessons"
)

// FieldLimit is the longest text of one field of a worksheet, in bytes.
const FieldLimit = 4096

// A Written is one field of a worksheet and what the learner wrote there.
type Written struct {
	Field lessons.Field
	Text  string
}

// A Page is a worksheet with what the learner wrote on it.
type Page struct {
	Sheet  lessons.Worksheet
	Fields []Written
	// Past is what was written in fields that the worksheet no longer has.
	Past []string
	// Foreign says that the worksheet is not yet translated into the learner's
	// language and is shown in English.
	Foreign bool
}

// Filled counts the fields that say something.
func (p Page) Filled() int {
	n := 0
	for _, f := range p.Fields {
		if f.Text != "" {
			n++
		}
	}
	return n
}

// Any reports whether the learner wrote anything.
func (p Page) Any() bool { return p.Filled()+len(p.Past) > 0 }

// Blank is the page as it is before anyone wrote on it.
func (p Page) Blank() Page {
	p.Past, p.Fields = nil, append([]Written(nil), p.Fields...)
	for i := range p.Fields {
		p.Fields[i].Text = ""
	}
	return p
}

// Worksheets returns every worksheet with what the learner wrote on it.
func (d *Desk) Worksheets(ctx context.Context) ([]Page, error) {
	kept, err := d.keep().Entries(ctx, record.KindField, "")
	if err != nil {
		return nil, fmt.Errorf("reading worksheets: %w", err)
	}
	var pages []Page
	for _, w := range d.course.Pack.Worksheets(d.Lang()) {
		pages = append(pages, d.page(w, kept))
	}
	return pages, nil
}

// Worksheet returns one worksheet, or lessons.ErrNoWorksheet for an id that the
// course lacks.
func (d *Desk) Worksheet(ctx context.Context, id lessons.WorksheetID) (Page, error) {
	w, err := d.course.Pack.Worksheet(id, d.Lang())
	if err != nil {
		return Page{}, err
	}
	kept, err := d.keep().Entries(ctx, record.KindField, string(id))
	if err != nil {
		return Page{}, fmt.Errorf("reading worksheet %s: %w", id, err)
	}
	return d.page(w, kept), nil
}

func (d *Desk) page(w lessons.Worksheet, kept []record.Entry) Page {
	p := Page{Sheet: w, Foreign: w.Lang != d.Lang()}
	texts := map[lessons.FieldID]string{}
	for _, e := range kept {
		if e.Subject != string(w.ID) {
			continue
		}
		id := lessons.FieldID(e.Key)
		texts[id] = e.Fields[fieldText]
		if _, ok := w.Field(id); !ok && texts[id] != "" {
			p.Past = append(p.Past, texts[id])
		}
	}
	for _, f := range w.Fields {
		p.Fields = append(p.Fields, Written{f, texts[f.ID]})
	}
	return p
}

// WorksheetText is text as a field keeps it: clean, without empty lines at its
// ends, cut to FieldLimit.
func WorksheetText(text string) string {
	return strings.Trim(safetext.Block(text, FieldLimit), " \n")
}

// SaveField keeps what was written in one field; nothing written removes it.
func (d *Desk) SaveField(ctx context.Context, id lessons.WorksheetID, field lessons.FieldID, text string) error {
	e := record.Entry{Kind: record.KindField, Subject: string(id), Key: string(field), At: d.now()}
	if text = WorksheetText(text); text != "" {
		e.Fields = map[string]string{fieldText: text}
	}
	return d.keep().SaveEntries(ctx, e)
}

// ClearWorksheet removes all that was written on a worksheet, so that no byte
// of it stays in the record.
func (d *Desk) ClearWorksheet(ctx context.Context, id lessons.WorksheetID) error {
	if id == "" {
		return lessons.ErrNoWorksheet
	}
	return d.keep().Erase(ctx, record.Scope{Kind: record.KindField, Subject: string(id)})
}

// writing says how many worksheets the learner has begun.
func writing(ctx context.Context, d *Desk, w *locale.Words) (string, error) {
	pages, err := d.Worksheets(ctx)
	if err != nil {
		return "", err
	}
	begun := 0
	for _, p := range pages {
		if p.Any() {
			begun++
		}
	}
	if begun == 0 {
		return "", nil
	}
	return w.F("door.worksheets-begun", locale.Args{"Begun": begun, "Of": len(pages)}), nil
}
