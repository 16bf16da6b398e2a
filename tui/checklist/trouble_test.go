package checklist_test

import (
	"context"
	"testing"

	"porchlight/internal/record"
	"porchlight/tui/tuitest"
)

// A leaky store fails to keep a check a few times.
type leaky struct {
	record.Store
	fail int
	err  error
}

func (s *leaky) SaveCheck(ctx context.Context, c record.Check) error {
	if s.fail != 0 {
		s.fail--
		return s.err
	}
	return s.Store.SaveCheck(ctx, c)
}

func (s *leaky) Checks(ctx context.Context, provider string) (map[string]record.Check, error) {
	if s.err == record.ErrDamaged {
		return nil, s.err
	}
	return s.Store.Checks(ctx, provider)
}

func TestFullDisk(t *testing.T) {
	store := &leaky{Store: record.NewGuest(), fail: 1, err: record.ErrFull}
	d := start(t, tuitest.Setup{Store: store})
	d.Press("space")
	d.Want("This was not saved", "The disk is full.", "> Try again", "Go on without saving", "! Help now", "q close")
	d.WantNot("[x]")
	d.WantNot("? keys")
	d.Press("enter")
	d.Want("> [x] How do you decide")
	if kept, _ := d.Store.Checks(context.Background(), ""); !kept["a1"].Asked {
		t.Error("tried again, and not kept")
	}
}

func TestNothingIsTickedBehindTheDialog(t *testing.T) {
	store := &leaky{Store: record.NewGuest(), fail: 2, err: record.ErrReadOnly}
	d := start(t, tuitest.Setup{Store: store})
	d.Press("space", "enter")
	d.Want("This was not saved")
	if kept, _ := d.Store.Checks(context.Background(), ""); len(kept) != 0 {
		t.Errorf("kept %v", kept)
	}
	d.Press("enter")
	d.Want("> [x] How do you decide")
}

func TestGoOnWithoutSaving(t *testing.T) {
	store := &leaky{Store: record.NewGuest(), fail: -1, err: record.ErrFull}
	d := start(t, tuitest.Setup{Store: store})
	d.Press("enter", "n", "my note", "enter")
	d.Want("This was not saved")
	d.Press("down", "enter")
	d.Want("Your note: my note", "nothing is saved")
	d.Press("space")
	d.Want("[x] How do you decide")
	d.Press("esc")
	d.Want("(1 of 2 asked)")
	d.Press("esc")
	d.Want("Nothing is saved here.")
}

func TestHelpNowComesBeforeADialog(t *testing.T) {
	store := &leaky{Store: record.NewGuest(), fail: 1, err: record.ErrBusy}
	d := start(t, tuitest.Setup{Store: store})
	d.Press("space")
	d.Want("This was not saved")
	d.Press("!")
	d.Want("Porchlight > Help now", "They will not wake up")
	d.Press("esc")
	d.Want("This was not saved")
	d.Press("enter")
	d.Want("[x] How do you decide")
}

// The dialog of a small window can be read from its top, and its choices
// reached.
func TestDialogInASmallWindow(t *testing.T) {
	store := &leaky{Store: record.NewGuest(), fail: 1, err: record.ErrFull}
	d := start(t, tuitest.Setup{Store: store, Width: 24, Height: 9, Lang: "es"})
	d.Press("space")
	d.Want("Esto no se guardó")
	for range 20 {
		d.Press("down")
	}
	d.Want("> Seguir sin guardar")
}

func TestUnreadableRecord(t *testing.T) {
	store := &leaky{Store: record.NewGuest(), err: record.ErrDamaged}
	d := start(t, tuitest.Setup{Store: store})
	d.Want("Porchlight could not read your progress just now.", "> Try again")
	d.WantNot("damaged")
	store.err = nil
	d.Press("enter")
	d.Want("> [ ] How do you decide")
}
