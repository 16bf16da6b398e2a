package e2e_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

// records are exports of before, one a version.
const records = "../internal/record/testdata"

// facts are what a record's export holds, as JSON says it, without its version
// and its time.
func facts(t *testing.T, export []byte) map[string]any {
	t.Helper()
	var all map[string]any
	if err := json.Unmarshal(export, &all); err != nil {
		t.Fatal(err)
	}
	delete(all, "porchlight_record")
	delete(all, "exported")
	for name, list := range all {
		if l, ok := list.([]any); ok && len(l) == 0 {
			delete(all, name) // what the version did not have
		}
	}
	return all
}

// TestOldExportIsTakenIn: what the first version wrote is all there today; what
// a later version wrote is refused, and changes nothing.
func TestOldExportIsTakenIn(t *testing.T) {
	h := newcomer(t)
	h.run(t, "", "record", "import", filepath.Join(records, "export-1.json"))
	now := []byte(h.run(t, "", "record", "export"))
	old, err := os.ReadFile(filepath.Join(records, "export-1.json"))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := facts(t, now), facts(t, old); !reflect.DeepEqual(got, want) {
		t.Errorf("the record holds\n%v\nand version 1 said\n%v", got, want)
	}

	later := bytes.Replace(old, []byte(`"porchlight_record": 1`), []byte(`"porchlight_record": 3`), 1)
	later = bytes.Replace(later, []byte(`"Elm Street"`), []byte(`"Oak Street"`), 1)
	said, err := h.try(t, string(later), "record", "import", "-")
	if err == nil || !strings.Contains(err.Error(), "version 3") {
		t.Errorf("of a later version: %v, %s", err, said)
	}
	if after := []byte(h.run(t, "", "record", "export")); !reflect.DeepEqual(facts(t, after), facts(t, now)) {
		t.Errorf("refused, and yet the record holds\n%s", after)
	}
	h.whole(t)
}

// everything is an export with each kind of fact that the source names, each
// part of an attempt, and text of every sort.
func everything(t *testing.T) string {
	t.Helper()
	source, err := os.ReadFile("../internal/record/kinds.go")
	if err != nil {
		t.Fatal(err)
	}
	kinds := regexp.MustCompile(`Kind\s+= "([a-z-]+)"`).FindAllStringSubmatch(string(source), -1)
	if len(kinds) < 14 {
		t.Fatalf("only %d kinds are found", len(kinds))
	}
	const at = "2026-03-01T12:00:00.000001Z"
	type fact = map[string]any
	text := "Señal\n\"two\" lines, <b> & 電燈 \u00a0=1+1"
	var entries, events []fact
	for _, k := range kinds {
		for _, subject := range []string{"", "one", "two"} {
			entries = append(entries, fact{"kind": k[1], "subject": subject, "key": "k", "fields": fact{"text": text, "note": text, "name": "N"}, "at": at})
			events = append(events, fact{"kind": k[1], "subject": subject, "id": "id-" + subject, "fields": fact{"note": text}, "at": at})
		}
	}
	var attempts, answers []fact
	for _, part := range []string{"", "before", "after"} {
		attempts = append(attempts, fact{"id": "a" + part, "lesson": "return-to-use", "part": part, "seed": "18446744073709551615", "questions": []string{"q/1", "q/2", "q/3"}, "started": at})
		answers = append(answers,
			fact{"attempt": "a" + part, "question": "q/2", "choices": []string{"x", "y:z"}, "result": "partial", "at": at},
			fact{"attempt": "a" + part, "question": "q/1", "choices": []string{}, "text": "la naloxona, sí", "result": "best", "at": at},
			fact{"attempt": "a" + part, "question": "q/3", "choices": []string{"x"}, "text": "-", "result": "other", "at": at})
	}
	var checks []fact
	for _, provider := range []string{"", "p-1", "Elm Street"} {
		for n, sign := range []string{"", "good", "warning", "unclear"} {
			checks = append(checks, fact{"provider": provider, "question": "q" + string(rune('a'+n)), "asked": n%2 == 0, "sign": sign, "note": text, "at": at})
		}
	}
	whole, err := json.Marshal(fact{
		"porchlight_record": 2, "exported": at, "entries": entries, "events": events, "attempts": attempts, "answers": answers, "checks": checks,
		"places":   []fact{{"lesson": "a", "block": 3, "word": 1, "reached": 40, "at": at}, {"lesson": "b", "reached": 100, "done": at, "at": at}},
		"settings": fact{"lang": "es", "theme": "dark", "something.of-later": text},
	})
	if err != nil {
		t.Fatal(err)
	}
	return string(whole)
}

// TestWholeRecordTravels: a record with everything in it goes out, into another
// record, and out again, and not one byte is another.
func TestWholeRecordTravels(t *testing.T) {
	exported := regexp.MustCompile(`(?m)^  "exported": .*$`)
	file := everything(t)
	var before string
	for trip := range 3 {
		h := newcomer(t)
		h.run(t, file, "record", "import", "-")
		file = h.run(t, "", "record", "export")
		now := exported.ReplaceAllString(file, "")
		if trip > 0 && now != before {
			t.Errorf("trip %d: the export is\n%s\nand was\n%s", trip, now, before)
		}
		before = now
		h.whole(t)
	}
	for _, want := range []string{`"text":"la naloxona, sí"`, `"part":"before"`, `"seed":"18446744073709551615"`, "電燈", `"kind":"reflection"`} {
		if !strings.Contains(file, want) {
			t.Errorf("the export lacks %s", want)
		}
	}
	var first, last map[string][]any
	_ = json.Unmarshal([]byte(everything(t)), &first) // of which only the lists fit
	_ = json.Unmarshal([]byte(file), &last)
	for _, list := range []string{"places", "attempts", "answers", "checks", "entries", "events"} {
		if len(first[list]) == 0 || len(first[list]) != len(last[list]) {
			t.Errorf("of %d %s, %d came through", len(first[list]), list, len(last[list]))
		}
	}
}
