package practice

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/quiz"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// Ways on that are no replies.
const (
	toLeave    = "leave"
	toRetry    = "retry"
	toList     = "list"
	toNow      = "now"
	toSafety   = "safety"
	toOpening  = "opening"
	toGoOn     = "go-on"
	toBegin    = "begin"
	toOwn      = "own-first"
	toLesson   = "lesson"
	toTakeBack = "take-back"
	toAgain    = "again"
	toReplay   = "replay"
	toWrite    = "write"
	toChoices  = "choices"
	toKeep     = "keep"
	toTalk     = "talk"
)

// What begins the id of an item that stands for a reply, or for going back to
// one.
const (
	aReply = "r/"
	aPlace = "p/"
)

// choose does what the item with the mark says.
func (t *Talk) choose(id string) tea.Cmd {
	if reply, ok := strings.CutPrefix(id, aReply); ok {
		return t.say(quiz.ReplyID(reply))
	}
	if place, ok := strings.CutPrefix(id, aPlace); ok {
		return t.takeBack(placeOf(place))
	}
	switch id {
	case toGoOn, toTalk:
		t.showTalk()
	case toOpening:
		t.show(opening)
	case toBegin, toAgain:
		t.own.first = false
		return t.begin()
	case toOwn:
		t.own.first = true
		return t.begin()
	case toTakeBack:
		return t.takeBack(t.talk.Given() - 1)
	case toReplay:
		t.show(replaying)
	case toWrite:
		t.writeOwn()
	case toChoices:
		t.own.first = false
		t.compose()
		t.leaf.GoTo(t.fresh)
	case toKeep:
		return t.keepWords()
	}
	return t.goTo(id)
}

// goTo leaves for another place.
func (t *Talk) goTo(id string) tea.Cmd {
	switch id {
	case toLeave:
		return page.Back
	case toRetry:
		return t.open()
	case toList:
		return page.Replace(page.Practices{})
	case toNow:
		return page.Go(page.HelpNow{})
	case toSafety:
		return page.Go(page.Lesson{ID: string(t.desk.Safety().Lesson.ID)})
	case toLesson:
		return page.Go(page.Lesson{ID: string(t.talk.Lesson.ID)})
	}
	return nil
}

// writeGuard is what stands before a conversation where home may not be safe.
// It does not say that the learner said so: someone may look over their
// shoulder.
func (t *Talk) writeGuard() []kit.Item {
	w, theme, s := t.env.Words, t.env.Theme, &t.leaf.Sheet
	s.Say(w.T("safety.practice"), theme.Strong)
	if p := t.talk.Run.Practice(); p.Safety != "" {
		s.Say(oneLine(p.Safety), theme.Plain)
	}
	first := t.desk.Safety()
	s.Say(w.T("safety.danger"), theme.Plain)
	for _, n := range first.Numbers {
		s.Say(n.Name+": "+study.Reach(n, w)+".", theme.Plain)
	}
	s.Say(w.T("safety.leave"), theme.Plain)
	items := []kit.Item{{ID: toNow, Text: w.T("safety.to-now")}}
	if first.Lesson != nil {
		items = append(items, kit.Item{ID: toSafety, Text: w.F("safety.to-lesson", locale.Args{"Title": first.Lesson.Title})})
	}
	return append(items, kit.Item{ID: toLeave, Text: w.T("practice.back")}, kit.Item{ID: toOpening, Text: w.T("safety.practice-on")})
}

// writeOpening is what to know before the first word.
func (t *Talk) writeOpening() []kit.Item {
	w := t.env.Words
	if t.talk.Foreign {
		t.leaf.Sheet.Say(w.T("practice.foreign"), t.env.Theme.Quiet)
	}
	if t.talk.Changed {
		t.leaf.Sheet.Say(w.T("practice.changed"), t.env.Theme.Accent)
	}
	t.sayScene()
	items := t.wayIn()
	if t.talk.Lesson != nil {
		items = append(items, kit.Item{ID: toLesson, Text: w.F("practice.to-lesson", locale.Args{"Title": t.talk.Lesson.Title})})
	}
	return append(items, kit.Item{ID: toLeave, Text: w.T("practice.back")})
}

// sayScene tells safety, who one is, and what happens before.
func (t *Talk) sayScene() {
	w, theme, s, p := t.env.Words, t.env.Theme, &t.leaf.Sheet, t.talk.Run.Practice()
	if p.Safety != "" {
		s.Put("! ", oneLine(p.Safety), theme.Strong)
		s.Gap()
	}
	s.Say(w.F("practice.you-are", locale.Args{"You": p.You, "They": p.They}), theme.Quiet)
	for part := range strings.SplitSeq(strings.TrimSpace(p.Scene), "\n\n") {
		s.Say(oneLine(part), theme.Plain)
	}
	if len(t.talk.Run.Seen()) > 0 && t.stage == opening {
		s.Say(t.endings(), theme.Quiet)
	}
}

// wayIn is how to begin, or to go on where the learner was.
func (t *Talk) wayIn() []kit.Item {
	w, given := t.env.Words, t.talk.Given()
	_, ended := t.talk.Run.Ending()
	switch {
	case ended:
		return []kit.Item{
			{ID: toAgain, Text: w.T("practice.again")},
			{ID: toOwn, Text: w.T("practice.own-first")},
			{ID: toTalk, Text: w.T("practice.last-time")},
		}
	case given > 0:
		return []kit.Item{
			{ID: toGoOn, Text: w.N("practice.go-on", given)},
			{ID: toAgain, Text: w.T("practice.again")},
			{ID: toOwn, Text: w.T("practice.again-own-first")},
		}
	}
	return []kit.Item{
		{ID: toBegin, Text: w.T("practice.begin")},
		{ID: toOwn, Text: w.T("practice.own-first")},
	}
}
