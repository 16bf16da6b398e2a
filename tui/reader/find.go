package reader

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/locale"
	"porchlight/internal/typeset"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// queryLimit is the longest search, in bytes.
const queryLimit = 80

// find is a search in the lesson: being typed, or done and shown.
type find struct {
	field   *kit.Field // nil until the first search: it is large
	query   string     // what the matches are of; empty when there is no search
	matches []typeset.Match
	spans   map[int][]typeset.Span // by line
	at      int                    // the current match
	from    int                    // the top of the window before the search
}

// fieldOf is the field that a search is typed in, made when it is asked for.
func (f *find) fieldOf(env page.Env) *kit.Field {
	if f.field == nil {
		field := kit.NewField(env.Theme, env.Words.T("reader.find")+" ", queryLimit)
		f.field = &field
	}
	return f.field
}

// typing reports whether the search is being typed.
func (f *find) typing() bool { return f.field != nil && f.field.Focused() }

// on reports whether there is a search, typed or shown.
func (f *find) on() bool { return f.typing() || f.query != "" }

// current is the spans of the current match.
func (f *find) current() []typeset.Span {
	if f.at >= len(f.matches) {
		return nil
	}
	return f.matches[f.at].Spans
}

// says is the count of the matches, or that there is none.
func (f *find) says(env page.Env) string {
	switch {
	case f.query == "":
		return ""
	case len(f.matches) == 0:
		return env.Words.T("reader.found-none")
	}
	return env.Words.F("reader.found", locale.Args{"At": f.at + 1, "Of": len(f.matches)})
}

// inherit takes over a search from another page of the same lesson, to be made
// again in its text.
func (f *find) inherit(env page.Env, was *find) {
	if was.field == nil {
		return
	}
	f.query, f.at, f.from = was.query, was.at, was.from
	f.fieldOf(env).SetValue(was.field.Value())
	if was.typing() {
		f.field.Focus()
	}
}

func (r *Reader) openFind() {
	r.closeFind()
	r.find.from = r.body.Top()
	r.find.fieldOf(r.env).SetValue("")
	r.find.field.Focus()
	r.layout()
}

func (r *Reader) closeFind() {
	if r.find.field != nil {
		r.find.field.Blur()
	}
	r.find.query, r.find.matches, r.find.spans = "", nil, nil
	r.layout()
}

func (r *Reader) onFindKey(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.Code {
	case tea.KeyEscape:
		r.closeFind()
		r.body.SetTop(r.find.from)
	case tea.KeyEnter:
		return r.acceptFind()
	case tea.KeyDown:
		r.toMatch(r.find.at + 1)
	case tea.KeyUp:
		r.toMatch(r.find.at - 1)
	default:
		r.find.field.Update(msg)
		r.typed()
	}
	return nil
}

func (r *Reader) onPaste(msg tea.PasteMsg) {
	if r.find.typing() {
		r.find.field.Update(msg)
		r.typed()
	}
}

// typed searches anew, from where the learner was.
func (r *Reader) typed() {
	query := strings.TrimSpace(r.find.field.Value())
	if query == r.find.query {
		return
	}
	r.search(query)
	r.find.at = 0
	for i, m := range r.find.matches {
		if m.Spans[0].Line+len(r.sheet.above) >= r.find.from {
			r.find.at = i
			break
		}
	}
	r.body.SetTop(r.find.from)
	r.showMatch()
}

// acceptFind ends the typing. A search that found nothing stays open, so that
// another word can be tried.
func (r *Reader) acceptFind() tea.Cmd {
	switch {
	case r.find.query == "":
		r.closeFind()
		return nil
	case len(r.find.matches) == 0:
		return nil
	}
	r.find.field.Blur()
	r.layout()
	r.showMatch()
	return r.jumped()
}

// onMatchKey handles the keys that work while matches are shown.
func (r *Reader) onMatchKey(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	k := r.env.Keys
	switch {
	case key.Matches(msg, k.Next):
		r.toMatch(r.find.at + 1)
	case key.Matches(msg, k.Previous):
		r.toMatch(r.find.at - 1)
	case key.Matches(msg, k.Back):
		r.closeFind()
		return nil, true
	default:
		return nil, false
	}
	return r.jumped(), true
}

// toMatch goes to a match; after the last comes the first.
func (r *Reader) toMatch(i int) {
	if n := len(r.find.matches); n > 0 {
		r.find.at = (i + n) % n
		r.showMatch()
	}
}

func (r *Reader) showMatch() {
	if spans := r.find.current(); len(spans) > 0 {
		r.body.Show(spans[0].Line + len(r.sheet.above))
	}
}

// search looks for query in the text as it is set now.
func (r *Reader) search(query string) {
	f := &r.find
	f.query, f.matches = query, r.sheet.text.Find(query)
	f.spans = make(map[int][]typeset.Span, len(f.matches))
	for _, m := range f.matches {
		for _, s := range m.Spans {
			f.spans[s.Line] = append(f.spans[s.Line], s)
		}
	}
}

// refind searches again in a text set anew: its lines are others, its matches
// the same.
func (r *Reader) refind() {
	if r.find.query == "" {
		return
	}
	r.search(r.find.query)
	r.find.at = min(r.find.at, max(0, len(r.find.matches)-1))
	r.showMatch()
}

// marked is line i of the text with the matches on it marked, the current one
// in another way than the rest.
func (f *find) marked(text typeset.Text, i int) string {
	if len(f.spans[i]) == 0 {
		return text.Lines[i]
	}
	line := text.Marked(i, f.spans[i], false)
	for _, s := range f.current() {
		if s.Line == i {
			over := text
			over.Lines = make([]string, i+1)
			over.Lines[i] = line
			return over.Marked(i, f.current(), true)
		}
	}
	return line
}
