package line

import (
	"context"
	"errors"
	"strings"

	"porchlight/internal/locale"
)

// A menu is numbered lines, each with what it does, and words that do something
// too.
type menu struct {
	lines []string
	acts  []func() error
	words map[string]func() error
}

func (m *menu) add(text string, do func() error) {
	m.lines, m.acts = append(m.lines, strings.Join(strings.Fields(text), " ")), append(m.acts, do)
}

// word adds words that can be typed, folded.
func (m *menu) word(do func() error, words ...string) {
	if m.words == nil {
		m.words = map[string]func() error{}
	}
	for _, w := range words {
		m.words[w] = do
	}
}

// choose lists the lines and does the one chosen.
func (m *menu) choose(s *Session) error {
	s.list(m.lines)
	for {
		a, err := s.ask(s.t("line.choose"), s.f("line.choose-help", locale.Args{"N": len(m.lines)}))
		if err != nil {
			return err
		}
		if i, ok := a.number(len(m.lines)); ok {
			return m.acts[i-1]()
		}
		if do, ok := m.words[a.word]; ok {
			return do()
		}
		s.say(s.f("line.not-a-choice", locale.Args{"N": len(m.lines)}))
	}
}

// persist does something that the record keeps, until it is kept or the learner
// ends it.
func (s *Session) persist(ctx context.Context, do func() error) error {
	for {
		err := do()
		if err == nil || errors.Is(err, context.Canceled) {
			return err
		}
		if _, end := s.notSaved(ctx, err); end != nil {
			return end
		}
	}
}
