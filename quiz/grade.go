package quiz

import "slices"

// Result is how an answer compares with the best one. Its words are the
// record's too.
type Result string

const (
	Best    Result = "best"
	Partial Result = "partial"
	Other   Result = "other"
)

// Given is an answer and its grade. Of several things to get right, Right were:
// pairs in the right order, right matches, best options without the others.
type Given struct {
	Response
	Result Result
	Right  int
	Of     int
}

// Credit is the part that was right, from 0 to 1.
func (g Given) Credit() float64 {
	if g.Of == 0 {
		return 0
	}
	return float64(g.Right) / float64(g.Of)
}

// Grade compares a response with the best answer. It returns one of this
// package's errors for a response that does not fit the question.
func (q Question) Grade(r Response) (Given, error) {
	g := Given{Response: Response{Choices: slices.Clone(r.Choices)}}
	var err error
	switch q.Kind {
	case Multiple:
		g.Right, g.Of, err = q.severalRight(r.Choices)
	case Order:
		g.Right, g.Of, err = q.inOrder(r.Choices)
	case Matching:
		g.Right, g.Of, err = q.matched(r.Choices)
	case ShortText:
		g.Choices, g.Right, err = q.typed(r)
		g.Text, g.Of = r.Text, 1
	default:
		g.Right, g.Of, err = q.oneRight(r.Choices)
	}
	if err != nil {
		return Given{}, err
	}
	g.Result = q.result(g.Right, g.Of)
	return g, nil
}

// result says in a word how much was right.
func (q Question) result(right, of int) Result {
	switch {
	case right == of && of > 0:
		return Best
	case q.Kind == Scale && right < of-1, // further off than beside a best place
		q.Kind == Order && 2*right <= of, // half of the pairs fall right by chance
		q.Kind == Matching && 2*right < of,
		right == 0:
		return Other
	}
	return Partial
}

// oneRight is for kinds of which one option is chosen.
func (q Question) oneRight(choices []OptionID) (right, of int, err error) {
	switch {
	case len(choices) == 0:
		return 0, 0, ErrNoChoice
	case len(choices) > 1:
		return 0, 0, ErrOneOnly
	}
	o, ok := q.Option(choices[0])
	switch {
	case !ok:
		return 0, 0, ErrNoOption
	case q.Kind == Scale:
		right, of = q.near(o.ID)
	case q.Kind == Situation:
		right, of = o.Grade.credit()
	case o.Best:
		right, of = 1, 1
	default:
		right, of = 0, 1
	}
	return right, of, nil
}

// credit is what a thing said is worth. To say something fine is half of it.
func (g Grade) credit() (right, of int) {
	switch g {
	case BestReply:
		return 2, 2
	case FineReply:
		return 1, 2
	}
	return 0, 2
}

// near counts how near a place on the scale is to the best ones. Where none is
// better than another, every place is as good as any.
func (q Question) near(id OptionID) (right, of int) {
	if q.Opinion() {
		return 1, 1
	}
	of = len(q.Options) - 1
	at := slices.IndexFunc(q.Options, func(o Option) bool { return o.ID == id })
	for i, o := range q.Options {
		if o.Best {
			right = max(right, of-max(i-at, at-i))
		}
	}
	return right, of
}

// severalRight counts best options, less the others chosen with them.
func (q Question) severalRight(choices []OptionID) (right, of int, err error) {
	if len(choices) == 0 {
		return 0, 0, ErrNoChoice
	}
	for i, id := range choices {
		o, ok := q.Option(id)
		switch {
		case !ok:
			return 0, 0, ErrNoOption
		case slices.Contains(choices[:i], id):
		case o.Best:
			right++
		default:
			right--
		}
	}
	return max(0, right), q.bestCount(), nil
}

// inOrder counts the pairs of options that are in their right order. Two of the
// same place are no pair: they may come either way.
func (q Question) inOrder(choices []OptionID) (right, of int, err error) {
	places := make([]int, len(choices))
	for i, id := range choices {
		o, ok := q.Option(id)
		switch {
		case !ok:
			return 0, 0, ErrNoOption
		case slices.Contains(choices[:i], id):
			return 0, 0, ErrTwice
		}
		places[i] = o.Place
	}
	if len(choices) < len(q.Options) {
		return 0, 0, ErrUnfinished
	}
	for i, p := range places {
		for _, after := range places[i+1:] {
			if p < after {
				right++
			}
			if p != after {
				of++
			}
		}
	}
	if of == 0 {
		return 1, 1, nil // they may all come either way
	}
	return right, of, nil
}

// matched counts the options that are matched with what they belong with.
func (q Question) matched(choices []OptionID) (right, of int, err error) {
	seen := make([]OptionID, 0, len(choices))
	for _, pair := range choices {
		left, match, _ := pair.Parts()
		o, ok := q.Option(left)
		_, known := q.MatchOf(match)
		switch {
		case !ok || !known:
			return 0, 0, ErrNoOption
		case slices.Contains(seen, left):
			return 0, 0, ErrTwice
		case o.Match == match:
			right++
		}
		seen = append(seen, left)
	}
	if len(seen) < len(q.Options) {
		return 0, 0, ErrUnfinished
	}
	return right, len(q.Options), nil
}
