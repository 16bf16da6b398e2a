package rehearse

import (
	"fmt"
	"regexp"
	"strings"

	"porchlight/internal/kiosk/load"
)

// A face is what people see and type: on a screen, or in plain lines.
type face struct {
	ready string           // is there when they have come in
	again string           // is there when they have come back
	kept  []*regexp.Regexp // comes when an answer is kept, by choice
	// begin goes on from what people are told on coming in the first time.
	begin  func(v *load.Visitor) error
	answer func(p *person, choice int) string
}

// newFace is how the crowd meets the room.
func (r *rehearsal) newFace() face {
	var kept []*regexp.Regexp
	if r.Lines {
		for range choices {
			kept = append(kept, regexp.MustCompile(regexp.QuoteMeta(sentence(r.Words.T("room.kept")))))
		}
		return face{
			ready: r.Words.T("room.prompt"), again: r.Words.T("room.prompt"), kept: kept, begin: func(*load.Visitor) error { return nil },
			answer: func(_ *person, choice int) string { return fmt.Sprintf("%d\n", choice+1) },
		}
	}
	// The row of the choice, with its sign and, at its end, the words that it is
	// the person's answer; while it is on its way other words stand there.
	for i := range choices {
		kept = append(kept, regexp.MustCompile(fmt.Sprintf(`\(x\) %d\. (?:[^\x1b]|\x1b\[[0-9;]*m)*%s`, i+1, regexp.QuoteMeta(r.Words.T("room.your-answer")))))
	}
	return face{
		ready: r.Words.T("room.do-go-on"), again: r.Words.T("room.title") + " " + r.Code.String(), kept: kept, answer: onScreen,
		begin: func(v *load.Visitor) error {
			l := v.LookOut(sentence(r.Words.T("room.quiet")))
			if err := v.Type("\r"); err != nil {
				return err
			}
			_, err := l.Wait()
			return err
		},
	}
}

// onScreen moves the mark to a choice and chooses it.
func onScreen(p *person, choice int) string {
	way := "\x1b[B"
	if choice < p.mark {
		way = "\x1b[A"
	}
	steps := max(choice-p.mark, p.mark-choice)
	p.mark = choice
	return strings.Repeat(way, steps) + "\r"
}

// sentence is the first of a text, which stands in one line.
func sentence(text string) string {
	first, _, _ := strings.Cut(text, ".")
	return first
}
