package providers

import (
	"context"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/kit"
)

// What can be written.
const (
	newName     = "new"
	name        = "name"
	phone       = "phone"
	note        = "note"
	newQuestion = "new-question"
	question    = "question"
)

// typing is what is being written, and about which program or question.
type typing struct{ what, id string }

// limit is the longest text of a field, in bytes.
func (t typing) limit() int {
	switch t.what {
	case note:
		return study.NoteLimit
	case phone:
		return study.PhoneLimit
	case question, newQuestion:
		return study.OwnLimit
	}
	return study.NameLimit
}

// prompt names the words before the field.
func (t typing) prompt() string {
	switch t.what {
	case note:
		return "checklist.note-prompt"
	case phone:
		return "providers.phone-prompt"
	case question, newQuestion:
		return "providers.question-prompt"
	}
	return "providers.name-prompt"
}

// hint names the words under the field.
func (t typing) hint() string {
	switch t.what {
	case newName:
		return "providers.new-hint"
	case phone:
		return "providers.phone-hint"
	case note:
		return "checklist.note-hint"
	case question:
		return "providers.question-hint"
	}
	return "providers.keep-hint"
}

// write begins to write, with the words there are.
func (p *Providers) write(t typing, text string) {
	p.typing = &t
	p.field = kit.NewField(p.env.Theme, p.env.Words.T(t.prompt()), t.limit())
	if p.width > 0 {
		p.field.SetWidth(kit.Room(p.width, p.env.TextWidth))
	}
	p.field.SetValue(text)
	p.field.Focus()
}

// onField types into the field. Only Enter and Esc mean anything else.
func (p *Providers) onField(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case p.saves.Saving(): // what is on its way to the record stays as it is
	case key.Matches(msg, p.keys.keep):
		return p.submit()
	case key.Matches(msg, p.keys.drop):
		p.typing = nil
	default:
		p.field.Update(msg)
	}
	return nil
}

// Keep writes what stands in the field before the program closes.
func (p *Providers) Keep(then tea.Cmd) tea.Cmd {
	var cmd tea.Cmd
	if p.Typing() && !p.saves.Saving() {
		cmd = p.submit()
	}
	return tea.Batch(cmd, p.saves.Keep(then))
}

// submit keeps what was typed.
func (p *Providers) submit() tea.Cmd {
	t, text := *p.typing, strings.TrimSpace(p.field.Value())
	done := func(p *Providers, _ string) { p.typing = nil }
	switch {
	case t.what == newName && text != "":
		return p.keep(func(ctx context.Context, d *study.Desk) (string, error) {
			o, err := d.AddProvider(ctx, text, "", "")
			return o.ID, err
		}, func(p *Providers, id string) {
			p.at = spot{level: onOne, provider: id}
			p.write(typing{what: phone, id: id}, "") // the next thing one has at hand
		})
	case t.what == question || t.what == newQuestion && text != "":
		return p.keep(nothing(func(ctx context.Context, d *study.Desk) error { return saveQuestion(ctx, d, t.id, text) }), done)
	case t.what == phone || t.what == note || t.what == name && text != "":
		return p.keep(nothing(func(ctx context.Context, d *study.Desk) error { return saveField(ctx, d, t, text) }), done)
	}
	p.typing = nil // a program or a new question without words is none
	return nil
}

// saveField changes one field of a program and leaves the others as they are
// now, which may be other than the page shows.
func saveField(ctx context.Context, d *study.Desk, t typing, text string) error {
	o, err := d.Provider(ctx, t.id)
	if err != nil {
		return err
	}
	switch t.what {
	case name:
		o.Name = text
	case phone:
		o.Phone = text
	case note:
		o.Note = text
	}
	return d.SaveProvider(ctx, o)
}

// saveQuestion keeps a question of the learner's own; without words it goes.
func saveQuestion(ctx context.Context, d *study.Desk, id, text string) error {
	switch {
	case id == "":
		return d.AddOwnQuestion(ctx, text)
	case text == "":
		return d.RemoveOwnQuestion(ctx, lessons.QuestionID(id))
	}
	return d.ChangeOwnQuestion(ctx, lessons.QuestionID(id), text)
}

// fieldView is what the field is for, and the line to type in.
func (p *Providers) fieldView() string {
	w, t := p.env.Words, p.env.Theme
	room := kit.Room(p.width, p.env.TextWidth)
	hint := p.typing.hint()
	if p.field.Cut() {
		hint = "providers.cut"
	}
	var lines []string
	if o, ok := p.one(); ok && p.typing.what != newName {
		for _, l := range kit.Wrap(o.Name, room) {
			lines = append(lines, t.Heading.Render(l))
		}
	}
	lines = append(lines, p.field.View())
	for _, l := range kit.Wrap(w.T(hint), room) {
		lines = append(lines, t.Quiet.Render(l))
	}
	return strings.Join(lines, "\n")
}
