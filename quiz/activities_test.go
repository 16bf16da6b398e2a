package quiz_test

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"porchlight/internal/packfile"
	"porchlight/internal/safetext"
	"porchlight/quiz"
)

const onePractice = `id: cash
title: Cash at the door
lesson: a
relationship: parent
you: Marta
they: Leo
scene: |
  Ten at night.

  Leo stands at the door.
safety: Help now lists whom to call.
start: door
steps:
  - id: door
    they: '"Mom, I need forty dollars."'
    replies:
      - id: tank
        say: |
          "I will fill the tank
          with you."
        grade: best
        lands: He looks at the floor.
        why: It meets the need.
        to: later
      - {id: cash, say: '"Here."', grade: risky, lands: He is gone., why: Cash can turn into use., to: gone}
  - id: later
    they: '"You do not trust me."'
    replies:
      - {id: tank, say: '"I want to."', grade: fine, lands: He nods., why: It is true., to: stays}
      - {id: again, say: '"What did you say?"', grade: fine, lands: He says it again., why: It gives time., to: door}
endings:
  - {id: stays, text: He sits down., why: The door stays open.}
  - {id: gone, text: He goes., why: It was a hard night.}
`

const oneReflection = `id: me
title: How am I?
intro: This is not a test.
scale: [Never, Some days, Always]
items:
  - {id: sleep, area: Sleep, ask: "Do you rest?", look-at: [0, 1], lesson: rest, word: Rest is fine.}
  - {id: meals, area: Food, ask: "Do you eat?", look-at: [0], lesson: rest, word: Eat.}
  - {id: safe, area: Home, ask: "Do you feel safe?", look-at: [0, 1], lesson: safety, word: You deserve it., unsafe: [0]}
closing: Take one thing.
`

func activities() fstest.MapFS {
	files := shelf()
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	files["en/practice/cash.yaml"] = file(onePractice)
	files["es/practice/cash.yaml"] = file(strings.Replace(onePractice, "Cash at the door", "Dinero en la puerta", 1))
	files["en/practice/broken.yaml"] = file("id: broken\n")
	files["en/practice/visit.yaml"] = file(strings.Replace(onePractice, "id: cash", "id: another", 1))
	files["en/reflections/me.yaml"] = file(oneReflection)
	return files
}

func TestPractices(t *testing.T) {
	b, err := quiz.Open(activities())
	if err != nil {
		t.Fatal(err)
	}
	p, err := b.Practice("cash", "es-MX")
	if err != nil || p.Lang != "es" || p.Title != "Dinero en la puerta" {
		t.Errorf("Practice = %+v, %v", p, err)
	}
	if p.Scene != "Ten at night.\n\nLeo stands at the door." || p.Safety == "" || p.Relationship != "parent" || p.Start != "door" || len(p.Steps) != 2 || len(p.Endings) != 2 {
		t.Errorf("Practice = %+v", p)
	}
	reply := p.Steps[0].Replies[0]
	if reply.Say != `"I will fill the tank with you."` || reply.Grade != quiz.BestReply || !reply.Grade.Good() || reply.To != "later" || reply.Lands == "" || reply.Why == "" {
		t.Errorf("reply = %+v", reply)
	}
	if p, err := b.Practice("visit", "es"); err != nil || p.Lang != quiz.English || p.ID != "visit" {
		t.Errorf("Practice = %+v, %v", p, err)
	}
	if got := b.Practices("es"); len(got) != 2 || got[0].ID != "cash" || got[0].Lang != "es" || got[1].Lang != "en" {
		t.Errorf("Practices = %+v", got)
	}
	for _, id := range []quiz.PracticeID{"none", "", "../a", "a", "practice/cash"} {
		if _, err := b.Practice(id, "en"); !errors.Is(err, quiz.ErrNoPractice) {
			t.Errorf("Practice(%q): %v", id, err)
		}
	}
	var problems packfile.Problems
	if _, err := b.Practice("broken", "en"); !errors.As(err, &problems) || problems[0].File != "quiz/en/practice/broken.yaml" {
		t.Errorf("Practice: %v", err)
	}
	if got := b.Lessons(); !slices.Equal(got, []quiz.LessonID{"a", "b", "c"}) {
		t.Errorf("Lessons = %v", got)
	}
}

func TestReflections(t *testing.T) {
	b, err := quiz.Open(activities())
	if err != nil {
		t.Fatal(err)
	}
	r, err := b.Reflection("me", "es")
	if err != nil || r.Lang != "en" || len(r.Scale) != 3 || len(r.Items) != 3 || r.Closing != "Take one thing." {
		t.Errorf("Reflection = %+v, %v", r, err)
	}
	if i := r.Items[2]; !slices.Equal(i.LookAt, []int{0, 1}) || !slices.Equal(i.Unsafe, []int{0}) || i.Lesson != "safety" || r.Items[0].Unsafe != nil {
		t.Errorf("items = %+v", r.Items)
	}
	if got := b.Reflections("en"); len(got) != 1 || got[0].ID != "me" {
		t.Errorf("Reflections = %v", got)
	}
	if _, err := b.Reflection("cash", "en"); !errors.Is(err, quiz.ErrNoReflection) {
		t.Errorf("Reflection: %v", err)
	}
}

// A pack without the two folders is whole.
func TestNoActivities(t *testing.T) {
	b, err := quiz.Open(shelf())
	if err != nil || len(b.Practices("en")) != 0 || len(b.Reflections("es")) != 0 {
		t.Errorf("Open: %v", err)
	}
}

func TestActivitiesForMany(t *testing.T) {
	b, err := quiz.Open(activities())
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for i := range 50 {
		lang := quiz.Lang([]string{"en", "es", "fr"}[i%3])
		wg.Go(func() {
			if len(b.Practices(lang)) != 2 || len(b.Reflections(lang)) != 1 {
				t.Error("something is missing")
			}
		})
	}
	wg.Wait()
}

// safe fails the test when a text would reach a terminal as more than text.
func safe(t *testing.T, texts ...string) {
	t.Helper()
	for _, text := range texts {
		for line := range strings.SplitSeq(text, "\n") {
			if !safetext.Safe(strings.ReplaceAll(line, "\uFFFD", "")) {
				t.Errorf("%q", line)
			}
		}
	}
}

// FuzzPractice holds that no practice, however broken, lets a control character
// through to a learner or stops a run with a panic.
func FuzzPractice(f *testing.F) {
	f.Add(onePractice, uint64(1))
	f.Add("id: \"\\e\"\nsteps:\n  - {id: a, they: \"\\u202e\", replies: [{id: b, say: \"\\x9b\", to: a}]}\nstart: a\n", uint64(2))
	f.Add("start: b\nsteps: [a, {replies: a}]\nendings: {a: b}\n", uint64(3))
	f.Fuzz(func(t *testing.T, text string, choices uint64) {
		p := quiz.ReadPractice(packfile.ParseYAML("a.yaml", []byte(text)), quiz.English)
		safe(t, string(p.ID), p.Title, string(p.Lesson), p.Relationship, p.You, p.They, p.Scene, p.Safety, string(p.Start))
		for _, s := range p.Steps {
			safe(t, string(s.ID), s.They)
			for _, r := range s.Replies {
				safe(t, string(r.ID), r.Say, string(r.Grade), r.Lands, r.Why, string(r.To))
			}
		}
		for _, e := range p.Endings {
			safe(t, string(e.ID), e.Text, e.Why)
		}
		walk(t, quiz.NewRun(p, choices), choices)
	})
}

// walk goes a few steps through a practice.
func walk(t *testing.T, r quiz.Run, choices uint64) {
	t.Helper()
	for range 20 {
		step, ok := r.Step()
		if !ok || len(step.Replies) == 0 {
			return
		}
		id := step.Replies[choices%uint64(len(step.Replies))].ID
		choices = choices>>1 | choices<<63
		next, reply, err := r.Choose(id)
		if err != nil || reply.ID != id || len(next.Path()) != len(r.Path())+1 {
			t.Fatalf("Choose(%q) = %+v, %v", id, reply, err)
		}
		r = next
	}
}

// FuzzReflection does the same for reflections.
func FuzzReflection(f *testing.F) {
	f.Add(oneReflection)
	f.Add("scale: [\"\\e\", a]\nitems:\n  - {id: a, area: \"\\u202e\", look-at: [-1, 9, x], unsafe: [1], lesson: b, word: \"\\x9b\"}\n")
	f.Add("scale: a\nitems: [a, {look-at: 1}]\n")
	f.Fuzz(func(t *testing.T, text string) {
		r := quiz.ReadReflection(packfile.ParseYAML("a.yaml", []byte(text)), quiz.English)
		safe(t, append(r.Scale, string(r.ID), r.Title, r.Intro, r.Closing)...)
		a := quiz.Reflect(r)
		for n, i := range r.Items {
			safe(t, string(i.ID), i.Area, i.Ask, i.Word, string(i.Lesson))
			for _, place := range slices.Concat(i.LookAt, i.Unsafe) {
				if place < 0 {
					t.Errorf("place %d", place)
				}
			}
			a, _ = a.Answer(i.ID, n%3)
		}
		if len(a.Offers()) > len(r.Items) {
			t.Errorf("%d offers", len(a.Offers()))
		}
	})
}
