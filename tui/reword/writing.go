package reword

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/tui/kit"
)

// begin begins to write: the sentence there is, or a new one.
func (r *Reword) begin() {
	r.field.SetValue(r.sentence.Text)
	r.field.Focus()
	r.stage = writing
	r.compose()
}

// onWritingKey types. Only Enter and Esc mean anything else.
func (r *Reword) onWritingKey(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, r.keys.done):
		r.wrote(strings.TrimSpace(r.field.Value()))
	case key.Matches(msg, r.keys.stop):
		r.field.Blur()
		if r.sentence.Text == "" {
			r.show(opening)
		} else {
			r.show(summary)
		}
	default:
		r.field.Update(msg)
	}
	return nil
}

// wrote takes what was written. The same words again leave what was found in
// them.
func (r *Reword) wrote(text string) {
	r.field.Blur()
	switch {
	case text == "" && r.sentence.Text == "":
		r.show(opening)
		return
	case text == "", text == r.sentence.Text:
	case r.sentence.ID == "":
		r.sentence = r.desk.Sentence(text)
	default:
		r.sentence = r.sentence.Reworded(text)
	}
	r.hold(0)
}

// writingView is the line to write in. A sentence longer than the line is shown
// whole below it.
func (r *Reword) writingView() string {
	w, theme := r.env.Words, r.env.Theme
	s := kit.Sheet{Width: r.leaf.Room()}
	if r.sentence.Text != "" {
		s.Put("", w.T("reword.yours"), theme.Quiet)
		s.Under("    ", r.sentence.Text, theme.Plain)
		s.Gap()
	} else {
		s.Say(w.T("reword.write-how"), theme.Plain)
	}
	hint := "reword.write-hint"
	if r.field.Cut() {
		hint = "reword.write-cut"
	}
	return r.leaf.Writing(s, &r.field, w.T(hint))
}
