package settings_test

import (
	"context"
	"testing"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// start opens the settings.
func start(t testing.TB, s tuitest.Setup) *tuitest.Driver {
	t.Helper()
	s.First = page.Settings{}
	return tuitest.Start(t, s)
}

func kept(t testing.TB, d *tuitest.Driver) study.Settings {
	t.Helper()
	s, err := d.Desk.Settings(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		start(t, s).Golden("settings" + at)
	}
}

func TestEverySettingIsKeptAndShown(t *testing.T) {
	for _, c := range []struct {
		down int
		want string
		keep study.Settings
	}{
		{1, "> Colors for a light window", study.Settings{Theme: "light"}},
		{2, "> Width of text wide (90 letters)", study.Settings{TextWidth: 90}},
		{3, "> Motion less", study.Settings{Still: true}},
		{4, "> Mouse on", study.Settings{Mouse: true}},
		{5, "> Review cards a day 10", study.Settings{ReviewCards: 10}},
	} {
		d := start(t, tuitest.Setup{})
		for range c.down {
			d.Press("down")
		}
		d.Press("enter")
		d.Want(c.want)
		if got := kept(t, d); got != c.keep {
			t.Errorf("kept %+v, want %+v", got, c.keep)
		}
	}
}

func TestLeftTurnsBack(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("down", "down", "left")
	d.Want("> Width of text narrow (60 letters)")
	d.Press("left", "right")
	d.Want("> Width of text narrow (60 letters)")
	d.Press("right", "esc")
	d.Want("Start here:")
}

// Another language is spoken at once, by the interface and the course, and the
// cursor stays.
func TestLanguage(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Want("> Language English")
	d.Press("right")
	d.Want("Porchlight > Ajustes", "> Idioma español")
	if d.Desk.Lang() != "es" {
		t.Errorf("the course speaks %s", d.Desk.Lang())
	}
	d.Press("esc")
	d.Want("Empiece aquí:")
	again := tuitest.Start(t, tuitest.Setup{Store: d.Store, Lang: kept(t, d).Lang})
	again.Want("Empiece aquí:")
}

func TestHomeKeepsItsCursor(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{})
	d.Press("end", "up", "up", "enter")
	d.Want("Porchlight > Settings")
	d.Press("enter", "esc")
	d.Want("> Ajustes")
}

// What is saved, and how to lock it, is one step away; a visitor has nothing
// saved.
func TestWhatIsSaved(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("end", "enter")
	d.WantAll("What stays on this computer", "porchlight record lock")
	d.Press("esc")
	d.Want("> What is saved here")
	start(t, tuitest.Setup{Guest: true}).WantNot("What is saved here")
}

func TestMouseIsOffAtFirst(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("end", "up", "up", "up")
	d.Want("> Mouse off", "hold Shift to select")
	if mode := d.Program.View().MouseMode; mode != tea.MouseModeNone {
		t.Errorf("mouse mode %v", mode)
	}
	d.Press("enter")
	if mode := d.Program.View().MouseMode; mode == tea.MouseModeNone {
		t.Error("the mouse is still off")
	}
}

// A choice made on the command line stays when another setting changes.
func TestChoicesNotKeptStay(t *testing.T) {
	d := start(t, tuitest.Setup{Settings: study.Settings{Theme: "dark"}})
	d.Press("end", "up", "up", "up", "enter")
	d.Want("Colors for a dark window", "> Mouse on")
	if got := kept(t, d); got.Theme != "" {
		t.Errorf("kept the theme %q, which nobody chose here", got.Theme)
	}
}

// rigid is a record that keeps no setting a few times.
type rigid struct {
	record.Store
	fail int
}

func (s *rigid) SaveSetting(ctx context.Context, name, value string) error {
	if s.fail != 0 {
		s.fail--
		return record.ErrFull
	}
	return s.Store.SaveSetting(ctx, name, value)
}

func TestNotSaved(t *testing.T) {
	d := start(t, tuitest.Setup{Store: &rigid{Store: record.NewGuest(), fail: 1}})
	d.Press("end", "up", "up", "up", "enter")
	d.Want("This was not saved", "The disk is full.")
	d.Press("enter")
	d.Want("> Mouse on")
}

func TestGoOnWithoutSaving(t *testing.T) {
	d := start(t, tuitest.Setup{Store: &rigid{Store: record.NewGuest(), fail: -1}})
	d.Press("right", "down", "enter")
	d.Want("> Idioma español", "no se guarda nada")
}
