package practice

import (
	"strconv"

	"porchlight/internal/locale"
	"porchlight/tui/kit"
)

// writeReplay is the way taken, as it was said, without the reasons; from each
// reply one can go another way.
func (t *Talk) writeReplay() []kit.Item {
	w, s, p := t.env.Words, &t.leaf.Sheet, t.talk.Run.Practice()
	s.Say(w.T("practice.replay-head"), t.env.Theme.Quiet)
	items := make([]kit.Item, 0, t.talk.Given()+1)
	for i, said := range t.talk.Run.Path() {
		step, _ := p.Step(said.Step)
		t.sayThey(step.They)
		t.sayReply(i, said.Reply)
		items = append(items, kit.Item{
			ID: aPlace + strconv.Itoa(i), Text: w.F("practice.from-here", locale.Args{"N": i + 1}),
			Under: w.T("practice.grade-" + string(said.Reply.Grade)),
		})
	}
	if end, ok := t.talk.Run.Ending(); ok {
		s.Put("", w.T("practice.end"), t.env.Theme.Strong)
		s.Under(t.inset(1), end.Text, t.env.Theme.Plain)
		s.Gap()
	}
	return append(items, kit.Item{ID: toTalk, Text: w.T("practice.from-replay")})
}

// placeOf is the number in an item's id.
func placeOf(id string) int {
	n, _ := strconv.Atoi(id)
	return n
}
