package handout_test

import (
	"strings"
	"testing"

	"porchlight/internal/handout"
	"porchlight/internal/record"
	"porchlight/internal/study"
)

// What was filled in stands in the plan, and what it comes to; a blank one has
// none of it, and room for all.
func TestPlanOnPaper(t *testing.T) {
	desk, w := learner(t, record.NewGuest(), "en")
	for field, text := range map[study.PlanField]string{
		study.PlanProgram: "Mon Wed Thu 18:00-21:00", study.PlanPrice: "150", study.PlanWeekly: "3", study.PlanWeeks: "8",
	} {
		if err := desk.SavePlan(t.Context(), field, text); err != nil {
			t.Fatal(err)
		}
	}
	for _, blank := range []bool{false, true} {
		d, err := handout.Make(t.Context(), desk, w, handout.Request{What: []string{"plan"}, Blank: blank})
		if err != nil {
			t.Fatal(err)
		}
		text := d.Text()
		for _, own := range []string{"18:00", "$150", "$3,600"} {
			if strings.Contains(text, own) == blank {
				t.Errorf("blank %v, and %q:\n%s", blank, own, text)
			}
		}
		if !strings.Contains(text, "Ask for the cost in writing") || d.Own == blank {
			t.Errorf("blank %v, own words %v:\n%s", blank, d.Own, text)
		}
	}
}
