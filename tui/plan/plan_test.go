package plan_test

import (
	"context"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/course"
	"porchlight/internal/record"
	"porchlight/internal/record/recordtest"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/quiz"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// start opens the plan over the program's own course, which has the sources.
func start(t testing.TB, s tuitest.Setup) *tuitest.Driver {
	t.Helper()
	c, err := course.Open(lessons.Files, quiz.Files)
	if err != nil {
		t.Fatal(err)
	}
	s.Course, s.First = c, page.Plan{}
	return tuitest.Start(t, s)
}

// filled is a plan with a week and a price.
func filled(t testing.TB, s tuitest.Setup) *tuitest.Driver {
	t.Helper()
	d := start(t, s)
	for field, text := range map[study.PlanField]string{
		study.PlanProgram: "mon wed fri 6-9pm", study.PlanTravel: "30", study.PlanWork: "mon-fri 9-5:45", study.PlanCare: "wed 8:30-10pm",
		study.PlanPrice: "200", study.PlanWeeks: "12", study.PlanDeductible: "1,000", study.PlanPays: "80", study.PlanMost: "1,500",
	} {
		if err := d.Desk.SavePlan(context.Background(), field, text); err != nil {
			t.Fatal(err)
		}
	}
	return d.Restart(nil)
}

func TestFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		d := filled(t, s)
		d.Press("enter")
		d.Golden("week" + at)
		d.Press("esc", "down", "enter")
		d.Golden("cost" + at)
		d.Press("esc", "down", "enter")
		d.Golden("beside" + at)
	}
	d := start(t, tuitest.Setup{})
	d.Golden("start-en-80x24")
	d.Press("down", "enter")
	d.Golden("empty-en-80x24")
	d = filled(t, tuitest.Setup{Width: 200, Height: 50})
	d.Press("enter")
	d.Golden("week-en-200x50")
}

func TestNothingIsFilledIn(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter")
	d.Want("Nothing here is filled in for you.", "> Days and times of the program not filled in")
	d.Press("esc", "down", "enter")
	d.Want("For a sum, fill in the price and how often.", "> Price you were given in writing not filled in")
	if strings.Contains(d.Screen(), "$") {
		t.Errorf("there is a price of ours:\n%s", d.Screen())
	}
}

func TestAWeekAndItsClashes(t *testing.T) {
	d := start(t, tuitest.Setup{Height: 40, Width: 80})
	d.Press("enter", "enter", "Mon Wed Fri 6-9pm", "enter")
	d.Want("3 sessions a week: 9 h in the program", "Nothing clashes.", "Monday: 6:00 pm to 9:00 pm program")
	d.Press("down", "enter", "30", "enter", "down", "enter", "weekdays 9-5:45", "enter")
	d.Want("9 h in the program, 12 h away from home", "3 clashes:", "Monday, 5:30 pm to 5:45 pm: the way there or back and work or school", "X clash")
	again := d.Restart(nil)
	again.Press("enter")
	again.Want("3 clashes:", "weekdays 9-5:45")
}

func TestWhatIsNotUnderstoodIsSaid(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter", "enter", "Mon six to nine", "enter")
	d.Want("Mon six to nine", "Not understood: six. Such as: Mon Wed Fri 6-9pm")
	d.Press("enter", "ctrl+u", "esc")
	d.Want("Mon six to nine")
}

func TestASumStepByStep(t *testing.T) {
	d := start(t, tuitest.Setup{Height: 40, Width: 80})
	d.Press("down", "enter", "enter", "$200", "enter", "down", "down", "enter", "3", "enter", "down", "enter", "12", "enter")
	d.Want("The price you were given: $200 for one session or day", "3 a week for 12 weeks is 36 sessions.",
		"Before insurance: $7,200", "This is without insurance.", "You may pay about $7,200.", "Left out: tests")
	d.Press("down", "enter", "1000", "enter", "down", "enter", "80", "enter")
	d.Want("You pay first, from your deductible: $1,000", "Of the other $6,200 your insurance pays 80%. You pay $1,240.", "You may pay about $2,240.")
	d.Press("down", "enter", "1500", "enter")
	d.Want("Your limit for the year takes off $740.", "You may pay about $1,500.")
	d.Press("up", "up", "up", "up", "up", "enter")
	d.Press("enter")
	d.Want("That price is for one week", "Before insurance: $2,400")
}

func TestBesideTheSumAndTheLesson(t *testing.T) {
	d := start(t, tuitest.Setup{Height: 70, Width: 80})
	d.Press("end", "up", "enter")
	d.Want("is 9 hours a week or more.", "good-faith estimate in writing", "dispute it within 120 days", "180 days to appeal", "In danger, call 911.", "Source:",
		"> Read the lesson: Cost and insurance")
	d.Press("enter")
	d.Want("Porchlight > Cost and insurance")
}

func TestClosingKeepsWhatIsTyped(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter", "enter", "Mon 6-9pm", "ctrl+c")
	if p, err := d.Desk.Plan(t.Context()); !d.Quit || err != nil || p.Text[study.PlanProgram] != "Mon 6-9pm" {
		t.Errorf("closed %t, kept %+v, %v", d.Quit, p.Text, err)
	}
}

func TestFieldOutlivesAnotherTheme(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter", "enter", "Mon 6")
	d.Send(page.SettingsChanged{To: study.Settings{Lang: "es", Theme: "dark"}})
	d.Want("Días y horas del programa", "> Mon 6")
	d.Press("-9pm", "enter")
	d.Want("lunes: de 6:00 p.m. a 9:00 p.m. programa")
}

func TestLongPasteIsCut(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter", "enter")
	d.Send(tea.PasteMsg{Content: strings.Repeat("mon 6-9pm \x1b[2J\u202e", 10_000)})
	d.Want("That was longer than fits here.")
	d.Press("enter")
	if p, err := d.Desk.Plan(t.Context()); err != nil || len(p.Text[study.PlanProgram]) > study.PlanLimit || strings.ContainsAny(p.Text[study.PlanProgram], "\x1b\u202e") {
		t.Errorf("kept %q, %v", p.Text, err)
	}
}

func TestFullDisk(t *testing.T) {
	d := start(t, tuitest.Setup{Store: &recordtest.Leaky{Store: record.NewGuest(), Fail: 1}})
	d.Press("enter", "enter", "Mon 6-9pm", "enter")
	d.Want("This was not saved", "> Try again")
	d.Press("enter")
	d.Want("Monday: 6:00 pm to 9:00 pm program")
}
