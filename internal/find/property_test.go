package find_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"porchlight/internal/find"
	"porchlight/internal/fold"
)

// letters are those of the two languages, in any case, with accents.
var letters = rapid.StringMatching(`[a-zA-ZáéíóúñÑü]{2,12}`)

// drawn is an index of lessons made of words that chance chose.
func drawn(t *rapid.T) (x *find.Index, lines [][]string) {
	var b find.Builder
	for i := range rapid.IntRange(1, 8).Draw(t, "lessons") {
		words := rapid.SliceOfN(letters, 1, 20).Draw(t, "words")
		b.Add(find.Entry{Kind: find.Lesson, ID: string(rune('a' + i)), Title: words[0], Lines: []string{strings.Join(words[1:], " ")}})
		lines = append(lines, words)
	}
	return b.Index(), lines
}

func holds(found []find.Finding, id string) bool {
	return slices.ContainsFunc(found, func(f find.Finding) bool { return f.ID == id })
}

// Every word of a lesson finds that lesson, whatever its case and accents, and
// so does the beginning of the word.
func TestEveryWordFindsItsLesson(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, lessons := drawn(t)
		for i, words := range lessons {
			id := string(rune('a' + i))
			for _, w := range words {
				plain := fold.Text(w)
				begin := plain[:max(2, len(plain)-3)]
				for _, query := range []string{w, strings.ToUpper(w), plain, begin} {
					if found, _ := x.Search(query, find.Limits{}); !holds(found, id) {
						t.Fatalf("%q of lesson %s finds only %q", query, id, shown(found))
					}
				}
			}
		}
	})
}

// Case and accents make no difference to what is found or to its order.
func TestCaseAndAccentsDoNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, lessons := drawn(t)
		words := slices.Concat(lessons...)
		query := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 4).Draw(t, "query"), " ")
		want, _ := x.Search(query, find.Limits{})
		for _, other := range []string{strings.ToUpper(query), fold.Text(query), "  " + query + "!"} {
			if got, _ := x.Search(other, find.Limits{}); !reflect.DeepEqual(got, want) {
				t.Fatalf("%q finds %q, and %q finds %q", query, shown(want), other, shown(got))
			}
		}
	})
}

// A typo in a word of four letters or more still finds it, where no other word
// begins like what was typed.
func TestATypoIsForgiven(t *testing.T) {
	var b find.Builder
	b.Add(find.Entry{Kind: find.Lesson, ID: "it", Title: "Tolerance", Lines: []string{"They will lapse again"}})
	x := b.Index()
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{"tolerance", "lapse", "again", "they"}).Draw(t, "word")
		i := rapid.IntRange(0, len(word)-2).Draw(t, "at")
		typed := rapid.SampledFrom([]string{
			word[:i] + word[i+1:],                                       // left out
			word[:i] + "q" + word[i:],                                   // put in
			word[:i] + "z" + word[i+1:],                                 // taken for another
			word[:i] + string(word[i+1]) + string(word[i]) + word[i+2:], // swapped
		}).Draw(t, "typed")
		if len(typed) < 4 {
			return
		}
		if found, _ := x.Search(typed, find.Limits{}); !holds(found, "it") {
			t.Fatalf("%q does not find %q", typed, word)
		}
	})
}

// The same query has the same answer, also where many ask at once, and one
// search leaves nothing behind for the next.
func TestTheAnswerIsAlwaysTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, lessons := drawn(t)
		words := slices.Concat(lessons...)
		queries := rapid.SliceOfN(rapid.SampledFrom(words), 1, 8).Draw(t, "queries")
		var first [][]string
		for _, q := range queries {
			found, _ := x.Search(q, find.Limits{})
			first = append(first, shown(found))
		}
		done := make(chan [][]string)
		for range 4 {
			go func() {
				var again [][]string
				for _, q := range queries {
					found, _ := x.Search(q, find.Limits{})
					again = append(again, shown(found))
				}
				done <- again
			}()
		}
		for range 4 {
			if again := <-done; !reflect.DeepEqual(again, first) {
				t.Fatalf("first %q, then %q", first, again)
			}
		}
	})
}

// A finding with all of the words never stands below one with some.
func TestAllWordsComeFirst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, lessons := drawn(t)
		query := rapid.SliceOfNDistinct(rapid.SampledFrom(slices.Concat(lessons...)), 2, 4, fold.Text).Draw(t, "query")
		found, _ := x.Search(strings.Join(query, " "), find.Limits{})
		all := true
		for _, f := range found {
			has := !slices.ContainsFunc(query, func(w string) bool {
				one, _ := x.Search(w, find.Limits{})
				return !holds(one, f.ID)
			})
			if has && !all {
				t.Fatalf("%q: %q has all of the words and stands below one that has not", query, f.ID)
			}
			all = has
		}
	})
}

func FuzzQuery(f *testing.F) {
	for _, q := range []string{"naloxone", "won't wake", "\x1b[31m", "\xff\xfe", "ﬁ Å ́ǆ", strings.Repeat("a b ", 200), strings.Repeat("é", 500)} {
		f.Add(q)
	}
	x := small()
	f.Fuzz(func(t *testing.T, query string) {
		found, total := x.Search(query, find.Limits{All: 20, Each: 3})
		if len(found) > total || len(found) > 20 {
			t.Fatalf("%q: %d listed of %d", query, len(found), total)
		}
		for _, one := range found {
			for _, limit := range []int{1, 20, 160} {
				text, marks := find.Excerpt(one.Line, one.Marks, limit)
				for _, m := range marks {
					if m.From < 0 || m.To > len(text) || m.From >= m.To {
						t.Fatalf("%q: %v is marked on %q", query, m, text)
					}
				}
			}
		}
		again, _ := x.Search(query, find.Limits{All: 20, Each: 3})
		if !reflect.DeepEqual(found, again) {
			t.Fatalf("%q has two answers: %q and %q", query, shown(found), shown(again))
		}
	})
}
