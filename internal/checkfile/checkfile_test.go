package checkfile

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"porchlight/internal/record"
	"porchlight/internal/safetext"
)

var saved = time.Date(2026, 11, 23, 18, 30, 0, 123000, time.UTC)

// A format is one of the two kinds of file.
type format struct {
	name  string
	write func(*bytes.Buffer, Sheet) error
	read  func(string) (Sheet, error)
}

func formats() []format {
	return []format{
		{"JSON", func(b *bytes.Buffer, s Sheet) error { return WriteJSON(b, s) }, func(s string) (Sheet, error) { return ReadJSON(strings.NewReader(s)) }},
		{"CSV", func(b *bytes.Buffer, s Sheet) error { return WriteCSV(b, s) }, func(s string) (Sheet, error) { return ReadCSV(strings.NewReader(s)) }},
	}
}

func written(t interface{ Fatal(...any) }, f format, s Sheet) string {
	var b bytes.Buffer
	if err := f.write(&b, s); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func example() Sheet {
	return Sheet{
		Program: Program{Name: "Northside House", Phone: "+1 555-0100", Note: "Ask for Dana"},
		Answers: []Answer{
			{Question: "a1", Ask: "Who decides?", Asked: true, Sign: record.Good, Note: "=HYPERLINK(\"https://x\")\n'two lines'", At: saved},
			{Question: "b1", Ask: "Is it safe?"},
		},
	}
}

func TestCSVIsWhatASpreadsheetTakesAsText(t *testing.T) {
	want := byteOrder + `porchlight checklist,1
program,Northside House
phone,'+1 555-0100
note,Ask for Dana
question,ask,asked,sign,note,saved
a1,Who decides?,yes,good,"'=HYPERLINK(""https://x"")
'two lines'",2026-11-23T18:30:00.000123Z
b1,Is it safe?,no,,,
`
	if got := written(t, formats()[1], example()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// No cell begins with what a spreadsheet would run, and what stood there comes
// back to the letter.
func TestNoCellRuns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.StringOf(rapid.RuneFrom([]rune("=+-@\t\r\n|%＝＋－＠' \u00a0ab1\""))).Draw(t, "cell")
		tamed := safetext.Cell(cell)
		if wild(tamed) != cell {
			t.Fatalf("%q becomes %q and comes back as %q", cell, tamed, wild(tamed))
		}
		if rest := strings.TrimLeft(tamed, " \u00a0\u3000"); rest != "" && strings.ContainsAny(rest[:1], "=+-@\t\r") {
			t.Fatalf("%q would be run", tamed)
		}
	})
}

// some draws a sheet as the program keeps it.
func some(t *rapid.T) Sheet {
	text := rapid.StringOfN(rapid.RuneFrom([]rune("=+-@'\"\n,; aé😀Ñ\t\x1b\u202e")), 0, 30, 200)
	s := Sheet{Program: Program{Name: text.Draw(t, "name"), Phone: text.Draw(t, "phone")[:0], Note: text.Draw(t, "note")}}
	ids := rapid.SliceOfNDistinct(rapid.StringMatching(`[a-z]{1,4}[0-9]?`), 0, 8, rapid.ID).Draw(t, "ids")
	signs := rapid.SampledFrom([]record.Sign{record.NoSign, record.Good, record.Warning, record.Unclear})
	for _, id := range ids {
		a := Answer{Question: id, Ask: text.Draw(t, "ask"), Asked: rapid.Bool().Draw(t, "asked"), Sign: signs.Draw(t, "sign"), Note: text.Draw(t, "words")}
		if rapid.Bool().Draw(t, "dated") {
			a.At = saved.Add(time.Duration(rapid.IntRange(0, 1e9).Draw(t, "later")) * time.Microsecond)
		}
		kept, err := a.kept()
		if err != nil {
			t.Fatal(err)
		}
		s.Answers = append(s.Answers, kept)
	}
	var err error
	if s.Program, err = s.Program.kept(); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestRoundTrip(t *testing.T) {
	for _, f := range formats() {
		t.Run(f.name, rapid.MakeCheck(func(t *rapid.T) {
			s := some(t)
			file := written(t, f, s)
			got, err := f.read(file)
			if err != nil {
				t.Fatalf("%v\n%s", err, file)
			}
			if !same(got, s) {
				t.Fatalf("got  %+v\nwant %+v\n%s", got, s, file)
			}
		}))
	}
}

// same compares sheets; no answers are no answers.
func same(a, b Sheet) bool {
	return len(a.Answers) == 0 && len(b.Answers) == 0 && a.Program == b.Program || reflect.DeepEqual(a, b)
}

// What a spreadsheet makes of the file is read alike.
func TestAfterASpreadsheet(t *testing.T) {
	file := "porchlight checklist;1;;;;\r\nprogram;Northside;;;;\r\nphone;'+1 555;;;;\r\nnote;;;;;\r\n;;;;;\r\n" +
		"question;ask;asked;sign;note;saved\r\na1;\"Who;what?\";yes;good;\"two\r\nlines\";\r\n;;;;;\r\n"
	s, err := ReadCSV(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if s.Program.Phone != "+1 555" || len(s.Answers) != 1 || s.Answers[0].Note != "two\nlines" || s.Answers[0].Ask != "Who;what?" {
		t.Errorf("read %+v", s)
	}
}

func TestTextComesBackClean(t *testing.T) {
	s, err := ReadJSON(strings.NewReader(`{"porchlight_checklist":1,"program":{"name":"North\u202eside\u001b[2J"},"answers":[{"question":"a1","note":"a\u0007b\u2066"}]}`))
	if err != nil || s.Program.Name != "Northside[2J" || s.Answers[0].Note != "ab" {
		t.Errorf("read %+v, %v", s, err)
	}
	s, err = ReadCSV(strings.NewReader("porchlight checklist,1\nprogram,North\u202eside\x1b[2J\nphone\nnote\nquestion,ask,asked,sign,note,saved\na1,,yes,,a\x07b\u2066,\n"))
	if err != nil || s.Program.Name != "Northside[2J" || s.Answers[0].Note != "ab" {
		t.Errorf("read %+v, %v", s, err)
	}
}

func TestWhatIsWrongAndWhere(t *testing.T) {
	top := "porchlight checklist,1\nprogram,A\nphone\nnote\nquestion,ask,asked,sign,note,saved\n"
	long := strings.Repeat("n", 5000)
	for _, c := range []struct {
		format, file string
		line, column int
		what         string
	}{
		{"JSON", "", 1, 1, "not JSON"},
		{"JSON", "[]", 0, 0, "not a checklist"},
		{"JSON", `{"porchlight_record":1}`, 0, 0, "not a checklist"},
		{"JSON", `{"porchlight_checklist":2}`, 0, 0, "a newer Porchlight wrote this file"},
		{"JSON", `{"porchlight_checklist":0}`, 0, 0, "not a version"},
		{"JSON", "{\"porchlight_checklist\":1,\n \"more\":2}", 2, 2, `"more" is not a part`},
		{"JSON", "{\"porchlight_checklist\":1,\n\"answers\":[\n {\"question\":\"a1\",\"sign\":\"best\"}]}", 3, 2, "sign"},
		{"JSON", "{\"porchlight_checklist\":1,\n\"answers\":[\n {\"question\":\"a1\"}, {\"question\":\"a1\"}]}", 3, 21, "a second time"},
		{"JSON", "{\"porchlight_checklist\":1,\n\"answers\":[{\"question\":\"a b\"}]}", 2, 12, "not an id"},
		{"JSON", "{\"porchlight_checklist\":1,\n\"answers\":[{\"question\":3}]}", 2, 12, "text"},
		{"JSON", "{\"porchlight_checklist\":1,\n\"answers\":[{\"question\":\"a1\",\"note\":\"" + long + "\"}]}", 2, 12, "at most 4096"},
		{"JSON", "{\"porchlight_checklist\":1,\n\"program\":{\"name\":\"" + long + "\"}}", 2, 11, "at most 120"},
		{"CSV", "", 0, 0, "not a checklist"},
		{"CSV", "name,phone\n", 0, 0, "not a checklist"},
		{"CSV", "porchlight checklist,9\n", 0, 0, "a newer Porchlight wrote this file"},
		{"CSV", "porchlight checklist,x\n", 1, 22, "not a version"},
		{"CSV", "porchlight checklist,1\nphone,1\n", 2, 1, "program"},
		{"CSV", "porchlight checklist,1\nprogram,A\n", 0, 0, "ends too soon"},
		{"CSV", strings.Replace(top, ",saved", "", 1), 5, 1, "question,ask,asked"},
		{"CSV", top + "a1,,maybe\n", 6, 5, "neither yes nor no"},
		{"CSV", top + "a1,,yes,best\n", 6, 1, "sign"},
		{"CSV", top + "a1,,yes,,,yesterday\n", 6, 11, "not a time"},
		{"CSV", top + "a1\na1\n", 7, 1, "a second time"},
		{"CSV", top + "a1,,,,,,7\n", 6, 9, "6 cells at most"},
		{"CSV", top + "a1,\"b\n", 6, 0, "not CSV"},
		{"CSV", top + "a1,,,," + long + "\n", 6, 1, "at most 4096"},
	} {
		i := 0
		if c.format == "CSV" {
			i = 1
		}
		_, err := formats()[i].read(c.file)
		var p *record.Problem
		if !errors.As(err, &p) {
			t.Errorf("%s %.60q: %v", c.format, c.file, err)
			continue
		}
		if !strings.Contains(p.What, c.what) || p.Line != c.line || c.column != 0 && p.Column != c.column {
			t.Errorf("%s %.60q: line %d, column %d: %s; want %d, %d: %s", c.format, c.file, p.Line, p.Column, p.What, c.line, c.column, c.what)
		}
	}
}

func TestTooMuch(t *testing.T) {
	var s Sheet
	for i := range MaxAnswers + 1 {
		s.Answers = append(s.Answers, Answer{Question: fmt.Sprintf("q%d", i)})
	}
	for _, f := range formats() {
		if _, err := f.read(written(t, f, s)); err == nil || !strings.Contains(err.Error(), "at most 1000 answers") {
			t.Errorf("%s: %v", f.name, err)
		}
		if _, err := f.read(strings.Repeat("x", MaxFile+1)); err == nil || !strings.Contains(err.Error(), "larger than 8 MiB") {
			t.Errorf("%s: %.100v", f.name, err)
		}
	}
}

func FuzzReadJSON(f *testing.F) { fuzz(f, formats()[0]) }
func FuzzReadCSV(f *testing.F)  { fuzz(f, formats()[1]) }

// What is read can be written and read again, and is the same.
func fuzz(f *testing.F, of format) {
	f.Add(written(f, of, example()))
	f.Add(written(f, of, Sheet{}))
	f.Add("porchlight checklist;1\n")
	f.Add(`{"porchlight_checklist":1,"answers":null,"program":null}`)
	f.Fuzz(func(t *testing.T, file string) {
		s, err := of.read(file)
		if err != nil {
			if s.Answers != nil || s.Program != (Program{}) {
				t.Fatalf("refused, and read %+v", s)
			}
			return
		}
		again, err := of.read(written(t, of, s))
		if err != nil || !same(again, s) {
			t.Fatalf("read %+v, then %+v, %v", s, again, err)
		}
	})
}
