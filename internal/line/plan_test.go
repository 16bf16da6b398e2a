package line_test

import (
	"strings"
	"testing"

	"porchlight/internal/line"
	"porchlight/internal/record"
)

func TestPlanInLines(t *testing.T) {
	store := record.NewGuest()
	plan := func(s *line.Session) error { return s.Plan(t.Context()) }
	said := talk(t, store, "en", strings.Join([]string{
		"1", "1", "Mon Wed Fri 6-9pm", "2", "30", "3", "mon-fri 9-5:45", "4", "some day", "back",
		"2", "1", "$200", "4", "12", "2", "back", "3", "quit",
	}, "\n")+"\n", plan)
	wantSaid(t, said, "Days and times of the program: not filled in", "3 sessions a week: 9 h in the program, 12 h away",
		"3 clashes: - Monday, 5:30 pm to 5:45 pm", "Child care: some day. Not understood: some. Such as:",
		"3 a week for 12 weeks is 36 sessions.", "counted in your week", "You may pay about $7,200.",
		"That price is for: one session or day", "In danger, call 911.")
	entries, err := store.Entries(t.Context(), record.KindPlan, "")
	if err != nil || len(entries) != 7 {
		t.Errorf("kept %+v, %v", entries, err)
	}
}
