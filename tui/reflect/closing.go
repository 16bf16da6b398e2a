package reflect

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// Ways on that are no answers.
const (
	toLeave    = "leave"
	toRetry    = "retry"
	toList     = "list"
	toNow      = "now"
	toBegin    = "begin"
	toGoOn     = "go-on"
	toSkip     = "skip"
	toBefore   = "before"
	toFinish   = "finish"
	toAnswers  = "answers"
	toClosing  = "closing"
	toKeep     = "keep"
	toKeepAll  = "keep-all"
	toKeepSafe = "keep-harmless"
	toOpening  = "opening"
	toLoseIt   = "lose-it"
	toOverTime = "over-time"
	toForget   = "forget"
	toForgetIt = "forget-it"
	toPick     = "pick"
	toTraces   = "traces"
)

// What begins the id of an item that stands for an answer, an item of the
// reflection, a lesson, or a look that was kept.
const (
	anAnswer = "a/"
	anItem   = "i/"
	aLesson  = "l/"
	aLook    = "k/"
)

// choose does what the item with the mark says.
func (r *Reflect) choose(id string) tea.Cmd {
	kind, rest, _ := strings.Cut(id, "/")
	switch kind + "/" {
	case anAnswer:
		r.answer(number(rest))
		return nil
	case anItem:
		r.ask(number(rest))
		r.look.changing = true
		r.compose()
		return nil
	case aLesson:
		return page.Go(page.Lesson{ID: rest})
	case aLook:
		r.doomed = rest
		r.show(forgetting)
		return nil
	}
	if r.move(id) {
		return nil
	}
	return r.do(id)
}

// move goes to another part of the reflection, and reports whether the item
// asks for that.
func (r *Reflect) move(id string) bool {
	switch id {
	case toBegin:
		r.ask(r.look.at)
	case toGoOn:
		r.next()
	case toSkip:
		r.skip()
	case toBefore:
		r.before()
	case toFinish, toClosing:
		r.look.changing = false
		r.show(closing)
	case toAnswers:
		r.show(answers)
	case toOpening:
		r.show(opening)
	case toOverTime:
		r.show(overTime)
	case toPick:
		r.show(picking)
	case toForget:
		r.doomed = ""
		r.show(forgetting)
	default:
		return false
	}
	return true
}

// do keeps, forgets, or leaves.
func (r *Reflect) do(id string) tea.Cmd {
	switch id {
	case toKeep:
		if r.look.answers.Unsafe() {
			r.show(keeping)
			return nil
		}
		return r.keep(r.desk.NewLook(r.look.answers))
	case toKeepAll:
		return r.keep(r.desk.NewLook(r.look.answers))
	case toKeepSafe:
		return r.keep(r.desk.NewLook(r.look.answers).Harmless(r.mirror.Reflection))
	case toForgetIt:
		return r.forget()
	case toNow:
		return page.Go(page.HelpNow{})
	case toTraces:
		return page.Go(page.Traces{})
	case toList:
		return page.Replace(page.Reflections{})
	case toRetry:
		return r.open()
	case toLoseIt:
		return page.Back
	case toLeave:
		return r.back()
	}
	return nil
}

// number is the number in an item's id.
func number(id string) int {
	n, err := strconv.Atoi(id)
	if err != nil {
		return -1
	}
	return n
}

// writeClosing is where to look next, and what to do with the answers.
func (r *Reflect) writeClosing() []kit.Item {
	w, theme := r.env.Words, r.env.Theme
	if r.look.note != "" {
		r.leaf.Sheet.Say(w.T(r.look.note), theme.Accent)
	}
	unsafe := r.look.answers.Unsafe()
	if unsafe {
		r.saySafety()
	}
	r.say(r.mirror.Reflection.Closing)
	if unsafe {
		r.leaf.Sheet.Say(w.T("reflect.waits"), theme.Plain)
	}
	items := r.sayNext()
	if unsafe {
		items = append([]kit.Item{{ID: toNow, Text: w.T("safety.to-now")}}, items...)
	}
	return append(append(items, kit.Item{Head: true}), r.writeLast()...)
}

// sayNext leads to a lesson for each area that has one, each with a kind line.
func (r *Reflect) sayNext() (items []kit.Item) {
	w, theme := r.env.Words, r.env.Theme
	steps := r.desk.Steps(r.look.answers)
	if r.look.answers.Unsafe() { // enough was said, and all of it belongs on one screen
		return r.stepItems(steps)
	}
	if len(steps) == 0 {
		r.leaf.Sheet.Say(w.T("reflect.no-next"), theme.Quiet)
		return nil
	}
	r.leaf.Sheet.Say(w.T("reflect.next"), theme.Strong)
	return r.stepItems(steps)
}

func (r *Reflect) stepItems(steps []study.Step) (items []kit.Item) {
	for _, s := range steps {
		items = append(items, kit.Item{
			ID:    aLesson + string(s.Lesson.ID),
			Text:  r.env.Words.F("reflect.to-lesson", locale.Args{"Area": s.Area, "Title": s.Lesson.Title}),
			Under: s.Word,
		})
	}
	return items
}

// writeLast is what can be done with the answers.
func (r *Reflect) writeLast() []kit.Item {
	w := r.env.Words
	if r.look.kept || len(r.look.answers.All()) == 0 {
		items := []kit.Item{{ID: toLoseIt, Text: w.T("reflect.to-close")}, {ID: toList, Text: w.T("reflect.to-list")}}
		if len(r.mirror.Looks) > 0 {
			items = append(items, kit.Item{ID: toOverTime, Text: w.T("reflect.to-trend")})
		}
		return items
	}
	items := []kit.Item{
		{ID: toAnswers, Text: w.T("reflect.to-answers")},
		{ID: toLoseIt, Text: w.T("reflect.to-leave")},
	}
	if !r.desk.Guest() {
		items = append(items, kit.Item{ID: toKeep, Text: w.T("reflect.to-keep"), Under: w.T("reflect.keep-why")})
	}
	return items
}

// writeKeeping asks to think first: what is kept can be read by whoever opens
// this computer.
func (r *Reflect) writeKeeping() []kit.Item {
	w := r.env.Words
	r.leaf.Sheet.Say(w.T("reflect.shared"), r.env.Theme.Strong)
	return []kit.Item{
		{ID: toClosing, Text: w.T("reflect.keep-nothing")},
		{ID: toKeepSafe, Text: w.T("reflect.keep-harmless")},
		{ID: toKeepAll, Text: w.T("reflect.keep-all")},
		{ID: toTraces, Text: w.T("reflect.to-traces")},
	}
}

func (r *Reflect) writeLeaving() []kit.Item {
	w := r.env.Words
	r.say(w.T("reflect.leaving"))
	return []kit.Item{
		{ID: toOpening, Text: w.T("reflect.stay")},
		{ID: toLoseIt, Text: w.T("reflect.leave-now")},
		{ID: toClosing, Text: w.T("reflect.finish")},
	}
}
