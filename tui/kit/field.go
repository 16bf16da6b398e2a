package kit

import (
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/safetext"
	"porchlight/tui/theme"
)

// A Field is a line to type in. It scrolls sideways, takes at most limit
// bytes, and keeps no control or reordering character, typed or pasted.
type Field struct {
	input textinput.Model
	limit int
	cut   bool
}

// NewField returns a field with a prompt before it.
func NewField(t *theme.Theme, prompt string, limit int) Field {
	in := textinput.New()
	in.Prompt = prompt
	in.CharLimit = limit
	styles := in.Styles()
	styles.Focused.Prompt = t.Accent.Style()
	styles.Focused.Text = t.Plain.Style()
	styles.Focused.Placeholder = t.Quiet.Style()
	styles.Blurred = styles.Focused
	styles.Cursor.Blink = false
	styles.Cursor.Color = t.Plain.Style().GetForeground() // the terminal's own, reversed
	in.SetStyles(styles)
	return Field{input: in, limit: limit}
}

// SetWidth sets the width in cells, prompt included.
func (f *Field) SetWidth(width int) {
	f.input.SetWidth(max(1, width-len([]rune(f.input.Prompt))-1))
}

// SetValue puts text in the field, the cursor behind it.
func (f *Field) SetValue(s string) {
	f.input.SetValue(safetext.Line(s, f.limit))
	f.input.CursorEnd()
}

// Value is the text typed.
func (f *Field) Value() string { return f.input.Value() }

// Focus lets the field take keys.
func (f *Field) Focus() { f.input.Focus() }

// Blur stops it.
func (f *Field) Blur() { f.input.Blur() }

// Focused reports whether the field takes keys.
func (f *Field) Focused() bool { return f.input.Focused() }

// Cut reports whether the last paste was longer than the field holds.
func (f *Field) Cut() bool { return f.cut }

// Update types into the field.
func (f *Field) Update(msg tea.Msg) {
	if paste, ok := msg.(tea.PasteMsg); ok {
		room := max(0, f.limit-len(f.input.Value()))
		f.cut = len(paste.Content) > room
		if room == 0 {
			return
		}
		msg = tea.PasteMsg{Content: safetext.Line(paste.Content, room)}
	} else if _, typed := msg.(tea.KeyPressMsg); typed {
		f.cut = false
	}
	f.input, _ = f.input.Update(msg)
	if clean := safetext.Line(f.input.Value(), f.limit); clean != f.input.Value() {
		f.input.SetValue(clean)
	}
}

// View draws the field on one line.
func (f *Field) View() string { return f.input.View() }
