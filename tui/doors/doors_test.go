package doors_test

import (
	"context"
	"testing"

	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

func TestFrames(t *testing.T) {
	for name, menu := range map[string]page.Route{"tools": page.Tools{}, "exercises": page.Exercises{}} {
		for at, s := range tuitest.Frames() {
			s.First = menu
			tuitest.Start(t, s).Golden(name + at)
		}
	}
}

// Every door of the menus leads to a page of its own, from where one key leads
// back to the menu.
func TestEveryDoorOpens(t *testing.T) {
	for menu, doors := range map[page.Route][]study.Door{page.Exercises{}: study.Exercises(), page.Tools{}: study.Tools()} {
		d := tuitest.Start(t, tuitest.Setup{First: menu})
		at := d.Screen()
		for i, door := range doors {
			to, err := page.ParseRoute(door.To)
			if err != nil || to.String() != door.To {
				t.Errorf("%s is no place: %v", door.To, err)
				continue
			}
			d.Press("home")
			for range i {
				d.Press("down")
			}
			d.Press("enter")
			d.WantNot("Close Porchlight") // a route that has no page opens home
			if d.Screen() == at {
				t.Errorf("%s did not open", door.To)
			}
			d.Press("esc")
			d.Want("Porchlight > ")
		}
	}
}

func TestComingBackShowsWhatChanged(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.Tools{}})
	d.Want("0 of 3 asked")
	for i, door := range study.Tools() {
		if door.To == "checklist" {
			for range i {
				d.Press("down")
			}
		}
	}
	d.Press("enter", "space", "esc")
	d.Want("> Questions to ask a program 1 of 3 asked")
}

func TestUnreadableRecord(t *testing.T) {
	store := &deaf{Store: record.NewGuest(), fail: 1}
	d := tuitest.Start(t, tuitest.Setup{Store: store, First: page.Tools{}})
	d.Want("Porchlight could not read your progress just now.", "> Try again")
	d.Press("enter")
	d.Want("Questions to ask a program")
}

// deaf is a record whose checks cannot be read a few times.
type deaf struct {
	record.Store
	fail int
}

func (s *deaf) Checks(ctx context.Context, provider string) (map[string]record.Check, error) {
	if s.fail > 0 {
		s.fail--
		return nil, record.ErrBusy
	}
	return s.Store.Checks(ctx, provider)
}
