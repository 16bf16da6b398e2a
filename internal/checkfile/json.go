package checkfile

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"porchlight/internal/record"
)

// document is a Sheet as JSON.
type document struct {
	Version int      `json:"porchlight_checklist"`
	Program Program  `json:"program"`
	Answers []Answer `json:"answers"`
}

// WriteJSON writes a sheet as JSON. It returns the writer's errors.
func WriteJSON(w io.Writer, s Sheet) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false) // this is a file, not a web page
	e.SetIndent("", "  ")
	if s.Answers == nil {
		s.Answers = []Answer{}
	}
	if err := e.Encode(document{Version, s.Program, s.Answers}); err != nil {
		return fmt.Errorf("write the checklist: %w", err)
	}
	return nil
}

// ReadJSON reads what WriteJSON writes. It returns a *record.Problem for what
// cannot be read, or the reader's error.
func ReadJSON(r io.Reader) (Sheet, error) {
	data, err := read(r)
	if err != nil {
		return Sheet{}, err
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	var head struct {
		Version *int `json:"porchlight_checklist"`
	}
	err = json.Unmarshal(data, &head)
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax):
		return Sheet{}, record.ProblemAt(data, syntax.Offset-1, "this is not JSON: "+syntax.Error(), doMend)
	case err != nil || head.Version == nil:
		return Sheet{}, &record.Problem{What: `the file is not a checklist: it has no "porchlight_checklist" with a number`, Do: doChoose}
	}
	if err := supported(*head.Version); err != nil {
		return Sheet{}, &record.Problem{What: err.Error(), Do: doNewer}
	}
	x := jsonReader{data: data, dec: json.NewDecoder(bytes.NewReader(data))}
	x.dec.DisallowUnknownFields()
	if err := x.document(); err != nil {
		return Sheet{}, err
	}
	return x.sheet, nil
}

// jsonReader walks a document whose syntax is known to be right, so that every
// problem has its place.
type jsonReader struct {
	data  []byte
	dec   *json.Decoder
	sheet Sheet
}

func (x *jsonReader) document() error {
	if t, err := x.dec.Token(); err != nil || t != json.Delim('{') {
		return x.fail(0, "the file is not an object", doChoose)
	}
	for x.dec.More() {
		at := x.next()
		name, err := x.dec.Token()
		if err != nil {
			return x.fail(at, err.Error(), doMend)
		}
		if err := x.part(at, fmt.Sprint(name)); err != nil {
			return err
		}
	}
	return nil
}

func (x *jsonReader) part(at int64, name string) error {
	switch name {
	case "porchlight_checklist":
		var version json.Number
		return x.value(&version, func() error { return nil })
	case "program":
		return x.value(&x.sheet.Program, func() (err error) {
			x.sheet.Program, err = x.sheet.Program.kept()
			return err
		})
	case "answers":
		return x.answers(at)
	}
	return x.fail(at, fmt.Sprintf("%.40q is not a part of a checklist", name), doMend)
}

func (x *jsonReader) answers(at int64) error {
	t, err := x.dec.Token()
	if t == nil && err == nil {
		return nil // null: there are none
	}
	if t != json.Delim('[') {
		return x.fail(at, `"answers" is not a list`, doMend)
	}
	for x.dec.More() {
		var a Answer
		if err := x.value(&a, func() error {
			kept, err := a.kept()
			return first(err, x.sheet.add(kept))
		}); err != nil {
			return err
		}
	}
	_, err = x.dec.Token()
	return err
}

// value decodes the next value and has it checked.
func (x *jsonReader) value(into any, check func() error) error {
	at := x.next()
	if err := x.dec.Decode(into); err != nil {
		return x.fail(at, record.InWords(err), doMend)
	}
	if err := check(); err != nil {
		return x.fail(at, err.Error(), doMend)
	}
	return nil
}

// next is where the next value starts, in bytes.
func (x *jsonReader) next() int64 {
	i := x.dec.InputOffset()
	for i < int64(len(x.data)) && bytes.IndexByte([]byte(" \t\r\n,:"), x.data[i]) >= 0 {
		i++
	}
	return i
}

func (x *jsonReader) fail(at int64, what, do string) error {
	return record.ProblemAt(x.data, at, what, do)
}
