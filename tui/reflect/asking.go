package reflect

import (
	"slices"
	"strconv"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/quiz"
	"porchlight/tui/kit"
)

func (r *Reflect) items() []quiz.Item { return r.mirror.Reflection.Items }

// item is the one in front.
func (r *Reflect) item() quiz.Item { return r.items()[r.look.at] }

// ask puts an item in front; past the last one stands the closing.
func (r *Reflect) ask(at int) {
	r.look.note = ""
	if at >= len(r.items()) {
		r.show(closing)
		return
	}
	r.look.at = max(0, at)
	r.show(asking)
	if place, ok := r.look.answers.Given(r.item().ID); ok {
		r.leaf.Select(anAnswer + strconv.Itoa(place))
	}
}

// next goes on: to the item after this one, or back to the list of answers.
func (r *Reflect) next() {
	if r.look.changing {
		r.look.changing = false
		r.show(answers)
		return
	}
	r.ask(r.look.at + 1)
}

// before goes to the item before this one, or to where the learner came from.
func (r *Reflect) before() {
	switch {
	case r.look.changing:
		r.next()
	case r.look.at > 0:
		r.ask(r.look.at - 1)
	default:
		r.show(opening)
	}
}

func (r *Reflect) writeOpening() []kit.Item {
	w, theme := r.env.Words, r.env.Theme
	if r.look.note != "" {
		r.leaf.Sheet.Say(w.T(r.look.note), theme.Accent)
	}
	if r.mirror.Foreign {
		r.leaf.Sheet.Say(w.T("reflect.foreign"), theme.Quiet)
	}
	r.say(r.mirror.Reflection.Intro)
	r.leaf.Sheet.Say(w.T("reflect.private"), theme.Strong)
	items := []kit.Item{{ID: toBegin, Text: w.T("reflect.begin")}}
	if r.loses() {
		items[0].Text = w.T("reflect.go-on")
	}
	if n := len(r.mirror.Looks); n > 0 {
		items = append(items, kit.Item{ID: toOverTime, Text: w.T("reflect.to-trend"), Right: w.N("reflect.looks", n)})
		items = append(items, r.forgetItems()...)
	}
	return append(items, kit.Item{ID: toLeave, Text: w.T("reflect.back")})
}

// writeAsking is one item and the answers to it.
func (r *Reflect) writeAsking() []kit.Item {
	w, theme, i := r.env.Words, r.env.Theme, r.item()
	if r.look.note != "" {
		r.leaf.Sheet.Say(w.T(r.look.note), theme.Accent)
	}
	count := w.F("reflect.count", locale.Args{"At": r.look.at + 1, "Of": len(r.items())})
	r.leaf.Sheet.Put("", count+": "+i.Area, theme.Quiet)
	if r.leaf.Airy() {
		r.leaf.Sheet.Gap()
	}
	r.leaf.Sheet.Put("", i.Ask, theme.Strong)
	r.leaf.Sheet.Gap()
	place, given := r.look.answers.Given(i.ID)
	var items []kit.Item
	for n, text := range r.mirror.Reflection.Scale {
		mark := "( ) "
		if given && n == place {
			mark = "(x) "
		}
		items = append(items, kit.Item{ID: anAnswer + strconv.Itoa(n), Mark: mark, Text: text})
	}
	items = append(items, kit.Item{Head: true})
	skip := kit.Item{ID: toSkip, Text: w.T("reflect.skip")}
	if given {
		skip.Text = w.T("reflect.clear")
	}
	items = append(items, skip)
	if r.look.at > 0 && !r.look.changing {
		items = append(items, kit.Item{ID: toBefore, Text: w.T("reflect.before")})
	}
	return append(items, kit.Item{ID: toFinish, Text: w.T("reflect.finish")})
}

// answer gives the item in front its place. An answer that puts safety first
// leads there at once: it does not wait for the end.
func (r *Reflect) answer(place int) {
	next, err := r.look.answers.Answer(r.item().ID, place)
	if err != nil {
		return // of a scale that is another now: the item stands, to be answered
	}
	r.look.answers, r.look.kept = next, false
	r.desk.Heed(next)
	if slices.Contains(r.item().Unsafe, place) {
		r.show(safety)
		return
	}
	r.next()
}

// skip takes the answer back, if there is one, and goes on.
func (r *Reflect) skip() {
	r.look.answers = r.look.answers.Clear(r.item().ID)
	r.desk.Heed(r.look.answers)
	r.next()
}

// writeSafety is what comes before all else, at once: whom to call on the first
// screen, however small.
func (r *Reflect) writeSafety() []kit.Item {
	w := r.env.Words
	r.say(w.T("safety.reflect"))
	first := r.saySafety()
	r.say(r.item().Word)
	r.say(w.T("reflect.private-still"))
	items := []kit.Item{{ID: toNow, Text: w.T("safety.to-now")}}
	if first.Lesson != nil {
		items = append(items, kit.Item{ID: aLesson + string(first.Lesson.ID), Text: w.F("safety.to-lesson", locale.Args{"Title": first.Lesson.Title})})
	}
	return append(items, kit.Item{ID: toGoOn, Text: w.T("safety.reflect-on")})
}

// saySafety says whom to call, and how to leave at once.
func (r *Reflect) saySafety() study.Safety {
	w, theme := r.env.Words, r.env.Theme
	first := r.desk.Safety()
	r.leaf.Sheet.Say(w.T("safety.danger"), theme.Strong)
	for _, n := range first.Numbers {
		r.leaf.Sheet.Say(n.Name+": "+study.Reach(n, w)+".", theme.Strong)
	}
	r.leaf.Sheet.Say(w.T("safety.leave"), theme.Plain)
	return first
}

// writeAnswers is all items with what was answered.
func (r *Reflect) writeAnswers() []kit.Item {
	w := r.env.Words
	r.leaf.Sheet.Say(w.T("reflect.answers"), r.env.Theme.Quiet)
	items := []kit.Item{{ID: toClosing, Text: w.T("reflect.from-answers")}, {Head: true}}
	for n, i := range r.items() {
		text := w.T("reflect.not-answered")
		if place, ok := r.look.answers.Given(i.ID); ok {
			text = r.mirror.Reflection.Scale[place]
		}
		items = append(items, kit.Item{ID: anItem + strconv.Itoa(n), Text: i.Ask, Under: text})
	}
	return items
}
