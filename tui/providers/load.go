package providers

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/errand"
)

// kept is all that the page shows.
type kept struct {
	providers  []study.Provider
	of         int // questions to ask each
	own        []lessons.ProviderQuestion
	situations []study.Situation
	hidden     []lessons.ProviderQuestion
}

// The errands of this page, and their answers: what it shows is asked for, and
// what was done goes to the record, which may make something with an id.
type (
	loads  = errand.Runner[*Providers, *kept]
	loaded = errand.Done[*Providers, *kept]
	saves  = errand.Runner[*Providers, string]
	saved  = errand.Done[*Providers, string]
)

func (p *Providers) load() tea.Cmd {
	desk := p.desk
	return p.loads.Fetch(p.env, func(ctx context.Context) (*kept, error) { return read(ctx, desk) }, (*Providers).onLoaded)
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

func (p *Providers) onLoaded(have *kept, err error) tea.Cmd {
	if p.failed = err != nil; !p.failed {
		p.have = have
	}
	if _, ok := p.one(); p.have != nil && !ok && (p.at.level == onOne || p.at.level == onRemove) {
		p.at = spot{} // another program removed it
		p.typing = nil
	}
	p.draw()
	return nil
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

// keep sends something to the record, and then does what the page does with the
// id of what was made. While another is on its way it does nothing: the two
// could overtake each other.
func (p *Providers) keep(do func(context.Context, *study.Desk) (string, error), then func(*Providers, string)) tea.Cmd {
	if p.saves.Saving() {
		return nil
	}
	desk := p.desk
	return p.saves.Save(p.env, func(ctx context.Context) (string, error) { return do(ctx, desk) }, func(p *Providers, id string) tea.Cmd {
		if then != nil {
			then(p, id)
		}
		return p.load()
	})
}

// nothing makes an act of one that makes nothing new.
func nothing(do func(context.Context, *study.Desk) error) func(context.Context, *study.Desk) (string, error) {
	return func(ctx context.Context, d *study.Desk) (string, error) { return "", do(ctx, d) }
}
