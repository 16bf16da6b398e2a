package e2e_test

import (
	"strings"
	"testing"
)

// TestReviewFromEitherFace answers questions as someone did days ago, reviews a
// card on the screen and one in plain lines, and takes one back: the record has
// the same kind of fact from both.
func TestReviewFromEitherFace(t *testing.T) {
	h := newHome(t)
	h.run(t, old, "record", "import", "-")
	w := h.open(t, 80, 24, nil)
	w.start(onHome)
	w.choose("Practice")
	w.want("> Review: a few questions for today", "3 cards")
	w.press("Enter")
	w.want("Card 1 of 3 for today", "> Show the answer")
	w.press("Enter")
	w.want("The best answer")
	w.choose("Got it")
	w.want("Card 2 of 3 for today")
	w.press("u") // it was not so sure
	w.want("Card 1 of 3 for today")
	w.press("Enter")
	w.want("The best answer")
	w.choose("Not yet")
	w.want("Card 2 of 3 for today")
	w.press("q")
	w.ended()

	out := h.run(t, "1\n2\nquit\n", "--plain", "--pack", pack, "review")
	if !strings.Contains(out, "Card 2 of 3 for today") || !strings.Contains(out, "Card 3 of 3 for today") {
		t.Errorf("plain lines go on elsewhere:\n%s", out)
	}
	e := strings.Join(strings.Fields(h.run(t, "", "record", "export")), "")
	for _, want := range []string{`"grade":"not-yet"`, `"grade":"got-it"`} {
		if n := strings.Count(e, want); n != 1 {
			t.Errorf("the record has %s %d times:\n%s", want, n, e)
		}
	}
	w.start(onHome)
	w.choose("Practice")
	w.want("1 card")
	w.press("q")
	w.ended()
	h.whole(t)
}

// old is a record of questions answered long ago.
const old = `{"porchlight_record": 1, "exported": "2026-01-02T00:00:00Z", "places": [], "checks": [], "settings": {},
"attempts": [{"id": "a", "lesson": "limits-that-hold", "seed": "1", "started": "2026-01-01T10:00:00Z",
  "questions": ["limits-that-hold/cash", "limits-that-hold/never", "limits-that-hold/several"]}],
"answers": [
  {"attempt": "a", "question": "limits-that-hold/cash", "choices": ["send"], "result": "other", "at": "2026-01-01T10:00:00Z"},
  {"attempt": "a", "question": "limits-that-hold/never", "choices": ["true"], "result": "other", "at": "2026-01-01T10:01:00Z"},
  {"attempt": "a", "question": "limits-that-hold/several", "choices": ["ride"], "result": "partial", "at": "2026-01-01T10:02:00Z"}]}
`
