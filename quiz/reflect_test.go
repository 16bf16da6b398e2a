package quiz_test

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"porchlight/internal/packfile"
	"porchlight/quiz"
)

func me(t *testing.T) quiz.Reflection {
	t.Helper()
	doc := packfile.ParseYAML("me.yaml", []byte(oneReflection))
	r := quiz.ReadReflection(doc, quiz.English)
	if doc.Broken() {
		t.Fatal(doc.Problems())
	}
	return r
}

func TestAnswers(t *testing.T) {
	a := quiz.Reflect(me(t))
	if _, err := a.Answer("none", 0); !errors.Is(err, quiz.ErrNoItem) {
		t.Errorf("an item that is not there: %v", err)
	}
	for _, place := range []int{-1, 3} {
		if _, err := a.Answer("sleep", place); !errors.Is(err, quiz.ErrNoPlace) {
			t.Errorf("place %d: %v", place, err)
		}
	}
	b, err := a.Answer("sleep", 1)
	if next, more := b.Next(); err != nil || next != 1 || !more || b.Done() {
		t.Errorf("Next = %d, %v, %v", next, more, err)
	}
	c, _ := b.Answer("sleep", 2)
	if was, _ := b.Given("sleep"); was != 1 {
		t.Error("a change changed what it started from")
	}
	if now, _ := c.Given("sleep"); now != 2 {
		t.Error("a change did not change anything")
	}
	if _, ok := c.Clear("sleep").Given("sleep"); ok {
		t.Error("an answer was not taken back")
	}
	if len(a.Clear("sleep").All()) != 0 {
		t.Error("nothing taken back left something")
	}
}

func TestOffers(t *testing.T) {
	for _, c := range []struct {
		given  map[quiz.ItemID]int
		unsafe bool
		want   string
	}{
		{nil, false, "[]"},
		{map[quiz.ItemID]int{"sleep": 2, "meals": 1, "safe": 2}, false, "[]"},
		{map[quiz.ItemID]int{"sleep": 0, "meals": 0}, false, "[Sleep:rest Food:rest]"},
		{map[quiz.ItemID]int{"sleep": 0, "safe": 1}, false, "[Sleep:rest Home:safety]"},
		{map[quiz.ItemID]int{"sleep": 0, "meals": 0, "safe": 0}, true, "[Home:safety! Sleep:rest Food:rest]"},
	} {
		a, whole := quiz.Reflect(me(t)).Resume(c.given)
		got := []string{}
		for _, o := range a.Offers() {
			mark := ""
			if o.Unsafe {
				mark = "!"
			}
			got = append(got, o.Area+":"+string(o.Lesson)+mark)
			if o.Word == "" || o.Item == "" {
				t.Errorf("%+v", o)
			}
		}
		if fmt.Sprint(got) != c.want || a.Unsafe() != c.unsafe || !whole {
			t.Errorf("%v: %v, unsafe %v; want %s", c.given, got, a.Unsafe(), c.want)
		}
	}
}

// A lesson once offered for safety is not offered again, in any area.
func TestSafetyIsOfferedOnce(t *testing.T) {
	r := quiz.Reflection{Scale: []string{"No", "Yes"}, Items: []quiz.Item{
		{ID: "a", Area: "One", LookAt: []int{0}, Lesson: "safety"},
		{ID: "b", Area: "One", LookAt: []int{0}, Lesson: "rest"},
		{ID: "c", Area: "One", LookAt: []int{0}, Lesson: "rest"},
		{ID: "d", Area: "Two", Unsafe: []int{0}, Lesson: "safety"},
		{ID: "e", Area: "Three", Unsafe: []int{0}, LookAt: []int{0}, Lesson: "safety"},
	}}
	a := quiz.Reflect(r)
	for _, i := range r.Items {
		a, _ = a.Answer(i.ID, 0)
	}
	if got := a.Offers(); len(got) != 2 || got[0].Item != "d" || got[1].Item != "b" {
		t.Errorf("Offers = %+v", got)
	}
}

// Whatever is answered, changed and taken back: safety comes first, every offer
// follows from an answer that stands, and what is kept resumes to the same.
func TestAnswersProperties(t *testing.T) {
	places := rapid.SliceOfNDistinct(rapid.IntRange(0, 3), 0, 3, rapid.ID[int])
	rapid.Check(t, func(t *rapid.T) {
		r := quiz.Reflection{Scale: []string{"a", "b", "c"}}
		for i := range rapid.IntRange(1, 6).Draw(t, "items") {
			r.Items = append(r.Items, quiz.Item{
				ID: quiz.ItemID(fmt.Sprint(i)), Area: rapid.SampledFrom([]string{"x", "y"}).Draw(t, "area"),
				Lesson: quiz.LessonID(rapid.SampledFrom([]string{"l", "m"}).Draw(t, "lesson")),
				LookAt: places.Draw(t, "look-at"), Unsafe: places.Draw(t, "unsafe"),
			})
		}
		a := quiz.Reflect(r)
		for range rapid.IntRange(0, 12).Draw(t, "acts") {
			id, before := rapid.SampledFrom(r.Items).Draw(t, "item").ID, a.All()
			next, _ := a.Answer(id, rapid.IntRange(-1, 3).Draw(t, "place"))
			if rapid.Bool().Draw(t, "clear") {
				next = next.Clear(id)
			}
			if !maps.Equal(a.All(), before) {
				t.Fatalf("%v became %v", before, a.All())
			}
			a = next
		}
		offers, sawOther := a.Offers(), false
		for _, o := range offers {
			i, _ := r.Item(o.Item)
			place, ok := a.Given(o.Item)
			if !ok || o.Unsafe != slices.Contains(i.Unsafe, place) || !o.Unsafe && !slices.Contains(i.LookAt, place) {
				t.Fatalf("%+v was answered with %d", o, place)
			}
			if o.Unsafe && sawOther {
				t.Fatalf("safety is not first: %+v", offers)
			}
			sawOther = sawOther || !o.Unsafe
		}
		if a.Unsafe() != (len(offers) > 0 && offers[0].Unsafe) {
			t.Fatalf("unsafe %v, offers %+v", a.Unsafe(), offers)
		}
		back, whole := quiz.Reflect(r).Resume(a.All())
		if !whole || !maps.Equal(back.All(), a.All()) || !slices.Equal(back.Offers(), offers) {
			t.Fatalf("left %v, back %v", a.All(), back.All())
		}
	})
}
