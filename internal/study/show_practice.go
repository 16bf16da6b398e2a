package study

import (
	"strconv"
	"strings"

	"porchlight/internal/locale"
	"porchlight/internal/typeset"
	"porchlight/lessons"
	"porchlight/quiz"
)

// A Screen is what a part shows at one point: Markdown, and what the room can
// choose at the end of it.
type Screen struct {
	Markdown string
	Choices  []quiz.Reply // of a practice; none at its end
}

// practicePart is a conversation that the room plays. Nothing of it is kept.
func practicePart(p quiz.Practice, w *locale.Words) Part {
	part := Part{Kind: ShowPractice, Title: w.F("present.practice", locale.Args{"Title": oneLine(p.Title)}), practice: p}
	part.Notes = []string{w.T("present.practice-how")}
	if p.Safety != "" {
		part.Notes = append(part.Notes, w.F("present.watch-for", locale.Args{"Text": oneLine(p.Safety)}))
	}
	return part
}

// Screen is what the room sees of the part after these replies. Replies that no
// longer fit are passed over; how many fit is returned too.
func (p Part) Screen(replies []quiz.ReplyID, w *locale.Words) (Screen, int) {
	if p.Kind != ShowPractice {
		return Screen{Markdown: p.Markdown}, 0
	}
	run, _ := quiz.NewRun(p.practice, showSeed).Replay(replies)
	var b strings.Builder
	path := run.Path()
	if len(path) == 0 {
		b.WriteString(opening(p.practice, w))
	} else {
		last := path[len(path)-1].Reply
		b.WriteString("## " + w.T("present.lands") + "\n\n" + paragraphs(last.Lands) + literal(last.Why) + "\n\n")
	}
	if end, ok := run.Ending(); ok {
		b.WriteString("## " + w.T("present.ends") + "\n\n" + paragraphs(end.Text) + literal(end.Why) + "\n\n")
		return Screen{Markdown: b.String()}, len(path)
	}
	step, _ := run.Step()
	b.WriteString("## " + literal(p.practice.They) + "\n\n" + paragraphs(step.They) + typeset.ChoicesMark + "\n\n" + paused)
	for i, r := range step.Replies {
		b.WriteString("**" + strconv.Itoa(i+1) + ".** " + literal(r.Say) + "\n\n")
	}
	return Screen{b.String(), step.Replies}, len(path)
}

const paused = lessons.PauseMark + "\n\n"

// opening is what stands before a conversation: safety first, then the scene.
func opening(p quiz.Practice, w *locale.Words) string {
	var b strings.Builder
	b.WriteString("# " + literal(p.Title) + "\n\n")
	if p.Safety != "" {
		b.WriteString("> " + literal(p.Safety) + "\n\n")
	}
	b.WriteString(paragraphs(p.Scene))
	b.WriteString(literal(w.F("practice.you-are", locale.Args{"You": p.You, "They": p.They})) + "\n\n")
	return b.String()
}

// paragraphs is text of several lines as paragraphs.
func paragraphs(text string) string {
	var b strings.Builder
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			b.WriteString(literal(line) + "\n\n")
		}
	}
	return b.String()
}
