package find_test

import (
	"slices"
	"strings"
	"testing"

	"porchlight/internal/find"
)

// small is an index of a few entries.
func small() *find.Index {
	var b find.Builder
	card := b.Add(find.Entry{
		Kind: find.Help, ID: "overdose", Title: "They will not wake up, or they breathe slowly",
		Lines:  []string{"Call 911 and give naloxone, both at once."},
		Urgent: "overdose wont wake breathing naloxone narcan 911",
	})
	_ = card
	b.Add(find.Entry{Kind: find.Help, ID: "suicide", Title: "They talk about wanting to die", Urgent: "suicide suicidal die 988"})
	b.Add(find.Entry{Kind: find.Term, ID: "naloxone", Title: "naloxone", Lines: []string{"A medicine that can undo an opioid overdose for a while."}})
	lesson := b.Add(find.Entry{Kind: find.Lesson, ID: "overdose-and-naloxone", Title: "Overdose and naloxone", Lines: []string{"How to spot it and what to do."}})
	part := b.Add(find.Entry{Kind: find.Part, ID: "overdose-and-naloxone", At: "what-it-looks-like", Title: "What it looks like", Within: lesson})
	b.Add(find.Entry{Kind: find.Paragraph, ID: "overdose-and-naloxone", At: "p1", Lines: []string{"Their breathing is slow, weak or stopped."}, Within: part})
	b.Add(find.Entry{Kind: find.Paragraph, ID: "overdose-and-naloxone", At: "p2", Lines: []string{"Naloxone wears off."}, Within: part})
	other := b.Add(find.Entry{Kind: find.Lesson, ID: "helping-or-enabling", Title: "Helping or enabling?", Lines: []string{"Where is the line?"}})
	b.Add(find.Entry{Kind: find.Paragraph, ID: "helping-or-enabling", At: "p1", Lines: []string{"Paying the fine is enabling. So is a canción."}, Within: other})
	b.Add(find.Entry{Kind: find.Paragraph, ID: "helping-or-enabling", At: "p2", Lines: []string{"Ask with whom they live."}, Within: other})
	b.Add(find.Entry{Kind: find.Question, ID: "helping-or-enabling", At: "cash", Title: "Your son asks for cash. Is that enabling?", Within: other})
	b.Add(find.Entry{Kind: find.Ask, ID: "medicines", At: "b1", Title: "Which medicines do you offer?", Lines: []string{"A program that keeps naloxone at hand."}})
	return b.Index()
}

// shown is the findings in short.
func shown(found []find.Finding) []string {
	var out []string
	for _, f := range found {
		s := f.Kind.String() + " " + f.ID
		if f.At != "" {
			s += "/" + f.At
		}
		out = append(out, s)
	}
	return out
}

func TestBestComesFirst(t *testing.T) {
	x := small()
	for _, c := range []struct {
		query string
		want  []string // how the findings begin
	}{
		{"enabling", []string{"lesson helping-or-enabling", "paragraph helping-or-enabling/p1", "question helping-or-enabling/cash"}},
		{"enabeling", []string{"lesson helping-or-enabling"}},
		{"ENABLNG", []string{"lesson helping-or-enabling"}},
		{"ebanling", []string{"lesson helping-or-enabling"}},
		{"enab", []string{"lesson helping-or-enabling"}},
		{"cancion", []string{"paragraph helping-or-enabling/p1"}},
		{"CANCIÓN", []string{"paragraph helping-or-enabling/p1"}},
		{"naloxone", []string{"help overdose", "term naloxone", "lesson overdose-and-naloxone", "paragraph overdose-and-naloxone/p2"}},
		{"naloxon", []string{"help overdose", "term naloxone"}},
		{"nalaxone", []string{"help overdose", "term naloxone"}},
		{"overdose", []string{"help overdose", "lesson overdose-and-naloxone", "term naloxone"}},
		{"won't wake", []string{"help overdose"}},
		{"suicide", []string{"help suicide"}},
		{"suicdal", []string{"help suicide"}},
		{"988", []string{"help suicide"}},
		{"narc", []string{"help overdose"}},
		{"overdose breathing slow", []string{"help overdose", "paragraph overdose-and-naloxone/p1"}},
		{"weak breathing", []string{"help overdose", "paragraph overdose-and-naloxone/p1"}},
		{"fine cash", []string{"paragraph helping-or-enabling/p1", "question helping-or-enabling/cash"}},
		{"989", nil},
		{"xylophone", nil},
		{"", nil},
		{" ?! ", nil},
	} {
		found, total := x.Search(c.query, find.Limits{})
		got := shown(found)
		if len(got) != total || len(got) < len(c.want) || !slices.Equal(got[:len(c.want)], c.want) || c.want == nil && len(got) > 0 {
			t.Errorf("%q finds %q (%d in all), want first %q", c.query, got, total, c.want)
		}
	}
}

// "with" begins a word that is said in an emergency, and is none itself.
func TestACommonWordIsNoEmergency(t *testing.T) {
	var b find.Builder
	b.Add(find.Entry{Kind: find.Help, ID: "withdrawal", Title: "They stopped", Urgent: "withdrawal"})
	b.Add(find.Entry{Kind: find.Lesson, ID: "with", Title: "Living with it"})
	x := b.Index()
	for query, first := range map[string]string{"with": "lesson with", "withd": "help withdrawal", "withdrawl": "help withdrawal"} {
		found, _ := x.Search(query, find.Limits{})
		if got := shown(found); len(got) == 0 || got[0] != first {
			t.Errorf("%q finds %q, want first %q", query, got, first)
		}
	}
}

func TestTheLineAndItsMarks(t *testing.T) {
	found, _ := small().Search("slow brething", find.Limits{})
	for _, f := range found {
		if f.At != "p1" || f.ID != "overdose-and-naloxone" {
			continue
		}
		var words []string
		for _, m := range f.Marks {
			words = append(words, f.Line[m.From:m.To])
		}
		if !slices.Equal(words, []string{"breathing", "slow"}) {
			t.Errorf("marked %q on %q", words, f.Line)
		}
		return
	}
	t.Errorf("found %q", shown(found))
}

func TestLimits(t *testing.T) {
	var b find.Builder
	for _, id := range []string{"a", "b"} {
		l := b.Add(find.Entry{Kind: find.Lesson, ID: id, Title: "Lesson " + id})
		for range 5 {
			b.Add(find.Entry{Kind: find.Paragraph, ID: id, Lines: []string{"word " + id}, Within: l})
		}
	}
	x := b.Index()
	found, total := x.Search("word", find.Limits{Each: 2, All: 3})
	if len(found) != 3 || total != 10 || found[1].More != 3 || found[2].More != 4 {
		t.Errorf("%d findings of %d, more %d and %d", len(found), total, found[1].More, found[2].More)
	}
}

func TestExcerpt(t *testing.T) {
	line := strings.Repeat("before ", 20) + "the MARK stands " + strings.Repeat("after ", 20)
	at := strings.Index(line, "MARK")
	text, marks := find.Excerpt(line, []find.Span{{From: at, To: at + 4}}, 40)
	if len(marks) != 1 || text[marks[0].From:marks[0].To] != "MARK" {
		t.Errorf("%q has the marks %v", text, marks)
	}
	if !strings.HasPrefix(text, "... before") || !strings.HasSuffix(text, " ...") || len(text) > 48 {
		t.Errorf("the excerpt is %q", text)
	}
	if text, _ := find.Excerpt("short", nil, 40); text != "short" {
		t.Errorf("a short line becomes %q", text)
	}
	if text, _ := find.Excerpt(strings.Repeat("é", 50)+" x", nil, 10); text != strings.Repeat("é", 50)+" ..." {
		t.Errorf("a long word is cut: %q", text)
	}
}
