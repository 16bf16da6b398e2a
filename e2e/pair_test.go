package e2e_test

import (
	"encoding/json"
	"testing"
)

// parts counts the answers of each part of a pair in the learner's record.
func (h home) parts(t *testing.T) map[string]int {
	t.Helper()
	var export struct {
		Attempts []struct {
			ID   string `json:"id"`
			Part string `json:"part"`
		} `json:"attempts"`
	}
	if err := json.Unmarshal([]byte(h.run(t, "", "record", "export")), &export); err != nil {
		t.Fatal(err)
	}
	part, counts := map[string]string{}, map[string]int{}
	for _, a := range export.Attempts {
		part[a.ID] = a.Part
	}
	for _, a := range h.kept(t).Answers {
		counts[part[a.Attempt]]++
	}
	return counts
}

// TestBeforeAndAfterReading answers a few questions before a lesson on the
// screen, leaves in the middle, reads, and answers the same ones after it in
// plain lines.
func TestBeforeAndAfterReading(t *testing.T) {
	h := newHome(t)
	w := h.open(t, 40, 12, []string{"NO_COLOR=1"}, "pair/helping-or-enabling")
	w.start("3 questions before you read", "> Answer them now")
	w.press("Enter")
	w.want("Question 1 of 3")
	w.choose("Send the money")
	w.want("Question 2 of 3")
	w.press("q")
	w.ended()
	if got := h.parts(t); got["before"] != 1 || len(got) != 1 {
		t.Fatalf("the record has %v", got)
	}
	w.start("You have answered 1 of 3.", "> Go on")
	w.press("Enter")
	w.want("Question 2 of 3")
	w.choose("True")
	w.want("Question 3 of 3")
	w.choose("[ ]")
	w.press("c")
	w.want("Your answers from before reading are kept.")
	w.choose("Read the lesson")
	w.want("In short.")
	w.pressUntil("Space", "Answer the same questions as before")
	w.press("q")
	w.ended()

	p := h.talk(t, "--plain", "--pack", pack, "pair/helping-or-enabling")
	p.until("Number: ")
	p.say("2") // the same questions now
	said := p.until("Number: ")
	p.say(label(t, said, "Offer to fill the tank with him tomorrow"))
	p.until("Number: ")
	p.say("false")
	said = p.until("Numbers: ")
	p.say(label(t, said, "A ride to the program") + " " + label(t, said, "Groceries"))
	p.until("of 3 before, 3 of 3 now.")
	p.until("Number: ")
	p.say("quit")
	p.ended()
	if got := h.parts(t); got["before"] != 3 || got["after"] != 3 || len(got) != 2 {
		t.Errorf("the record has %v", got)
	}
	h.whole(t)
}
