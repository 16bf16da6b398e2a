package study

import (
	"context"
	"errors"
	"time"

	"porchlight/internal/locale"
	"porchlight/internal/record"
	"porchlight/internal/takehome"
)

// CanTakeHome reports whether a visitor can go on elsewhere with five words.
func (d *Desk) CanTakeHome() bool { return d.office != nil }

// TakenHome returns the words that lead to this record, once they were given
// out, or "".
func (d *Desk) TakenHome() string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.words
}

// KeptFor is how long a record is kept after its last use.
func (d *Desk) KeptFor() time.Duration { return d.office.Keep() }

// TakeHome keeps what the visitor did so far, and what they do from now on,
// under five words, which it returns. Asked again, it returns the same ones.
// Errors are record's; the visit then goes on as it was.
func (d *Desk) TakeHome(ctx context.Context) (string, error) {
	if words := d.TakenHome(); words != "" {
		return words, nil
	}
	so, err := d.keep().Export(ctx)
	if err != nil {
		return "", err
	}
	words, store, err := d.office.Begin(ctx, string(d.Lang()), so)
	if err != nil {
		return "", err
	}
	d.moveTo(store, words.String())
	return words.String(), nil
}

// Continue goes on with the record that words lead to, and adds to it what the
// visitor did so far. Errors are those of takehome.Office.Continue; the visit
// then goes on as it was.
func (d *Desk) Continue(ctx context.Context, typed string) error {
	store, err := d.office.Continue(ctx, typed)
	if err != nil {
		return err
	}
	so, err := d.keep().Export(ctx)
	if err == nil {
		err = store.Import(ctx, so)
	}
	if err != nil {
		return errors.Join(err, store.Close())
	}
	words, _ := takehome.Parse(typed) // the office has seen that they are words
	d.moveTo(store, words.String())
	return nil
}

// moveTo goes on with another record, and wipes the one before.
func (d *Desk) moveTo(store record.Store, words string) {
	d.mu.Lock()
	old := d.store
	d.store, d.words, d.guest = store, words, false
	d.mu.Unlock()
	_ = old.Close()
}

// Waiting reports whether something the learner did is not yet written,
// because the database is away.
func (d *Desk) Waiting() bool {
	w, ok := d.keep().(interface{ Waiting() int })
	return ok && w.Waiting() > 0
}

// Held is all that is kept of this learner, to be counted or carried away.
// Errors are record's.
func (d *Desk) Held(ctx context.Context) (record.Export, error) { return d.keep().Export(ctx) }

// TakeHomeTrouble names the words that say why words did not lead anywhere.
func TakeHomeTrouble(err error) string {
	switch {
	case errors.Is(err, takehome.ErrNoWords):
		return "takehome.no-words"
	case errors.Is(err, takehome.ErrTooMany):
		return "takehome.too-many"
	case errors.Is(err, record.ErrNotFound), errors.Is(err, record.ErrPassphrase):
		return "takehome.not-found"
	}
	return "takehome.away"
}

// taking says whether the visit is kept under words.
func taking(_ context.Context, d *Desk, w *locale.Words) (string, error) {
	if d.TakenHome() == "" {
		return "", nil
	}
	return w.T("takehome.kept"), nil
}

// Days is a time in whole days, at least one.
func Days(d time.Duration) int { return max(1, int(d.Round(24*time.Hour)/(24*time.Hour))) }
