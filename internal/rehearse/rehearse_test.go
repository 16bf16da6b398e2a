package rehearse_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"porchlight/internal/rehearse"
)

// play rehearses two questions with some people in a hall.
func play(t *testing.T, h *hall, people, cuts int) rehearse.Report {
	t.Helper()
	report, err := rehearse.Plan{
		Servers: []rehearse.Server{{Address: h.address}}, Code: code, Lead: lead,
		People: people, Rounds: 2, Cuts: cuts, Lines: true, Words: h.words, Now: time.Now, Say: t.Logf,
	}.Run(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// byPlace is a room as it should be: a place has one answer.
func byPlace(place string, _ int) string { return place }

func TestARoomThatKeepsEveryAnswer(t *testing.T) {
	const people, cuts = 10, 2
	r := play(t, aHall(t, byPlace), people, cuts)
	if r.Lost != 0 || r.Doubled != 0 || r.Counted != 2*people {
		t.Errorf("%d counted, %d lost, %d doubled", r.Counted, r.Lost, r.Doubled)
	}
	// Six of ten change their minds, and two vanish and answer again.
	if want := 2 * (people + 6 + cuts); r.Votes != want {
		t.Errorf("%d votes, want %d", r.Votes, want)
	}
	// Links are cut while the question comes, while people answer, and at the
	// result.
	if want := 2 * 3 * cuts; r.Cut != want || len(r.Back) != want {
		t.Errorf("%d links cut, %d times back, want %d", r.Cut, len(r.Back), want)
	}
	if len(r.Keys) != 4 || len(r.Each) != 4*(people-cuts) || len(r.Answers) != 2*(people+6) || len(r.Pages) != 0 {
		t.Errorf("measured %d keys, %d screens, %d answers, %d pages", len(r.Keys), len(r.Each), len(r.Answers), len(r.Pages))
	}
	for _, d := range append(append(r.Keys, r.Each...), r.Answers...) {
		if d <= 0 || d > r.Joined+time.Minute {
			t.Errorf("something took %v", d)
		}
	}
}

// A room that says it keeps an answer and does not is found out.
func TestARoomThatLosesAnAnswer(t *testing.T) {
	deaf := func(place string, _ int) string {
		if strings.Contains(place, "-0003-") {
			return ""
		}
		return place
	}
	if r := play(t, aHall(t, deaf), 10, 0); r.Lost != 2 || r.Doubled != 0 || r.Counted != 18 {
		t.Errorf("%d counted, %d lost, %d doubled", r.Counted, r.Lost, r.Doubled)
	}
}

// A room that counts those who come back as somebody else is found out.
func TestARoomThatCountsTwice(t *testing.T) {
	byVisit := func(_ string, visit int) string { return strconv.Itoa(visit) }
	if r := play(t, aHall(t, byVisit), 10, 1); r.Lost != 0 || r.Doubled != 2 || r.Counted != 22 {
		t.Errorf("%d counted, %d lost, %d doubled", r.Counted, r.Lost, r.Doubled)
	}
}

// Where nobody can come in, that is said.
func TestNobodyIsThere(t *testing.T) {
	h := aHall(t, byPlace)
	_, err := rehearse.Plan{
		Servers: []rehearse.Server{{Address: "127.0.0.1:1"}}, Code: code, Lead: lead, People: 1, Rounds: 1, Lines: true, Words: h.words, Now: time.Now, Say: t.Logf,
	}.Run(t.Context())
	if err == nil || !strings.Contains(err.Error(), "the facilitator: ") {
		t.Errorf("said %v", err)
	}
}
