package group_test

import (
	"testing"
	"testing/synctest"
	"time"

	"porchlight/internal/group"
	"porchlight/internal/group/grouptest"
)

// A hundred people answer at once: who watches takes few snapshots of it, the
// last of them whole; and what a lead does meanwhile waits for nothing.
func TestManyAnswersMakeFewRepaints(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := group.NewLocal()
		defer h.Close()
		party := grouptest.Begin(t, h)
		voters := party.Sit(t, 100, h)
		party.Ask(t, h, "p")
		time.Sleep(time.Second)
		for range 50 {
			party.Watch(t, h)
		}
		box := party.Watch(t, h)
		taken, began := 0, time.Now()
		counted := make(chan time.Duration)
		go func() {
			grouptest.Until(t, box, "all answers", func(v group.View) bool { taken++; return v.Front.Answers == len(voters) })
			counted <- time.Since(began)
			grouptest.Until(t, box, "the end of the question", func(v group.View) bool { return v.Front.Status == group.Closed })
			counted <- time.Since(began)
		}()
		for _, v := range voters {
			if _, err := h.Do(t.Context(), party.Code, group.Act{Do: group.Vote{Poll: "p", Ballot: v.Ballot("p", 0), Chosen: []string{"a"}}}); err != nil {
				t.Fatal(err)
			}
			synctest.Wait() // so that the watcher could take each
		}
		if after := <-counted; taken > 3 || after > 200*time.Millisecond {
			t.Errorf("the watcher took %d snapshots, and had all answers after %v", taken, after)
		}
		party.Do(t, h, group.ClosePoll{ID: "p"})
		if after := <-counted; after > 200*time.Millisecond {
			t.Errorf("what the lead did was seen after %v", after)
		}
	})
}

// What a lead does is put into mailboxes at once, though others in a crowd have
// just done something.
func TestLeadIsNotHeldUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := group.NewLocal()
		defer h.Close()
		party := grouptest.Begin(t, h)
		for range 50 {
			party.Watch(t, h)
		}
		box := party.Watch(t, h)
		for page := 1; page <= 5; page++ {
			party.Sit(t, 3, h)
			began := time.Now()
			place := group.Place{Route: "lesson/x", Part: page}
			party.Do(t, h, group.Step{To: place})
			grouptest.Until(t, box, "the step", func(v group.View) bool { return v.Place.Is(place) })
			if waited := time.Since(began); waited > 0 {
				t.Errorf("step %d was seen after %v", page, waited)
			}
		}
	})
}
