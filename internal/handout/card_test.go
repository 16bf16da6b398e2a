package handout_test

import (
	"strings"
	"testing"

	"porchlight/internal/handout"
	"porchlight/internal/locale"
	"porchlight/internal/record"
)

// The card says how to come in, in each language, and what is done with what
// people answer; small ones are there to cut out.
func TestCard(t *testing.T) {
	d, en := learner(t, record.NewGuest(), "en")
	_, es := learner(t, record.NewGuest(), "es")
	for _, kept := range []bool{false, true} {
		doc := handout.CardOf(d, []*locale.Words{en, es}, handout.Card{
			Code: "KM4-7TXR", Command: "ssh -t -p 2222 kiosk@host room/KM4-7TXR", Fingerprint: "SHA256:print", Hours: 3, Kept: kept,
		})
		text := doc.Text()
		for want, n := range map[string]int{
			"KM4-7TXR": 20, "SHA256:print": 2, en.T("room.secret"): 1, es.T("room.secret"): 1, "3 hours": 1, "3 horas": 1, "911": 2,
		} {
			if got := strings.Count(text, want); got != n {
				t.Errorf("%q stands there %d times, not %d:\n%s", want, got, n, text)
			}
		}
		if one := handout.CardOf(d, []*locale.Words{en, es}, handout.Card{Hours: 1, Kept: kept}).Text(); !strings.Contains(one, "after 1 hour") || !strings.Contains(one, "de 1 hora") || strings.Contains(one, "1 hours") {
			t.Errorf("one hour: %s", one)
		}
		if stops := strings.Contains(text, "when the server stops"); stops == kept {
			t.Errorf("kept is %t, and the card says:\n%s", kept, text)
		}
	}
}
