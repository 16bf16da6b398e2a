package course

import (
	"fmt"
	"path"
	"regexp"
	"strings"

	"porchlight/internal/packfile"
	"porchlight/lessons"
)

// A part is a piece of a file that has its like in every language: a question, a
// step, a section of a lesson. Its key is the same in all of them.
type part struct {
	key   string
	doc   *packfile.Doc
	at    packfile.Pos
	texts []passage
	cites []string // of a section: the sources behind its claims
	shape string   // of a section: how many paragraphs, entries and cells it has
}

// parts takes apart the texts in the places given, by the ids of the entries
// they stand in, else by the key of the file.
func parts(doc *packfile.Doc, places string) (list []*part) {
	known := map[string]*part{}
	for place := range strings.FieldsSeq(places) {
		place = strings.TrimLeft(place, "~?")
		first, _, _ := strings.Cut(place, ".")
		ids := idsOf(doc, first)
		for _, s := range doc.Said(place) {
			key := first
			if len(s.In) > 0 && ids[s.In[0]] != "" {
				key = fmt.Sprintf("%s %q", first, ids[s.In[0]])
			}
			p := known[key]
			if p == nil {
				p = &part{key: key, doc: doc, at: s.Pos}
				known[key], list = p, append(list, p)
			}
			p.texts = append(p.texts, passage{doc: doc, at: s.Pos, text: s.Text})
		}
	}
	return list
}

// idsOf are the ids of the entries of a list, by their places.
func idsOf(doc *packfile.Doc, list string) map[int]string {
	ids := map[int]string{}
	for _, s := range doc.Said(list + ".*.id") {
		ids[s.In[0]] = s.Text
	}
	return ids
}

// sections takes apart the body of a lesson, at its headings.
func (l *lessonFile) sections() (list []*part) {
	counts := [3]int{}
	for i, b := range l.blocks() {
		if i == 0 || b.kind == heading {
			list, counts = append(list, &part{key: fmt.Sprintf("section %d", len(list)+1), doc: l.doc, at: l.body.at(b.offset)}), [3]int{}
		}
		p := list[len(list)-1]
		p.texts = append(p.texts, passage{doc: l.doc, at: l.body.at(b.offset), text: b.text})
		for _, c := range b.cites {
			p.cites = append(p.cites, c.id)
		}
		switch {
		case b.kind == heading:
			continue
		case b.kind == cell:
			counts[2]++
		case b.list > 0:
			counts[1]++
		default:
			counts[0]++
		}
		p.shape = fmt.Sprintf("%s, %s, %s", count(counts[0], "paragraph"), count(counts[1], "list paragraph"), count(counts[2], "table cell"))
	}
	return list
}

// A twin is the parts of one file of a translation.
type twin struct {
	file  string // below the folder of the language, with the part of the pack in front
	doc   *packfile.Doc
	parts []*part
}

// twins are the files of an edition that hold texts for readers, each taken
// apart. Files that cannot be read are left out, which is an error of its own.
func (e *edition) twins() (list []twin) {
	add := func(folder, file string, doc *packfile.Doc, parts []*part) {
		if doc != nil && doc.Readable() {
			list = append(list, twin{path.Join(folder, file), doc, parts})
		}
	}
	for _, l := range e.lessons {
		add("lessons", string(l.name), l.doc, append(parts(l.doc, lessonTexts), l.sections()...))
	}
	for _, b := range e.banks {
		add("banks", string(b.name), b.doc, parts(b.doc, bankTexts))
	}
	for _, a := range e.practices {
		add("practices", string(a.name), a.doc, parts(a.doc, practiceTexts))
	}
	for _, a := range e.reflections {
		add("reflections", string(a.name), a.doc, parts(a.doc, reflectionTexts))
	}
	for _, a := range e.worksheets {
		add("worksheets", string(a.name), a.doc, parts(a.doc, worksheetTexts))
	}
	for _, a := range e.runSheets {
		add("run sheets", string(a.name), a.doc, parts(a.doc, runSheetTexts))
	}
	add("", lessons.GlossaryFile, e.terms.doc, parts(e.terms.doc, termTexts))
	add("", lessons.HelpFile, e.help.doc, parts(e.help.doc, helpTexts))
	add("", lessons.CategoriesFile, e.categories.doc, parts(e.categories.doc, providerTexts))
	return list
}

// digits finds numbers as they are written: 911, 2, 1-800-222-1222, 80,400, 12.5.
func digits() *regexp.Regexp { return regexp.MustCompile(`[0-9]+(?:[.,:/-][0-9]+)*`) }

// numbers are the numbers in the part, each with the first place it stands in.
func (p *part) numbers(digits *regexp.Regexp) (list []string, at map[string]packfile.Pos) {
	at = map[string]packfile.Pos{}
	for _, t := range p.texts {
		if !strings.ContainsAny(t.text, "0123456789") {
			continue
		}
		for _, n := range digits.FindAllString(t.text, -1) {
			if _, known := at[n]; !known {
				list, at[n] = append(list, n), t.find(n, 1)
			}
		}
	}
	return list, at
}
