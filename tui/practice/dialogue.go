package practice

import (
	"strings"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/quiz"
	"porchlight/tui/kit"
)

// writeTalk is the conversation so far and what might be said next.
func (t *Talk) writeTalk() []kit.Item {
	s, p := &t.leaf.Sheet, t.talk.Run.Practice()
	t.sayScene()
	t.fresh = len(s.Lines)
	path := t.talk.Run.Path()
	for i, said := range path {
		step, _ := p.Step(said.Step)
		t.sayThey(step.They)
		t.fresh = len(s.Lines)
		t.sayReply(i, said.Reply)
		t.sayWhy(said.Reply)
	}
	if end, ok := t.talk.Run.Ending(); ok {
		return t.writeEnding(end)
	}
	step, _ := t.talk.Run.Step()
	t.sayThey(step.They)
	return t.replyItems(step)
}

// sayThey is a line of the other person, under their name.
func (t *Talk) sayThey(text string) {
	t.putThey(&t.leaf.Sheet, text)
}

func (t *Talk) putThey(s *kit.Sheet, text string) {
	text = strings.TrimSpace(text)
	if name := study.Speaker(t.talk.Run.Practice(), text); name != "" {
		s.Put("", name+":", t.env.Theme.Strong)
		s.Under(t.inset(1), text, t.env.Theme.Plain)
	} else {
		s.Put(t.inset(1), text, t.env.Theme.Plain)
	}
	s.Gap()
}

// sayReply is what the learner said, set in further than the other's lines, and
// under it their own words where they wrote some.
func (t *Talk) sayReply(i int, r quiz.Reply) {
	w, s, theme := t.env.Words, &t.leaf.Sheet, t.env.Theme
	s.Put(t.inset(3), w.T("practice.you")+":", theme.Heading)
	s.Under(t.inset(4), oneLine(r.Say), theme.Plain)
	if own := t.own.at(i, t.talk); own != "" {
		s.Under(t.inset(4), w.F("practice.in-own-words", locale.Args{"Words": own}), theme.Quiet)
	}
	s.Gap()
	s.Put(t.inset(1), w.T("practice.lands")+" "+oneLine(r.Lands), theme.Plain)
	s.Gap()
}

// sayWhy is the grade in words, and its reason.
func (t *Talk) sayWhy(r quiz.Reply) {
	s, theme := &t.leaf.Sheet, t.env.Theme
	style := theme.Plain
	if r.Grade.Good() {
		style = theme.Good
	}
	s.Put("* ", t.env.Words.T("practice.grade-"+string(r.Grade)), style)
	s.Under("  ", oneLine(r.Why), theme.Plain)
	s.Gap()
}

// inset is how far a line of the dialogue is set in; less in a narrow window.
func (t *Talk) inset(steps int) string {
	size := 2
	if t.leaf.Sheet.Width < 48 {
		size = 1
	}
	return strings.Repeat(" ", size*steps)
}

// replyItems is what might be said, or first the offer to write it oneself.
func (t *Talk) replyItems(step quiz.Step) []kit.Item {
	w := t.env.Words
	var items []kit.Item
	if t.own.first {
		items = []kit.Item{
			{ID: toWrite, Text: w.T("practice.write-now")},
			{ID: toChoices, Text: w.T("practice.show-choices")},
		}
	} else {
		t.leaf.Sheet.Say(w.T("practice.your-turn"), t.env.Theme.Quiet)
		items = append(t.choices(step), kit.Item{ID: toWrite, Text: w.T("practice.write")})
	}
	if t.talk.Given() > 0 {
		items = append(items, kit.Item{ID: toTakeBack, Text: w.T("practice.take-back")})
	}
	return items
}

// choices is the replies of a step, with air between them where there is room.
func (t *Talk) choices(step quiz.Step) (items []kit.Item) {
	for _, r := range step.Replies {
		items = append(items, kit.Item{ID: aReply + string(r.ID), Text: oneLine(r.Say)})
		if t.leaf.Airy() {
			items = append(items, kit.Item{Head: true})
		}
	}
	return items
}

// writeEnding is where the conversation came to rest, and the ways on.
func (t *Talk) writeEnding(end quiz.Ending) []kit.Item {
	w, s, theme := t.env.Words, &t.leaf.Sheet, t.env.Theme
	s.Put("", w.T("practice.end"), theme.Strong)
	s.Under(t.inset(1), end.Text, theme.Plain)
	s.Gap()
	s.Put("* ", oneLine(end.Why), theme.Plain)
	s.Gap()
	s.Say(t.endings(), theme.Quiet)
	items := []kit.Item{
		{ID: toTakeBack, Text: w.T("practice.another-way")},
		{ID: toReplay, Text: w.T("practice.replay")},
		{ID: toAgain, Text: w.T("practice.again")},
	}
	if t.talk.Lesson != nil {
		items = append(items, kit.Item{ID: toLesson, Text: w.F("practice.to-lesson", locale.Args{"Title": t.talk.Lesson.Title})})
	}
	return append(items, kit.Item{ID: toList, Text: w.T("practice.to-list")})
}

// endings says how many endings were seen.
func (t *Talk) endings() string {
	seen, of := len(t.talk.Run.Seen()), len(t.talk.Run.Practice().Endings)
	if seen == of {
		return t.env.Words.F("practice.endings-all", locale.Args{"N": of})
	}
	return t.env.Words.F("practice.endings", locale.Args{"N": seen, "Of": of})
}
