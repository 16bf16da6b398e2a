package line

import (
	"fmt"
	"slices"
	"strings"

	"porchlight/internal/locale"
	"porchlight/quiz"
)

// lay writes what can be chosen for a question.
func (s *Session) lay(q quiz.Question) {
	if q.Kind == quiz.ShortText {
		return // it is typed, and showing the words would say which
	}
	texts := make([]string, len(q.Options))
	for i, o := range q.Options {
		texts[i] = o.Text
	}
	s.list(texts)
	if q.Kind == quiz.Matching {
		s.say(s.t("line.matches"))
	}
	for i, m := range q.Matches {
		s.say(fmt.Sprintf("%s. %s", letter(i), m.Text))
	}
}

// letter names a match, from 0: a, b, c.
func letter(i int) string { return string(rune('a' + i)) }

// An asking is how an answer of one kind is asked for and read. Read returns
// words that say what does not fit, or none.
type asking struct {
	prompt, help string
	read         func(answer) (quiz.Response, string)
}

// respond asks for a response until one fits the question.
func (s *Session) respond(q quiz.Question) (quiz.Response, error) {
	how := s.asking(q)
	if q.Kind == quiz.Order || q.Kind == quiz.Matching || q.Kind == quiz.ShortText {
		s.say(how.help) // not everybody has met these
	}
	for {
		a, err := s.ask(how.prompt, how.help)
		if err != nil {
			return quiz.Response{}, err
		}
		r, odd := how.read(a)
		if odd == "" {
			if _, err := q.Grade(r); err == nil {
				return r, nil
			}
			odd = how.help
		}
		s.say(odd)
	}
}

func (s *Session) asking(q quiz.Question) asking {
	n := locale.Args{"N": len(q.Options)}
	switch q.Kind {
	case quiz.Multiple:
		return asking{s.t("line.choose-several"), s.f("line.several-help", n), s.readSeveral(q)}
	case quiz.Order:
		return asking{s.t("line.order"), s.f("line.order-help", locale.Args{"N": len(q.Options), "Such": such(len(q.Options))}), s.readOrder(q)}
	case quiz.Matching:
		return asking{s.t("line.pairs"), s.t("line.pairs-help"), s.readPairs(q)}
	case quiz.ShortText:
		return asking{s.t("line.type"), s.t("line.type-help"), s.readTyped}
	}
	return asking{s.t("line.choose"), s.f("line.choose-help", n), s.readOne(q)}
}

// such is an example of an order of n things that is not the one shown.
func such(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprint((i+1)%n + 1)
	}
	return strings.Join(words, " ")
}

// readOne reads one option: its number, or its very words.
func (s *Session) readOne(q quiz.Question) func(answer) (quiz.Response, string) {
	return func(a answer) (quiz.Response, string) {
		if i, ok := a.number(len(q.Options)); ok {
			return quiz.Choose(q.Options[i-1].ID), ""
		}
		for _, o := range q.Options {
			if typed := quiz.PlainWords(a.text); typed != "" && typed == quiz.PlainWords(o.Text) {
				return quiz.Choose(o.ID), ""
			}
		}
		return quiz.Response{}, s.f("line.not-a-choice", locale.Args{"N": len(q.Options)})
	}
}

func (s *Session) readSeveral(q quiz.Question) func(answer) (quiz.Response, string) {
	return func(a answer) (quiz.Response, string) {
		ns, ok := a.numbers(len(q.Options))
		if !ok {
			return quiz.Response{}, s.f("line.not-choices", locale.Args{"N": len(q.Options)})
		}
		var r quiz.Response
		for i, n := range ns {
			if !slices.Contains(ns[:i], n) {
				r.Choices = append(r.Choices, q.Options[n-1].ID)
			}
		}
		return r, ""
	}
}

// readOrder reads the number of every option, each once.
func (s *Session) readOrder(q quiz.Question) func(answer) (quiz.Response, string) {
	return func(a answer) (quiz.Response, string) {
		ns, ok := a.numbers(len(q.Options))
		if !ok {
			return quiz.Response{}, s.f("line.not-an-order", locale.Args{"N": len(q.Options), "Such": such(len(q.Options))})
		}
		var r quiz.Response
		for i, n := range ns {
			if slices.Contains(ns[:i], n) {
				return r, s.f("line.twice", locale.Args{"What": n})
			}
			r.Choices = append(r.Choices, q.Options[n-1].ID)
		}
		var left []string
		for i := range q.Options {
			if !slices.Contains(ns, i+1) {
				left = append(left, fmt.Sprint(i+1))
			}
		}
		return r, s.leftOut(left)
	}
}

// readPairs reads a letter for every number.
func (s *Session) readPairs(q quiz.Question) func(answer) (quiz.Response, string) {
	return func(a answer) (quiz.Response, string) {
		pairs, ok := a.pairs(len(q.Options), len(q.Matches))
		if !ok {
			return quiz.Response{}, s.f("line.not-pairs", locale.Args{"N": len(q.Options), "Last": letter(len(q.Matches) - 1)})
		}
		var r quiz.Response
		for _, p := range pairs {
			o := q.Options[p.number-1].ID
			if _, twice := r.Paired(o); twice {
				return r, s.f("line.twice", locale.Args{"What": p.number})
			}
			r.Choices = append(r.Choices, quiz.Pair(o, q.Matches[p.letter].ID))
		}
		var left []string
		for i, o := range q.Options {
			if _, ok := r.Paired(o.ID); !ok {
				left = append(left, fmt.Sprint(i+1))
			}
		}
		return r, s.leftOut(left)
	}
}

// leftOut names the numbers that were not typed, or says nothing.
func (s *Session) leftOut(left []string) string {
	if len(left) == 0 {
		return ""
	}
	return s.f("line.left-out", locale.Args{"What": strings.Join(left, ", ")})
}

func (s *Session) readTyped(a answer) (quiz.Response, string) {
	switch {
	case quiz.PlainWords(a.text) == "":
		return quiz.Response{}, s.t("line.type-nothing")
	case len(a.text) > quiz.MaxTyped:
		return quiz.Response{}, s.t("line.type-long")
	}
	return quiz.Type(a.text), ""
}
