package record

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"unicode/utf8"
)

// A Problem says where an export cannot be read, and what to do about it.
type Problem struct {
	Line   int    `json:"line"`   // from 1; 0 when the whole file is meant
	Column int    `json:"column"` // from 1, in characters
	What   string `json:"what"`
	Do     string `json:"do"`
}

// Error has the place, what is wrong and what to do in one sentence each.
func (p *Problem) Error() string {
	if p.Line == 0 {
		return fmt.Sprintf("%s. %s", p.What, p.Do)
	}
	return fmt.Sprintf("line %d, column %d: %s. %s", p.Line, p.Column, p.What, p.Do)
}

// What to do about a Problem.
const (
	doChoose = "Choose a file that the program exported."
	doAgain  = "Export the record again, or undo what was changed in the file."
	doAsText = "Save the file as UTF-8."
	doMend   = "Mend this entry or take it out, then import again."
)

// ReadExport reads what WriteExport writes, of this version or an earlier one,
// and trusts none of it: all text comes back clean, all facts as a Store keeps
// them. It returns a *Problem for what cannot be read, an error that wraps
// ErrNewer for an export of a later version, or the reader's error.
func ReadExport(r io.Reader) (Export, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxExport+1))
	if err != nil {
		return Export{}, fmt.Errorf("read the export: %w", err)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if err := readable(data); err != nil {
		return Export{}, err
	}
	x := exportReader{data: data, dec: json.NewDecoder(bytes.NewReader(data)), seen: map[string]bool{}}
	x.dec.DisallowUnknownFields()
	x.document()
	if x.problem != nil {
		return Export{}, x.problem
	}
	return x.out.Kept()
}

// readable finds out whether data is an export this program can read at all.
// After it, the document is known to be whole and its syntax right.
func readable(data []byte) error {
	if len(data) > MaxExport {
		return &Problem{What: fmt.Sprintf("the file is larger than %d MiB", MaxExport>>20), Do: doChoose}
	}
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return &Problem{What: "the file is text in UTF-16", Do: doAsText}
	}
	var head struct {
		Version *json.Number `json:"porchlight_record"`
	}
	err := json.Unmarshal(data, &head)
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return at(data, syntax.Offset-1, "this is not JSON: "+syntax.Error(), doAgain)
	}
	if err != nil || head.Version == nil {
		return &Problem{What: "the file is not an exported record: it has no \"porchlight_record\" with a number", Do: doChoose}
	}
	return supported(*head.Version)
}

func supported(version json.Number) error {
	n, err := version.Int64()
	if err != nil || n < 1 {
		return &Problem{What: fmt.Sprintf("%.20s is not a version of an export", version), Do: doChoose}
	}
	if n > ExportVersion {
		return newer(int(n))
	}
	return nil
}

// exportReader walks the document fact by fact, so that every problem has the
// place of its fact. It keeps the first problem and does nothing after it.
type exportReader struct {
	data    []byte
	dec     *json.Decoder
	out     Export
	seen    map[string]bool // top-level names met
	problem *Problem
}

func (x *exportReader) document() {
	x.token() // the opening brace, which readable has seen
	for x.problem == nil && x.dec.More() {
		at := x.next()
		name, _ := x.token().(string)
		if x.seen[name] {
			x.fail(at, fmt.Sprintf("%q stands here a second time", name), doAgain)
			return
		}
		x.seen[name] = true
		x.section(at, name)
	}
}

func (x *exportReader) section(at int64, name string) {
	switch name {
	case "porchlight_record":
		x.value(name, &x.out.Porchlight)
	case "exported":
		x.value(name, &x.out.Exported)
		x.check(at, year(name, Moment(x.out.Exported)))
	case "places":
		x.out.Places = facts(x, name, Place.Kept)
	case "attempts":
		x.out.Attempts = facts(x, name, Attempt.Kept)
	case "answers":
		x.out.Answers = facts(x, name, Answer.Kept)
	case "checks":
		x.out.Checks = facts(x, name, Check.Kept)
	case "entries":
		x.out.Entries = facts(x, name, Entry.Kept)
	case "events":
		x.out.Events = facts(x, name, Event.Kept)
	case "settings":
		x.settings()
	default:
		x.fail(at, fmt.Sprintf("%.40q is not a part of an export", name), doAgain)
	}
}

// facts reads a list of facts.
func facts[T any](x *exportReader, name string, kept func(T) (T, error)) []T {
	var out []T
	if !x.open(name, '[', "a list") {
		return nil
	}
	for x.problem == nil && x.dec.More() {
		var fact T
		at := x.next()
		x.value(name, &fact)
		fact, err := kept(fact)
		x.check(at, err)
		out = append(out, fact)
	}
	x.token()
	return out
}

func (x *exportReader) settings() {
	if !x.open("settings", '{', "an object") {
		return
	}
	x.out.Settings = map[string]string{}
	for x.problem == nil && x.dec.More() {
		at := x.next()
		name, _ := x.token().(string)
		var value string
		x.value("settings", &value)
		value, err := KeptSetting(name, value)
		x.check(at, err)
		x.out.Settings[name] = value
	}
	x.token()
}

// check reports why a fact cannot be kept.
func (x *exportReader) check(at int64, err error) {
	if err != nil {
		x.fail(at, err.Error(), doMend)
	}
}

// value decodes the next value.
func (x *exportReader) value(name string, into any) {
	if x.problem != nil {
		return
	}
	at := x.next()
	if err := x.dec.Decode(into); err != nil {
		x.fail(at, name+": "+inWords(err), doAgain)
	}
}

// open steps into a list or an object.
func (x *exportReader) open(name string, want json.Delim, kind string) bool {
	at := x.next()
	if x.token() != want {
		x.fail(at, fmt.Sprintf("%q is not %s", name, kind), doAgain)
	}
	return x.problem == nil
}

// token reads the next token, of a document whose syntax is known to be right.
func (x *exportReader) token() json.Token {
	t, err := x.dec.Token()
	if err != nil {
		x.fail(x.dec.InputOffset(), err.Error(), doAgain)
	}
	return t
}

// next is where the next token starts, in bytes.
func (x *exportReader) next() int64 {
	i := x.dec.InputOffset()
	for i < int64(len(x.data)) && bytes.IndexByte([]byte(" \t\r\n,:"), x.data[i]) >= 0 {
		i++
	}
	return i
}

func (x *exportReader) fail(offset int64, what, do string) {
	if x.problem == nil {
		x.problem = at(x.data, offset, what, do)
	}
}

// at turns an offset in bytes into a line and a column.
func at(data []byte, offset int64, what, do string) *Problem {
	before := data[:min(max(offset, 0), int64(len(data)))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return &Problem{
		Line:   bytes.Count(before, []byte("\n")) + 1,
		Column: utf8.RuneCount(before[start:]) + 1,
		What:   what,
		Do:     do,
	}
}

// inWords says what a value should have been without naming types of Go.
func inWords(err error) string {
	var wrong *json.UnmarshalTypeError
	if !errors.As(err, &wrong) {
		return strings.TrimPrefix(err.Error(), "json: ")
	}
	want := map[reflect.Kind]string{
		reflect.String: "text", reflect.Bool: "true or false", reflect.Slice: "a list",
		reflect.Int: "a whole number", reflect.Struct: "an object",
	}[wrong.Type.Kind()]
	if wrong.Field == "" {
		return fmt.Sprintf("there is a %s where %s belongs", wrong.Value, want)
	}
	return fmt.Sprintf("%q is a %s where %s belongs", wrong.Field, wrong.Value, want)
}
