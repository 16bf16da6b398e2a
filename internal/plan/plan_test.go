package plan

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestMoney(t *testing.T) {
	for in, want := range map[string]string{
		"250": "$250", "$250": "$250", " $ 1,234.50 ": "$1,234.50", "1234.5": "$1,234.50", "0": "$0", "0.07": "$0.07",
		"1,000,000": "$1,000,000", "12,345": "$12,345",
	} {
		if c, err := ParseMoney(in); err != nil || c.String() != want {
			t.Errorf("%q is read as %s, %v; want %s", in, c, err, want)
		}
	}
	for _, bad := range []string{"", "$", "-5", "1.234", "1.", ".5", "12,34", ",500", "1,0000", "ten", "1e9", "1000001", "5 or 6", "１２"} {
		if c, err := ParseMoney(bad); err == nil {
			t.Errorf("%q is read as %s", bad, c)
		}
	}
}

func TestShareAndCount(t *testing.T) {
	for in, want := range map[string]string{"80": "80%", "80%": "80%", " 82.5 % ": "82.5%", "0": "0%", "100": "100%", "33.33": "33.33%"} {
		if s, err := ParseShare(in); err != nil || s.String() != want {
			t.Errorf("%q is read as %s, %v; want %s", in, s, err, want)
		}
	}
	for _, bad := range []string{"", "101", "-1", "$80", "eighty", "80%%"} {
		if s, err := ParseShare(bad); err == nil {
			t.Errorf("%q is read as %s", bad, s)
		}
	}
	if n, err := ParseCount(" 12 ", MaxWeeks); err != nil || n != 12 {
		t.Errorf("12 is read as %d, %v", n, err)
	}
	for _, bad := range []string{"0", "105", "1.5", "", "-3", "3x"} {
		if n, err := ParseCount(bad, MaxWeeks); err == nil {
			t.Errorf("%q is read as %d", bad, n)
		}
	}
}

func TestEstimate(t *testing.T) {
	for _, c := range []struct {
		name string
		cost Cost
		want Estimate
	}{
		{"no plan", Cost{Price: 200_00, Weekly: 3, Weeks: 12},
			Estimate{Sessions: 36, Full: 7200_00, First: 7200_00, You: 7200_00}},
		{"a plan that pays 80%", Cost{Price: 200_00, Weekly: 3, Weeks: 12, Deductible: 1000_00, Pays: 80_00},
			Estimate{Sessions: 36, Full: 7200_00, First: 1000_00, Rest: 6200_00, Yours: 1240_00, You: 2240_00, Plan: 4960_00}},
		{"the yearly limit", Cost{Price: 200_00, Weekly: 3, Weeks: 12, Deductible: 1000_00, Pays: 80_00, Most: 1500_00},
			Estimate{Sessions: 36, Full: 7200_00, First: 1000_00, Rest: 6200_00, Yours: 1240_00, Over: 740_00, You: 1500_00, Plan: 5700_00}},
		{"more deductible than cost", Cost{Price: 100_00, Per: PerWeek, Weekly: 3, Weeks: 2, Deductible: 5000_00, Pays: 50_00},
			Estimate{Sessions: 6, Full: 200_00, First: 200_00, You: 200_00}},
		{"the whole course", Cost{Price: 333_33, Per: PerCourse, Pays: 66_67},
			Estimate{Full: 333_33, Rest: 333_33, Yours: 111_10, You: 111_10, Plan: 222_23}},
		{"nothing told", Cost{}, Estimate{}},
	} {
		if got := c.cost.Estimate(); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

// The parts are the whole, nobody pays less than nothing, and no more is paid
// than the whole or the yearly limit.
func TestEstimateAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		money := rapid.Int64Range(0, int64(MaxMoney))
		c := Cost{
			Price: Cents(money.Draw(t, "price")), Per: rapid.SampledFrom(Pers()).Draw(t, "per"),
			Weekly: rapid.IntRange(0, MaxWeekly).Draw(t, "weekly"), Weeks: rapid.IntRange(0, MaxWeeks).Draw(t, "weeks"),
			Deductible: Cents(money.Draw(t, "deductible")), Pays: Share(rapid.IntRange(0, int(whole)).Draw(t, "pays")),
			Most: Cents(money.Draw(t, "most")),
		}
		e := c.Estimate()
		switch {
		case e.You+e.Plan != e.Full, e.First+e.Rest != e.Full, e.First+e.Yours-e.Over != e.You:
			t.Fatalf("%+v does not add up: %+v", c, e)
		case e.You < 0 || e.Plan < 0 || e.Yours < 0 || e.Over < 0:
			t.Fatalf("%+v: less than nothing: %+v", c, e)
		case c.Most > 0 && e.You > c.Most:
			t.Fatalf("%+v: more than the limit: %+v", c, e)
		}
	})
}

// spans writes spans as "0:1080-1260".
func spans(all []Span) string {
	var out []string
	for _, s := range all {
		out = append(out, fmt.Sprintf("%d %d:%02d-%d:%02d", s.Day, s.From/60, s.From%60, s.To/60, s.To%60))
	}
	return strings.Join(out, ", ")
}

func TestParseSpans(t *testing.T) {
	for in, want := range map[string]string{
		"":                              "",
		"mon wed fri 6-9pm":             "0 18:00-21:00, 2 18:00-21:00, 4 18:00-21:00",
		"mon, wed and fri 6 pm to 9 pm": "0 18:00-21:00, 2 18:00-21:00, 4 18:00-21:00",
		"mon-fri 9-5":                   "0 9:00-17:00, 1 9:00-17:00, 2 9:00-17:00, 3 9:00-17:00, 4 9:00-17:00",
		"weekdays 9:00 - 17:30":         "0 9:00-17:30, 1 9:00-17:30, 2 9:00-17:30, 3 9:00-17:30, 4 9:00-17:30",
		"tue 9-11 am, 1-3 pm":           "1 9:00-11:00, 1 13:00-15:00",
		"tue 11-1pm":                    "1 11:00-13:00",
		"sat 10:30a.m.-12 p.m.":         "5 10:30-12:00",
		"lun a vie 18:00 a 21:00":       "0 18:00-21:00, 1 18:00-21:00, 2 18:00-21:00, 3 18:00-21:00, 4 18:00-21:00",
		"martes y jueves de 6 a 9 pm":   "1 18:00-21:00, 3 18:00-21:00",
		"miercoles 8 h – 12 h":          "2 8:00-12:00",
		"fri 22:00-6:00":                "4 22:00-24:00, 5 0:00-6:00",
		"sun 10pm-6am":                  "0 0:00-6:00, 6 22:00-24:00",
		"sat-mon 7-8":                   "0 7:00-8:00, 5 7:00-8:00, 6 7:00-8:00",
		"mon 9pm-12am":                  "0 21:00-24:00",
		"mon 6-9pm; mon 6-9pm":          "0 18:00-21:00",
		"mondays 12-1pm":                "0 12:00-13:00",
		"mon 12am-6am":                  "0 0:00-6:00",
	} {
		if got, err := ParseSpans(in); err != nil || spans(got) != want {
			t.Errorf("%q is read as %s, %v; want %s", in, spans(got), err, want)
		}
	}
	for in, piece := range map[string]string{
		"6-9pm": "pm", "mon": "mon", "mon 6": "6", "mon 6pm": "pm", "someday 6-9pm": "someday", "mon 25-26": "25",
		"mon 6:7-9": "6:7", "mon 6:75-9": "6:75", "mon 13pm-2pm": "13pm", "mon 9-9": "9", "mon - 6": "6",
		"mon 6-": "-", "m 6-9": "m", "mon 6/9": "6", "mon 24:30-25": "24:30",
	} {
		_, err := ParseSpans(in)
		var u Unread
		if !errors.As(err, &u) || u.Piece != piece {
			t.Errorf("%q: %v, want the piece %q", in, err, piece)
		}
	}
}

func FuzzParseSpans(f *testing.F) {
	for _, s := range []string{"mon wed fri 6-9pm", "lun a vie 9:00-17:00", "tue 9-11 am, 1-3 pm", "fri 22:00-6:00", "\xff::--", "sun-mon 0-24"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, err := ParseSpans(s)
		if err != nil && got != nil {
			t.Fatalf("%q: both %v and %v", s, got, err)
		}
		for i, span := range got {
			if span.Day < 0 || span.Day > 6 || span.From < 0 || span.From >= span.To || span.To > day {
				t.Fatalf("%q: %+v", s, span)
			}
			if i > 0 && compare(got[i-1], span) > 0 {
				t.Fatalf("%q: out of order: %v", s, got)
			}
		}
	})
}

func TestClashes(t *testing.T) {
	read := func(s string) []Span {
		got, err := ParseSpans(s)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	w := Week{
		Sessions: read("mon wed fri 6-9pm"), Travel: 30,
		Busy: map[Kind][]Span{Work: read("mon-fri 9:00-17:45"), Care: read("wed 20:30-22:00"), Other: read("sat 10-12")},
	}
	var got []string
	for _, c := range w.Clashes() {
		got = append(got, fmt.Sprint(spans([]Span{c.Span}), " ", c.With, " ", c.OnTheWay))
	}
	want := []string{"0 17:30-17:45 work true", "2 17:30-17:45 work true", "2 20:30-21:30 care false", "4 17:30-17:45 work true"}
	if !slices.Equal(got, want) {
		t.Errorf("clashes %q, want %q", got, want)
	}
	if program, away := w.Minutes(); program != 9*60 || away != 12*60 {
		t.Errorf("%d minutes in the program, %d away", program, away)
	}
	grid := w.Grid(30)
	if len(grid[2]) != 48 || grid[2][35] != Clash || grid[2][36] != Program || grid[2][41] != Clash || grid[2][43] != Care || grid[2][42] != Clash || grid[1][18] != Work {
		t.Errorf("Wednesday is %v", grid[2])
	}
	if d := w.Days()[2]; len(d) != 3 || d[0].Kind != Work || d[1].Kind != Program || d[2].Kind != Care {
		t.Errorf("Wednesday holds %+v", d)
	}
}

// A clash is a clash: wherever two things overlap, and nowhere else.
func TestClashesHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		span := rapid.Custom(func(t *rapid.T) Span {
			from := rapid.IntRange(0, day-1).Draw(t, "from")
			return Span{rapid.IntRange(0, 6).Draw(t, "day"), from, rapid.IntRange(from+1, day).Draw(t, "to")}
		})
		w := Week{
			Sessions: rapid.SliceOfN(span, 0, 4).Draw(t, "sessions"), Travel: rapid.IntRange(0, 90).Draw(t, "travel"),
			Busy: map[Kind][]Span{Work: rapid.SliceOfN(span, 0, 4).Draw(t, "work")},
		}
		clashes := w.Clashes()
		for minute := 0; minute < day; minute += 7 {
			for d := range 7 {
				in := func(all []Span, travel int) bool {
					return slices.ContainsFunc(all, func(s Span) bool { return s.Day == d && minute >= s.From-travel && minute < s.To+travel })
				}
				found := slices.ContainsFunc(clashes, func(c Overlap) bool { return c.Day == d && minute >= c.From && minute < c.To })
				if both := in(w.Sessions, w.Travel) && in(w.Busy[Work], 0); both != found {
					t.Fatalf("day %d, minute %d: clash %t, found %t: %+v", d, minute, both, found, w)
				}
			}
		}
	})
}
