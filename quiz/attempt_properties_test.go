package quiz_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"porchlight/quiz"
)

// whole is a bank with a question of every kind.
func whole(t testing.TB) quiz.Bank {
	b := kindsBank(t)
	b.Questions = append(b.Questions, bank().Questions...)
	return b
}

// responses draws an answer to a question: often one that fits, sometimes not.
func responses(t *rapid.T, q quiz.Question) quiz.Response {
	ids := make([]quiz.OptionID, len(q.Options))
	for i, o := range q.Options {
		ids[i] = o.ID
	}
	if rapid.IntRange(0, 5).Draw(t, "odd") == 0 {
		return quiz.Response{Choices: rapid.SliceOfN(rapid.SampledFrom(append(ids, "gone", "a:b")), 0, 6).Draw(t, "choices"), Text: rapid.String().Draw(t, "text")}
	}
	switch q.Kind {
	case quiz.Order:
		return quiz.Choose(rapid.Permutation(ids).Draw(t, "order")...)
	case quiz.Multiple:
		return quiz.Choose(rapid.SliceOfNDistinct(rapid.SampledFrom(ids), 1, len(ids), rapid.ID[quiz.OptionID]).Draw(t, "ticked")...)
	case quiz.Matching:
		var r quiz.Response
		for _, id := range rapid.Permutation(ids).Draw(t, "options") {
			r.Choices = append(r.Choices, quiz.Pair(id, rapid.SampledFrom(q.Matches).Draw(t, "match").ID))
		}
		return r
	case quiz.ShortText:
		return quiz.Type(rapid.SampledFrom([]string{"naloxone", "nalaxone", "methadone", "911", "insulin", "?"}).Draw(t, "typed"))
	}
	return quiz.Choose(rapid.SampledFrom(ids).Draw(t, "choice"))
}

// best is the right answer to a question.
func best(q quiz.Question) quiz.Response {
	var r quiz.Response
	options := slices.Clone(q.Options)
	slices.SortStableFunc(options, func(a, b quiz.Option) int { return a.Place - b.Place })
	for _, o := range options {
		switch {
		case q.Kind == quiz.Order, q.Opinion() && len(r.Choices) == 0:
			r.Choices = append(r.Choices, o.ID)
		case q.Kind == quiz.Matching:
			r.Choices = append(r.Choices, quiz.Pair(o.ID, o.Match))
		case q.Kind == quiz.ShortText && o.Best:
			return quiz.Type(o.Text)
		case o.Best && (len(r.Choices) == 0 || q.Kind == quiz.Multiple):
			r.Choices = append(r.Choices, o.ID)
		}
	}
	return r
}

// Whatever is answered, fitting or not: credit lies between nothing and all,
// all of it is the best answer and only that, and what does not fit is refused
// and changes nothing.
func TestGradeProperties(t *testing.T) {
	b := whole(t)
	rapid.Check(t, func(t *rapid.T) {
		a := quiz.NewAttempt("x", b, rapid.Uint64().Draw(t, "seed"), nil)
		q := rapid.SampledFrom(a.Questions()).Draw(t, "question")
		r := responses(t, q)
		next, g, err := a.Answer(q.ID, r)
		if err != nil {
			if _, answered := next.Given(q.ID); answered || !reflect.DeepEqual(next, a) || !reflect.DeepEqual(g, quiz.Given{}) {
				t.Fatalf("%v refused with %v and yet %+v", r, err, g)
			}
			return
		}
		credit := g.Credit()
		if credit < 0 || credit > 1 || (credit == 1) != (g.Result == quiz.Best) || g.Result == quiz.Partial && credit == 0 {
			t.Fatalf("%s: %+v is worth %v", q.ID, g, credit)
		}
		if _, was := a.Given(q.ID); was {
			t.Fatal("answering changed the attempt it started from")
		}
		if right, err := q.Grade(best(q)); err != nil || right.Result != quiz.Best || right.Credit() != 1 {
			t.Fatalf("%s: the right answer %v is %+v, %v", q.ID, best(q), right, err)
		}
	})
}

// Resuming from the answers kept gives the attempt that was left, options in
// the same order, whatever was answered and in whatever order.
func TestResumeIsExact(t *testing.T) {
	b := whole(t)
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		left, back := quiz.NewAttempt("x", b, seed, nil), quiz.NewAttempt("x", b, seed, nil)
		for _, q := range rapid.Permutation(left.Questions()).Draw(t, "order")[:rapid.IntRange(0, len(b.Questions)).Draw(t, "answered")] {
			next, g, err := left.Answer(q.ID, responses(t, q))
			if err != nil {
				continue
			}
			left = next
			var ok bool
			if back, ok = back.Resume(q.ID, g.Response); !ok {
				t.Fatalf("%+v was kept and does not fit", g)
			}
		}
		if !reflect.DeepEqual(left, back) {
			t.Fatalf("left %+v, back %+v", left, back)
		}
	})
}

// The same seed shows the same order, nothing is lost or doubled in it, what
// has an order of its own keeps it, and nothing is in its right order already.
func TestShuffleProperties(t *testing.T) {
	b := whole(t)
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		a, again := quiz.NewAttempt("x", b, seed, nil), quiz.NewAttempt("y", b, seed, nil)
		for i, q := range a.Questions() {
			was := b.Questions[i]
			if !reflect.DeepEqual(q, again.Questions()[i]) {
				t.Fatalf("%s: one seed, two orders", q.ID)
			}
			if len(q.Options) != len(was.Options) || len(q.Matches) != len(was.Matches) {
				t.Fatalf("%s: %d options, %d matches", q.ID, len(q.Options), len(q.Matches))
			}
			for _, o := range was.Options {
				if now, ok := q.Option(o.ID); !ok || !reflect.DeepEqual(now, o) {
					t.Fatalf("%s: option %s is %+v", q.ID, o.ID, now)
				}
			}
			for _, m := range was.Matches {
				if now, ok := q.MatchOf(m.ID); !ok || now != m {
					t.Fatalf("%s: match %s is %+v", q.ID, m.ID, now)
				}
			}
			sorted := slices.IsSortedFunc(q.Options, func(a, b quiz.Option) int { return a.Place - b.Place })
			if q.Kind == quiz.Order && sorted {
				t.Fatalf("%s is in order before anyone put it there", q.ID)
			}
			if (q.Kind == quiz.Scale || q.Kind == quiz.TrueFalse) && !reflect.DeepEqual(q.Options, was.Options) {
				t.Fatalf("%s has lost its order", q.ID)
			}
		}
	})
}

// A typo is one edit: held against a plain count of edits, two are never
// forgiven, and no wrong word is made right by one.
func TestTypoProperties(t *testing.T) {
	q := kindsBank(t).Questions[2]
	words := []string{"naloxone", "narcan", "naloxona", "la naloxona", "methadone", "911", "nine one one", "dose"}
	rapid.Check(t, func(t *rapid.T) {
		typed := []rune(rapid.SampledFrom(words).Draw(t, "word"))
		for range rapid.IntRange(0, 3).Draw(t, "edits") {
			i := rapid.IntRange(0, len(typed)-1).Draw(t, "at")
			switch letter := rapid.RuneFrom([]rune("abenox1 ")).Draw(t, "letter"); rapid.IntRange(0, 3).Draw(t, "edit") {
			case 0:
				typed = slices.Insert(slices.Clone(typed), i, letter)
			case 1:
				if len(typed) > 1 {
					typed = slices.Delete(slices.Clone(typed), i, i+1)
				}
			case 2:
				typed[i] = letter
			case 3:
				j := min(i+1, len(typed)-1)
				typed[i], typed[j] = typed[j], typed[i]
			}
		}
		text := quiz.PlainWords(string(typed))
		o, ok := q.Typed(text)
		nearest := 99
		for _, option := range q.Options {
			for _, form := range append([]string{option.Text}, option.Also...) {
				n := edits(quiz.PlainWords(form), text)
				if nearest = min(nearest, n); ok && option.Best != o.Best && n == 0 {
					t.Fatalf("%q is exactly %q and counts as %q", text, form, o.ID)
				}
			}
		}
		if ok && nearest > 1 || !ok && nearest == 0 {
			t.Fatalf("%q is %q, %d edits from anything listed", text, o.ID, nearest)
		}
	})
}

// edits is the number of letters to add, drop, change or swap with a neighbour,
// by the book.
func edits(a, b string) int {
	x, y := []rune(a), []rune(b)
	d := make([][]int, len(x)+1)
	for i := range d {
		d[i] = make([]int, len(y)+1)
		for j := range d[i] {
			switch {
			case i == 0:
				d[i][j] = j
			case j == 0:
				d[i][j] = i
			case x[i-1] == y[j-1]:
				d[i][j] = d[i-1][j-1]
			default:
				d[i][j] = 1 + min(d[i-1][j-1], d[i-1][j], d[i][j-1])
			}
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(x)][len(y)]
}

func BenchmarkGrade(b *testing.B) {
	for _, q := range whole(b).Questions {
		r := best(q)
		b.Run(string(q.Kind)+"/"+string(q.ID[2:]), func(b *testing.B) {
			for b.Loop() {
				if g, err := q.Grade(r); err != nil || g.Result != quiz.Best {
					b.Fatal(g, err)
				}
			}
		})
	}
}
