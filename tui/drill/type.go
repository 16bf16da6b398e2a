package drill

import (
	"strings"
	"unicode"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/quiz"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// field is the item that is typed into.
const field = "type here"

// A typer takes a word or a few. While the mark is on its field a letter is
// only a letter.
type typer struct {
	field kit.Field
	nudge string // words that say what is wrong, or none
}

func newTyper(env page.Env, text string) *typer {
	t := &typer{field: kit.NewField(env.Theme, env.Words.T("drill.field"), quiz.MaxTyped)}
	t.field.SetValue(text)
	t.field.Focus()
	return t
}

func (*typer) about(d *Drill, s *kit.Sheet) {
	s.Put("", d.env.Words.T("drill.type"), d.env.Theme.Quiet)
}

func (t *typer) items(d *Drill) []kit.Item {
	t.field.SetWidth(d.leaf.Room() - kit.MarkWidth)
	it := kit.Item{ID: field, Lines: []string{t.field.View()}}
	missing := ""
	if t.nudge != "" {
		missing = d.env.Words.T(t.nudge)
	}
	return d.spaced([]kit.Item{it}, d.checkItem(missing))
}

// choose answers with what was typed, wherever the mark is.
func (t *typer) choose(*Drill, string) outcome {
	text := strings.TrimSpace(t.field.Value())
	if quiz.PlainWords(text) == "" {
		t.nudge = "drill.type-nothing"
		return outcome{mark: field}
	}
	return done(quiz.Type(text))
}

func (t *typer) onKey(d *Drill, msg tea.KeyPressMsg) (outcome, bool) {
	if !d.Typing() {
		return t.begin(d, msg)
	}
	switch msg.Code {
	case tea.KeyUp, tea.KeyDown, tea.KeyPgUp, tea.KeyPgDown, tea.KeyTab, tea.KeyEscape:
		return outcome{}, false // these lead out of the field
	case tea.KeyEnter:
		return t.choose(d, field), true
	}
	t.write(msg)
	return outcome{mark: field}, true
}

// begin types the first letter where the field is still below the window: a long
// question on a small screen is read to its end, and then people simply type.
func (t *typer) begin(d *Drill, msg tea.KeyPressMsg) (outcome, bool) {
	if _, marked := d.leaf.Selected(); marked || strings.IndexFunc(msg.Text, unicode.IsLetter) != 0 {
		return outcome{}, false
	}
	t.write(msg)
	return outcome{mark: field}, true
}

// write types or pastes into the field.
func (t *typer) write(msg tea.Msg) {
	t.field.Update(msg)
	t.nudge = ""
	if t.field.Cut() {
		t.nudge = "drill.type-cut"
	}
}

func (*typer) enter(b bindings, _ string) key.Binding { return b.checkHere }

func (*typer) more(bindings) []key.Binding { return nil }

// typer is the field of the question in front, if it has one.
func (d *Drill) typer() (*typer, bool) {
	if d.stage != asking {
		return nil, false
	}
	t, ok := d.front.ask.(*typer)
	return t, ok
}

// Typing reports whether letters go into the field.
func (d *Drill) Typing() bool {
	_, types := d.typer()
	id, marked := d.leaf.Selected()
	return types && marked && id == field
}

// onPaste puts what was pasted into the field.
func (d *Drill) onPaste(msg tea.PasteMsg) {
	if t, ok := d.typer(); ok && d.Typing() && !d.busy() {
		t.write(msg)
		d.compose()
	}
}
