package reword

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// What can be chosen.
const (
	toLeave   = "leave"
	toRetry   = "retry"
	toNow     = "now"
	toWrite   = "write"
	toAnother = "another"
	toKept    = "kept"
	toLesson  = "lesson"
	toHas     = "has"
	toNotYet  = "not-yet"
	toBefore  = "before"
	toKeep    = "keep"
	toForget  = "forget"
	toOpening = "opening"
)

// aSentence begins the id of an item that stands for a sentence kept.
const aSentence = "s/"

// choose does what the item with the mark says.
func (r *Reword) choose(id string) tea.Cmd {
	if n, ok := strings.CutPrefix(id, aSentence); ok {
		if i, err := strconv.Atoi(n); err == nil && i < len(r.shelf.kept) {
			r.sentence, r.note = r.shelf.kept[i], ""
			r.show(summary)
		}
		return nil
	}
	switch id {
	case toWrite:
		r.begin()
	case toAnother:
		r.sentence = study.Sentence{}
		r.begin()
	case toKept:
		r.show(choosing)
	case toHas, toNotYet:
		r.found(id == toHas)
	case toBefore:
		r.hold(r.at - 1)
	case toOpening:
		r.note = ""
		r.show(opening)
	}
	return r.do(id)
}

// do keeps, forgets, or leaves.
func (r *Reword) do(id string) tea.Cmd {
	switch id {
	case toKeep:
		return r.keep()
	case toForget:
		return r.forget()
	case toRetry:
		return r.open()
	case toNow:
		return page.Go(page.HelpNow{})
	case toLesson:
		return page.Go(page.Lesson{ID: string(r.shelf.lesson.ID)})
	case toLeave:
		return page.Back
	}
	return nil
}

func (r *Reword) writeOpening() []kit.Item {
	w, theme := r.env.Words, r.env.Theme
	if r.shelf.guarded {
		r.leaf.Sheet.Say(w.T("safety.practice"), theme.Strong)
		for _, n := range r.desk.Safety().Numbers {
			r.leaf.Sheet.Say(n.Name+": "+study.Reach(n, w)+".", theme.Plain)
		}
	} else {
		r.leaf.Sheet.Put("! ", w.T("reword.safe"), theme.Strong)
		r.leaf.Sheet.Gap()
	}
	r.leaf.Sheet.Say(w.T("reword.why"), theme.Plain)
	r.leaf.Sheet.Say(w.T("reword.honest"), theme.Plain)
	var items []kit.Item
	if r.shelf.guarded {
		items = append(items, kit.Item{ID: toNow, Text: w.T("safety.to-now")})
	}
	items = append(items, kit.Item{ID: toAnother, Text: w.T("reword.write")})
	if n := len(r.shelf.kept); n > 0 {
		items = append(items, kit.Item{ID: toKept, Text: w.N("reword.to-kept", n)})
	}
	return append(append(items, r.lessonItem()...), kit.Item{ID: toLeave, Text: w.T("reword.back")})
}

func (r *Reword) lessonItem() []kit.Item {
	if r.shelf.lesson == nil {
		return nil
	}
	return []kit.Item{{ID: toLesson, Text: r.env.Words.F("reword.to-lesson", locale.Args{"Title": r.shelf.lesson.Title})}}
}

// saySentence writes the sentence, and how it was at first.
func (r *Reword) saySentence() {
	w, theme := r.env.Words, r.env.Theme
	if r.sentence.Before != "" {
		r.leaf.Sheet.Put("", w.T("reword.before"), theme.Quiet)
		r.leaf.Sheet.Under("    ", r.sentence.Before, theme.Plain)
		r.leaf.Sheet.Gap()
	}
	r.leaf.Sheet.Put("", w.T("reword.yours"), theme.Quiet)
	r.leaf.Sheet.Under("    ", r.sentence.Text, theme.Strong)
	r.leaf.Sheet.Gap()
}

// writePart holds the sentence against one part. What a program can see in it
// is said once, with the first part.
func (r *Reword) writePart() []kit.Item {
	w, theme, part := r.env.Words, r.env.Theme, study.Parts()[r.at]
	r.saySentence()
	if r.at == 0 {
		for _, sign := range study.Signs(r.sentence.Text, w) {
			r.leaf.Sheet.Put("* ", sign, theme.Plain)
			r.leaf.Sheet.Gap()
		}
	}
	r.leaf.Sheet.Put("", w.F("reword.count", locale.Args{"At": r.at + 1, "Of": len(study.Parts()), "Part": w.T("reword.part-" + part)}), theme.Heading)
	r.leaf.Sheet.Put("", w.T("reword.ask-"+part), theme.Plain)
	r.leaf.Sheet.Put("", w.F("reword.example", locale.Args{"Text": w.T("reword.example-" + part)}), theme.Quiet)
	r.leaf.Sheet.Gap()
	items := []kit.Item{
		{ID: toHas, Text: w.T("reword.has")},
		{ID: toNotYet, Text: w.T("reword.not-yet")},
		{Head: true},
		{ID: toWrite, Text: w.T("reword.change")},
	}
	if r.at > 0 {
		items = append(items, kit.Item{ID: toBefore, Text: w.T("reword.part-before")})
	}
	return items
}

// writeSummary is the sentence and what the learner found in it.
func (r *Reword) writeSummary() []kit.Item {
	w, theme := r.env.Words, r.env.Theme
	if r.note != "" {
		r.leaf.Sheet.Say(w.T(r.note), theme.Accent)
	}
	r.saySentence()
	for _, part := range study.Parts() {
		mark, state := "[ ] ", "reword.not-yet"
		if r.has(part) {
			mark, state = "[x] ", "reword.has"
		}
		r.leaf.Sheet.Put(mark, w.T("reword.part-"+part)+": "+w.T(state), theme.Plain)
	}
	r.leaf.Sheet.Gap()
	r.leaf.Sheet.Say(w.T("reword.any-few"), theme.Plain)
	items := []kit.Item{{ID: toWrite, Text: w.T("reword.change")}}
	switch {
	case study.Holds(r.shelf.kept, r.sentence):
		items = append(items, kit.Item{ID: toForget, Text: w.T("reword.remove")})
	case !r.desk.Guest():
		items = append(items, kit.Item{ID: toKeep, Text: w.T("reword.keep"), Under: w.T("reword.keep-why")})
	}
	items = append(items, kit.Item{ID: toAnother, Text: w.T("reword.another")})
	return append(append(items, r.lessonItem()...), kit.Item{ID: toOpening, Text: w.T("reword.back")})
}

func (r *Reword) writeChoosing() []kit.Item {
	w := r.env.Words
	r.leaf.Sheet.Say(w.T("reword.kept-head"), r.env.Theme.Quiet)
	var items []kit.Item
	for i, s := range r.shelf.kept {
		on := w.F("reword.kept-on", locale.Args{"Date": w.Date(s.At)})
		items = append(items, kit.Item{ID: aSentence + strconv.Itoa(i), Text: s.Text, Under: on})
	}
	return append(items, kit.Item{ID: toOpening, Text: w.T("reword.back")})
}
