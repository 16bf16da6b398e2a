package lead

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/agenda"
	"porchlight/internal/group"
	"porchlight/internal/locale"
	"porchlight/tui/kit"
)

// own is what this page holds of what is being done, and of what it found.
type own struct {
	sheet string // the run sheet that was asked for last
	found found

	lead agenda.Appointed // last
	line int              // of those that are typed elsewhere

	poll   group.PollView // whose hands are counted
	hands  group.Hands    // that were typed in for it before
	counts []int
	draft  agenda.Draft // of one's own

	pass   *group.Passed // who answers now, while the keyboard goes round
	chosen []string
}

// digits is how long a count may be, in bytes.
const digits = 3

// handsOf begins to count hands, or slips of paper.
func (l *Lead) handsOf(v group.LeadView) {
	l.to(hands)
	l.own.poll, l.own.counts, l.own.hands = *v.Front, nil, v.Hands[v.Front.ID]
	l.ask(l.before())
}

// before is the number that was typed in for this before, if any was.
func (l *Lead) before() string {
	switch h, n := l.own.hands, len(l.own.counts); {
	case h.People == 0:
		return ""
	case n < len(l.own.poll.Choices):
		return strconv.Itoa(h.For[l.own.poll.Choices[n].ID])
	default:
		return strconv.Itoa(h.People)
	}
}

// compose begins a question of one's own.
func (l *Lead) compose() {
	l.to(composing)
	l.own.draft = agenda.NewDraft(l.env.Words.Lang())
	l.ask("")
}

// ask asks for what is typed next, with what was typed of it already.
func (l *Lead) ask(typed string) {
	w, prompt, limit := l.env.Words, "", digits
	switch p, n := l.own.poll, len(l.own.counts); {
	case l.at.level == composing && !l.own.draft.Asked():
		prompt, limit = w.T("room.new-text"), group.MaxText
	case l.at.level == composing:
		prompt, limit = w.F("lead.new-choice", locale.Args{"N": len(l.own.draft.Choices) + 1}), group.MaxChoice
	case n < len(p.Choices):
		prompt = w.T("lead.count")
	default:
		prompt = w.T("room.hands-people")
	}
	l.field = kit.NewField(l.env.Theme, prompt+" ", limit)
	l.field.SetWidth(kit.Room(l.width, l.env.TextWidth))
	l.field.SetValue(typed)
	l.field.Focus()
}

// inField takes a key while something is typed.
func (l *Lead) inField(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.Code {
	case tea.KeyEscape:
		return l.back()
	case tea.KeyEnter:
		cmd := l.onTyped(strings.TrimSpace(l.field.Value()))
		l.draw()
		return cmd
	}
	l.field.Update(msg)
	return nil
}

func (l *Lead) onTyped(text string) tea.Cmd {
	l.said = ""
	if l.at.level == composing {
		return l.onDraft(text)
	}
	n, err := strconv.Atoi(text)
	if text == "" {
		n, err = 0, nil
	}
	if err != nil || n < 0 {
		l.said = l.env.Words.T("room.hands-help")
		return nil
	}
	return l.onCount(n)
}

// onCount takes one number, and puts them into the room after the last.
func (l *Lead) onCount(n int) tea.Cmd {
	p := l.own.poll
	l.own.counts = append(l.own.counts, n)
	want := len(p.Choices)
	if p.Many {
		want++ // how many people, for each of them may have raised a hand twice
	}
	if len(l.own.counts) < want {
		l.ask(l.before())
		return nil
	}
	h := agenda.Tally(p, l.own.counts)
	l.to(more)
	return l.acts(did{l.env.Words.N("room.hands-in", h.People), now}, group.Count{ID: p.ID, Hands: h})
}

// onDraft takes the question, or one of its choices; nothing after two choices
// is the end of it.
func (l *Lead) onDraft(text string) tea.Cmd {
	switch d := l.own.draft; {
	case text == "" && d.Enough():
		return l.draftDone()
	case text == "":
		l.said = l.env.Words.T("room.new-help")
		return nil
	default:
		l.own.draft = d.With(text)
	}
	if l.own.draft.Full() {
		return l.draftDone()
	}
	l.ask("")
	return nil
}

func (l *Lead) draftDone() tea.Cmd {
	if len(l.own.draft.Choices) > 2 {
		return l.to(several)
	}
	return l.askOwn(false)
}

// askOwn asks the room the question that was written.
func (l *Lead) askOwn(many bool) tea.Cmd {
	l.own.draft.Many = many
	l.to(asking)
	return l.take(agenda.Asks(l.own.draft.Poll))
}

// writing draws the page while something is typed.
func (l *Lead) writing() string {
	w, t := l.env.Words, l.env.Theme
	s := kit.Sheet{Width: kit.Room(l.width, l.env.TextWidth)}
	hint := w.T("room.new-help")
	if l.at.level == composing {
		l.writeDraft(&s)
	} else {
		l.writeCounts(&s)
		hint = w.T("room.hands-help")
	}
	if l.said != "" {
		hint = l.said
	}
	return kit.Framed(kit.Writing(s.Lines, &l.field, hint, t, s.Width, l.height), "", l.width, l.env.TextWidth, t)
}

func (l *Lead) writeDraft(s *kit.Sheet) {
	w, t, d := l.env.Words, l.env.Theme, l.own.draft
	s.Put("", w.T("lead.do-new"), t.Heading)
	if d.Asked() {
		s.Put("", d.Text.In(w.Lang()), t.Strong)
	}
	for i, c := range d.Choices {
		s.Put("", strconv.Itoa(i+1)+". "+c.Text.In(w.Lang()), t.Plain)
	}
	s.Gap()
}

func (l *Lead) writeCounts(s *kit.Sheet) {
	w, t, p := l.env.Words, l.env.Theme, l.own.poll
	s.Put("", p.Text.In(w.Lang()), t.Strong)
	for i, n := range l.own.counts {
		if i < len(p.Choices) {
			s.Put("", w.F("lead.counted", locale.Args{"Text": p.Choices[i].Text.In(w.Lang()), "N": n}), t.Plain)
		}
	}
	if i := len(l.own.counts); i < len(p.Choices) {
		s.Gap()
		s.Put("", w.F("room.hands", locale.Args{"Text": p.Choices[i].Text.In(w.Lang())}), t.Strong)
	}
	s.Gap()
}
