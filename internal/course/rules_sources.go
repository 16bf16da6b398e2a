package course

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"porchlight/internal/packfile"
	"porchlight/lessons"
)

// sourceRules are about where facts come from.
func sourceRules() []rule {
	return []rule{
		forBodies("form of [@id]", citeForm),
		forLessons("known sources", lessonSources),
		forBodies("known sources in the text", citedSources),
		forBodies("sources named and used", namedAndUsed),
		forBanks("known sources of questions", bankSources),
		forEditions("known sources of numbers", helpSources),
		forEditions("year of a source", sourceYears),
		forEditions("address of a source", sourceAddresses),
		{"sources used", unusedSources},
	}
}

// citeForm reports [@...] that holds anything but one id.
func citeForm(l *lessonFile, b *body) {
	for _, block := range b.blocks {
		for _, c := range block.cites {
			if !packfile.IsSlug(c.id) {
				l.doc.Report(b.at(c.offset), fmt.Sprintf("[@%s] does not name one source", c.id),
					"Write one id in each, one after the other: [@first-id] [@second-id].")
			}
		}
	}
}

// knows reports whether id is a source. In a pack whose list of sources cannot
// be read, every id is.
func (e *edition) knows(id lessons.SourceID) bool {
	return packfile.IsSlug(string(id)) && (!e.pack.english().sources.ok() || slices.Contains(e.pack.sourceIDs, id))
}

// source reports id at the given place if it is unknown.
func (e *edition) source(doc *packfile.Doc, at packfile.Pos, id lessons.SourceID) {
	if p := e.pack; !e.knows(id) {
		unknown(doc, at, "there is no source %q", id, p.sourceIDs, "The sources stand in lessons/en/sources.yaml.")
	}
}

func lessonSources(l *lessonFile) {
	for i, id := range l.lesson.Sources {
		l.edition.source(l.doc, l.doc.At("sources", i), id)
		if slices.Contains(l.lesson.Sources[:i], id) {
			l.doc.Report(l.doc.At("sources", i), fmt.Sprintf("the source %q stands twice", id), "Keep one.")
		}
	}
}

func citedSources(l *lessonFile, b *body) {
	for _, block := range b.blocks {
		for _, c := range block.cites {
			if packfile.IsSlug(c.id) {
				l.edition.source(l.doc, b.at(c.offset), lessons.SourceID(c.id))
			}
		}
	}
}

// namedAndUsed holds the sources in the text against those in the front
// matter.
func namedAndUsed(l *lessonFile, b *body) {
	if len(l.lesson.Sources) == 0 {
		return // which is an error of its own, and enough of one
	}
	cited := map[lessons.SourceID]bool{}
	for _, block := range b.blocks {
		for _, c := range block.cites {
			id := lessons.SourceID(c.id)
			if l.edition.knows(id) && !cited[id] && !slices.Contains(l.lesson.Sources, id) {
				l.doc.Report(b.at(c.offset), fmt.Sprintf("the source %q is used here and not listed", id),
					`Add it to "sources" at the top of the file.`)
			}
			cited[id] = true
		}
	}
	for i, id := range l.lesson.Sources {
		if l.edition.knows(id) && !cited[id] {
			l.doc.Warn(l.doc.At("sources", i), fmt.Sprintf("the source %q is listed and not used", id),
				fmt.Sprintf("Put [@%s] behind the claim it is for, or take it out of the list.", id))
		}
	}
}

func bankSources(b *bankFile) {
	for i, q := range b.bank.Questions {
		for j, id := range q.Sources {
			b.edition.source(b.doc, b.doc.At("questions", i, "sources", j), lessons.SourceID(id))
		}
	}
}

func helpSources(e *edition) {
	for i, n := range e.help.value.Numbers {
		for j, id := range n.Sources {
			e.source(e.help.doc, e.help.doc.At("numbers", i, "sources", j), id)
		}
	}
}

func sourceYears(e *edition) {
	for i, s := range e.sources.value {
		if s.Year != "" && s.Year != "n.d." && !isYear(s.Year) {
			e.sources.doc.Report(e.sources.doc.At("sources", i, "year"), fmt.Sprintf("%q is not a year", s.Year),
				`Write four digits, or "n.d." where the source shows no date.`)
		}
	}
}

func isYear(s string) bool {
	n, err := strconv.Atoi(s)
	return err == nil && len(s) == 4 && n >= 1900 && n < 2100
}

// sourceAddresses reports addresses that are not on the web. Some old sources
// have no secure address, so plain http is a warning.
func sourceAddresses(e *edition) {
	for i, s := range e.sources.value {
		at := e.sources.doc.At("sources", i, "address")
		switch u, err := url.Parse(s.Address); {
		case s.Address == "" && s.Where == "":
			e.sources.doc.Report(e.sources.doc.At("sources", i, "id"), fmt.Sprintf("source %q has no address", s.ID),
				`Add a line "address: ..." with the publisher's own page. Where there is no such page, say in a line "where: ..." how to get it.`)
		case s.Address == "":
		case err != nil || u.Host == "" || u.User != nil || strings.Contains(s.Address, " ") || u.Scheme != "https" && u.Scheme != "http":
			e.sources.doc.Report(at, fmt.Sprintf("%q is not a web address", s.Address), "Write the whole address, from https:// on.")
		case u.Scheme == "http":
			e.sources.doc.Warn(at, "the address is not secure (http)", "See whether the page has an address that starts with https://.")
		case isCopy(u.Hostname()):
			e.sources.doc.Warn(at, fmt.Sprintf("%s holds copies of what others published", u.Hostname()),
				`Give the publisher's own page. Where there is none, take "address:" out and say in "where:" how to get it.`)
		case isFrontPage(u):
			e.sources.doc.Warn(at, "the address leads to the front page of a site",
				`Give the page itself. Where you cannot, take "address:" out and say in "where:" how to find it there.`)
		}
	}
}

// copyHosts are sites where anyone puts up what others wrote. Their pages come
// and go, and show nobody who published a thing. Libraries and archives are not
// among them.
func copyHosts() []string {
	return []string{
		"academia.edu", "docplayer.net", "docslib.org", "github.com", "readkong.com",
		"researchgate.net", "scribd.com", "slideshare.net", "vdocuments.net",
	}
}

func isCopy(host string) bool {
	return slices.ContainsFunc(copyHosts(), func(h string) bool { return host == h || strings.HasSuffix(host, "."+h) })
}

func isFrontPage(u *url.URL) bool {
	return strings.Trim(u.Path, "/") == "" && u.RawQuery == "" && u.Fragment == ""
}

// unusedSources reports sources that no file of any language names.
func unusedSources(p *pack) {
	used := map[lessons.SourceID]bool{}
	for _, e := range p.editions {
		e.markSources(used)
	}
	e := p.english()
	p.unused(e.sources.doc, "source", pluck(e.sources.value, func(s lessons.Source) bool { return s.ID == "" || used[s.ID] }),
		func(i int) string { return string(e.sources.value[i].ID) })
}

// manyUnused is from how many on unused entries are told together.
const manyUnused = 5

// unused reports the entries of a list that used says false of.
func (p *pack) unused(doc *packfile.Doc, noun string, used []bool, id func(int) string) {
	var places []int
	var ids []string
	for i, u := range used {
		if !u {
			places, ids = append(places, i), append(ids, id(i))
		}
	}
	if len(places) >= manyUnused {
		doc.Warn(doc.At(noun+"s", places[0], "id"), fmt.Sprintf("%d %ss are not used: %s", len(ids), noun, strings.Join(ids, ", ")),
			"Use them, or take them out, unless they are for lessons to come.")
		return
	}
	for n, i := range places {
		doc.Warn(doc.At(noun+"s", i, "id"), fmt.Sprintf("the %s %q is not used", noun, ids[n]), "Use it, or take it out.")
	}
}

// claims counts the claims of a lesson that have a source, and their sources:
// [@a] [@b] behind one claim are two.
func (l *lessonFile) claims() (claims, citations int) {
	for _, b := range l.blocks() {
		end := -1
		for _, c := range b.cites {
			if end < 0 || strings.Trim(string(l.body.source[end:c.offset]), " \n[]@") != "" {
				claims++
			}
			citations++
			end = c.offset + len(c.id)
		}
	}
	return claims, citations
}

func (e *edition) markSources(used map[lessons.SourceID]bool) {
	for _, l := range e.lessons {
		for _, id := range l.lesson.Sources {
			used[id] = true
		}
	}
	for _, b := range e.banks {
		for _, q := range b.bank.Questions {
			for _, id := range q.Sources {
				used[lessons.SourceID(id)] = true
			}
		}
	}
	for _, n := range e.help.value.Numbers {
		for _, id := range n.Sources {
			used[id] = true
		}
	}
}
