package now_test

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/charmbracelet/x/ansi"

	"porchlight/internal/course"
	"porchlight/internal/course/coursetest"
	"porchlight/internal/record"
	"porchlight/lessons"
	"porchlight/quiz"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// start opens the card.
func start(t testing.TB, s tuitest.Setup) *tuitest.Driver {
	t.Helper()
	s.First = page.HelpNow{}
	return tuitest.Start(t, s)
}

// product is the course that comes with the program.
func product(t testing.TB) *course.Course {
	t.Helper()
	c, err := course.Open(lessons.Files, quiz.Files)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		start(t, s).Golden("card" + at)
	}
}

// Whoever opens the card on the smallest screen sees at once whom to call and
// what to give.
func TestFirstScreenSaysTheMostUrgent(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		d := start(t, tuitest.Setup{Course: product(t), Lang: lang, Width: 40, Height: 12})
		d.Want("911", "988")
		if !strings.Contains(strings.ToLower(d.Screen()), "nalox") {
			t.Errorf("%s: no naloxone on the first screen:\n%s", lang, d.Screen())
		}
	}
}

// Every number of the card stays on one line at every width it fits.
func TestNumbersStayWhole(t *testing.T) {
	c := product(t)
	number := regexp.MustCompile(`1-\d{3}-\d{3}-\d{4}`)
	for width := 20; width <= 120; width += 5 {
		d := start(t, tuitest.Setup{Course: c, Width: width, Height: 60})
		found := map[string]bool{}
		for range 20 {
			for _, n := range number.FindAllString(d.Screen(), -1) {
				found[n] = true
			}
			d.Press("pgdown")
		}
		for _, n := range c.Pack.Help("en").Numbers {
			if n.Call != "" && len(n.Call) > 4 && !found[n.Call] {
				t.Errorf("width %d: %s is broken or missing", width, n.Call)
			}
		}
	}
}

func TestTabGoesFromPartToPart(t *testing.T) {
	d := start(t, tuitest.Setup{Course: product(t), Width: 40, Height: 12})
	for _, step := range product(t).Pack.Help("en").Steps[1:] {
		d.Press("tab")
		first := strings.Split(d.Screen(), "\n")[1]
		if first = strings.TrimRight(strings.TrimSuffix(first, "↑"), " "); !strings.HasPrefix(step.Title, first) {
			t.Errorf("at the top: %q, want %q", first, step.Title)
		}
	}
	d.Press("end", "tab")
	d.Want("Call 911", "They will not wake up")
}

// Enter skips nothing: the last line of one screen is on the next one.
func TestEnterReadsOn(t *testing.T) {
	d := start(t, tuitest.Setup{Course: product(t), Width: 40, Height: 12})
	for range 5 {
		lines := strings.Split(d.Screen(), "\n")
		last := strings.TrimRight(strings.TrimSuffix(lines[len(lines)-3], "↓"), " ")
		d.Press("enter")
		d.Want(strings.Join(strings.Fields(last), " "))
	}
}

func TestArrowsReachTheEnd(t *testing.T) {
	d := start(t, tuitest.Setup{Course: product(t), Width: 40, Height: 12})
	for range 400 {
		d.Press("down")
	}
	d.Want("Poison Control", "Call 1-800-222-1222")
	d.Press("left")
	d.Want("Start here:")
}

func TestChecked(t *testing.T) {
	start(t, tuitest.Setup{}).Want("Numbers to call", "Checked on 2026-11-23.")
}

func TestUntranslatedCardSaysSo(t *testing.T) {
	start(t, tuitest.Setup{Lang: "es"}).Want("Por ahora, esta tarjeta está en inglés.", "They will not wake up")
}

func TestCourseWithoutACard(t *testing.T) {
	_, quizFS := coursetest.Files(t)
	c, err := course.Open(fstest.MapFS{"en/tracks.yaml": {Data: []byte("tracks: []\n")}}, quizFS)
	if err != nil {
		t.Fatal(err)
	}
	start(t, tuitest.Setup{Course: c}).Want("911", "988")
}

// The card needs no record: it opens where everything else fails.
func TestWithoutARecord(t *testing.T) {
	store := record.NewGuest()
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	start(t, tuitest.Setup{Store: store}).Want("They will not wake up", "988")
}

func TestHelpNowIsOneKeyAway(t *testing.T) {
	for _, to := range []page.Route{page.Home{}, page.Lessons{}, page.Checklist{}, page.Settings{}, page.KeyHelp{}} {
		d := tuitest.Start(t, tuitest.Setup{First: to})
		was := d.Screen()
		d.Press("!")
		d.Want("Porchlight > Help now")
		d.Press("!", "esc")
		if d.Screen() != was {
			t.Errorf("%s is not as it was after Help now", to)
		}
	}
}

func TestNumbersStandOut(t *testing.T) {
	d := start(t, tuitest.Setup{})
	raw := d.Raw()
	if !strings.Contains(raw, "\x1b[1m988") {
		t.Errorf("988 does not stand out: %q", ansi.Truncate(raw, 400, ""))
	}
}

// The numbers of the place stand behind the ones to know by heart, and what is
// said there comes first.
func TestTheNumbersOfThePlace(t *testing.T) {
	c := coursetest.Open(t).WithLocal(lessons.Local{
		Checked: time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC), Note: "Dial 9 first on the phones in this building.",
		Numbers: []lessons.Number{{ID: "county-crisis", Name: "County crisis team", Call: "555-0100", For: "Someone who can come to you."}},
	})
	d := start(t, tuitest.Setup{Course: c})
	d.Want("Dial 9 first", "They will not wake up", "Local numbers checked on 2026-11-20.", "Call 555-0100.", "Call or text 988")
	d.Golden("local-en-80x24")
	d.Resize(40, 12)
	d.Golden("local-en-40x12")
	start(t, tuitest.Setup{Course: c, Lang: "es"}).Want("Dial 9 first", "Números locales revisados el 2026-11-20.")
}

// A file of the place that cannot be read hides nothing, and is told of.
func TestTheNumbersOfThePlaceUnread(t *testing.T) {
	c := product(t).WithLocal(lessons.Local{Unread: true})
	d := start(t, tuitest.Setup{Course: c, Width: 40, Height: 12})
	d.Want("Call 911", "988")
	d.Press("end")
	d.Want("Call 1-800-222-1222")
	start(t, tuitest.Setup{Course: c, Width: 80, Height: 120}).Want("own numbers could not be read")
	start(t, tuitest.Setup{Course: c, Lang: "es", Width: 80, Height: 120}).Want("No se pudieron leer los números de este lugar.")
}

// The card of the product is in Spanish: it says so nowhere that it is in
// English, and it says whom to call at every size.
func TestTheCardInSpanish(t *testing.T) {
	c := product(t)
	d := start(t, tuitest.Setup{Course: c, Lang: "es", Width: 80, Height: 24})
	d.Want("Llame al 911 y dé naloxona, las dos cosas a la vez.")
	d.Golden("product-es-80x24")
	d.Resize(40, 12)
	d.Golden("product-es-40x12")
	d.Resize(200, 50)
	d.Golden("product-es-200x50")
	d.Resize(80, 200)
	d.Want("Línea 988", "Los veteranos pueden llamar al 988 y marcar 1", "mande el mensaje START al 88788", "1-800-222-1222")
	if strings.Contains(d.Screen(), "inglés. ") || strings.Contains(d.Screen(), "está en inglés") {
		t.Errorf("the card says that it is in English:\n%s", d.Screen())
	}
}
