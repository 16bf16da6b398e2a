package study_test

import (
	"strings"
	"testing"

	"porchlight/internal/plan"
	"porchlight/internal/record"
	"porchlight/internal/study"
)

func TestPlanStartsEmptyAndReckonsWithWhatIsGiven(t *testing.T) {
	ctx, d := t.Context(), whole(t, record.NewGuest(), "en")
	p, err := d.Plan(ctx)
	must(t, err)
	if len(p.Text) != 0 || p.Reckons() || p.Cost != (plan.Cost{}) || p.FromWeek {
		t.Errorf("an empty plan is %+v", p)
	}
	for field, text := range map[study.PlanField]string{
		study.PlanProgram: "Lun mié vie 18:00-21:00", study.PlanTravel: "30", study.PlanWork: "mon-fri 9-5:45",
		study.PlanPrice: "$200", study.PlanWeeks: "12", study.PlanPays: "80%", study.PlanDeductible: "1,000",
	} {
		must(t, d.SavePlan(ctx, field, text))
	}
	p, err = d.Plan(ctx)
	must(t, err)
	if !p.Reckons() || !p.FromWeek || p.Cost.Weekly != 3 || len(p.Week.Clashes()) != 3 || p.Text[study.PlanPrice] != "$200" {
		t.Errorf("the plan is %+v", p)
	}
	if e := p.Cost.Estimate(); e.You != 2240_00 {
		t.Errorf("the sum is %+v", e)
	}
	must(t, d.SavePlan(ctx, study.PlanWeekly, "4"))
	must(t, d.SavePlan(ctx, study.PlanTravel, ""))
	if p, _ = d.Plan(ctx); p.FromWeek || p.Cost.Weekly != 4 || p.Week.Travel != 0 {
		t.Errorf("the plan is %+v", p)
	}
}

func TestPlanSaysWhatItCannotRead(t *testing.T) {
	ctx, d := t.Context(), whole(t, record.NewGuest(), "en")
	must(t, d.SavePlan(ctx, study.PlanPrice, "about 200\x1b[2J"))
	must(t, d.SavePlan(ctx, study.PlanWork, "mon-fri nine to five"))
	must(t, d.SavePlan(ctx, study.PlanPer, "fortnight"))
	must(t, d.SavePlan(ctx, study.PlanOther, strings.Repeat("x", 100_000)))
	p, err := d.Plan(ctx)
	must(t, err)
	if p.Wrong[study.PlanPrice] != "about 200[2J" || p.Wrong[study.PlanWork] != "nine" || p.Wrong[study.PlanPer] != "fortnight" || p.Reckons() {
		t.Errorf("wrong are %q", p.Wrong)
	}
	if len(p.Text[study.PlanOther]) != study.PlanLimit {
		t.Errorf("kept %d bytes", len(p.Text[study.PlanOther]))
	}
}

// Every claim beside the sum has a source in the course, and a course without
// the source makes no claim.
func TestBesideTheSum(t *testing.T) {
	d := whole(t, record.NewGuest(), "en")
	if n := len(d.Beside()); n != 9 {
		t.Errorf("%d things beside the sum", n)
	}
	for _, c := range d.Beside() {
		if !c.Bare && c.Source.Address+c.Source.Where == "" {
			t.Errorf("%s has no source", c.Words)
		}
	}
	if l, ok := d.MoneyLesson(); !ok || l.Title == "" {
		t.Error("the course has no lesson on cost")
	}
	for _, c := range desk(t, record.NewGuest(), "en").Beside() {
		if !c.Bare {
			t.Errorf("the small course claims %s from %s", c.Words, c.Source.ID)
		}
	}
}
