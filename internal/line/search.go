package line

import (
	"context"
	"errors"
	"strings"

	"porchlight/internal/find"
	"porchlight/internal/locale"
	"porchlight/internal/study"
)

// excerptLimit is the longest line shown of a finding, in characters.
const excerptLimit = 160

// Found is a finding in two plain lines: what it is, and the line that was
// found, which may be empty.
func Found(f find.Finding, w *locale.Words) (name, said string) {
	name = study.Called(f.Entry, w)
	said, _ = find.Excerpt(f.Line, f.Marks, excerptLimit)
	if f.More > 0 {
		said = strings.TrimSpace(said + " (" + w.N("search.more", f.More) + ")")
	}
	return name, said
}

// search asks for words, lists what they find, and opens what is chosen, until
// the learner goes back.
func (s *Session) search(ctx context.Context, words string) error {
	for {
		if words == "" {
			s.gap()
			a, err := s.ask(s.t("search.ask"), s.t("search.ask-help"))
			if err != nil {
				return err
			}
			words = a.text
		}
		if err := s.found(ctx, words); err != nil && !errors.Is(err, errBack) {
			return err
		}
		words = ""
	}
}

// found lists what words find and opens the ones chosen.
func (s *Session) found(ctx context.Context, words string) error {
	if strings.TrimSpace(words) == "" {
		return nil
	}
	f := s.desk.Find(words)
	if len(f.Found) == 0 {
		s.say(f.Count(s.words))
		return nil
	}
	for {
		s.gap()
		s.say(f.Count(s.words))
		lines := make([]string, len(f.Found))
		for i, one := range f.Found {
			name, said := Found(one, s.words)
			lines[i] = strings.TrimSpace(name + ". " + said)
		}
		s.list(lines)
		n, err := s.choose(len(lines))
		if err != nil {
			return err
		}
		if err := s.enter(ctx, study.PlaceOf(f.Found[n-1].Entry)); err != nil && !errors.Is(err, errBack) {
			return err
		}
	}
}
