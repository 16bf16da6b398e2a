package group_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"porchlight/internal/group"
)

func TestSummaryHoldsWhatWasShown(t *testing.T) {
	tb := newTable(t, 6)
	for _, id := range []string{"shown", "hidden"} {
		p := poll(id, "a", "b")
		p.Text = group.Text{"en": "=HYPERLINK(\"" + id + "\")"}
		tb.must(group.AddPoll{Poll: p})
		tb.must(group.OpenPoll{ID: id})
		for i := range 6 {
			_ = tb.vote(i, id, []string{"a", "b"}[i%2])
		}
	}
	tb.must(group.Reveal{ID: "shown"})
	for i, id := range []string{"A", "B"} {
		tb.must(group.Ask{ID: strings.Repeat(id, 26), Asker: tb.voters[i].Asker(), Text: "Question " + id})
	}
	tb.must(group.Sort{ID: strings.Repeat("A", 26), To: group.Answered})
	tb.must(group.Step{To: group.Place{Route: "lesson/x"}})
	for _, when := range []string{"before the end", "after the end"} {
		s := group.NewSnapshot(1, &tb.room).Summary()
		var j, c bytes.Buffer
		if err := s.WriteJSON(&j); err != nil {
			t.Fatal(err)
		}
		var read group.Summary
		if err := json.Unmarshal(j.Bytes(), &read); err != nil || len(read.Polls) != 1 || read.Polls[0].People != 6 || read.Polls[0].Choices[0].Count != 3 ||
			len(read.Box) != 1 || len(read.Covered) != 1 || len(s.Reached) != 1 {
			t.Errorf("%s: %v\n%s", when, err, j.String())
		}
		if err := s.WriteCSV(&c, "en"); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&c).ReadAll()
		if err != nil || len(rows) != 3 || rows[1][1] != "'=HYPERLINK(\"shown\")" || rows[2][5] != "3" {
			t.Errorf("%s: %v %q", when, err, rows)
		}
		for _, secret := range []string{"hidden", "Question B"} {
			if strings.Contains(j.String(), secret) {
				t.Errorf("%s: %q was never shown, and is in the summary", when, secret)
			}
		}
		tb.must(group.End{})
	}
}
