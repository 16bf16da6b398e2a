package course

import (
	"fmt"
	"strings"

	"porchlight/internal/packfile"
	"porchlight/lessons"
	"porchlight/quiz"
)

// A runSheetFile is one run sheet.
type runSheetFile = activity[lessons.RunSheetID, lessons.RunSheet]

// runSheetRules are about the plans of sessions with a group.
func runSheetRules() []rule {
	return []rule{
		forRunSheets("run sheet id is file name", func(r *runSheetFile) { r.idIsName(r.value.ID) }),
		forRunSheets("step ids of a run sheet", runStepIDs),
		forRunSheets("what a run sheet names", runNames),
		forRunSheets("minutes of a run sheet", runMinutes),
		forRunSheets("first and last step", runEnds),
		forRunSheets("before and after", runPairs),
		forEditions("weeks", runWeeks),
	}
}

func forRunSheets(name string, run func(*runSheetFile)) rule {
	return forActivities(name, func(e *edition) []*runSheetFile { return e.runSheets }, run)
}

func runStepIDs(r *runSheetFile) {
	ids := pluck(r.value.Steps, func(s lessons.RunStep) string { return s.ID })
	twice(r.doc, "step id", ids, func(i int) packfile.Pos { return r.doc.At("steps", i, "id") })
}

// runNames reports lessons, prompts, questions and conversations that the pack
// does not have.
func runNames(r *runSheetFile) {
	p := r.edition.pack
	for i, s := range r.value.Steps {
		at := func(key string) packfile.Pos { return r.doc.At("steps", i, key) }
		switch s.Kind {
		case lessons.RunPages:
			p.namesLesson(r.doc, at("lesson"), s.Lesson)
		case lessons.RunPrompt:
			p.namesLesson(r.doc, at("lesson"), s.Lesson)
			p.namesPrompt(r.doc, at("prompt"), s)
		case lessons.RunPoll, lessons.RunBefore, lessons.RunAfter:
			p.namesQuestion(r.doc, at("question"), s.Question)
		case lessons.RunPractice:
			p.namesPractice(r.doc, at("practice"), quiz.PracticeID(s.Practice))
		}
	}
}

// namesPrompt reports a prompt that its lesson does not have. A lesson that
// cannot be read may have it.
func (p *pack) namesPrompt(doc *packfile.Doc, at packfile.Pos, s lessons.RunStep) {
	l := p.english().lesson(s.Lesson)
	if l == nil || !l.doc.Readable() || s.Prompt <= len(l.lesson.Discussion) {
		return
	}
	do := fmt.Sprintf("Its prompts are 1 to %d, in the order of its file.", len(l.lesson.Discussion))
	if len(l.lesson.Discussion) == 0 {
		do = "It has none. Add one to the lesson, or take this step out."
	}
	doc.Report(at, fmt.Sprintf("the lesson %q has no prompt %d", s.Lesson, s.Prompt), do)
}

func (p *pack) namesQuestion(doc *packfile.Doc, at packfile.Pos, name string) {
	if name == "" {
		return
	}
	lesson, _, _ := strings.Cut(name, "/")
	var known []string
	if b := p.english().bank(lessons.ID(lesson)); b != nil {
		if !b.doc.Readable() {
			return // which is an error of its own
		}
		for _, q := range b.bank.Questions {
			known = append(known, string(q.ID))
			if string(q.ID) == name {
				return
			}
		}
	}
	unknown(doc, at, "there is no question %q", name, known, "Write the name of a bank and of a question in it, as in helping-or-enabling/cash.")
}

func (p *pack) namesPractice(doc *packfile.Doc, at packfile.Pos, id quiz.PracticeID) {
	if e := p.english(); id != "" && activityOf(e.practices, id) == nil {
		known := pluck(e.practices, func(f *practiceFile) quiz.PracticeID { return f.name })
		unknown(doc, at, "there is no practice %q", id, known, "Write the name of a file in quiz/en/practice without .yaml.")
	}
}

// runMinutes holds the length of a session against that of its steps.
func runMinutes(r *runSheetFile) {
	sum := 0
	for _, s := range r.value.Steps {
		if s.Minutes == 0 {
			return // an error of its own
		}
		sum += s.Minutes
	}
	if m := r.value.Minutes; m > 0 && sum > 0 && m != sum {
		r.doc.Report(r.doc.At("minutes"), fmt.Sprintf("the steps take %d minutes, not %d", sum, m), "Write the sum of the steps, steps that may be left out included.")
	}
}

// runEnds: people are welcomed first, and nobody is sent home without a close.
func runEnds(r *runSheetFile) {
	steps := r.value.Steps
	if len(steps) == 0 {
		return
	}
	last := len(steps) - 1
	if k := steps[0].Kind; k != "" && (k != lessons.RunWelcome || steps[0].Optional) {
		r.doc.Report(r.doc.At("steps", 0), "the first step is not a welcome", "Begin with kind: welcome, and do not make it optional.")
	}
	if k := steps[last].Kind; k != "" && (k != lessons.RunClose || steps[last].Optional) {
		r.doc.Report(r.doc.At("steps", last), "the last step is not a close", "End with kind: close, and do not make it optional.")
	}
}

// runPairs holds what is asked after against what was asked before: a shift
// shows only where both are asked.
func runPairs(r *runSheetFile) {
	before := map[string]int{}
	for i, s := range r.value.Steps {
		switch {
		case s.Question == "":
		case s.Kind == lessons.RunBefore:
			before[s.Question] = i + 1
		case s.Kind == lessons.RunAfter && before[s.Question] == 0:
			r.doc.Report(r.doc.At("steps", i, "question"), fmt.Sprintf("%q was not asked before", s.Question), "Ask it in a step of kind before, above this one.")
		case s.Kind == lessons.RunAfter:
			delete(before, s.Question)
		}
	}
	for q, i := range before {
		r.doc.Report(r.doc.At("steps", i-1, "question"), fmt.Sprintf("%q is not asked after", q), "Ask it again in a step of kind after, or make this one a poll.")
	}
}

// runWeeks: a week of the series has one sheet.
func runWeeks(e *edition) {
	seen := map[int]lessons.RunSheetID{}
	for _, r := range e.runSheets {
		w := r.value.Week
		if w == 0 || !r.doc.Readable() {
			continue
		}
		if other, ok := seen[w]; ok {
			r.doc.Report(r.doc.At("week"), fmt.Sprintf("week %d is that of %q too", w, other), "Give each sheet of the series a week of its own.")
		}
		seen[w] = r.name
	}
}

const runSheetTexts = "title focus steps.*.title steps.*.say steps.*.notes"

func runSheetPassages(r *runSheetFile) []passage { return texts(r.doc, runSheetTexts, nil) }

func runSheetFeatures(r lessons.RunSheet) []feature {
	list := []feature{{"the length", count(r.Minutes, "minute"), []any{"minutes"}}}
	for i, s := range r.Steps {
		what := fmt.Sprintf("kind %s, %d minutes, %s", s.Kind, s.Minutes, strings.Join([]string{string(s.Lesson), s.Question, s.Practice, fmt.Sprint(s.Prompt, s.Optional)}, " "))
		list = append(list, feature{fmt.Sprintf("the step %q", s.ID), what, []any{"steps", i, "id"}})
	}
	return list
}
