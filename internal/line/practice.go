package line

import (
	"context"
	"errors"
	"strings"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/quiz"
)

// practices lists the practice conversations and opens the one chosen.
func (s *Session) practices(ctx context.Context) error {
	for {
		scenes, err := s.desk.Scenes(ctx)
		if err != nil {
			return err
		}
		s.gap()
		s.say(s.t("practice.title") + ". " + s.t("practice.list-why"))
		lines := make([]string, 0, len(scenes)+1)
		for _, scene := range scenes {
			lines = append(lines, s.scene(scene))
		}
		s.list(append(lines, s.t("reword.door")))
		n, err := s.choose(len(scenes) + 1)
		if err != nil {
			return err
		}
		if n > len(scenes) {
			err = s.reword(ctx)
		} else {
			err = s.practice(ctx, scenes[n-1].Practice.ID)
		}
		if err != nil && !errors.Is(err, errBack) {
			return err
		}
	}
}

// scene is one conversation in the list: its title, with whom, and what became
// of it.
func (s *Session) scene(of study.Scene) string {
	p := of.Practice
	text := p.Title + ", " + s.f("practice.with", locale.Args{"They": p.They})
	switch {
	case of.Begun:
		text += " (" + s.t("practice.begun") + ")"
	case of.Seen > 0:
		text += " (" + s.f("practice.seen", locale.Args{"N": of.Seen, "Of": len(p.Endings)}) + ")"
	}
	return text
}

// Practice plays one conversation. It ends when the learner is done or the
// input ends; every reply until then is kept.
func (s *Session) Practice(ctx context.Context, id quiz.PracticeID) error {
	return s.end(s.practice(ctx, id))
}

func (s *Session) practice(ctx context.Context, id quiz.PracticeID) error {
	talk, err := s.desk.Talk(ctx, id)
	if err != nil {
		return err
	}
	s.gap()
	s.say(talk.Run.Practice().Title)
	if talk.Guarded {
		if err := s.guard(ctx, talk); err != nil {
			return err
		}
	}
	p := &play{Session: s, talk: talk}
	if err := p.begin(ctx); err != nil {
		return err
	}
	return p.on(ctx)
}

// A play is one conversation being played.
type play struct {
	*Session
	talk study.Talk
	own  bool           // write before the choices are shown
	said map[int]string // what was written before the reply of that number
}

// begin tells the scene and asks how to begin.
func (p *play) begin(ctx context.Context) error {
	if p.talk.Foreign {
		p.say(p.t("practice.foreign"))
	}
	if p.talk.Changed {
		p.say(p.t("practice.changed"))
	}
	p.tellScene()
	given := p.talk.Given()
	again := func(own bool) func() error {
		return func() error { p.own = own; return p.takeBack(ctx, 0) }
	}
	var m menu
	switch _, ended := p.talk.Run.Ending(); {
	case ended:
		m.add(p.t("practice.again"), again(false))
		m.add(p.t("practice.own-first"), again(true))
		m.add(p.t("practice.last-time"), func() error { return nil })
	case given > 0:
		m.add(p.words.N("practice.go-on", given), func() error { p.tellLast(); return nil })
		m.add(p.t("practice.again"), again(false))
		m.add(p.t("practice.again-own-first"), again(true))
	default:
		m.add(p.t("practice.begin"), func() error { return nil })
		m.add(p.t("practice.own-first"), func() error { p.own = true; return nil })
	}
	if l := p.talk.Lesson; l != nil {
		m.add(p.f("practice.to-lesson", locale.Args{"Title": l.Title}), func() error { return orAgain(p.lesson(ctx, l.ID)) })
	}
	m.add(p.t("practice.back"), func() error { return errBack })
	err := m.choose(p.Session)
	if errors.Is(err, errAgain) {
		return p.begin(ctx)
	}
	return err
}

// on plays until the learner leaves.
func (p *play) on(ctx context.Context) error {
	p.gap()
	p.say(p.t("practice.line-words"))
	for {
		var err error
		if end, ok := p.talk.Run.Ending(); ok {
			err = p.ended(ctx, end)
		} else {
			err = p.turn(ctx)
		}
		switch {
		case errors.Is(err, errBack) && p.talk.Given() > 0:
			if err := p.takeBack(ctx, p.talk.Given()-1); err != nil {
				return err
			}
			p.gap()
			p.say(p.t("practice.line-back"))
		case errors.Is(err, errDone):
			return errBack
		case err != nil && !errors.Is(err, errAgain):
			return err
		}
	}
}

// errDone says that the learner leaves the conversation for the list.
var errDone = errors.New("done")

// turn tells what the other person says, and takes one reply.
func (p *play) turn(ctx context.Context) error {
	step, _ := p.talk.Run.Step()
	p.gap()
	p.tellThey(step)
	text := ""
	if p.own {
		a, err := p.ask(strings.TrimSpace(p.t("practice.prompt")), p.t("practice.line-write-help"))
		if err != nil {
			return err
		}
		if do, ok := p.shortcuts()[a.word]; ok {
			return do(ctx)
		}
		text = study.OwnWords(a.text)
	}
	if text != "" {
		p.say(p.t("practice.you-wrote") + " " + text)
		p.say(p.t("practice.compare"))
	} else {
		p.say(p.t("practice.your-turn"))
	}
	return p.replies(ctx, step, text)
}

// replies offers what might be said, and what else can be done.
func (p *play) replies(ctx context.Context, step quiz.Step, text string) error {
	var m menu
	for _, r := range step.Replies {
		m.add(r.Say, func() error { return p.reply(ctx, r, text) })
	}
	switch {
	case text != "" && !p.desk.Guest() && p.talk.Words[step.ID] != text:
		m.add(p.t("practice.keep-words")+". "+p.t("practice.keep-why"), func() error { return p.keepWords(ctx, step, text) })
	case p.talk.Words[step.ID] != "":
		m.add(p.t("practice.forget-words"), func() error { return p.keepWords(ctx, step, "") })
	}
	if !p.own {
		m.add(p.t("practice.write"), func() error { p.own = true; return errAgain })
	}
	for word, do := range p.shortcuts() {
		m.word(func() error { return do(ctx) }, word)
	}
	err := m.choose(p.Session)
	if errors.Is(err, errMenu) {
		return p.replies(ctx, step, text)
	}
	return err
}

// shortcuts are what can be typed at every turn, besides a number.
func (p *play) shortcuts() map[string]func(context.Context) error {
	own := func(context.Context) error { p.own = true; return errAgain }
	again := func(ctx context.Context) error { return p.takeBack(ctx, 0) }
	return map[string]func(context.Context) error{
		"own": own, "propias": own, "replay": p.replay, "repaso": p.replay, "again": again, "otra vez": again,
	}
}

// errMenu says that a menu is to be shown again, and nothing above it.
var errMenu = errors.New("the menu again")

// reply says one thing and tells how it lands.
func (p *play) reply(ctx context.Context, r quiz.Reply, text string) error {
	err := p.persist(ctx, func() (err error) {
		p.talk, err = p.desk.Say(ctx, p.talk, r.ID)
		return err
	})
	if err != nil {
		return err
	}
	i := p.talk.Given() - 1
	if p.said == nil {
		p.said = map[int]string{}
	}
	p.said[i] = text
	p.gap()
	p.tellReply(i, r)
	p.say(p.t("practice.grade-"+string(r.Grade)) + " " + r.Why)
	return nil
}

func (p *play) takeBack(ctx context.Context, to int) error {
	if p.talk.Given() == 0 {
		return nil
	}
	return p.persist(ctx, func() (err error) {
		p.talk, err = p.desk.TakeBack(ctx, p.talk, to)
		return err
	})
}

func (p *play) keepWords(ctx context.Context, step quiz.Step, text string) error {
	err := p.persist(ctx, func() (err error) {
		p.talk, err = p.desk.KeepWords(ctx, p.talk, step.ID, text)
		return err
	})
	if err != nil {
		return err
	}
	if text == "" {
		p.say(p.t("practice.line-forgotten"))
	} else {
		p.say(p.t(p.desk.Kept()))
	}
	return errMenu
}

// ended tells where the conversation came to rest, and offers the ways on.
func (p *play) ended(ctx context.Context, end quiz.Ending) error {
	p.gap()
	p.say(p.t("practice.end"))
	p.say(strings.TrimSpace(end.Text))
	p.say(end.Why)
	p.say(p.endings())
	var m menu
	m.add(p.t("practice.another-way"), func() error { return errBack })
	m.add(p.t("practice.replay"), func() error { return p.replay(ctx) })
	m.add(p.t("practice.again"), func() error { return p.takeBack(ctx, 0) })
	if l := p.talk.Lesson; l != nil {
		m.add(p.f("practice.to-lesson", locale.Args{"Title": l.Title}), func() error { return orAgain(p.lesson(ctx, l.ID)) })
	}
	m.add(p.t("practice.to-list"), func() error { return errDone })
	m.word(func() error { return p.replay(ctx) }, "replay", "repaso")
	return m.choose(p.Session)
}

// replay tells the way taken, as it was said, and offers to go another way from
// any reply.
func (p *play) replay(ctx context.Context) error {
	pr := p.talk.Run.Practice()
	p.gap()
	p.say(p.t("practice.replay-head"))
	var m menu
	for i, said := range p.talk.Run.Path() {
		step, _ := pr.Step(said.Step)
		p.say(p.f("practice.line-reply", locale.Args{"N": i + 1}))
		p.tellThey(step)
		p.tellReply(i, said.Reply)
		m.add(p.f("practice.from-here", locale.Args{"N": i + 1})+". "+p.t("practice.grade-"+string(said.Reply.Grade)),
			func() error { return p.takeBack(ctx, i) })
	}
	if end, ok := p.talk.Run.Ending(); ok {
		p.say(strings.TrimSpace(end.Text))
	}
	m.add(p.t("practice.from-replay"), func() error { return errAgain })
	err := m.choose(p.Session)
	if errors.Is(err, errBack) {
		return errAgain
	}
	return err
}
