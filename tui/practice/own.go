package practice

import (
	"context"
	"maps"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/quiz"
	"porchlight/tui/kit"
)

// own is what the learner writes in their own words. It lives as long as the
// page; the desk keeps only what they choose to keep.
type own struct {
	first  bool           // write before the choices are shown
	field  kit.Field      // has the focus while they write
	text   string         // what was written for the place in front
	said   map[int]string // what was written before the reply of that number
	beside []string       // what was written, as a column beside the choices
}

// inherit takes over from the page in another language or theme.
func (o *own) inherit(was own) {
	o.first, o.text, o.said = was.first, was.text, was.said
	o.field.SetValue(was.field.Value())
	if was.field.Focused() {
		o.field.Focus()
	}
}

// move goes to where so many replies are given. What was written belongs to the
// reply given after it.
func (o *own) move(given int, said bool) {
	kept := map[int]string{}
	maps.Copy(kept, o.said)
	if said && o.text != "" {
		kept[given-1] = o.text
	}
	maps.DeleteFunc(kept, func(i int, _ string) bool { return i >= given })
	o.said, o.text = kept, ""
	o.field.SetValue("")
}

// at is what was written before a reply: just now, or kept earlier.
func (o *own) at(i int, talk study.Talk) string {
	if text := o.said[i]; text != "" {
		return text
	}
	return talk.Words[talk.Run.Path()[i].Step]
}

// writeOwn begins to write, with what was written here before.
func (t *Talk) writeOwn() {
	step, ok := t.talk.Run.Step()
	if !ok {
		return
	}
	if t.own.text == "" {
		t.own.text = t.talk.Words[step.ID]
	}
	t.own.field.SetValue(t.own.text)
	t.own.field.Focus()
	t.stage = writing
	t.compose()
}

// onWritingKey types. Only Enter and Esc mean anything else.
func (t *Talk) onWritingKey(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, t.keys.compare):
		t.wrote()
		if t.own.first = t.own.text != ""; t.own.first { // and at the places after this one
			t.show(comparing)
			return nil
		}
		t.showTalk()
	case key.Matches(msg, t.keys.stop):
		t.wrote()
		t.showTalk()
	default:
		t.own.field.Update(msg)
	}
	return nil
}

// wrote takes what stands in the field.
func (t *Talk) wrote() {
	t.own.text = strings.TrimSpace(t.own.field.Value())
	t.own.field.Blur()
}

// writingView is what the other person said, and the line to write in.
func (t *Talk) writingView() string {
	step, _ := t.talk.Run.Step()
	hint := "practice.write-hint"
	if t.own.field.Cut() {
		hint = "practice.write-cut"
	}
	s := kit.Sheet{Width: t.leaf.Room()}
	t.putThey(&s, step.They)
	return t.leaf.Writing(s, &t.own.field, t.env.Words.T(hint))
}

// writeComparing is one's own words, and beside them the choices: the closest
// one goes on.
func (t *Talk) writeComparing() []kit.Item {
	w, s, theme := t.env.Words, &t.leaf.Sheet, t.env.Theme
	step, _ := t.talk.Run.Step()
	t.sayThey(step.They)
	if t.own.beside = t.besideChoices(); t.own.beside != nil {
		s.Say(w.T("practice.compare-beside"), theme.Quiet)
	} else {
		s.Put(t.inset(3), w.T("practice.you-wrote"), theme.Heading)
		s.Under(t.inset(4), t.own.text, theme.Plain)
		s.Gap()
		s.Say(w.T("practice.compare"), theme.Quiet)
	}
	items := append(t.choices(step), kit.Item{ID: toWrite, Text: w.T("practice.change-words")})
	if !t.desk.Guest() {
		keep := kit.Item{ID: toKeep, Mark: "[ ] ", Text: w.T("practice.keep-words"), Under: w.T("practice.keep-why")}
		if t.kept(step) {
			keep.Mark = "[x] "
		}
		items = append(items, keep)
	}
	return items
}

// besideChoices is one's own words as a column, nil where the window has no room
// for one.
func (t *Talk) besideChoices() []string {
	column := kit.Sheet{Width: t.leaf.SideRoom()}
	if column.Width == 0 {
		return nil
	}
	column.Put("", t.env.Words.T("practice.you-wrote"), t.env.Theme.Heading)
	column.Under("  ", t.own.text, t.env.Theme.Plain)
	if !t.leaf.SideFits(len(column.Lines)) {
		return nil
	}
	return column.Lines
}

// kept reports whether what was written is what the record has.
func (t *Talk) kept(step quiz.Step) bool {
	return t.own.text != "" && t.talk.Words[step.ID] == t.own.text
}

// keepWords keeps what was written, or forgets it.
func (t *Talk) keepWords() tea.Cmd {
	step, ok := t.talk.Run.Step()
	if !ok {
		return nil
	}
	words := t.own.text
	if t.kept(step) {
		words = ""
	}
	desk, talk := t.desk, t.talk
	return t.errands.Save(t.env, func(ctx context.Context) (study.Talk, error) {
		return desk.KeepWords(ctx, talk, step.ID, words)
	}, func(t *Talk, talk study.Talk) tea.Cmd {
		t.talk = talk
		t.compose()
		return nil
	})
}
