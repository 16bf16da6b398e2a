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

// Traces says what stays behind. It promises nothing that a program cannot
// keep: false safety is worse than none.
func (d *Desk) Traces(w *locale.Words) []Trace {
	out := make([]Trace, len(traces))
	for i, name := range traces {
		out[i] = Trace{w.T("traces." + name), w.T("traces." + name + "-stays"), w.T("traces." + name + "-do")}
	}
	switch {
	case d.TakenHome() != "": // which are given to visitors alone: it is not this computer that keeps it
		out[0].Stays, out[0].Do = w.T("traces.words-stays"), w.T("traces.words-do")
	case d.Guest():
		out[0].Stays, out[0].Do = w.T("traces.guest-stays"), w.T("traces.guest-do")
	}
	return out
}
