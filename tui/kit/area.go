package kit

import (
	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/safetext"
	"porchlight/tui/theme"
)

// An Area is room to write several lines in. It breaks lines at its width,
// scrolls, takes at most limit bytes, and keeps no control or reordering
// character, typed or pasted.
type Area struct {
	input textarea.Model
	limit int
	cut   bool
}

// NewArea returns an empty area.
func NewArea(t *theme.Theme, limit int) Area {
	in := textarea.New()
	in.Prompt = "| "
	in.ShowLineNumbers = false
	in.CharLimit = limit
	in.MaxHeight = limit // lines are bounded by the bytes
	styles := in.Styles()
	plain := t.Plain.Style()
	styles.Focused.Base, styles.Focused.CursorLine = plain, plain
	styles.Focused.Text, styles.Focused.EndOfBuffer = plain, plain
	styles.Focused.Prompt, styles.Focused.Placeholder = t.Accent.Style(), t.Quiet.Style()
	styles.Blurred = styles.Focused
	styles.Cursor.Blink = false
	styles.Cursor.Color = plain.GetForeground() // the terminal's own, reversed
	in.SetStyles(styles)
	return Area{input: in, limit: limit}
}

// SetSize sets the size in cells.
func (a *Area) SetSize(width, height int) {
	a.input.SetWidth(max(4, width))
	a.input.SetHeight(max(1, height))
}

// SetValue puts text in the area, the cursor behind it.
func (a *Area) SetValue(s string) {
	a.input.SetValue(safetext.Block(s, a.limit))
	a.input.MoveToEnd()
}

// Value is the text written.
func (a *Area) Value() string { return a.input.Value() }

// Focus lets the area take keys.
func (a *Area) Focus() { a.input.Focus() }

// Blur stops it.
func (a *Area) Blur() { a.input.Blur() }

// Focused reports whether the area takes keys.
func (a *Area) Focused() bool { return a.input.Focused() }

// Cut reports whether the last words were more than the area holds.
func (a *Area) Cut() bool { return a.cut }

// Update writes into the area.
func (a *Area) Update(msg tea.Msg) {
	if paste, ok := msg.(tea.PasteMsg); ok {
		room := max(0, a.limit-len(a.input.Value()))
		a.cut = len(paste.Content) > room
		if room == 0 {
			return
		}
		a.input.InsertString(safetext.Block(paste.Content, room))
		return
	}
	if typed, ok := msg.(tea.KeyPressMsg); ok {
		a.cut = len(a.input.Value())+len(typed.Text) > a.limit && typed.Text != ""
		if a.cut || safetext.Block(typed.Text, 0) != typed.Text {
			return
		}
	}
	a.input, _ = a.input.Update(msg) // its commands read the clipboard: not here
}

// View draws the area.
func (a *Area) View() string { return a.input.View() }
