package study

import "porchlight/internal/locale"

// A Trace is something that stays behind on a computer, and what to do about
// it. Both faces say the same ones, in this order.
type Trace struct {
	Title string
	Stays string // what stays, and where
	Do    string // what helps, and what does not
}

// traces are the names of the words; "traces.NAME", "traces.NAME-stays" and
// "traces.NAME-do".
var traces = []string{
	"record", "shell", "scrollback", "window", "clipboard", "files", "printer", "ssh", "backups", "watched",
}

// ofVisit are those that a visitor of a kiosk can leave, or meets: on the screen
// they sit at, and on their own computer.
var ofVisit = []string{"record", "shell", "scrollback", "clipboard", "ssh", "watched"}

// TracesTitle names the words of the page's title: a visitor does not sit at a
// computer that is theirs to clear.
func (d *Desk) TracesTitle() string {
	if d.Visit() {
		return "traces.title-visit"
	}
	return "traces.title"
}

// TracesIntro names the words it begins with.
func (d *Desk) TracesIntro() string {
	if d.Visit() {
		return "traces.intro-visit"
	}
	return "traces.intro"
}

// Traces says what stays behind. It promises nothing that a program cannot
// keep: false safety is worse than none.
func (d *Desk) Traces(w *locale.Words) []Trace {
	names := traces
	if d.Visit() {
		names = ofVisit
	}
	out := make([]Trace, len(names))
	for i, name := range names {
		out[i] = Trace{w.T("traces." + name), w.T("traces." + name + "-stays"), w.T("traces." + name + "-do")}
	}
	switch {
	case d.TakenHome() != "": // which are given to visitors alone: it is not this computer that keeps it
		out[0].Stays, out[0].Do = w.T("traces.words-stays"), w.T("traces.words-do")
	case d.Visit():
		out[0].Stays, out[0].Do = w.T("traces.visit-stays"), w.T("traces.guest-do")
	case d.Guest():
		out[0].Stays, out[0].Do = w.T("traces.guest-stays"), w.T("traces.guest-do")
	}
	return out
}
