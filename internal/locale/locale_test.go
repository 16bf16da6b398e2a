package locale_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"testing"
	"time"

	"porchlight/internal/locale"
)

// catalogue reads every file of a language; a name may stand in one file only.
func catalogue(t *testing.T, lang string) map[string]any {
	t.Helper()
	files, _ := filepath.Glob(lang + "/*.json")
	all := map[string]any{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var part map[string]any
		if err := json.Unmarshal(data, &part); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for id, message := range part {
			if _, twice := all[id]; twice {
				t.Errorf("%s: %q stands in another file too", file, id)
			}
			all[id] = message
		}
	}
	return all
}

var value = regexp.MustCompile(`\{\{\s*\.(\w+)\s*\}\}`)

// values lists the {{.Names}} in a message, each once, sorted.
func values(message any) []string {
	raw, _ := json.Marshal(message)
	var names []string
	for _, m := range value.FindAllStringSubmatch(string(raw), -1) {
		names = append(names, m[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func TestEveryLanguageSaysEverything(t *testing.T) {
	english := catalogue(t, "en")
	for _, lang := range locale.Langs() {
		other := catalogue(t, lang)
		for id, message := range english {
			translated, ok := other[id]
			if !ok {
				t.Errorf("%s lacks %q", lang, id)
				continue
			}
			if got, want := values(translated), values(message); !slices.Equal(got, want) {
				t.Errorf("%s %q has the values %v, English has %v", lang, id, got, want)
			}
			if reflect.TypeOf(translated) != reflect.TypeOf(message) {
				t.Errorf("%s %q counts where English does not, or the other way round", lang, id)
			}
			if forms, ok := translated.(map[string]any); ok {
				need := []string{"one", "other"}
				if lang == "es" {
					need = append(need, "many")
				}
				for _, form := range need {
					if s, _ := forms[form].(string); s == "" {
						t.Errorf("%s %q lacks the form %q", lang, id, form)
					}
				}
			} else if s, _ := translated.(string); s == "" {
				t.Errorf("%s %q is empty", lang, id)
			}
		}
		for id := range other {
			if _, ok := english[id]; !ok {
				t.Errorf("%s has %q, which English lacks", lang, id)
			}
		}
	}
}

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		wishes []string
		want   string
		ok     bool
	}{
		{[]string{"es_MX.UTF-8"}, "es", true},
		{[]string{"", "en-GB"}, "en", true},
		{[]string{"fr:es:en"}, "es", true},
		{[]string{"C", "POSIX"}, "", false},
		{nil, "", false},
	} {
		if got, ok := locale.Match(c.wishes...); got != c.want || ok != c.ok {
			t.Errorf("Match(%q) = %q, %v", c.wishes, got, ok)
		}
	}
}

func TestUnknownNameComesBack(t *testing.T) {
	w, err := locale.Open("es")
	if err != nil {
		t.Fatal(err)
	}
	if got := w.T("no.such.words"); got != "no.such.words" {
		t.Errorf("got %q", got)
	}
}

func TestDates(t *testing.T) {
	day := time.Date(2026, 11, 9, 20, 5, 0, 0, time.UTC)
	for lang, want := range map[string]string{"en": "Nov 9, 2026, 20:05", "es": "9 nov 2026, 20:05"} {
		w, err := locale.Open(lang)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.Moment(day); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
		seen := map[string]bool{}
		for m := time.January; m <= time.December; m++ {
			seen[w.Date(time.Date(2026, m, 1, 0, 0, 0, 0, time.UTC))] = true
		}
		if len(seen) != 12 {
			t.Errorf("%s: twelve months have %d names", lang, len(seen))
		}
	}
}
