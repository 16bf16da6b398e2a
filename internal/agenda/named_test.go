package agenda_test

import (
	"slices"
	"strings"
	"testing"

	"porchlight/internal/agenda"
	"porchlight/internal/group"
	"porchlight/lessons"
)

// What was reached of run sheets and shows is said by name, once each, and what
// is a page of the course can be given out. What was not reached is not said.
func TestNamed(t *testing.T) {
	c := real(t)
	sheet, err := c.Pack.RunSheet("sixty-minutes", lessons.English)
	if err != nil {
		t.Fatal(err)
	}
	var all []group.Reached
	var want []string
	for part, s := range sheet.Steps {
		all = append(all, group.Reached{Route: "session/sixty-minutes", Part: part})
		if s.Kind == lessons.RunPages {
			want = append(want, "lesson/"+string(s.Lesson))
		}
	}
	if len(want) == 0 {
		t.Fatal("the run sheet reads nothing")
	}
	all = append(all, group.Reached{Route: "present/helping-or-enabling", Part: 3}, group.Reached{Route: "present/helping-or-enabling"},
		group.Reached{Route: "worksheet/emergency-plan"}, group.Reached{Route: "present/none"}, group.Reached{Route: "session/none"},
		group.Reached{Route: "session/sixty-minutes", Part: 1000}, group.Reached{Route: "session/sixty-minutes", Part: -1})
	want = append(want, "lesson/helping-or-enabling", "worksheet/emergency-plan")
	got := agenda.Named(c, group.Summary{Reached: all})
	var give []string
	for _, p := range got.Give {
		give = append(give, p.Place)
		if p.Title.In("en") == "" || strings.Contains(p.Title.In("en"), "*") {
			t.Errorf("%s has the title %q", p.Place, p.Title.In("en"))
		}
	}
	for _, place := range want {
		if !slices.Contains(give, place) {
			t.Errorf("%s was read, and is not among what is given out: %v", place, give)
		}
	}
	seen := map[string]bool{}
	for _, p := range got.Read {
		if seen[p.Place] || strings.Contains(p.Place, "none") {
			t.Errorf("%s is said twice, or is nothing", p.Place)
		}
		seen[p.Place] = true
	}
	if none := agenda.Named(c, group.Summary{}); len(none.Read)+len(none.Give) != 0 {
		t.Errorf("nothing was read, and there is %+v", none)
	}
}
