package study

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"porchlight/internal/locale"
	"porchlight/internal/record"
	"porchlight/internal/safetext"
	"porchlight/lessons"
)

// A Standpoint is how things are with what the learner said they would try.
type Standpoint string

const (
	// ToTry is still on the list.
	ToTry Standpoint = "open"
	// Tried was tried, however it went.
	Tried Standpoint = "tried"
	// LetGo is no longer for the learner to try.
	LetGo Standpoint = "let-go"
)

// An Intent is what the learner said they would try: the "try this today" of a
// lesson, in the words it had when they took it.
type Intent struct {
	Lesson lessons.ID
	Title  string // of the lesson; its id where that is gone
	Text   string // empty when its words were erased
	State  Standpoint
	At     time.Time // when it was taken, or last marked
}

const fieldState = "state"

// intentLimit is the longest text of an intent, in bytes.
const intentLimit = 2048

// Intents returns what the learner said they would try: what is open first,
// then what was tried, then what was let go; in each the newest first.
func (d *Desk) Intents(ctx context.Context) ([]Intent, error) {
	kept, err := d.keep().Entries(ctx, record.KindIntent, "")
	if err != nil {
		return nil, fmt.Errorf("reading what to try: %w", err)
	}
	all := make([]Intent, 0, len(kept))
	for _, e := range kept {
		if i := d.intentOf(e); i.Text != "" {
			all = append(all, i)
		}
	}
	order := []Standpoint{ToTry, Tried, LetGo}
	slices.SortStableFunc(all, func(a, b Intent) int {
		return cmp.Or(cmp.Compare(slices.Index(order, a.State), slices.Index(order, b.State)), b.At.Compare(a.At))
	})
	return all, nil
}

func (d *Desk) intentOf(e record.Entry) Intent {
	i := Intent{Lesson: lessons.ID(e.Subject), Title: e.Subject, Text: e.Fields[fieldText], State: Standpoint(e.Fields[fieldState]), At: e.At}
	if i.State != Tried && i.State != LetGo {
		i.State = ToTry // of a later version: better asked again than lost
	}
	if l, err := d.course.Pack.Lesson(i.Lesson, d.Lang()); err == nil {
		i.Title = l.Title
	}
	return i
}

// Intent returns what the learner took from one lesson. None is one without
// text.
func (d *Desk) Intent(ctx context.Context, id lessons.ID) (Intent, error) {
	kept, err := d.keep().Entries(ctx, record.KindIntent, string(id))
	if err != nil {
		return Intent{}, fmt.Errorf("reading what to try: %w", err)
	}
	if len(kept) == 0 {
		return Intent{Lesson: id, Title: string(id)}, nil
	}
	return d.intentOf(kept[0]), nil
}

// TakeUp puts what a lesson gives to try on the learner's list.
func (d *Desk) TakeUp(ctx context.Context, l lessons.Lesson) error {
	return d.SaveIntent(ctx, Intent{Lesson: l.ID, Text: oneLine(l.TryToday), State: ToTry})
}

// SaveIntent keeps an intent as it is now. One without text is removed, and
// none of its words stay in the record.
func (d *Desk) SaveIntent(ctx context.Context, i Intent) error {
	e := record.Entry{Kind: record.KindIntent, Subject: string(i.Lesson), At: d.now()}
	if text := safetext.Line(i.Text, intentLimit); text != "" {
		e.Fields = map[string]string{fieldText: text, fieldState: string(i.State)}
	}
	return d.keep().SaveEntries(ctx, e)
}

// offers reports whether a lesson's "try this today" may go on the list. That
// of a lesson that only people whose home is not safe are led to may not: the
// list would tell who looks at it what they read.
func (d *Desk) offers(l lessons.Lesson) bool {
	return l.TryToday != "" && !forUnsafeHomes(d.course.Pack.Paths(d.Lang()), l.ID)
}

// Say is a kind word on how things stand with an intent.
func (i Intent) Say(w *locale.Words) string {
	switch i.State {
	case Tried:
		return w.T("try.said-tried")
	case LetGo:
		return w.T("try.said-let-go")
	}
	return w.T("try.said-open")
}

// IntentGroup is the name of the words over the steps that are so.
func IntentGroup(s Standpoint) string {
	switch s {
	case Tried:
		return "try.group-tried"
	case LetGo:
		return "try.group-let-go"
	}
	return "try.group-open"
}

// toTry counts the intents that are open.
func (d *Desk) toTry(ctx context.Context) (int, error) {
	all, err := d.Intents(ctx)
	n := 0
	for _, i := range all {
		if i.State == ToTry {
			n++
		}
	}
	return n, err
}

// trying says how many intents are open, for a menu.
func trying(ctx context.Context, d *Desk, w *locale.Words) (string, error) {
	n, err := d.toTry(ctx)
	if err != nil || n == 0 {
		return "", err
	}
	return w.N("try.count", n), nil
}
