package say_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"porchlight/internal/group"
	"porchlight/internal/group/say"
	"porchlight/internal/locale"
	"porchlight/internal/locale/localetest"
)

func words(t *testing.T, lang string) *locale.Words { return localetest.Open(t, lang) }

// Every refusal of a room is a sentence in each language, and no two kinds of
// trouble that ask for different things say the same.
func TestTrouble(t *testing.T) {
	for _, lang := range locale.Langs() {
		w, said := words(t, lang), map[string]error{}
		for _, err := range []error{
			group.ErrNoCode, group.ErrNoRoom, group.ErrAway, group.ErrNotOpen, group.ErrOld, group.ErrPaceOld, group.ErrCounted, group.ErrFull,
			group.ErrTooLong, group.ErrEmpty, group.ErrEnded, group.SlowError{Wait: 1500 * time.Millisecond},
			group.FewError{Have: 2, Floor: 5}, errors.New("anything else"),
		} {
			got := say.Trouble(w, fmt.Errorf("on the way: %w", err))
			if said[got] != nil || strings.Contains(got, "room.") || !strings.HasSuffix(got, ".") {
				t.Errorf("%s: %v is said as %q, as is %v", lang, err, got, said[got])
			}
			said[got] = err
		}
	}
	for lang, want := range map[string]string{"en": "So far 1 person has answered.", "es": "Hasta ahora respondió 1 persona."} {
		if got := say.Trouble(words(t, lang), group.FewError{Have: 1, Floor: 5}); !strings.HasPrefix(got, want) || !strings.Contains(got, " 5") {
			t.Errorf("one answer: %q", got)
		}
	}
	if got := say.Trouble(words(t, "en"), group.SlowError{Wait: 1500 * time.Millisecond}); !strings.Contains(got, "2 seconds") {
		t.Errorf("a second and a half: %q", got)
	}
}

func TestBar(t *testing.T) {
	w := words(t, "en")
	for _, c := range []struct {
		count, percent int
		want           string
	}{
		{0, 0, "Yes: 0 of 9, 0 percent"},
		{4, 44, "Yes: 4 of 9, 44 percent ####"},
		{9, 100, "Yes: 9 of 9, 100 percent ##########"},
		{1, 1, "Yes: 1 of 9, 1 percent #"},
	} {
		if got := say.Bar(w, "Yes", group.Bar{Count: c.count, Percent: c.percent}, 9, 10); got != c.want {
			t.Errorf("%d: %q, want %q", c.count, got, c.want)
		}
	}
}

func TestTold(t *testing.T) {
	en := func(s string) group.Text { return group.Text{"en": s} }
	one := []group.Choice{{Text: en("No")}, {Text: en("Yes"), Right: true, Why: en("It is so.")}}
	two := append([]group.Choice{{Text: en("Perhaps"), Right: true, Why: en("Who knows.")}}, one...)
	for want, choices := range map[string][]group.Choice{
		"":                                     one[:1],
		"The best answer is 2, Yes. It is so.": one,
		"One of the best answers is 1, Perhaps. Who knows. One of the best answers is 3, Yes. It is so.": two,
	} {
		if got := strings.Join(say.Told(words(t, "en"), choices), " "); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// One person and several are said as people say it.
func TestPace(t *testing.T) {
	for lang, want := range map[string]string{
		"en": "The pace: 1 would like it slower, 3 follow, 1 needs a break.",
		"es": "El ritmo: 1 quiere ir más despacio, 3 entienden bien, 1 necesita una pausa.",
	} {
		if got := say.Pace(words(t, lang), map[group.Feeling]int{group.Slower: 1, group.GotIt: 3, group.Break: 1}); got != want {
			t.Errorf("%q", got)
		}
	}
}
