// Package checklist holds what providers answered side by side: which
// questions are open with whom, where answers differ, and what to ask next. It
// gives no score and no rank. Providers stand in the order they were added,
// whatever they answered, and no signs are counted.
package checklist

import "porchlight/internal/record"

// A Question is one thing to ask.
type Question struct {
	ID    string
	First bool // good to ask on a first call
	Own   bool // the learner's own
}

// An Answer is what was heard from one provider. The zero Answer is a question
// not asked.
type Answer struct {
	Asked bool
	Sign  record.Sign
	Note  string
}

// Open reports whether the question has still to be asked.
func (a Answer) Open() bool { return !a.Asked && a.Sign == record.NoSign }

// State names what is known of an answer, in one of the words "open", "asked",
// "good", "warning" and "unclear".
func (a Answer) State() string {
	switch {
	case a.Sign != record.NoSign:
		return string(a.Sign)
	case a.Asked:
		return "asked"
	}
	return "open"
}

// A Provider is who answered, and the answers by question id.
type Provider struct {
	ID      string
	Answers map[string]Answer
}

// InCallOrder returns the questions as a call goes through them: the ones for
// a first call, the learner's own, then all others as they came.
func InCallOrder(questions []Question) []Question {
	out := make([]Question, 0, len(questions))
	for _, take := range []func(Question) bool{
		func(q Question) bool { return q.First },
		func(q Question) bool { return !q.First && q.Own },
		func(q Question) bool { return !q.First && !q.Own },
	} {
		for _, q := range questions {
			if take(q) {
				out = append(out, q)
			}
		}
	}
	return out
}

// Next returns the questions still to ask one provider: those for a first call
// that are open, then those whose answer was unclear, then the others that are
// open. Each part is in the order of a call.
func Next(questions []Question, p Provider) []Question {
	var first, unclear, rest []Question
	for _, q := range InCallOrder(questions) {
		switch a := p.Answers[q.ID]; {
		case a.Sign == record.Unclear:
			unclear = append(unclear, q)
		case !a.Open():
		case q.First:
			first = append(first, q)
		default:
			rest = append(rest, q)
		}
	}
	return append(append(first, unclear...), rest...)
}
