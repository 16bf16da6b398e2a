package agenda

import (
	"strings"

	"porchlight/internal/group"
	"porchlight/internal/locale"
)

// A Typed is a line that is typed in a terminal somewhere else.
type Typed struct {
	Name string
	Line string
	// Secret says that the key which leads stands in it, File that it writes one.
	Secret, File bool
}

// OnScreen is what is typed to come in at a terminal: connect is what visitors
// type, and place where they go.
func OnScreen(connect, place string) string {
	return strings.Replace(connect, "ssh ", "ssh -t ", 1) + " " + place
}

// Wall is what is typed to open a screen that all look at.
func Wall(connect string, code group.Code) string { return OnScreen(connect, "screen/"+code.String()) }

// Stage is what is typed to show the pages, with the notes, as who leads.
func Stage(connect, entry string) string { return OnScreen(connect, "stage/"+entry) }

// Elsewhere lists what whoever leads may want to type elsewhere: to show the
// room, and to write something of it to a file there.
func Elsewhere(connect string, code group.Code, entry string) []Typed {
	file := func(name, what string) Typed {
		return Typed{name, connect + " room/" + entry + " " + what, true, true}
	}
	return []Typed{
		{"wall", Wall(connect, code), false, false}, {"stage", Stage(connect, entry), true, false},
		file("card", "card pdf > card.pdf"), file("slips", "slips pdf > slips.pdf"), file("totals", "markdown > totals.md"),
	}
}

// For says what a line is for, in a few words.
func (t Typed) For(w *locale.Words) string { return w.T("lead.type-" + t.Name) }

// Care is what to know before it is typed.
func (t Typed) Care(w *locale.Words) []string {
	care := []string{w.T("lead.type-how")}
	if t.File {
		care = append(care, w.T("lead.type-file"))
	}
	if strings.Contains(t.Line, " pdf ") {
		care = append(care, w.T("lead.type-paper"))
	}
	if t.Secret {
		return append(care, w.T("lead.type-secret"))
	}
	return append(care, w.T("lead.type-open"))
}
