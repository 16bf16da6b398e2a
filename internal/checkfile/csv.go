package checkfile

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"porchlight/internal/record"
	"porchlight/internal/safetext"
)

// The first cells of the rows above the table, and the table's own heads.
const (
	headFile    = "porchlight checklist"
	headProgram = "program"
	headPhone   = "phone"
	headNote    = "note"
)

func heads() []string { return []string{"question", "ask", "asked", "sign", "note", "saved"} }

// byteOrder tells spreadsheets that the file is UTF-8.
const byteOrder = "\ufeff"

// WriteCSV writes a sheet for a spreadsheet. It returns the writer's errors.
func WriteCSV(w io.Writer, s Sheet) error {
	rows := [][]string{
		{headFile, strconv.Itoa(Version)}, {headProgram, s.Program.Name}, {headPhone, s.Program.Phone}, {headNote, s.Program.Note},
		heads(),
	}
	for _, a := range s.Answers {
		asked, saved := "no", ""
		if a.Asked {
			asked = "yes"
		}
		if !a.At.IsZero() {
			saved = a.At.UTC().Format(time.RFC3339Nano)
		}
		rows = append(rows, []string{a.Question, a.Ask, asked, string(a.Sign), a.Note, saved})
	}
	if _, err := io.WriteString(w, byteOrder); err != nil {
		return fmt.Errorf("write the checklist: %w", err)
	}
	out := csv.NewWriter(w)
	for _, row := range rows {
		for i := range row {
			row[i] = safetext.Cell(row[i])
		}
		if err := out.Write(row); err != nil {
			return fmt.Errorf("write the checklist: %w", err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("write the checklist: %w", err)
	}
	return nil
}

// wild takes away the mark that safetext.Cell put.
func wild(cell string) string { return strings.TrimPrefix(cell, safetext.CellMark) }

// csvReader reads a file row by row. Every problem has the place of its cell.
type csvReader struct {
	in  *csv.Reader
	row []string
}

// ReadCSV reads what WriteCSV writes, also after a spreadsheet has saved it: with
// semicolons, empty cells at the end of rows, and without the mark at the start.
// It returns a *record.Problem for what cannot be read, or the reader's error.
func ReadCSV(r io.Reader) (Sheet, error) {
	data, err := read(r)
	if err != nil {
		return Sheet{}, err
	}
	data = bytes.TrimPrefix(data, []byte(byteOrder))
	x := csvReader{in: csv.NewReader(bytes.NewReader(data))}
	x.in.FieldsPerRecord = -1
	x.in.Comma = separator(data)
	return x.sheet()
}

// separator is what stands between the first two cells.
func separator(data []byte) rune {
	line, _, _ := bytes.Cut(data, []byte("\n"))
	for _, sep := range []rune{';', '\t'} {
		if bytes.ContainsRune(line, sep) {
			return sep
		}
	}
	return ','
}

func (x *csvReader) sheet() (s Sheet, err error) {
	version, err := x.titled(headFile)
	if err != nil {
		return Sheet{}, &record.Problem{What: fmt.Sprintf("the file is not a checklist: it does not begin with %q", headFile), Do: doChoose}
	}
	n, err := strconv.Atoi(version)
	if err != nil {
		return Sheet{}, x.fail(1, fmt.Sprintf("%.20q is not a version of a checklist", version), doChoose)
	}
	if err := supported(n); err != nil {
		return Sheet{}, &record.Problem{What: err.Error(), Do: doNewer}
	}
	for _, part := range []struct {
		title string
		into  *string
	}{{headProgram, &s.Program.Name}, {headPhone, &s.Program.Phone}, {headNote, &s.Program.Note}} {
		if *part.into, err = x.titled(part.title); err != nil {
			return Sheet{}, err
		}
	}
	if s.Program, err = s.Program.kept(); err != nil {
		return Sheet{}, x.fail(0, "in the rows about the program, "+err.Error(), doMend)
	}
	if err := x.next(); err != nil || !slices.Equal(x.row, heads()) {
		return Sheet{}, x.failed(err, 0, fmt.Sprintf("here the row %q should stand", strings.Join(heads(), ",")))
	}
	if err := x.answers(&s); err != nil {
		return Sheet{}, err
	}
	return s, nil
}

func (x *csvReader) answers(s *Sheet) error {
	for {
		err := x.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return x.failed(err, 0, "")
		}
		a, err := x.answer()
		if err != nil {
			return err
		}
		if err := s.add(a); err != nil {
			return x.fail(0, err.Error(), doMend)
		}
	}
}

// answer reads a row of the table.
func (x *csvReader) answer() (Answer, error) {
	if len(x.row) > len(heads()) {
		return Answer{}, x.fail(len(heads()), fmt.Sprintf("a row has %d cells at most", len(heads())), doMend)
	}
	cell := func(i int) string {
		if i < len(x.row) {
			return x.row[i]
		}
		return ""
	}
	a := Answer{Question: cell(0), Ask: cell(1), Sign: record.Sign(cell(3)), Note: cell(4)}
	switch cell(2) {
	case "yes":
		a.Asked = true
	case "no", "":
	default:
		return Answer{}, x.fail(2, fmt.Sprintf("%.40q is neither yes nor no", cell(2)), doMend)
	}
	if saved := cell(5); saved != "" {
		at, err := time.Parse(time.RFC3339Nano, saved)
		if err != nil {
			return Answer{}, x.fail(5, fmt.Sprintf("%.40q is not a time like 2026-11-23T18:30:00Z", saved), "Mend it, or leave it empty")
		}
		a.At = at
	}
	kept, err := a.kept()
	if err != nil {
		return Answer{}, x.fail(0, err.Error(), doMend)
	}
	return kept, nil
}

// titled reads a row of two cells and returns the second.
func (x *csvReader) titled(title string) (string, error) {
	err := x.next()
	if err != nil || len(x.row) == 0 || x.row[0] != title || len(x.row) > 2 {
		return "", x.failed(err, 0, fmt.Sprintf("here a row should stand that begins with %q and has one more cell", title))
	}
	if len(x.row) == 1 {
		return "", nil
	}
	return x.row[1], nil
}

// next reads a row, without empty cells at its end and as its cells were before
// they were tamed.
func (x *csvReader) next() error {
	for {
		row, err := x.in.Read()
		if err != nil {
			return err
		}
		for len(row) > 0 && row[len(row)-1] == "" {
			row = row[:len(row)-1]
		}
		if len(row) == 0 {
			continue // a row of nothing, as spreadsheets leave
		}
		for i := range row {
			row[i] = wild(row[i])
		}
		x.row = row
		return nil
	}
}

// failed is a problem with a row, or the reader's own if it has one.
func (x *csvReader) failed(err error, cell int, what string) error {
	var bad *csv.ParseError
	switch {
	case errors.As(err, &bad):
		return &record.Problem{Line: bad.Line, Column: bad.Column, What: "this is not CSV: " + bad.Err.Error(), Do: doMend}
	case errors.Is(err, io.EOF):
		return &record.Problem{What: "the file ends too soon: " + what, Do: doChoose}
	case err != nil:
		return fmt.Errorf("read the checklist: %w", err)
	}
	return x.fail(cell, what, doMend)
}

// fail is a problem with a cell of the row read last.
func (x *csvReader) fail(cell int, what, do string) error {
	line, column := x.in.FieldPos(min(cell, max(0, len(x.row)-1)))
	return &record.Problem{Line: line, Column: column, What: what, Do: do}
}
