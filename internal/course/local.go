package course

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"porchlight/internal/packfile"
	"porchlight/lessons"
)

// WithLocal returns the course with a site's own card over the Help now card.
func (c *Course) WithLocal(l lessons.Local) *Course {
	with := *c
	with.Pack = c.Pack.WithLocal(l)
	return &with
}

// OpenLocal returns the course with the site's own card in the file over the
// Help now card. A file that cannot be used hides nothing: the course returned
// then has the card as it was, which says that the file could not be used. The
// error says why; it is packfile.Problems where the file could be read.
func (c *Course) OpenLocal(file string) (*Course, error) {
	// The day is left out: a clock that is wrong must not shut the file out.
	local, problems, err := c.readLocal(file, time.Time{})
	if err == nil {
		err = problems.AsError()
	}
	if err != nil {
		return c.WithLocal(lessons.Local{Unread: true}), err
	}
	return c.WithLocal(local), nil
}

// CheckLocal checks a site's own card, held against the card of the course. It
// returns an error only when the file cannot be read.
func (c *Course) CheckLocal(file string, today time.Time) (packfile.Problems, error) {
	_, problems, err := c.readLocal(file, today)
	return problems, err
}

// readLocal reads a site's own card and looks at it with every rule that looks
// at a card.
func (c *Course) readLocal(file string, today time.Time) (lessons.Local, packfile.Problems, error) {
	data, err := packfile.ReadFile(file)
	if err != nil {
		return lessons.Local{}, nil, fmt.Errorf("reading the local card: %w", err)
	}
	doc := packfile.ParseYAML(filepath.ToSlash(file), data)
	local := lessons.ReadLocal(doc)
	p := c.cardPack(doc, local)
	p.today = today
	for _, r := range cardOnly() {
		r.run(p)
	}
	nothingDropped(doc, c.Pack.WithLocal(lessons.Local{}).Help(lessons.English), local)
	return local, doc.Problems(), nil
}

// cardPack returns a pack of nothing but a site's own card. It knows the words
// of the course's glossary.
func (c *Course) cardPack(doc *packfile.Doc, local lessons.Local) *pack {
	p := &pack{patterns: newPatterns()}
	e := &edition{pack: p, lang: lessons.English}
	e.help = yamlFile[lessons.Help]{doc, lessons.Help{
		Checked: local.Checked, Note: local.Note, Steps: local.Steps, Numbers: local.Numbers,
	}}
	p.editions = []*edition{e}
	known := &edition{terms: yamlFile[[]lessons.Term]{value: c.Terms(lessons.English)}}
	p.easyWords = known.easyWords()
	return p
}

// cardOnly returns the rules that look at a card by itself.
func cardOnly() []rule {
	return []rule{
		forEditions("card ids", cardIDs),
		forEditions("numbers can be used", numbersWork),
		forEditions("web addresses of numbers", helpLinks),
		forEditions("card checked", cardChecked),
		forEditions("person-first words", personFirst),
		forEditions("promises and blame", noPromises),
		{"reading grade of the card", cardGrade},
	}
}

// vital are the words that a card, and each emergency on it, does not lose: a
// step that a site writes anew keeps those of the step whose place it takes.
var vital = regexp.MustCompile(`\b(?:911|988|[Nn]aloxone)\b`)

// nothingDropped reports a number or a step of a site that takes the place of
// one that saves lives and leaves out what saves them.
func nothingDropped(doc *packfile.Doc, card lessons.Help, local lessons.Local) {
	numbers := map[string]lessons.Number{}
	for _, n := range card.Numbers {
		numbers[n.ID] = n
	}
	for i, n := range local.Numbers {
		numberDropped(doc, i, numbers[n.ID], n)
	}
	steps := map[string]lessons.Step{}
	for _, s := range card.Steps {
		steps[s.ID] = s
	}
	for i, s := range local.Steps {
		for _, word := range lost(steps[s.ID], s) {
			doc.Report(doc.At("steps", i, "id"), fmt.Sprintf("step %q takes the place of one that says %s, and does not say it", s.ID, word),
				fmt.Sprintf("Say %s in it, or give your own step another id: it is then added, and the card's step stays.", word))
		}
	}
}

// numberDropped looks at number i of a site, which takes the place of was.
func numberDropped(doc *packfile.Doc, i int, was, now lessons.Number) {
	for _, f := range [...]struct{ key, was, now string }{{"call", was.Call, now.Call}, {"text", was.Text, now.Text}} {
		if vital.MatchString(f.was) && f.now != f.was {
			doc.Report(doc.At("numbers", i, "id"), fmt.Sprintf("number %q takes the place of %s, and has no %s: %q", now.ID, f.was, f.key, f.was),
				fmt.Sprintf("Write %s: %q in it, or give your own number another id: it is then added, and %s stays.", f.key, f.was, f.was))
		}
	}
}

// lost returns the vital words that one step says and another does not.
func lost(was, now lessons.Step) (words []string) {
	said := map[string]bool{}
	for _, w := range vitalWords(now) {
		said[w] = true
	}
	for _, w := range vitalWords(was) {
		if !said[w] {
			said[w] = true // told once
			words = append(words, w)
		}
	}
	return words
}

func vitalWords(s lessons.Step) []string {
	return vital.FindAllString(strings.ToLower(strings.Join(append([]string{s.Title}, s.Do...), "\n")), -1)
}
