package study

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"porchlight/internal/checklist"
	"porchlight/internal/record"
	"porchlight/internal/safetext"
	"porchlight/lessons"
)

// What is kept of a provider, in bytes, and how many of them.
const (
	NameLimit    = checklist.NameLimit
	PhoneLimit   = checklist.PhoneLimit
	MaxProviders = 100
)

var (
	// ErrNoProvider says that the learner has no provider of that id.
	ErrNoProvider = errors.New("there is no such provider on the list")
	// ErrNoName says that a provider needs a name.
	ErrNoName = errors.New("a provider needs a name")
	// ErrManyProviders says that the list is full.
	ErrManyProviders = fmt.Errorf("at most %d providers are kept", MaxProviders)
)

// A Provider is a treatment program that the learner is asking.
type Provider struct {
	ID    string // made once, permanent
	Name  string
	Phone string
	Note  string
	Added time.Time
	// Seat is the question that was in front when a call was last left; empty
	// before the first call.
	Seat lessons.QuestionID
	// Asked is how many of the questions that apply were asked. It is counted
	// only for the first MaxProviders of a list.
	Asked int
}

// Fields of a provider in the record, and the key under which the seat is.
const (
	fieldName  = "name"
	fieldPhone = "phone"
	fieldNote  = "note"
	fieldAdded = "added"
	fieldAt    = "question"
	keySeat    = "seat"
)

// Providers returns the learner's providers in the order they were added, and
// how many questions there are to ask each.
func (d *Desk) Providers(ctx context.Context) (providers []Provider, of int, err error) {
	if providers, err = d.providers(ctx, ""); err != nil {
		return nil, 0, err
	}
	asks, err := d.asks(ctx)
	if err != nil {
		return nil, 0, err
	}
	for i := range providers[:min(len(providers), MaxProviders)] {
		p := &providers[i]
		kept, err := d.keep().Checks(ctx, p.ID)
		if err != nil {
			return nil, 0, fmt.Errorf("reading answers: %w", err)
		}
		for _, a := range asks {
			if !heard(kept[string(a.Question.ID)]).Open() {
				p.Asked++
			}
		}
	}
	return providers, len(asks), nil
}

// providers reads one provider, or all of them, without counting answers.
func (d *Desk) providers(ctx context.Context, id string) ([]Provider, error) {
	return providersIn(ctx, d.keep(), id)
}

// providersIn is providers in a record that nobody is at work on.
func providersIn(ctx context.Context, store record.Store, id string) ([]Provider, error) {
	entries, err := store.Entries(ctx, record.KindProvider, id)
	if err != nil {
		return nil, fmt.Errorf("reading providers: %w", err)
	}
	var providers []Provider
	seats := map[string]lessons.QuestionID{}
	for _, e := range entries {
		switch e.Key {
		case "":
			added, _ := time.Parse(time.RFC3339Nano, e.Fields[fieldAdded])
			providers = append(providers, Provider{
				ID: e.Subject, Name: e.Fields[fieldName], Phone: e.Fields[fieldPhone], Note: e.Fields[fieldNote], Added: added,
			})
		case keySeat:
			seats[e.Subject] = lessons.QuestionID(e.Fields[fieldAt])
		}
	}
	for i := range providers {
		providers[i].Seat = seats[providers[i].ID]
	}
	slices.SortStableFunc(providers, func(a, b Provider) int {
		return cmp.Or(a.Added.Compare(b.Added), cmp.Compare(a.ID, b.ID))
	})
	return providers, nil
}

// Provider returns one provider, or ErrNoProvider.
func (d *Desk) Provider(ctx context.Context, id string) (Provider, error) {
	if id == "" {
		return Provider{}, ErrNoProvider
	}
	found, err := d.providers(ctx, id)
	if err != nil {
		return Provider{}, err
	}
	if len(found) == 0 {
		return Provider{}, ErrNoProvider
	}
	return found[0], nil
}

// ProviderNamed returns the provider of that name, however its letters are
// cased, or that id; ErrNoProvider for none.
func (d *Desk) ProviderNamed(ctx context.Context, name string) (Provider, error) {
	return ProviderIn(ctx, d.keep(), name)
}

// ProviderIn is ProviderNamed in a record that is open without a course.
func ProviderIn(ctx context.Context, store record.Store, name string) (Provider, error) {
	all, err := providersIn(ctx, store, "")
	if err != nil {
		return Provider{}, err
	}
	name = cleanName(name)
	for _, same := range []func(Provider) bool{
		func(p Provider) bool { return p.Name == name },
		func(p Provider) bool { return strings.EqualFold(p.Name, name) },
		func(p Provider) bool { return p.ID == name },
	} {
		if i := slices.IndexFunc(all, same); i >= 0 {
			return all[i], nil
		}
	}
	return Provider{}, ErrNoProvider
}

// AddProvider adds a provider behind the others. It returns ErrNoName for a
// name of which nothing is left when it is clean, and ErrManyProviders when the
// list is full.
func (d *Desk) AddProvider(ctx context.Context, name, phone, note string) (Provider, error) {
	p, err := d.newProvider(ctx)
	if err != nil {
		return Provider{}, err
	}
	p.Name, p.Phone, p.Note = name, phone, note
	return p, d.SaveProvider(ctx, p)
}

// newProvider is a provider behind the others, not yet kept.
func (d *Desk) newProvider(ctx context.Context) (Provider, error) {
	all, err := d.providers(ctx, "")
	if err != nil {
		return Provider{}, err
	}
	if len(all) >= MaxProviders {
		return Provider{}, ErrManyProviders
	}
	p := Provider{ID: "p-" + strings.ToLower(d.newID()), Added: record.Moment(d.now())}
	if len(all) > 0 && !p.Added.After(all[len(all)-1].Added) {
		p.Added = all[len(all)-1].Added.Add(time.Microsecond) // a clock set back moves nobody forward
	}
	return p, nil
}

// SaveProvider keeps the name, phone and note of a provider, clean and cut to
// their limits.
func (d *Desk) SaveProvider(ctx context.Context, p Provider) error {
	p = p.clean()
	if p.Name == "" {
		return ErrNoName
	}
	return d.keep().SaveEntries(ctx, p.entry(d.now()))
}

// entry is a clean provider as the record keeps it.
func (p Provider) entry(at time.Time) record.Entry {
	return record.Entry{
		Kind: record.KindProvider, Subject: p.ID, At: at,
		Fields: map[string]string{
			fieldName: p.Name, fieldPhone: p.Phone, fieldNote: p.Note,
			fieldAdded: p.Added.UTC().Format(time.RFC3339Nano),
		},
	}
}

func (p Provider) clean() Provider {
	p.Name = cleanName(p.Name)
	p.Phone = strings.TrimSpace(safetext.Line(p.Phone, PhoneLimit))
	p.Note = safetext.Block(p.Note, NoteLimit)
	return p
}

func cleanName(name string) string { return strings.TrimSpace(safetext.Line(name, NameLimit)) }

// RemoveProvider removes a provider with every answer and note, so that no
// byte of them stays in the record.
func (d *Desk) RemoveProvider(ctx context.Context, id string) error {
	if id == "" {
		return ErrNoProvider
	}
	return d.keep().Erase(ctx, record.Scope{Provider: id})
}
