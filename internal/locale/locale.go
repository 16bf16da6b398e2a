// Package locale holds the interface's own words in every language Porchlight
// speaks, and nothing of the course. Pages ask for words by name; a name that
// a language lacks comes back in English.
package locale

import (
	"embed"
	"fmt"
	"maps"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

//go:embed en es
var files embed.FS

// Langs lists the languages the interface speaks, English first.
func Langs() []string { return []string{"en", "es"} }

// Args are the values that stand in a phrase: {{.Name}}.
type Args map[string]any

// Words speaks one language. It is safe for use by many sessions at once.
type Words struct {
	lang string
	loc  *i18n.Localizer
	mu   sync.Mutex // the localizer parses templates on first use
	said map[string]string
}

// Open returns the words of a language, or an error for one not in Langs.
func Open(lang string) (*Words, error) {
	bundle := i18n.NewBundle(language.English)
	order := []string{lang}
	if lang != "en" {
		order = append(order, "en")
	}
	for _, l := range order {
		if err := load(bundle, l); err != nil {
			return nil, fmt.Errorf("interface language %q: %w", lang, err)
		}
	}
	return &Words{lang: lang, loc: i18n.NewLocalizer(bundle, order...), said: map[string]string{}}, nil
}

// load adds a language's files to the bundle: one file for each part of the
// interface, en/reader.json.
func load(bundle *i18n.Bundle, lang string) error {
	parts, err := files.ReadDir(lang)
	if err != nil {
		return err
	}
	for _, part := range parts {
		data, err := files.ReadFile(lang + "/" + part.Name())
		if err != nil {
			return err
		}
		name := strings.TrimSuffix(part.Name(), ".json") + "." + lang + ".json"
		if _, err := bundle.ParseMessageFileBytes(data, name); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

// Lang is the language spoken, "en" or "es".
func (w *Words) Lang() string { return w.lang }

// T returns the words of that name.
func (w *Words) T(id string) string {
	w.mu.Lock()
	defer w.mu.Unlock()
	if s, ok := w.said[id]; ok {
		return s
	}
	s := w.localize(&i18n.LocalizeConfig{MessageID: id})
	w.said[id] = s
	return s
}

// F returns the phrase of that name with its values in place.
func (w *Words) F(id string, args Args) string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.localize(&i18n.LocalizeConfig{MessageID: id, TemplateData: args})
}

// N returns the phrase of that name for a count; {{.N}} is the count.
func (w *Words) N(id string, n int) string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.localize(&i18n.LocalizeConfig{MessageID: id, PluralCount: n, TemplateData: Args{"N": n}})
}

// NF is N for a phrase with other values besides the count.
func (w *Words) NF(id string, n int, args Args) string {
	all := Args{"N": n}
	maps.Copy(all, args)
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.localize(&i18n.LocalizeConfig{MessageID: id, PluralCount: n, TemplateData: all})
}

// localize returns the text even where go-i18n reports that it fell back to
// another language or plural form; tests hold the catalogues complete.
func (w *Words) localize(c *i18n.LocalizeConfig) string {
	s, _ := w.loc.Localize(c)
	if s == "" {
		return c.MessageID
	}
	return s
}

// Match returns the language for a wish such as "es_MX.UTF-8" or "es-419, en",
// or false when none of the wishes names a language of Langs.
func Match(wishes ...string) (string, bool) {
	for _, wish := range wishes {
		for part := range strings.FieldsFuncSeq(wish, func(r rune) bool { return r == ',' || r == ':' || r == ' ' || r == ';' }) {
			base, _, _ := strings.Cut(strings.ToLower(part), "_")
			base, _, _ = strings.Cut(base, "-")
			base, _, _ = strings.Cut(base, ".")
			for _, l := range Langs() {
				if base == l {
					return l, true
				}
			}
		}
	}
	return "", false
}
