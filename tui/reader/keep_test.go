package reader_test

import (
	"fmt"
	"image/color"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"porchlight/internal/course"
	"porchlight/internal/course/coursetest"
	"porchlight/internal/locale/localetest"
	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/internal/typeset"
	"porchlight/lessons"
	"porchlight/tui/keys"
	"porchlight/tui/page"
	"porchlight/tui/reader"
	"porchlight/tui/theme"
	"porchlight/tui/tuitest"
)

var (
	space = tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	down  = tea.KeyPressMsg{Code: tea.KeyDown}
	esc   = tea.KeyPressMsg{Code: tea.KeyEscape}
)

// fresh is a reader without a program around it, so that a test decides when a
// command ends.
func fresh(t testing.TB, c *course.Course, s record.Store) *reader.Reader {
	t.Helper()
	words := localetest.Open(t, "en")
	now := tuitest.Clock()
	env := page.Env{
		Ctx: t.Context(), Now: now, Words: words, Keys: keys.New(words), TextWidth: 72,
		Theme: theme.New(theme.Dark, theme.IsDark, colorprofile.TrueColor),
	}
	desk := study.NewDesk(study.Options{Course: c, Store: s, Lang: "en", Now: now})
	return reader.New(env, desk, typeset.NewCache(1<<22), lesson, "")
}

// alone is such a reader with the lesson in it.
func alone(t testing.TB, c *course.Course, s record.Store) *reader.Reader {
	t.Helper()
	r := fresh(t, c, s)
	r.Resize(80, 20)
	ending := r.Update(r.Init()())
	if cmd := r.Update(ending()); cmd != nil {
		t.Fatal("a lesson just opened asks for more than what follows it")
	}
	return r
}

func TestAKeyHeldDownWritesTheNewestOnly(t *testing.T) {
	s := tuitest.Refuse(record.NewGuest())
	r := alone(t, longCourse(t, 60), s)
	first := r.Update(space)
	for range 30 {
		if cmd := r.Update(down); cmd != nil {
			t.Fatal("a second write began beside the first")
		}
	}
	before := place(t, s).Block
	second := r.Update(first()) // the first write ends
	if second == nil {
		t.Fatal("the newest place is not written")
	}
	middle := place(t, s).Block
	if third := r.Update(second()); third != nil {
		t.Error("there was nothing left to write")
	}
	if after := place(t, s).Block; s.Tried != 2 || !(before < after && middle < after) {
		t.Errorf("%d writes, block %d, then %d, then %d; want 2 and the last one furthest", s.Tried, before, middle, after)
	}
}

func TestLeavingWaitsForThePlace(t *testing.T) {
	s := tuitest.Refuse(record.NewGuest())
	r := alone(t, longCourse(t, 60), s)
	first := r.Update(space)
	r.Update(space)
	if cmd := r.Update(esc); cmd != nil {
		t.Fatal("the page leaves before its place is written")
	}
	if cmd := r.Update(space); cmd != nil {
		t.Error("a page on its way out still reads on")
	}
	second := r.Update(first())
	leave := r.Update(second())
	asked, ok := leave().(page.Asked)
	if !ok || asked.By != page.Page(r) || asked.For != page.Back() {
		t.Errorf("after the last write the page asks %#v", asked)
	}
	if s.Tried != 2 {
		t.Errorf("%d writes, want 2", s.Tried)
	}
}

func TestLeavingWithNothingToWrite(t *testing.T) {
	r := alone(t, coursetest.Open(t), record.NewGuest())
	if asked, ok := r.Update(esc)().(page.Asked); !ok || asked.For != page.Back() {
		t.Errorf("the page asks %#v", asked)
	}
}

// Whoever opens Help now while the page waits to leave stays there.
func TestLeavingDoesNotCloseThePageAbove(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("?")
	top := d.Screen()
	other := alone(t, coursetest.Open(t), record.NewGuest())
	d.Send(page.Asked{By: other, For: page.Back()})
	if d.Screen() != top {
		t.Errorf("the page in front is gone:\n%s", d.Screen())
	}
}

func TestClosingKeepsThePlace(t *testing.T) {
	s := tuitest.Refuse(record.NewGuest())
	r := alone(t, longCourse(t, 60), s)
	first := r.Update(space)
	r.Update(space)
	if cmd := r.Keep(tea.Quit); cmd != nil {
		t.Fatal("the page lets the program close before its place is written")
	}
	quit := r.Update(r.Update(first())())
	if _, ok := quit().(tea.QuitMsg); !ok {
		t.Error("the program does not close")
	}
	d := start(t, tuitest.Setup{})
	d.Press("space", "q")
	if !d.Quit {
		t.Error("q does not close the program")
	}
}

func TestAFullDiskIsSaidOnce(t *testing.T) {
	s := tuitest.Refuse(record.NewGuest())
	d := start(t, tuitest.Setup{Store: s, Course: longCourse(t, 40)})
	d.Press("end", "pgup", "pgup")
	s.Err = record.ErrFull
	d.Press("pgdown")
	d.Want("This was not saved", "The disk is full.")
	d.Press("enter") // try again
	d.Want("This was not saved")
	d.Press("down", "enter") // go on without saving
	d.Press("pgdown")
	d.Want("You have read this lesson to the end.", "nothing is saved")
	tried := s.Tried
	d.Press("home", "space", "space", "end")
	d.WantNot("This was not saved")
	if s.Tried != tried {
		t.Error("the full disk is still asked")
	}
}

func TestAFullDiskThatHasRoomAgain(t *testing.T) {
	s := tuitest.Refuse(record.NewGuest())
	d := start(t, tuitest.Setup{Store: s, Course: longCourse(t, 40)})
	d.Press("end", "pgup", "up", "up", "up", "up")
	s.Err = record.ErrFull
	d.Press("pgdown")
	d.WantNot("You have read this lesson")
	s.Err = nil
	d.Press("enter")
	d.Want("You have read this lesson to the end.")
	d.WantNot("nothing is saved")
	if place(t, s).Done.IsZero() {
		t.Error("said, but not kept")
	}
}

// What is shown of the end waits for the record, not for the key.
func TestTheEndIsSaidOnlyOnceKept(t *testing.T) {
	s := tuitest.Refuse(record.NewGuest())
	d := start(t, tuitest.Setup{Store: s})
	s.Err = record.ErrFull
	readThrough(d)
	d.WantNot("You have read this lesson")
	if !place(t, s).Done.IsZero() {
		t.Error("the test's store kept it")
	}
}

// An answer to another page's request, or to one made before a resize, changes
// nothing.
func TestStaleAnswersAreDropped(t *testing.T) {
	c := longCourse(t, 20)
	one, two := alone(t, c, record.NewGuest()), alone(t, c, record.NewGuest())
	view := two.View()
	write := one.Update(space)()
	two.Update(write)
	if got := two.View(); got != view {
		t.Error("a page took another's answer")
	}
	narrow := one.Resize(40, 20)
	wide := one.Resize(80, 20)
	if wide != nil {
		t.Error("lines of the right width are asked for again")
	}
	view = one.View()
	one.Update(narrow())
	if got := one.View(); got != view {
		t.Error("lines of a width no longer wanted were taken")
	}
}

func TestAnotherThemeKeepsThePlace(t *testing.T) {
	c := longCourse(t, 60)
	s := record.NewGuest()
	old := alone(t, c, s)
	write := old.Update(space) // not run: the record lags behind
	press := old.Update(space)
	_, _ = write, press
	next := fresh(t, c, s)
	next.Inherit(old)
	next.Resize(80, 20)
	save := next.Update(next.Init()())
	if got, want := next.View(), old.View(); got != want {
		t.Errorf("in another theme the page is at\n%s\nwant\n%s", got, want)
	}
	if save == nil {
		t.Fatal("a place that was not yet written is not written")
	}
	for _, cmd := range save().(tea.BatchMsg) { // the place, and what follows the lesson
		next.Update(cmd())
	}
	if place(t, s).Block == 0 {
		t.Error("the place is not in the record")
	}
}

// A window dragged while the lesson is on its way shows it at the last width.
func TestResizeWhileLoading(t *testing.T) {
	r := fresh(t, longCourse(t, 20), record.NewGuest())
	r.Resize(80, 20)
	first := r.Init()
	second := r.Resize(40, 20)
	third := r.Resize(60, 20)
	r.Update(second())
	r.Update(first())
	if got := r.View(); got != "" {
		t.Errorf("lines of a width no longer wanted are shown:\n%s", got)
	}
	r.Update(third())
	for line := range strings.SplitSeq(r.View(), "\n") {
		if w := ansi.StringWidth(line); w > 60 {
			t.Errorf("a line of %d cells", w)
		}
	}
	fourth := r.Resize(30, 20)
	if r.View() == "" {
		t.Error("the page is empty while lines of another width are made")
	}
	r.Update(fourth())
	for line := range strings.SplitSeq(r.View(), "\n") {
		if w := ansi.StringWidth(line); w > 30 {
			t.Errorf("a line of %d cells", w)
		}
	}
}

func TestAnotherThemeInTheProgram(t *testing.T) {
	d := start(t, tuitest.Setup{Course: longCourse(t, 40)})
	press(d, "space", 3)
	before := d.Screen()
	d.Send(tea.BackgroundColorMsg{Color: color.Black})
	if got := d.Screen(); got != before {
		t.Errorf("in another theme the page is\n%s\nwas\n%s", got, before)
	}
}

// Someone who says in the middle of a lesson that the person is their sister is
// shown other sections first, and goes on at the words where they were.
func TestThePlaceStaysWithItsWordsInAnotherOrder(t *testing.T) {
	body := "Read your part.\n\n"
	for _, part := range []string{"partner", "sibling", "friend"} {
		body += fmt.Sprintf("## For a %s {for=%s}\n\n%s\n\n", part, part, strings.Repeat("word ", 300)+part)
	}
	d := start(t, tuitest.Setup{Course: rewritten(t, body), Width: 40, Height: 12})
	for !strings.Contains(d.Screen(), "For a friend") {
		d.Press("down")
	}
	for !strings.HasPrefix(strings.SplitN(d.Screen(), "\n", 2)[1], "For a friend") {
		d.Press("down")
	}
	top, before := d.Screen(), place(t, d.Store)
	if err := d.Desk.SaveSituation(t.Context(), lessons.Situation{Relationship: lessons.Sibling}); err != nil {
		t.Fatal(err)
	}
	again := d.Restart(nil)
	if again.Screen() != top {
		t.Errorf("it was\n%s\nand is\n%s", top, again.Screen())
	}
	again.Press("down")
	if after := place(t, d.Store); after.Block < before.Block || after.Block > before.Block+1 {
		t.Errorf("the place was kept as block %d, and as %d one line on", before.Block, after.Block)
	}
	again.Press("o", "home")
	if list := again.Screen(); strings.Index(list, "For a sibling") > strings.Index(list, "For a partner") {
		t.Errorf("the parts are\n%s", list)
	}
}
