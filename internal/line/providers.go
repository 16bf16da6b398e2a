package line

import (
	"context"
	"errors"
	"fmt"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/lessons"
)

// Providers lists the programs the learner is asking, and goes where they
// choose.
func (s *Session) Providers(ctx context.Context) error { return s.end(s.providers(ctx)) }

func (s *Session) providers(ctx context.Context) error {
	for {
		all, of, err := s.desk.Providers(ctx)
		if err != nil {
			return err
		}
		s.gap()
		s.say(s.t("providers.title") + ".")
		if len(all) == 0 {
			s.say(s.t("providers.none"))
		}
		m := s.newMenu()
		for _, p := range all[:min(len(all), study.MaxProviders)] {
			state := s.f("door.asked", locale.Args{"Asked": p.Asked, "Of": of})
			m.add(s.f("line.sign", locale.Args{"Text": p.Name, "State": state}),
				func(ctx context.Context) error { return s.provider(ctx, p.ID) })
		}
		if more := len(all) - study.MaxProviders; more > 0 {
			s.say(s.words.N("providers.more", more))
		}
		if len(all) < study.MaxProviders {
			m.add(s.t("providers.add"), s.addProvider)
		}
		if len(all) > 0 {
			m.add(s.t("providers.compare"), s.compare)
		}
		m.add(s.t("providers.own"), s.ownQuestions)
		m.add(s.t("providers.scope"), s.scope)
		if !s.desk.Guest() {
			m.add(s.t("providers.file"), s.onFiles)
		}
		if err := m.run(ctx); err != nil {
			return err
		}
	}
}

// onFiles says which commands pass answers on, take them in, and lock them.
func (s *Session) onFiles(context.Context) error {
	for _, line := range study.OnFiles(s.words) {
		s.say(line)
	}
	return nil
}

// A chooser is a list of things to do, by number.
type chooser struct {
	s     *Session
	lines []string
	acts  []func(context.Context) error
}

func (s *Session) newMenu() *chooser { return &chooser{s: s} }

func (m *chooser) add(text string, do func(context.Context) error) {
	m.lines, m.acts = append(m.lines, text), append(m.acts, do)
}

// run lists the choices and does the one chosen. Going back from there comes
// back here; going back from here is errBack.
func (m *chooser) run(ctx context.Context) error {
	m.s.list(m.lines)
	n, err := m.s.choose(len(m.lines))
	if err != nil {
		return err
	}
	if err := m.acts[n-1](ctx); !errors.Is(err, errBack) {
		return err
	}
	return nil
}

// keeping does an act until the record has it, or the learner leaves, and says
// that it is saved.
func (s *Session) keeping(ctx context.Context, do func() error) error {
	err := s.tryKeeping(ctx, do)
	if err == nil {
		s.say(s.t(s.desk.Kept()))
	}
	return err
}

// tryKeeping is keeping without a word where all goes well.
func (s *Session) tryKeeping(ctx context.Context, do func() error) error {
	for {
		err := do()
		if err == nil {
			return nil
		}
		if _, end := s.notSaved(ctx, err); end != nil {
			return end
		}
	}
}

// addProvider asks for a name and a number, and opens the program.
func (s *Session) addProvider(ctx context.Context) error {
	name, err := s.ask(s.t("line.name"), s.t("providers.new-hint"))
	if err != nil || name.text == "" {
		return err
	}
	var p study.Provider
	if err := s.keeping(ctx, func() (err error) {
		p, err = s.desk.AddProvider(ctx, name.text, "", "")
		return err
	}); err != nil {
		return err
	}
	if err := s.changeField(ctx, p.ID, s.t("call.phone"), s.t("providers.phone-hint"), setPhone); err != nil && !errors.Is(err, errBack) {
		return err
	}
	return s.provider(ctx, p.ID)
}

func setName(p *study.Provider, text string)  { p.Name = text }
func setPhone(p *study.Provider, text string) { p.Phone = text }
func setNote(p *study.Provider, text string)  { p.Note = text }

// changeField asks for one field of a program and leaves the others alone.
func (s *Session) changeField(ctx context.Context, id, prompt, help string, set func(*study.Provider, string)) error {
	a, err := s.ask(prompt, help)
	if err != nil {
		return err
	}
	p, err := s.desk.Provider(ctx, id)
	if err != nil {
		return err
	}
	set(&p, a.text)
	if p.Name == "" {
		return nil // a program without a name is none
	}
	return s.keeping(ctx, func() error { return s.desk.SaveProvider(ctx, p) })
}

// provider is one program and what can be done with it.
func (s *Session) provider(ctx context.Context, id string) error {
	for {
		p, err := s.desk.Provider(ctx, id)
		if errors.Is(err, study.ErrNoProvider) {
			return errBack // removed
		}
		if err != nil {
			return err
		}
		s.gap()
		s.say(p.Name)
		if p.Phone != "" {
			s.say(s.t("call.phone") + " " + p.Phone)
		}
		s.sayIf("line.note-is", p.Note)
		m := s.newMenu()
		m.add(s.t("providers.call"), func(ctx context.Context) error { return s.call(ctx, id) })
		m.add(s.t("providers.change-phone"), func(ctx context.Context) error {
			return s.changeField(ctx, id, s.t("call.phone"), s.t("providers.phone-hint"), setPhone)
		})
		m.add(s.t("checklist.do-note"), func(ctx context.Context) error {
			return s.changeField(ctx, id, s.t("line.note"), s.t("line.note-help"), setNote)
		})
		m.add(s.t("providers.change-name"), func(ctx context.Context) error {
			return s.changeField(ctx, id, s.t("line.name"), s.t("providers.keep-hint"), setName)
		})
		m.add(s.t("providers.remove"), func(ctx context.Context) error { return s.removeProvider(ctx, p) })
		if err := m.run(ctx); err != nil {
			return err
		}
	}
}

// removeProvider asks before it removes anything.
func (s *Session) removeProvider(ctx context.Context, p study.Provider) error {
	s.say(s.f("providers.remove-ask", locale.Args{"Name": p.Name}))
	s.say(s.t("providers.remove-what"))
	s.list([]string{s.t("providers.remove-not"), s.t("providers.remove-yes")})
	n, err := s.choose(2)
	if err != nil || n == 1 {
		return err
	}
	return s.keeping(ctx, func() error { return s.desk.RemoveProvider(ctx, p.ID) })
}

// ownQuestions lists the learner's own questions, to add, change or remove.
func (s *Session) ownQuestions(ctx context.Context) error {
	for {
		own, err := s.desk.OwnQuestions(ctx)
		if err != nil {
			return err
		}
		s.gap()
		s.say(s.t("providers.own") + ". " + s.t("providers.own-why"))
		m := s.newMenu()
		for _, q := range own {
			m.add(q.Ask, func(ctx context.Context) error { return s.changeQuestion(ctx, q.ID) })
		}
		if len(own) < study.MaxOwn {
			m.add(s.t("providers.own-add"), s.addQuestion)
		}
		if err := m.run(ctx); err != nil {
			return err
		}
	}
}

func (s *Session) addQuestion(ctx context.Context) error {
	a, err := s.ask(s.t("line.own"), s.t("providers.keep-hint"))
	if err != nil || a.text == "" {
		return err
	}
	return s.keeping(ctx, func() error { return s.desk.AddOwnQuestion(ctx, a.text) })
}

func (s *Session) changeQuestion(ctx context.Context, id lessons.QuestionID) error {
	a, err := s.ask(s.t("line.own"), s.t("providers.question-hint"))
	if err != nil {
		return err
	}
	return s.keeping(ctx, func() error {
		if a.text == "" {
			return s.desk.RemoveOwnQuestion(ctx, id)
		}
		return s.desk.ChangeOwnQuestion(ctx, id, a.text)
	})
}

// scope lists what the learner can leave out.
func (s *Session) scope(ctx context.Context) error {
	for {
		situations, err := s.desk.Situations(ctx)
		if err != nil {
			return err
		}
		hidden, err := s.desk.HiddenQuestions(ctx)
		if err != nil {
			return err
		}
		s.gap()
		s.say(s.t("providers.scope") + ". " + s.t("line.scope-why"))
		m := s.newMenu()
		for _, is := range situations {
			state := "line.applies"
			if is.Hidden {
				state = "line.applies-not"
			}
			m.add(fmt.Sprintf("%s %s", s.t(state), s.situation(is.Only)), func(ctx context.Context) error {
				return s.keeping(ctx, func() error { return s.desk.HideSituation(ctx, is.Only, !is.Hidden) })
			})
		}
		for _, q := range hidden {
			m.add(s.f("line.put-back", locale.Args{"Text": q.Ask}), func(ctx context.Context) error {
				return s.keeping(ctx, func() error { return s.desk.HideQuestion(ctx, q.ID, false) })
			})
		}
		if len(m.lines) == 0 {
			return errBack // a course in which everything applies to everyone
		}
		if err := m.run(ctx); err != nil {
			return err
		}
	}
}

// situation is what a situation is called; one that a pack made up is called
// by its own name.
func (s *Session) situation(only string) string {
	switch only {
	case "teen", "opioid", "telehealth", "housing":
		return s.t("providers.only-" + only)
	}
	return only
}
