package find

// typos is how many typos a word of that length may have.
func typos(word []byte) int {
	for _, c := range word {
		if c >= '0' && c <= '9' {
			return 0 // another number is another number
		}
	}
	switch n := len(word); {
	case n < 4:
		return 0
	case n < 8:
		return 1
	}
	return 2
}

// distance is how many typos lie between what was typed and a word: letters
// left out, put in, taken for another, or swapped. It is limit+1 where there
// are more than limit. With begun, the word may go on after what was typed.
func distance(typed []byte, word string, limit int, begun bool) int {
	n := len(word)
	if begun {
		n = min(n, len(typed)+limit)
	}
	if len(typed) > longestWord || n-len(typed) > limit || len(typed)-n > limit {
		return limit + 1
	}
	n = min(n, longestWord)
	var rows [3][longestWord + 1]uint8
	two, last, row := &rows[0], &rows[1], &rows[2]
	for j := 0; j <= n; j++ {
		last[j] = uint8(j)
	}
	for i := 1; i <= len(typed); i++ {
		row[0] = uint8(i)
		least := row[0]
		for j := 1; j <= n; j++ {
			cost := uint8(1)
			if typed[i-1] == word[j-1] {
				cost = 0
			}
			d := min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && typed[i-1] == word[j-2] && typed[i-2] == word[j-1] {
				d = min(d, two[j-2]+1)
			}
			row[j] = d
			least = min(least, d)
		}
		if int(least) > limit {
			return limit + 1
		}
		two, last, row = last, row, two
	}
	d := last[n]
	for j := 0; begun && j < n; j++ {
		d = min(d, last[j])
	}
	return min(int(d), limit+1)
}
