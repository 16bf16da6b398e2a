package search_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// start opens the search.
func start(t testing.TB, s tuitest.Setup) *tuitest.Driver {
	t.Helper()
	if s.First == nil {
		s.First = page.Search{}
	}
	return tuitest.Start(t, s)
}

func TestFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		d := start(t, s)
		d.Golden("empty" + at)
		d.Press("naloxon")
		d.Golden("found" + at)
		for range len("naloxon") {
			d.Press("backspace")
		}
		d.Press("zebra")
		d.Golden("none" + at)
	}
}

func TestFindsAsItIsTyped(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Want("Type a word.")
	d.Press("enabel")
	d.Want("> Lesson: Supporting > Helping or enabling?")
	d.Press("ing")
	d.Want("Find: enabeling", "> Lesson: Supporting > Helping or enabling?")
	d.Press("zz")
	d.Want("Nothing found. Try another word.")
	d.WantNot("Lesson:")
}

// An emergency is the first thing found, and Enter opens the card.
func TestAnEmergencyIsFirst(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		d := start(t, tuitest.Setup{Lang: lang, Width: 40, Height: 12})
		d.Press("sobredosis")
		d.Want("> " + map[string]string{"en": "Help now", "es": "Ayuda ya"}[lang] + ": They will not wake up")
		d.Press("enter")
		d.Want("They will not wake up", "Call 911")
	}
}

func TestOpensTheVeryPlace(t *testing.T) {
	d := start(t, tuitest.Setup{Width: 40, Height: 12})
	d.Press("42 couples", "enter")
	d.Want("In one study of 42 couples")
	if first := strings.Split(d.Screen(), "\n")[1]; !strings.Contains(first, "Most families do this") {
		t.Errorf("the paragraph is not first:\n%s", d.Screen())
	}
	d.Press("esc")
	d.Want("Find: 42 couples", "> In a lesson:")
}

func TestOpensAQuestionToAsk(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("which medicines do you offer")
	d.Want("> Ask a program: Medicines > Which medicines do you offer")
	d.Press("enter")
	d.Want("[ ] Which medicines do you offer", "Mark as asked")
}

func TestArrowsChooseAndLettersAreLetters(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("naloxone", "down", "down")
	d.WantNot("> Help now: They")
	d.Press("up", "up")
	d.Want("> Help now: They")
	d.Press("j", "?", "!", "/", "[")
	d.Want("Find: naloxonej?!/[")
	if d.Quit {
		t.Error("a letter closed the program")
	}
}

func TestSlashOpensIt(t *testing.T) {
	for _, first := range []page.Route{page.Home{}, page.Tools{}, page.Lessons{}, page.Checklist{}, page.HelpNow{}} {
		d := tuitest.Start(t, tuitest.Setup{First: first})
		d.Press("/", "limits")
		d.Want("Porchlight > Find", "Find: limits", "Limits that hold")
		d.Press("esc")
		d.WantNot("Find: limits")
	}
	d := tuitest.Start(t, tuitest.Setup{})
	d.Want("/ find")
}

func TestOpenedWithWords(t *testing.T) {
	d := start(t, tuitest.Setup{First: page.Search{Words: "limits that hold"}})
	d.Want("Find: limits that hold", "> Lesson: Supporting > Limits that hold")
}

func TestPasteIsCleaned(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Send(tea.PasteMsg{Content: "\x1b[31mnalox\u202eone\n" + strings.Repeat("x", 500)})
	d.Want("Find:")
	d.Send(tea.PasteMsg{Content: strings.Repeat("naloxone ", 4000)})
	for _, line := range strings.Split(d.Screen(), "\n") {
		if n := len([]rune(line)); n > 80 {
			t.Errorf("a line of %d characters: %q", n, line)
		}
	}
}

func TestAnotherThemeKeepsTheWords(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("naloxone", "down")
	d.Send(page.SettingsChanged{To: study.Settings{Theme: "dark"}})
	d.Want("Find: naloxone")
	d.WantNot("> Help now: They")
}

// A resize in the middle keeps the words, the findings and the cursor.
func TestEverySizeFits(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("naloxone", "down", "down")
	before := d.Screen()
	for width := 20; width <= 120; width += 7 {
		d.Resize(width, 6+width%35)
		for _, line := range strings.Split(d.Screen(), "\n") {
			if n := len([]rune(line)); n > width {
				t.Errorf("at %d: a line of %d characters: %q", width, n, line)
			}
		}
	}
	d.Resize(80, 24)
	if got := d.Screen(); got != before {
		t.Errorf("back at the first size:\n%s\nwas\n%s", got, before)
	}
}

// Of several searches under way, the answer to the last is shown.
func TestALateAnswerIsDropped(t *testing.T) {
	d := start(t, tuitest.Setup{})
	_, first := d.Program.Update(tea.KeyPressMsg{Code: 'z', Text: "z"})
	_, second := d.Program.Update(tea.KeyPressMsg{Code: tea.KeyBackspace})
	for _, r := range "limits" {
		_, second = d.Program.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	d.Program.Update(second())
	d.Program.Update(first())
	d.Want("Find: limits", "Limits that hold")
}
