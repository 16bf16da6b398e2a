package seat

import (
	"testing"

	"porchlight/internal/group"
)

func TestWhatIsCalm(t *testing.T) {
	base := func() group.View {
		return group.View{Here: 3, Front: &group.PollView{ID: "p", Status: group.Open, Answers: 2, Result: &group.Result{People: 5, Later: 1}}}
	}
	for name, c := range map[string]struct {
		change func(*group.View)
		calm   bool
	}{
		"nothing":           {func(*group.View) {}, true},
		"somebody comes":    {func(v *group.View) { v.Here++ }, true},
		"somebody answers":  {func(v *group.View) { v.Front.Answers++ }, true},
		"a late answer":     {func(v *group.View) { v.Front.Result.Later++ }, true},
		"more are shown":    {func(v *group.View) { v.Front.Result.People++ }, false},
		"it closes":         {func(v *group.View) { v.Front.Status = group.Closed }, false},
		"it goes":           {func(v *group.View) { v.Front = nil }, false},
		"the page turns":    {func(v *group.View) { v.Place.Part = 1 }, false},
		"a question is put": {func(v *group.View) { v.Raised = &group.Question{ID: "q"} }, false},
		"it ends":           {func(v *group.View) { v.Ended = true }, false},
	} {
		was, is := base(), base()
		c.change(&is)
		if got := calm(was, is); got != c.calm {
			t.Errorf("%s: calm is %v", name, got)
		}
		if was.Here != 3 || was.Front.Answers != 2 || was.Front.Result.Later != 1 {
			t.Errorf("%s: looking has changed it: %+v", name, was)
		}
	}
}
