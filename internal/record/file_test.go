package record_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"porchlight/internal/record"
)

var day = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

func sample() record.Export {
	return record.Export{
		Porchlight: record.ExportVersion,
		Exported:   day,
		Places:     []record.Place{{Lesson: "return-to-use", Block: 3, Word: 1, Reached: 40, At: day}},
		Attempts:   []record.Attempt{{ID: "a1", Lesson: "return-to-use", Seed: 1<<64 - 1, Questions: []string{"return-to-use/q1"}, Started: day}},
		Answers:    []record.Answer{{Attempt: "a1", Question: "return-to-use/q1", Choices: []string{"x", "y"}, Result: record.Partial, At: day}},
		Checks:     []record.Check{{Provider: "Elm Street", Question: "level-of-care", Asked: true, Sign: record.Unclear, Note: "a <b> & \"c\"\nd", At: day}},
		Entries:    []record.Entry{{Kind: record.KindMark, Subject: "return-to-use", Key: "b3", Fields: map[string]string{"note": "Ask.", "ask": "yes"}, At: day}},
		Events:     []record.Event{{Kind: record.KindReview, Subject: "return-to-use", ID: "r1", Fields: map[string]string{"got": "yes"}, At: day}},
		Settings:   map[string]string{"lang": "es", "theme": "dark"},
	}
}

// TestReadExportOfTheFirstVersion: a file that the first version wrote is read
// whole.
func TestReadExportOfTheFirstVersion(t *testing.T) {
	f, err := os.Open("testdata/export-1.json")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want := sample()
	want.Entries, want.Events = []record.Entry{}, []record.Event{}
	if got, err := record.ReadExport(f); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("ReadExport:\n got %+v, %v\nwant %+v", got, err, want)
	}
}

func TestWriteExportIsReadable(t *testing.T) {
	var b bytes.Buffer
	if err := record.WriteExport(&b, sample()); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("testdata/export.json")
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("export:\n%s\nwant:\n%s", b.String(), want)
	}
}

func TestReadExportReadsWhatWasWritten(t *testing.T) {
	f, err := os.Open("testdata/export.json")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	got, err := record.ReadExport(f)
	if err != nil || !reflect.DeepEqual(got, sample()) {
		t.Errorf("ReadExport:\n got %+v, %v\nwant %+v", got, err, sample())
	}
}

func TestReadExportSaysWhatIsWrongAndWhere(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"nothing", "", "line 1, column 1: this is not JSON: unexpected end of JSON input. Export the record again, or undo what was changed in the file."},
		{"not JSON", "Dear Rosa", "line 1, column 1: this is not JSON"},
		{"cut off", "{\n  \"porchlight_record\": 1,\n  \"places\": [", "line 3, column 13: this is not JSON: unexpected end"},
		{"comma too many", "{\"porchlight_record\": 1,\n \"places\": [],}", "line 2, column 15: this is not JSON: invalid character '}'"},
		{"two documents", "{\"porchlight_record\": 1} {}", "line 1, column 26: this is not JSON"},
		{"another list", "[1,2]", "the file is not an exported record"},
		{"another document", `{"name": "x"}`, "the file is not an exported record: it has no \"porchlight_record\" with a number. Choose a file that the program exported."},
		{"version in words", `{"porchlight_record": "one"}`, "the file is not an exported record"},
		{"version 0", `{"porchlight_record": 0}`, "0 is not a version"},
		{"version 1.5", `{"porchlight_record": 1.5}`, "1.5 is not a version"},
		{"fields as a list", `{"porchlight_record": 2, "entries": [{"kind": "mark", "fields": []}]}`, "\"fields\" is a array where"},
		{"a kind in words", `{"porchlight_record": 2, "events": [{"kind": "my kind", "id": "a"}]}`, "is not an id"},
		{"unknown part", `{"porchlight_record": 1, "bookmarks": []}`, "line 1, column 26: \"bookmarks\" is not a part of an export"},
		{"part twice", "{\"porchlight_record\": 1,\n\"places\": [],\n\"places\": []}", "line 3, column 1: \"places\" stands here a second time"},
		{"part of the wrong kind", `{"porchlight_record": 1, "places": {}}`, "line 1, column 36: \"places\" is not a list"},
		{"no list", `{"porchlight_record": 1, "answers": null}`, "\"answers\" is not a list"},
		{"settings as a list", `{"porchlight_record": 1, "settings": []}`, "\"settings\" is not an object"},
		{"unknown field", "{\"porchlight_record\": 1, \"places\": [\n {\"lesson\": \"a\"},\n {\"lesson\": \"b\", \"page\": 3}]}", "line 3, column 2: places: unknown field \"page\""},
		{"number as text", `{"porchlight_record": 1, "places": [{"lesson": "a", "block": "3"}]}`, "column 37: places: \"block\" is a string where a whole number belongs"},
		{"text as a number", `{"porchlight_record": 1, "settings": {"lang": 3}}`, "settings: there is a number where text belongs"},
		{"no such time", `{"porchlight_record": 1, "places": [{"lesson": "a", "at": "yesterday"}]}`, "column 37: places: parsing time"},
		{"a time out of bounds", `{"porchlight_record": 1, "exported": "9999-12-31T23:59:59-14:00"}`, "exported: the year 10000 is outside 1 to 9999"},
		{"no id", "{\"porchlight_record\": 1, \"places\": [\n{\"block\": 3}]}", "line 2, column 1: place: lesson: there is none. Mend this entry or take it out, then import again."},
		{"escape in an id", `{"porchlight_record": 1, "places": [{"lesson": "a\u001b[31m"}]}`, "is not an id"},
		{"unknown result", `{"porchlight_record": 1, "answers": [{"attempt": "a", "question": "q", "result": "wrong"}]}`, `result: "wrong" is none of "best", "partial", "other"`},
		{"long note", `{"porchlight_record": 1, "checks": [{"question": "q", "note": "` + strings.Repeat("x", record.MaxNote+1) + `"}]}`, "at most 65536 are kept"},
		{"UTF-16", "\xff\xfe{\x00}\x00", "the file is text in UTF-16. Save the file as UTF-8."},
		{"é before the fault", "{\"porchlight_record\": 1, \"é\": 1}", "line 1, column 26"},
	} {
		_, err := record.ReadExport(strings.NewReader(c.in))
		var problem *record.Problem
		if !errors.As(err, &problem) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %q, want a Problem with %q", c.name, err, c.want)
		}
	}
}

func TestReadExportOfALaterVersion(t *testing.T) {
	_, err := record.ReadExport(strings.NewReader(`{"porchlight_record": 3, "new_things": [1]}`))
	if !errors.Is(err, record.ErrNewer) || !strings.Contains(err.Error(), "version 3") {
		t.Errorf("error %v, want ErrNewer that names version 3", err)
	}
}

func TestReadExportTakesNoMoreThanItsLimit(t *testing.T) {
	endless := &counter{}
	_, err := record.ReadExport(endless)
	var problem *record.Problem
	if !errors.As(err, &problem) || !strings.Contains(err.Error(), "larger than 64 MiB") {
		t.Errorf("error %v, want a Problem that names the limit", err)
	}
	if endless.read > record.MaxExport+1 {
		t.Errorf("read %d bytes", endless.read)
	}
}

// counter is a file without end.
type counter struct{ read int64 }

func (c *counter) Read(p []byte) (int, error) {
	n := copy(p, strings.Repeat(" ", 4096))
	c.read += int64(n)
	return n, nil
}

func TestReadExportCleansText(t *testing.T) {
	e, err := record.ReadExport(strings.NewReader("\ufeff" + `{"porchlight_record": 1,
		"checks": [{"provider": "Elm\u001b[2J\nStreet", "question": "q", "note": "a\u202e\r\nb\u0007"}],
		"settings": {"lang": "e\u001bs"}}`))
	if err != nil {
		t.Fatal(err)
	}
	if c := e.Checks[0]; c.Provider != "Elm[2J Street" || c.Note != "a\nb" || e.Settings["lang"] != "es" {
		t.Errorf("read %q %q %q", c.Provider, c.Note, e.Settings["lang"])
	}
}

func TestReadersAndWritersErrorsComeBack(t *testing.T) {
	broken := errors.New("the stick was pulled out")
	if _, err := record.ReadExport(io.MultiReader(strings.NewReader("{"), errReader{broken})); !errors.Is(err, broken) {
		t.Errorf("ReadExport: %v", err)
	}
	if err := record.WriteExport(errWriter{broken}, sample()); !errors.Is(err, broken) {
		t.Errorf("WriteExport: %v", err)
	}
}

type errReader struct{ err error }

func (r errReader) Read([]byte) (int, error) { return 0, r.err }

type errWriter struct{ err error }

func (w errWriter) Write([]byte) (int, error) { return 0, w.err }
