package checklist

// Part is where in a comparison a row stands.
type Part int

// The parts of a comparison, in the order they are shown.
const (
	Gaps   Part = iota // asked of some providers and not of all
	Differ             // asked of all, with different signs
	Alike              // asked of all, with the same sign
	Nobody             // asked of none
)

// Parts returns the parts in the order they are shown.
func Parts() []Part { return []Part{Gaps, Differ, Alike, Nobody} }

// Word names a part: "gaps", "differ", "alike" or "nobody".
func (p Part) Word() string { return [...]string{"gaps", "differ", "alike", "nobody"}[p] }

// A Row is one question with the answers of all providers, in their order.
type Row struct {
	Question Question
	Answers  []Answer
	Part     Part
	// Differs says that two providers asked gave different signs. A row of the
	// gaps may differ too.
	Differs bool
}

// Compare returns one row for each question: gaps and differences first, and
// within each part the order of a call. The providers keep the order given.
func Compare(questions []Question, providers []Provider) []Row {
	parts := make([][]Row, len(Parts()))
	for _, q := range InCallOrder(questions) {
		r := row(q, providers)
		parts[r.Part] = append(parts[r.Part], r)
	}
	rows := make([]Row, 0, len(questions))
	for _, part := range parts {
		rows = append(rows, part...)
	}
	return rows
}

func row(q Question, providers []Provider) Row {
	r := Row{Question: q, Answers: make([]Answer, len(providers))}
	asked := 0
	var heard string
	for i, p := range providers {
		a := p.Answers[q.ID]
		r.Answers[i] = a
		if a.Open() {
			continue
		}
		if asked > 0 && a.State() != heard {
			r.Differs = true
		}
		heard = a.State()
		asked++
	}
	switch {
	case asked == 0:
		r.Part = Nobody
	case asked < len(providers):
		r.Part = Gaps
	case r.Differs:
		r.Part = Differ
	default:
		r.Part = Alike
	}
	return r
}
