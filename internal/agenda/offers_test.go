package agenda_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"porchlight/internal/agenda"
	"porchlight/internal/course/coursetest"
	"porchlight/internal/group"
	"porchlight/internal/locale/localetest"
	"porchlight/lessons"
)

// short is the agenda of the small course.
func short(t testing.TB) agenda.Agenda {
	t.Helper()
	c := coursetest.Open(t)
	sheet, err := c.Pack.RunSheet("short-session", lessons.English)
	if err != nil {
		t.Fatal(err)
	}
	a, err := agenda.New(c, sheet)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func names(offers []agenda.Offer) string {
	var all []string
	for _, o := range offers {
		name := o.Name
		if o.Said != "" && (name == "next" || name == "begin") {
			name += ":" + o.Said
		}
		all = append(all, name)
	}
	return strings.Join(all, " ")
}

// take does the offer of that name.
func (r *room) take(offers []agenda.Offer, name string) {
	r.t.Helper()
	for _, o := range offers {
		if o.Name == name {
			r.must(o.Do...)
			return
		}
	}
	r.t.Fatalf("%s is not offered: %s", name, names(offers))
}

// An evening, by what is offered first.
func TestAnEveningByItsOffers(t *testing.T) {
	a, r := short(t), newRoom(t)
	now := func() []agenda.Offer { return a.Now(r.view(), 100) }
	first := func(want string) {
		t.Helper()
		if got := names(now()); !strings.HasPrefix(got+" ", want+" ") {
			t.Errorf("offered: %s; want first: %s", got, want)
		}
	}
	r.must(a.Acts()...)
	first("next:Welcome ask sheet box")
	r.take(now(), "next")
	first("next:What do you think now?")
	r.take(now(), "next")
	first("reveal close next:Read together more ask sheet box undo-begun present typing leading")
	r.answers(5, 0)
	r.take(now(), "close")
	first("reveal next:Read together more") // and not what fits: it is asked again
	r.take(now(), "next")
	first("next:Talk together ask sheet box undo-begun present typing")
	for range 3 {
		r.take(now(), "next")
	}
	first("reveal-pair close next:Before we go")
	r.answers(5, 1)
	r.take(now(), "reveal-pair")
	if v := r.view(); len(v.Shifts) != 1 {
		t.Errorf("shifts: %+v", v.Shifts)
	}
	first("tell next:Before we go ask more")
	r.take(now(), "tell")
	first("next:Before we go ask more")
	r.take(now(), "next")
	first("ask sheet box undo-begun present typing leading")
	if v := r.view(); v.Front != nil {
		t.Errorf("in front is %+v", v.Front)
	}
}

func TestMoreWithAQuestion(t *testing.T) {
	a, r := short(t), newRoom(t)
	if got := agenda.Question(r.view()); got != nil {
		t.Errorf("without a question: %s", names(got))
	}
	r.must(a.Acts()...)
	if got := names(agenda.Ready(r.view())); got != "open open" {
		t.Errorf("ready: %s", got)
	}
	r.take(agenda.Ready(r.view()), "open")
	if got := names(agenda.Question(r.view())); got != "pass hands skip reset" {
		t.Errorf("%s", got)
	}
	r.answers(5, 0)
	r.must(group.Reveal{ID: r.view().Front.ID})
	if got := names(agenda.Question(r.view())); got != "reopen hands skip" {
		t.Errorf("%s", got)
	}
	r.take(agenda.Question(r.view()), "reopen")
	r.answers(3, 0)
	r.must(group.ClosePoll{ID: r.view().Front.ID})
	r.answersLater(t)
}

// answersLater holds that what came since a result is offered once there is
// enough of it.
func (r *room) answersLater(t *testing.T) {
	t.Helper()
	a := agenda.Agenda{}
	r.must(group.OpenPoll{ID: r.view().Front.ID})
	r.answers(2, 1)
	r.take(a.Now(r.view(), 1), "reveal")
	if got := r.view().Front.Result; got.People != 10 {
		t.Errorf("%+v", got)
	}
}

// A question from the box that everybody sees comes first; the poll behind it
// waits until it is taken down.
func TestAShownQuestionIsOfferedFirst(t *testing.T) {
	a, r := short(t), newRoom(t)
	r.must(a.Acts()...)
	r.take(a.Now(r.view(), 1), "next")
	r.take(a.Now(r.view(), 1), "next")
	v, id := group.NewVoter(r.now.ID, group.NewKey()), group.NewQuestion()
	r.must(group.Join{Seat: v.Seat()}, group.Ask{ID: id, Asker: v.Asker(), Text: "Is it safe?"}, group.Sort{ID: id, To: group.OnScreen})
	if got := names(a.Now(r.view(), 1)); !strings.HasPrefix(got, "answered hold next:Read together more ") {
		t.Errorf("offered: %s", got)
	}
	w := localetest.Open(t, "en")
	if got := a.Now(r.view(), 1)[0].Words(w); got != "It is answered: take it down" {
		t.Errorf("its words, which stand above already, are said again: %s", got)
	}
	r.take(a.Now(r.view(), 1), "hold")
	if got := names(a.Now(r.view(), 1)); !strings.HasPrefix(got, "reveal close next:Read together more box ") {
		t.Errorf("kept for later, offered: %s", got)
	}
}

func TestTheBox(t *testing.T) {
	r := newRoom(t)
	v := group.NewVoter(r.now.ID, group.NewKey())
	r.must(group.Join{Seat: v.Seat()}, group.Ask{ID: group.NewQuestion(), Asker: v.Asker(), Text: "Is it safe?"})
	if agenda.Held(r.view()) != 1 {
		t.Errorf("%d wait", agenda.Held(r.view()))
	}
	box := func() []agenda.Offer { return agenda.Boxed(r.view()) }
	for _, s := range []struct{ offered, take string }{
		{"show dismiss", "dismiss"}, {"show-again", "show-again"}, {"answered hold", "hold"}, {"show dismiss", "show"},
		{"answered hold", "answered"}, {"show-again", ""},
	} {
		if got := names(box()); got != s.offered || box()[0].Said != "Is it safe?" {
			t.Errorf("offered: %s, want %s", got, s.offered)
		}
		if s.take != "" {
			r.take(box(), s.take)
		}
	}
}

// A room is handed over: who began it leads no more, and somebody always does.
func TestHandingOver(t *testing.T) {
	r := newRoom(t)
	leads := func() []agenda.Offer { return agenda.Leads(r.view()) }
	if got := names(leads()); got != "appoint floor end erase" {
		t.Errorf("alone: %s", got)
	}
	second := group.NewKey()
	r.must(group.Appoint{Name: group.LeadName(r.now.ID, second), As: group.CoFacilitator})
	if got := names(leads()); got != "appoint raise release floor end erase" {
		t.Errorf("with a second lead: %s", got)
	}
	r.take(leads(), "raise")
	got := strings.Fields(names(leads()))
	slices.Sort(got)
	if fmt.Sprint(got) != "[appoint end erase floor lower lower-mine release release-mine]" {
		t.Errorf("with two facilitators: %s", got)
	}
	first := r.lead
	r.take(leads(), "lower-mine")
	if got := names(agenda.Leads(r.view())); got != "" {
		t.Errorf("a co-facilitator is offered %s", got)
	}
	r.lead = second
	if got := r.view().Leads; len(got) != 2 {
		t.Errorf("%+v", got)
	}
	r.take(leads(), "release")
	if _, ok := group.NewSnapshot(1, &r.now).Lead(first); ok {
		t.Error("a former lead leads")
	}
	if got := names(leads()); got != "appoint floor end erase" {
		t.Errorf("alone again: %s", got)
	}
}

// Whatever is offered can be done: an offer is refused only where too few have
// answered, or where an answer since would be lost.
func TestOffersCanBeTaken(t *testing.T) {
	a := short(t)
	rapid.Check(t, func(rt *rapid.T) {
		r := newRoom(t)
		r.must(a.Acts()...)
		for range rapid.IntRange(1, 40).Draw(rt, "acts") {
			v := r.view()
			if v.Front != nil && v.Front.Status == group.Open && rapid.Bool().Draw(rt, "answer") {
				r.answers(rapid.IntRange(1, 6).Draw(rt, "people"), 0)
			}
			v = r.view()
			all := slices.Concat(a.Now(v, 100), a.Begins(v, 100), agenda.Question(v), agenda.Ready(v), agenda.Boxed(v))
			all = slices.DeleteFunc(all, func(o agenda.Offer) bool { return len(o.Do) == 0 })
			if len(all) == 0 {
				continue
			}
			o := rapid.SampledFrom(all).Draw(rt, "offer")
			err := r.does(o.Do...)
			var few group.FewError
			switch {
			case err == nil, errors.As(err, &few) && strings.HasPrefix(o.Name, "reveal"), o.Name == "undo-reset" && errors.Is(err, group.ErrCounted):
			default:
				rt.Fatalf("%s: %v", o.Name, err)
			}
		}
	})
}
