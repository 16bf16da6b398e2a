package course_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"porchlight/internal/course"
	"porchlight/internal/packfile"
	"porchlight/internal/safetext"
	"porchlight/lessons"
	"porchlight/quiz"
)

// product is the course that comes with the program.
func product(t testing.TB) *course.Course {
	t.Helper()
	c, err := course.Open(lessons.Files, quiz.Files)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// localFile writes a site's own card and returns its path.
func localFile(t testing.TB, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "help-now.yaml")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

const goodLocal = `checked: 2026-11-20
note: Dial 9 first on the phones in this building.
numbers:
  - id: county-crisis
    name: County crisis team
    call: 555-0100
    hours: day and night
    for: Someone who can come to you.
  - id: poison-control
    name: Poison Control of this state
    call: 555-0101
    for: When a child or anyone swallowed something.
steps:
  - id: front-desk
    title: You need someone now
    do:
      - Go to the front desk. Someone is there all day.
`

func TestLocalCard(t *testing.T) {
	c := product(t)
	was := c.Pack.Help("en")
	with, err := c.OpenLocal(localFile(t, goodLocal))
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []lessons.Lang{"en", "es"} {
		h := with.Pack.Help(lang)
		if len(h.Numbers) != len(was.Numbers)+1 || len(h.Steps) != len(was.Steps)+1 || h.Unread {
			t.Fatalf("%d numbers, %d steps, unread %v", len(h.Numbers), len(h.Steps), h.Unread)
		}
		if n := h.Numbers[2]; n.ID != "county-crisis" {
			t.Errorf("behind 911 and 988 stands %s", n.ID)
		}
		if n := h.Numbers[len(h.Numbers)-1]; n.ID != "poison-control" || n.Call != "555-0101" {
			t.Errorf("the number that was replaced is %+v", n)
		}
		if h.Note == "" || h.LocalChecked.Format(time.DateOnly) != "2026-11-20" || !h.Checked.Equal(was.Checked) {
			t.Errorf("note %q, checked %v and %v", h.Note, h.LocalChecked, h.Checked)
		}
	}
	if now := c.Pack.Help("en"); len(now.Numbers) != len(was.Numbers) || now.Numbers[4].Call != was.Numbers[4].Call {
		t.Error("the course without the local card has changed")
	}
}

// Whatever is wrong with the file, the card keeps every number it had and says
// that the file could not be used.
func TestABrokenLocalCardHidesNothing(t *testing.T) {
	c := product(t)
	was := c.Pack.Help("en")
	files := map[string]string{
		"not there": filepath.Join(t.TempDir(), "none.yaml"), "a folder": t.TempDir(),
		"empty": localFile(t, ""), "not YAML": localFile(t, "numbers: ["), "no date": localFile(t, "note: Hello.\n"),
		"binary": localFile(t, "\x00\x1b[31m\xff"), "too big": localFile(t, strings.Repeat("# much\n", 50_000)),
		"without 911": localFile(t, "checked: 2026-11-20\nnumbers:\n  - {id: emergency-911, name: N, call: 555-0100, for: F.}\n"),
	}
	for name, file := range files {
		with, err := c.OpenLocal(file)
		if err == nil {
			t.Errorf("%s: no error", name)
		}
		h := with.Pack.Help("en")
		if !h.Unread || len(h.Numbers) != len(was.Numbers) || len(h.Steps) != len(was.Steps) || h.Numbers[0].Call != "911" {
			t.Errorf("%s: the card is %+v", name, h)
		}
	}
	if _, err := c.CheckLocal(files["not there"], checkDay); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
}

func TestLocalCardIsChecked(t *testing.T) {
	for name, c := range map[string]struct{ was, now, at, what, do string }{
		"911 dropped":       {"id: county-crisis", "id: emergency-911", "4:9", `number "emergency-911" takes the place of 911, and has no call: "911"`, "give your own number another id"},
		"911 in another id": {"id: county-crisis\n    name: County crisis team\n    call: 555-0100", "id: emergency-911\n    name: Emergency\n    call: \"911\"", "", "", ""},
		"a step dropped":    {"id: front-desk", "id: overdose", "14:9", `step "overdose" takes the place of one that says 911`, "Say 911 in it"},
		"two alike":         {"id: poison-control", "id: county-crisis", "9:9", `the number "county-crisis" stands twice`, "another id"},
		"no way to reach":   {"    call: 555-0100\n", "", "4:5", "neither call nor text", "Add one"},
		"not a number":      {"call: 555-0100", "call: five five", "6:11", "cannot be dialed", "Write digits"},
		"unknown key":       {"note:", "notes:", "2:1", `unknown key "notes"`, `Did you mean "note"?`},
		"a label":           {"Someone who can come to you.", "An addict in need.", "8:13", `the words "addict"`, "quotation marks"},
		"a label above":     {"Dial 9 first on the phones in this building.", "For addicts.", "2:11", `the words "addicts"`, ""},
		"long ago":          {"checked: 2026-11-20", "checked: 2024-01-01", "1:10", "last checked on 2024-01-01", "Check them again"},
		"in the future":     {"checked: 2026-11-20", "checked: 2027-01-01", "1:10", "in the future", "Write the day"},
		"unsafe page":       {"hours: day and night", "web: http://a.org", "7:10", "not a web address", "https://"},
	} {
		text := strings.Replace(goodLocal, c.was, c.now, 1)
		if text == goodLocal {
			t.Fatalf("%s: nothing is edited", name)
		}
		problems, err := product(t).CheckLocal(localFile(t, text), checkDay)
		if err != nil {
			t.Fatal(err)
		}
		if c.at == "" {
			if len(problems) > 0 {
				t.Errorf("%s: %v", name, problems)
			}
			continue
		}
		if len(problems) == 0 {
			t.Errorf("%s: no problem is found", name)
			continue
		}
		p := problems[0]
		if at := p.Error(); !strings.Contains(at, "help-now.yaml:"+c.at+": ") || !strings.Contains(p.What, c.what) || !strings.Contains(p.Do, c.do) {
			t.Errorf("%s: found %s (%s)", name, at, p.Do)
		}
	}
}

// FuzzLocalCard takes any text for a site's own card: what is accepted keeps
// 911 and 988 on the card, and what is refused is said within the file.
func FuzzLocalCard(f *testing.F) {
	f.Add(goodLocal)
	f.Add("checked: 2026-11-20\nnumbers:\n  - {id: crisis-988, name: N, call: \"988\", for: F.}\n")
	f.Add("checked: 2026-11-20\nsteps:\n  - {id: overdose, title: T, do: [Call 911., Naloxone]}\n")
	c := product(f)
	f.Fuzz(func(t *testing.T, text string) {
		file := localFile(t, text)
		with, err := c.OpenLocal(file)
		var problems packfile.Problems
		if err != nil && !errors.As(err, &problems) {
			t.Fatal(err)
		}
		for _, p := range problems {
			if p.What == "" || p.Do == "" || !safetext.Safe(p.What+p.Do+p.Text) {
				t.Errorf("%+v", p)
			}
		}
		reached := map[string]bool{}
		for _, n := range with.Pack.Help("en").Numbers {
			reached["call "+n.Call], reached["text "+n.Text] = true, true
		}
		if !reached["call 911"] || !reached["call 988"] || !reached["text 988"] {
			t.Errorf("a number is gone from the card: %v", reached)
		}
	})
}
