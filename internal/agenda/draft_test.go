package agenda_test

import (
	"fmt"
	"strings"
	"testing"

	"porchlight/internal/agenda"
	"porchlight/internal/group"
)

// A question is written line by line; each line leaves what was written before
// as it was.
func TestDraft(t *testing.T) {
	d := agenda.NewDraft("es")
	if d.Asked() || d.Enough() || d.Full() {
		t.Error("nothing is written yet")
	}
	asked := d.With("¿Lista?")
	one := asked.With("Sí")
	two, other := one.With("No"), one.With("Quizás")
	if len(one.Choices) != 1 || one.Enough() || !two.Enough() || two.Choices[1].Text["es"] != "No" || other.Choices[1].Text["es"] != "Quizás" {
		t.Errorf("%+v, %+v", two, other)
	}
	for !two.Full() {
		two = two.With("más")
	}
	if len(two.Choices) != group.MaxChoices {
		t.Errorf("%d choices", len(two.Choices))
	}
	r := newRoom(t)
	r.must(agenda.Asks(two.Poll).Do...)
	if v := r.view(); v.Front == nil || v.Front.Text["es"] != "¿Lista?" {
		t.Errorf("the room is asked %+v", v.Front)
	}
}

func TestTally(t *testing.T) {
	p := group.PollView{Choices: []group.Choice{{ID: "a"}, {ID: "b"}}}
	if h := agenda.Tally(p, []int{3, 4}); h.People != 7 || h.For["b"] != 4 {
		t.Errorf("%+v", h)
	}
	p.Many = true
	if h := agenda.Tally(p, []int{3, 4, 5}); h.People != 5 || h.For["a"] != 3 {
		t.Errorf("several hands of one person: %+v", h)
	}
}

// The key that leads stands in what is said to be secret, and nowhere else.
func TestElsewhere(t *testing.T) {
	const key = "ABCD-EFGH"
	names := ""
	for _, line := range agenda.Elsewhere("ssh -p 2222 kiosk@HOST", "KM47TX4", "KM4-7TX4-"+key) {
		names += " " + line.Name
		if strings.Contains(line.Line, key) != line.Secret || strings.Contains(line.Line, " > ") != line.File || strings.Contains(line.Line, "ssh -t ") == line.File {
			t.Errorf("%+v", line)
		}
	}
	if names != " wall stage card slips totals" {
		t.Error(names)
	}
}

// What is offered about screens does what it says, and undoes it again.
func TestWalls(t *testing.T) {
	r := newRoom(t)
	for i, size := range []group.Wall{{Width: 100, Height: 30}, {Width: 60, Height: 12}} {
		r.must(group.Fit{Screen: strings.Repeat(string(rune('A'+i)), 26), To: size})
	}
	for _, step := range []struct{ take, offered, made string }{
		{"", "leave-out leave-out fit-largest", "{60 12}"},
		{"leave-out", "take-in leave-out fit-largest", "{100 30}"},
		{"take-in", "leave-out leave-out fit-largest", "{60 12}"},
		{"fit-largest", "leave-out leave-out fit-all", "{100 30}"},
		{"fit-all", "leave-out leave-out fit-largest", "{60 12}"},
	} {
		if step.take != "" {
			r.take(agenda.Walls(r.view()), step.take)
		}
		if v := r.view(); names(agenda.Walls(v)) != step.offered || fmt.Sprint(v.Wall) != step.made {
			t.Errorf("after %s: %s, made for %v", step.take, names(agenda.Walls(v)), v.Wall)
		}
	}
}
