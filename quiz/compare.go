package quiz

// A Change is one question and how it was answered at two times.
type Change struct {
	Question      Question
	Before, After Given
}

// Compare returns the questions answered in both attempts, in the order of the
// later one. What only one of them has says nothing of a change.
func Compare(before, after Attempt) []Change {
	var list []Change
	for _, q := range after.questions {
		b, was := before.given[q.ID]
		a, is := after.given[q.ID]
		if was && is {
			list = append(list, Change{q, b, a})
		}
	}
	return list
}

// Counted counts, of the changes in which an answer can be better than another,
// the best answers before and after.
func Counted(changes []Change) (of, before, after int) {
	for _, c := range changes {
		if c.Question.Opinion() {
			continue
		}
		of++
		if c.Before.Result == Best {
			before++
		}
		if c.After.Result == Best {
			after++
		}
	}
	return of, before, after
}

// Sample returns about n questions of a bank, spread over all of it, in its
// order: how sure one is first of all, since nothing else asks that. The same
// bank gives the same questions.
func Sample(bank Bank, n int) []ID {
	var others []Question
	chosen := map[ID]bool{}
	for _, q := range bank.Questions {
		if q.Opinion() && len(chosen) < n {
			chosen[q.ID] = true
		} else {
			others = append(others, q)
		}
	}
	n = min(n-len(chosen), len(others))
	for i := range n {
		chosen[others[i*len(others)/n].ID] = true
	}
	var ids []ID
	for _, q := range bank.Questions {
		if chosen[q.ID] {
			ids = append(ids, q.ID)
		}
	}
	return ids
}
