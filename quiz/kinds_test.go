package quiz_test

import (
	"errors"
	"slices"
	"testing"

	"porchlight/internal/packfile"
	"porchlight/quiz"
)

// everyKind is a bank with one question of each kind that has more to it than
// a best option.
const everyKind = `lesson: a
questions:
  - id: steps
    kind: order
    ask: In which order?
    options:
      - {id: look, text: Look, reason: First see.}
      - {id: call, text: Call 911, reason: Both at once.}
      - {id: spray, text: Spray, either-way: true, reason: Both at once.}
      - {id: stay, text: Stay, reason: To the end.}
  - id: kinds
    kind: match
    ask: Which is which?
    matches:
      - {id: helps, text: Supports}
      - {id: eases, text: Makes use easier}
    options:
      - {id: ride, text: A ride, match: helps, reason: It helps.}
      - {id: cash, text: Cash, match: eases, reason: It may buy more.}
      - {id: meal, text: A meal, match: helps, reason: It is care.}
  - id: word
    kind: short-text
    ask: Which medicine?
    options:
      - {id: naloxone, text: Naloxone, also: [Narcan, "naloxona", la naloxona], best: true, reason: Yes.}
      - {id: methadone, text: methadone, reason: It treats.}
      - {id: number, text: "911", also: [nine one one], best: true, reason: Yes.}
      - {id: dose, text: dose, best: true, reason: Yes.}
    otherwise: Naloxone is the one.
  - id: sure
    kind: scale
    ask: How sure are you?
    options:
      - {id: not, text: Not sure, reason: It is fine.}
      - {id: some, text: Somewhat, reason: It is fine.}
      - {id: very, text: Very sure, reason: It is fine.}
  - id: often
    kind: scale
    ask: How often?
    options:
      - {id: never, text: Never, reason: Too seldom.}
      - {id: week, text: Each week, best: true, reason: Yes.}
      - {id: day, text: Each day, reason: Too often.}
      - {id: hour, text: Each hour, reason: Too often.}
  - id: say
    kind: situation
    ask: What would you say?
    options:
      - {id: soft, text: I missed you, grade: best, reason: It is true.}
      - {id: plain, text: Good to see you, grade: fine, reason: It is kind.}
      - {id: where, text: Where were you?, grade: risky, reason: It may sound like blame.}
      - {id: out, text: Get out, grade: harmful, reason: It shuts the door.}
`

func kindsBank(t testing.TB) quiz.Bank {
	t.Helper()
	doc := packfile.ParseYAML("a.yaml", []byte(everyKind))
	bank := quiz.ReadBank(doc, quiz.English)
	if doc.Broken() {
		t.Fatal(doc.Problems())
	}
	return bank
}

func TestReadEveryKind(t *testing.T) {
	bank := kindsBank(t)
	places := []int{}
	for _, o := range bank.Questions[0].Options {
		places = append(places, o.Place)
	}
	if !slices.Equal(places, []int{1, 2, 2, 4}) {
		t.Errorf("places %v", places)
	}
	match, word, sure, say := bank.Questions[1], bank.Questions[2], bank.Questions[3], bank.Questions[5]
	if len(match.Matches) != 2 || match.Matches[1].Text != "Makes use easier" || match.Options[1].Match != "eases" {
		t.Errorf("match %+v", match)
	}
	if word.Otherwise == "" || len(word.Options[0].Also) != 3 || !word.Options[0].Best || word.Options[1].Best {
		t.Errorf("short text %+v", word)
	}
	if !sure.Opinion() || bank.Questions[4].Opinion() {
		t.Error("the scale without a best place is the opinion")
	}
	if say.Options[0].Grade != quiz.BestReply || !say.Options[0].Best || say.Options[1].Best {
		t.Errorf("situation %+v", say)
	}
}

func TestGradeEveryKind(t *testing.T) {
	a := quiz.NewAttempt("x", kindsBank(t), 7, nil)
	for _, c := range []struct {
		question  quiz.ID
		response  quiz.Response
		want      quiz.Result
		right, of int
		err       error
	}{
		{"a/steps", quiz.Choose("look", "call", "spray", "stay"), quiz.Best, 5, 5, nil},
		{"a/steps", quiz.Choose("look", "spray", "call", "stay"), quiz.Best, 5, 5, nil},
		{"a/steps", quiz.Choose("call", "look", "spray", "stay"), quiz.Partial, 4, 5, nil},
		{"a/steps", quiz.Choose("stay", "spray", "call", "look"), quiz.Other, 0, 5, nil},
		{"a/steps", quiz.Choose("look", "spray", "call"), "", 0, 0, quiz.ErrUnfinished},
		{"a/steps", quiz.Choose("look", "spray", "spray", "stay"), "", 0, 0, quiz.ErrTwice},
		{"a/steps", quiz.Choose("look", "spray", "call", "stay", "z"), "", 0, 0, quiz.ErrNoOption},
		{"a/kinds", quiz.Choose("ride:helps", "cash:eases", "meal:helps"), quiz.Best, 3, 3, nil},
		{"a/kinds", quiz.Choose("meal:helps", "ride:helps", "cash:helps"), quiz.Partial, 2, 3, nil},
		{"a/kinds", quiz.Choose("meal:eases", "ride:helps", "cash:helps"), quiz.Other, 1, 3, nil},
		{"a/kinds", quiz.Choose("ride:helps", "cash:eases"), "", 0, 0, quiz.ErrUnfinished},
		{"a/kinds", quiz.Choose("ride:helps", "ride:eases", "meal:helps"), "", 0, 0, quiz.ErrTwice},
		{"a/kinds", quiz.Choose("ride", "cash:eases", "meal:helps"), "", 0, 0, quiz.ErrNoOption},
		{"a/kinds", quiz.Choose("ride:helps", "cash:z", "meal:helps"), "", 0, 0, quiz.ErrNoOption},
		{"a/word", quiz.Type("NALOXONE!"), quiz.Best, 1, 1, nil},
		{"a/word", quiz.Type("methadone"), quiz.Other, 0, 1, nil},
		{"a/word", quiz.Type("insulin"), quiz.Other, 0, 1, nil},
		{"a/word", quiz.Type(" ?! "), "", 0, 0, quiz.ErrNoChoice},
		{"a/word", quiz.Choose("naloxone"), "", 0, 0, quiz.ErrNoOption},
		{"a/word", quiz.Type(string(make([]byte, 201))), "", 0, 0, quiz.ErrTooLong},
		{"a/sure", quiz.Choose("not"), quiz.Best, 1, 1, nil},
		{"a/sure", quiz.Choose("not", "very"), "", 0, 0, quiz.ErrOneOnly},
		{"a/often", quiz.Choose("week"), quiz.Best, 3, 3, nil},
		{"a/often", quiz.Choose("never"), quiz.Partial, 2, 3, nil},
		{"a/often", quiz.Choose("day"), quiz.Partial, 2, 3, nil},
		{"a/often", quiz.Choose("hour"), quiz.Other, 1, 3, nil},
		{"a/say", quiz.Choose("soft"), quiz.Best, 2, 2, nil},
		{"a/say", quiz.Choose("plain"), quiz.Partial, 1, 2, nil},
		{"a/say", quiz.Choose("where"), quiz.Other, 0, 2, nil},
		{"a/say", quiz.Choose("out"), quiz.Other, 0, 2, nil},
		{"a/say", quiz.Choose(), "", 0, 0, quiz.ErrNoChoice},
	} {
		_, g, err := a.Answer(c.question, c.response)
		if g.Result != c.want || g.Right != c.right || g.Of != c.of || !errors.Is(err, c.err) {
			t.Errorf("%s %+v: %+v, %v", c.question, c.response, g, err)
		}
	}
}

// One typo is forgiven, two are not, and none makes a wrong word right.
func TestTyped(t *testing.T) {
	q := kindsBank(t).Questions[2]
	for typed, want := range map[string]quiz.OptionID{
		"naloxone": "naloxone", "  Náloxone. ": "naloxone", "nalaxone": "naloxone", "naloxon": "naloxone", "nalloxone": "naloxone",
		"naolxone": "naloxone", "narcan": "naloxone", "LA NALOXONA": "naloxone", "nalo xone": "naloxone",
		"nalaxon": "", "nolaxone": "", "naxolone": "", "noloxane": "", "narkann": "", "": "",
		"methadone": "methadone", "metadone": "methadone", "methodon": "",
		"911": "number", "9-1-1": "", "912": "", "91": "", "Nine-One-One": "number",
		"dose": "dose", "dosis": "", "nose": "", "doses": "",
	} {
		o, _ := q.Typed(typed)
		if o.ID != want {
			t.Errorf("%q is %q, want %q", typed, o.ID, want)
		}
	}
}

// What is a typo away from a right word and from a wrong one is the wrong one.
func TestTypedBetweenTwo(t *testing.T) {
	q := quiz.Question{Kind: quiz.ShortText, Options: []quiz.Option{{ID: "right", Text: "station", Best: true}, {ID: "wrong", Text: "stations"}, {ID: "far", Text: "nations"}}}
	for typed, want := range map[string]quiz.OptionID{"station": "right", "stations": "wrong", "statons": "wrong", "staton": "right"} {
		if o, _ := q.Typed(typed); o.ID != want {
			t.Errorf("%q is %q, want %q", typed, o.ID, want)
		}
	}
}

// What was typed in one language stays what it was in another.
func TestResumeTypedInAnotherLanguage(t *testing.T) {
	bank := kindsBank(t)
	bank.Questions[2].Options[0].Also = nil
	a, ok := quiz.NewAttempt("x", bank, 7, nil).Resume("a/word", quiz.Response{Choices: []quiz.OptionID{"naloxone"}, Text: "la naloxona"})
	if g, _ := a.Given("a/word"); !ok || g.Result != quiz.Best || g.Text != "la naloxona" {
		t.Errorf("resumed %v as %+v", ok, g)
	}
	for _, r := range []quiz.Response{{Choices: []quiz.OptionID{"gone"}, Text: "naloxone"}, {Choices: []quiz.OptionID{"naloxone", "dose"}}} {
		if _, ok := quiz.NewAttempt("x", bank, 7, nil).Resume("a/word", r); ok {
			t.Errorf("%+v fits", r)
		}
	}
}

// What was typed and then erased is still an answer, with what it was worth.
func TestResumeErased(t *testing.T) {
	for _, c := range []struct {
		typed string
		want  quiz.Result
	}{{"naloxone", quiz.Best}, {"methadone", quiz.Other}, {"a phone", quiz.Other}} {
		bank := kindsBank(t)
		_, g, err := quiz.NewAttempt("x", bank, 7, nil).Answer("a/word", quiz.Type(c.typed))
		if err != nil {
			t.Fatal(err)
		}
		erased := quiz.Response{Choices: g.Choices, Erased: true}
		a, ok := quiz.NewAttempt("x", bank, 7, nil).Resume("a/word", erased)
		back, answered := a.Given("a/word")
		if !ok || !answered || back.Result != c.want || back.Result != g.Result || back.Credit() != g.Credit() || back.Text != "" {
			t.Errorf("%q comes back as %+v, %v", c.typed, back, ok)
		}
		if _, ok := a.Resume("a/word", erased); ok {
			t.Errorf("%q counts twice", c.typed)
		}
	}
	// Nothing of the kind fits a question in which one chooses.
	if _, ok := quiz.NewAttempt("x", kindsBank(t), 7, nil).Resume("a/sure", quiz.Response{Erased: true}); ok {
		t.Error("nothing is an answer")
	}
}

// Answers to an older pack that no longer fit are left out, whatever their kind:
// something is gone, something is new, or it is asked in another way.
func TestResumeInAnotherPack(t *testing.T) {
	without := func(list []quiz.Option, id quiz.OptionID) []quiz.Option {
		return slices.DeleteFunc(slices.Clone(list), func(o quiz.Option) bool { return o.ID == id })
	}
	for _, c := range []struct {
		question quiz.ID
		response quiz.Response
		change   func(*quiz.Question)
	}{
		{"a/steps", quiz.Choose("look", "call", "spray", "stay"), func(q *quiz.Question) { q.Options = without(q.Options, "spray") }},
		{"a/steps", quiz.Choose("look", "call", "spray", "stay"), func(q *quiz.Question) { q.Options = append(q.Options, quiz.Option{ID: "new", Place: 5}) }},
		{"a/steps", quiz.Choose("look", "call", "spray", "stay"), func(q *quiz.Question) { q.Kind = quiz.Single }},
		{"a/kinds", quiz.Choose("ride:helps", "cash:eases", "meal:helps"), func(q *quiz.Question) { q.Options = without(q.Options, "meal") }},
		{"a/kinds", quiz.Choose("ride:helps", "cash:eases", "meal:helps"), func(q *quiz.Question) { q.Matches = q.Matches[:1] }},
		{"a/kinds", quiz.Choose("ride:helps", "cash:eases", "meal:helps"), func(q *quiz.Question) { q.Kind = quiz.Order }},
		{"a/word", quiz.Response{Choices: []quiz.OptionID{"methadone"}, Text: "methadone"}, func(q *quiz.Question) { q.Options = without(q.Options, "methadone") }},
		{"a/sure", quiz.Choose("some"), func(q *quiz.Question) { q.Options = without(q.Options, "some") }},
		{"a/sure", quiz.Choose("some"), func(q *quiz.Question) { q.Kind = quiz.ShortText }},
		{"a/say", quiz.Choose("plain"), func(q *quiz.Question) { q.ID = "a/gone" }},
	} {
		bank := kindsBank(t)
		if _, ok := quiz.NewAttempt("x", bank, 7, nil).Resume(c.question, c.response); !ok {
			t.Errorf("%s: %v does not fit its own pack", c.question, c.response)
		}
		for i := range bank.Questions {
			if bank.Questions[i].ID == c.question {
				c.change(&bank.Questions[i])
			}
		}
		fresh := quiz.NewAttempt("x", bank, 7, nil)
		a, ok := fresh.Resume(c.question, c.response)
		if _, answered := a.Given(c.question); ok || answered {
			t.Errorf("%s: %v fits the changed pack", c.question, c.response)
		}
	}
}
