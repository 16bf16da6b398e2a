package takehome_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"porchlight/internal/locale/localetest"
	"porchlight/internal/record"
	"porchlight/internal/takehome"
	"porchlight/internal/takehome/takehometest"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// office gives out the same words at every run.
func office(k takehome.Keeper) *takehome.Office {
	return takehome.NewOffice(k, 30*24*time.Hour, func() time.Time { return tuitest.Noon }).
		WithChance(rand.NewChaCha8([32]byte{7}))
}

func start(t *testing.T, k takehome.Keeper, lang string) *tuitest.Driver {
	t.Helper()
	return tuitest.Start(t, tuitest.Setup{First: page.TakeHome{}, Lang: lang, Guest: true, TakeHome: office(k)})
}

func TestFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		d := start(t, &takehometest.Memory{}, s.Lang)
		d.Resize(s.Width, s.Height)
		d.Golden("choose" + at)
		d.Press("enter")
		d.Golden("words" + at)
	}
}

// What was done before and after the words were given is there elsewhere.
func TestContinuedElsewhere(t *testing.T) {
	k := &takehometest.Memory{}
	here := start(t, k, "en")
	note := record.Check{Question: "a1", Note: "They were kind.", At: tuitest.Noon}
	if err := here.Store.SaveCheck(t.Context(), note); err != nil {
		t.Fatal(err)
	}
	here.Want("Give me five words", "nothing is saved")
	here.Press("enter")
	here.Want("These are your words", "30 days")
	here.WantNot("nothing is saved")
	words := here.Desk.TakenHome()
	if err := here.Desk.SaveCheck(t.Context(), "a2", true, ""); err != nil {
		t.Fatal(err)
	}
	here.Press("esc")
	here.Want("Start here:")

	w := localetest.Open(t, "en")
	if stays := here.Desk.Traces(w)[0].Stays; !strings.Contains(stays, "kept under your five words") {
		t.Errorf("what stays: %s", stays)
	}

	there := start(t, k, "es")
	there.Press("down", "enter")
	there.Press(words)
	there.Press("enter")
	there.Want("Le damos la bienvenida")
	there.Press("enter")
	there.Want("Empiece aquí")
	e, err := there.Desk.Held(t.Context())
	if err != nil || len(e.Checks) != 2 || e.Checks[0] != note {
		t.Errorf("what came along: %+v, %v", e.Checks, err)
	}
}

func TestWordsThatLeadNowhere(t *testing.T) {
	k := &takehometest.Memory{}
	d := start(t, k, "en")
	d.Press("down", "enter", "enter") // nothing typed: nothing asked
	d.Want("Your words:")
	d.Press("moon river")
	d.Press("enter")
	d.Want("not five of our words", "moon river")
	d.Press(" garden lamp boat")
	d.Press("enter")
	d.Want("Nothing is kept under these words")
	d.Press("esc", "esc")
	d.Want("Start here:")
}

func TestDatabaseIsAway(t *testing.T) {
	k := &takehometest.Memory{Away: record.ErrUnreachable}
	d := start(t, k, "en")
	d.Press("enter")
	d.Want("cannot be done just now", "Give me five words")
	if !d.Desk.Guest() {
		t.Error("the visit is no longer a guest's")
	}
}

func TestNoDoorWithoutAnOffice(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.Tools{}})
	d.WantNot("five words")
	d = tuitest.Start(t, tuitest.Setup{First: page.Tools{}, TakeHome: office(&takehometest.Memory{})})
	d.Want("Go on somewhere else, with five words")
}
