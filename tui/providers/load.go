package providers

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/page"
)

// kept is all that the page shows.
type kept struct {
	providers  []study.Provider
	of         int // questions to ask each
	own        []lessons.ProviderQuestion
	situations []study.Situation
	hidden     []lessons.ProviderQuestion
}

// asked is one request for it. Its answer is taken only while the page still
// waits for that request.
type asked struct{ desk *study.Desk }

// loaded answers a request.
type loaded struct {
	asked *asked
	kept  *kept
	err   error
}

func (p *Providers) load() tea.Cmd {
	p.asked = &asked{p.desk}
	return load(p.env, p.asked)
}

func load(env page.Env, a *asked) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg {
		k, err := read(ctx, a.desk)
		return loaded{a, k, err}
	})
}

func read(ctx context.Context, desk *study.Desk) (*kept, error) {
	var k kept
	var errs [4]error
	k.providers, k.of, errs[0] = desk.Providers(ctx)
	k.own, errs[1] = desk.OwnQuestions(ctx)
	k.situations, errs[2] = desk.Situations(ctx)
	k.hidden, errs[3] = desk.HiddenQuestions(ctx)
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return &k, nil
}

func (p *Providers) onLoaded(msg loaded) {
	if msg.asked != p.asked {
		return // of a page before this one, or asked again since
	}
	p.asked = nil
	if p.failed = msg.err != nil; !p.failed {
		p.have = msg.kept
	}
	if _, ok := p.one(); p.have != nil && !ok && (p.at.level == onOne || p.at.level == onRemove) {
		p.at = spot{} // another program removed it
		p.typing = nil
	}
	p.draw()
}

// one is the provider that is open.
func (p *Providers) one() (study.Provider, bool) {
	if p.have == nil || p.at.provider == "" {
		return study.Provider{}, false
	}
	i := slices.IndexFunc(p.have.providers, func(o study.Provider) bool { return o.ID == p.at.provider })
	if i < 0 {
		return study.Provider{}, false
	}
	return p.have.providers[i], true
}

// An act is something on its way to the record.
type act struct {
	do   func(context.Context, *study.Desk) (id string, err error)
	id   string                   // of what it made, when it is kept
	then func(*Providers, string) // what the page does then
	// after is what the program does then: the learner is leaving.
	after tea.Cmd
}

// saved says that the record has an act.
type saved struct{ act *act }

// keep sends an act to the record. While another is on its way it does
// nothing: the two could overtake each other.
func (p *Providers) keep(do func(context.Context, *study.Desk) (string, error), then func(*Providers, string)) tea.Cmd {
	if p.saving != nil {
		return nil
	}
	p.saving = &act{do: do, then: then}
	return save(p.env, p.desk, p.saving)
}

func save(env page.Env, desk *study.Desk, a *act) tea.Cmd {
	return env.Save(func(ctx context.Context) (err error) {
		a.id, err = a.do(ctx, desk)
		return err
	}, saved{a})
}

func (p *Providers) onSaved(msg saved) tea.Cmd {
	if msg.act != p.saving {
		return nil // of a page before this one
	}
	p.saving = nil
	if msg.act.then != nil {
		msg.act.then(p, msg.act.id)
	}
	if msg.act.after != nil {
		return msg.act.after
	}
	return p.load()
}

// nothing makes an act of one that makes nothing new.
func nothing(do func(context.Context, *study.Desk) error) func(context.Context, *study.Desk) (string, error) {
	return func(ctx context.Context, d *study.Desk) (string, error) { return "", do(ctx, d) }
}
