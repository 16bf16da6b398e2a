package agenda_test

import (
	"errors"
	"strings"
	"testing"

	"porchlight/internal/agenda"
	"porchlight/internal/course"
	"porchlight/internal/course/coursetest"
	"porchlight/internal/group"
	"porchlight/internal/packfile"
	"porchlight/lessons"
	"porchlight/quiz"
)

// real is the course that the program carries.
func real(t testing.TB) *course.Course {
	t.Helper()
	c, err := course.Open(lessons.Files, quiz.Files)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// A room is one with a lead, for a test.
type room struct {
	t    testing.TB
	now  group.Room
	lead group.Key
}

func newRoom(t testing.TB) *room {
	lead := group.NewKey()
	return &room{t, group.New(group.NewCode(), lead, 1_000), lead}
}

func (r *room) does(acts ...group.Action) error {
	for _, a := range acts {
		next, err := group.Apply(r.now, group.Act{Key: r.lead, Do: a})
		if err != nil {
			return err
		}
		r.now = next
	}
	return nil
}

func (r *room) must(acts ...group.Action) {
	r.t.Helper()
	if err := r.does(acts...); err != nil {
		r.t.Fatalf("%#v: %v", acts, err)
	}
}

func (r *room) view() group.LeadView {
	r.t.Helper()
	v, ok := group.NewSnapshot(1, &r.now).Lead(r.lead)
	if !ok {
		r.t.Fatal("the lead's key does not lead")
	}
	return v
}

// answers has people join and answer what is in front.
func (r *room) answers(people, choice int) {
	r.t.Helper()
	p := *r.view().Front
	for range people {
		v := group.NewVoter(r.now.ID, group.NewKey())
		r.must(group.Join{Seat: v.Seat()}, group.Vote{Poll: p.ID, Round: p.Round, Ballot: v.Ballot(p.ID, p.Round), Chosen: []string{p.Choices[choice].ID}})
	}
}

// Every run sheet of the course is played by a room to its end: each step goes
// to its place, and each question that a device can answer is asked and
// answered, its pair together.
func TestEveryRunSheetIsPlayed(t *testing.T) {
	c, pairs := real(t), 0
	for _, sheet := range c.Pack.RunSheets(lessons.English) {
		t.Run(string(sheet.ID), func(t *testing.T) {
			a, err := agenda.New(c, sheet)
			if err != nil {
				t.Fatal(err)
			}
			r := newRoom(t)
			r.must(a.Acts()...)
			for i, step := range sheet.Steps {
				next, ok := a.Next(r.view())
				if !ok || next != i {
					t.Fatalf("next is step %d, want %d", next, i)
				}
				r.must(a.Begin(r.view(), next, int64(100+i)))
				v := r.view()
				if v.Place.Route != "session/"+string(sheet.ID) || v.Place.Part != i || v.SheetClock.Since != int64(100+i) {
					t.Errorf("step %s is at %+v, %+v", step.ID, v.Place, v.SheetClock)
				}
				asks := step.Question != "" && !a.Steps[i].Aloud
				if asks != (v.Front != nil) {
					t.Fatalf("step %s asks %+v", step.ID, v.Front)
				}
				if asks {
					if want := strings.TrimPrefix(strings.TrimPrefix(v.Front.ID, "before/"), "after/"); want != step.Question {
						t.Errorf("step %s asks %s", step.ID, v.Front.ID)
					}
					r.answers(5, 0)
				}
			}
			if next, ok := a.Next(r.view()); ok {
				t.Errorf("after the last step comes %d", next)
			}
			shifts := 0
			for _, p := range r.view().Polls {
				r.must(group.Reveal{ID: p.ID})
				if p.Part == group.Before {
					shifts++
				}
			}
			if got := len(r.view().Shifts); got != shifts {
				t.Errorf("%d pairs show a shift, of %d", got, shifts)
			}
			pairs += shifts
		})
	}
	if pairs < 10 {
		t.Errorf("%d run sheets ask before and after", pairs)
	}
}

// Every question of the course that a device can answer fits a room.
func TestEveryQuestionFitsARoom(t *testing.T) {
	c := real(t)
	kinds := map[quiz.Kind]int{}
	for _, l := range c.Lessons(lessons.English) {
		bank, err := c.Questions(l.ID, lessons.English)
		if errors.Is(err, quiz.ErrNoBank) {
			continue
		}
		polls, err := agenda.Questions(c, l.ID)
		if err != nil {
			t.Fatal(err)
		}
		r := newRoom(t)
		for _, p := range polls {
			if err := r.does(group.AddPoll{Poll: p}); err != nil {
				t.Errorf("%s: %v", p.ID, err)
			}
		}
		at := 0
		for _, q := range bank.Questions {
			if !agenda.Answerable(q) {
				continue
			}
			kinds[q.Kind]++
			p := polls[at]
			at++
			if p.ID != string(q.ID) || len(p.Choices) != len(q.Options) || p.Many != (q.Kind == quiz.Multiple) || p.Text["en"] == "" {
				t.Errorf("%s is %+v", q.ID, p)
			}
			for i, o := range q.Options {
				if p.Choices[i].Right != o.Best || p.Choices[i].Why["en"] == "" {
					t.Errorf("%s: %+v", q.ID, p.Choices[i])
				}
			}
		}
		if at != len(polls) {
			t.Errorf("%s: %d polls of %d questions", l.ID, len(polls), at)
		}
	}
	for _, k := range []quiz.Kind{quiz.Single, quiz.Multiple, quiz.TrueFalse, quiz.Scale, quiz.Situation} {
		if kinds[k] == 0 {
			t.Errorf("no question of the kind %s", k)
		}
	}
	if kinds[quiz.Order]+kinds[quiz.Matching]+kinds[quiz.ShortText] > 0 {
		t.Errorf("%v", kinds)
	}
}

func TestLessonsWithoutQuestions(t *testing.T) {
	if _, err := agenda.Questions(coursetest.Open(t), "nothing"); !errors.Is(err, quiz.ErrNoBank) {
		t.Errorf("%v", err)
	}
}

// A sheet that asks what the course lacks is refused; one that asks what no
// device can answer says so.
func TestSheetsThatAskOtherThings(t *testing.T) {
	sheet := func(question string) lessons.RunSheet {
		text := "id: a\ntitle: A\nfocus: F\nminutes: 1\nsteps:\n  - {id: b, kind: poll, title: B, minutes: 1, question: " + question + "}\n"
		return lessons.ReadRunSheet(packfile.ParseYAML("a.yaml", []byte(text)), lessons.English)
	}
	c := coursetest.Kinds(t)
	for _, id := range []string{"none/x", coursetest.KindsLesson + "/none"} {
		if _, err := agenda.New(c, sheet(id)); err == nil {
			t.Errorf("%s is taken", id)
		}
	}
	bank, err := c.Questions(coursetest.KindsLesson, lessons.English)
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range bank.Questions {
		a, err := agenda.New(c, sheet(string(q.ID)))
		if err != nil || a.Steps[0].Aloud == agenda.Answerable(q) || a.Steps[0].Aloud == (a.Steps[0].Poll != "") {
			t.Errorf("%s, %s: %+v, %v", q.ID, q.Kind, a.Steps, err)
		}
	}
}
