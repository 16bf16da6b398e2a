package line

import (
	"strings"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/quiz"
)

// tellScene tells safety, who one is, and what happens before.
func (p *play) tellScene() {
	pr := p.talk.Run.Practice()
	if pr.Safety != "" {
		p.say(pr.Safety)
	}
	p.say(p.f("practice.you-are", locale.Args{"You": pr.You, "They": pr.They}))
	p.say(strings.TrimSpace(pr.Scene))
	if seen := len(p.talk.Run.Seen()); seen > 0 {
		p.say(p.endings())
	}
}

// endings says how many endings were seen.
func (s *play) endings() string {
	seen, of := len(s.talk.Run.Seen()), len(s.talk.Run.Practice().Endings)
	if seen == of {
		return s.f("practice.endings-all", locale.Args{"N": of})
	}
	return s.f("practice.endings", locale.Args{"N": seen, "Of": of})
}

// tellLast tells the reply given last, so that one knows where one is.
func (p *play) tellLast() {
	path := p.talk.Run.Path()
	i := len(path) - 1
	step, _ := p.talk.Run.Practice().Step(path[i].Step)
	p.gap()
	p.tellThey(step)
	p.tellReply(i, path[i].Reply)
}

// tellThey is what the other person says, under their name.
func (p *play) tellThey(step quiz.Step) {
	text := strings.TrimSpace(step.They)
	if name := study.Speaker(p.talk.Run.Practice(), text); name != "" {
		text = name + ": " + text
	}
	p.say(text)
}

// tellReply is what the learner said, in which words of their own, and how it
// landed.
func (p *play) tellReply(i int, r quiz.Reply) {
	p.say(p.t("practice.you") + ": " + r.Say)
	own := p.said[i]
	if own == "" {
		own = p.talk.Words[p.talk.Run.Path()[i].Step]
	}
	if own != "" {
		p.say(p.f("practice.in-own-words", locale.Args{"Words": own}))
	}
	p.say(p.t("practice.lands") + " " + r.Lands)
}
