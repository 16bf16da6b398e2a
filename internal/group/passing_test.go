package group_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"porchlight/internal/group"
)

// hour is a room in a hub with a lead who has come in.
func hour(t *testing.T, h group.Hub) (*group.Sitting, group.Code) {
	t.Helper()
	code, key := group.NewCode(), group.NewKey()
	if err := h.Open(t.Context(), group.New(code, key, 1_000)); err != nil {
		t.Fatal(err)
	}
	return enter(t, h, group.Entry(code, key)), code
}

func enter(t *testing.T, h group.Hub, typed string) *group.Sitting {
	t.Helper()
	s, err := group.NewDoor(h, func() time.Time { return time.Unix(0, 0) }).Enter(t.Context(), "here", typed)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// A shaky hub keeps an act and says that it could not be reached.
type shaky struct {
	group.Hub
	fail int
}

func (s *shaky) Do(ctx context.Context, c group.Code, a group.Act) (group.Snapshot, error) {
	now, err := s.Hub.Do(ctx, c, a)
	if s.fail > 0 {
		s.fail--
		return group.Snapshot{}, group.ErrAway
	}
	return now, err
}

// People who answer at one device make one result with those who have one, and
// are not counted as sitting there; tried again, an answer is one answer.
func TestOneDeviceGoesRound(t *testing.T) {
	h := &shaky{Hub: group.NewLocal()}
	lead, code := hour(t, h)
	for _, a := range []group.Action{group.AddPoll{Poll: poll("p", "a", "b")}, group.OpenPoll{ID: "p"}} {
		if _, err := lead.Do(t.Context(), a); err != nil {
			t.Fatal(err)
		}
	}
	own := enter(t, h, code.String())
	front := *own.First().All().Front
	if _, err := own.Vote(t.Context(), front, []string{"b"}); err != nil {
		t.Fatal(err)
	}
	for i := range 4 {
		p := lead.Pass()
		for h.fail = i; ; {
			_, err := p.Vote(t.Context(), front, []string{"a"})
			if err == nil {
				break
			}
			if !errors.Is(err, group.ErrAway) {
				t.Fatal(err)
			}
		}
	}
	now, err := lead.Do(t.Context(), group.Reveal{ID: "p"})
	if err != nil {
		t.Fatal(err)
	}
	if v := now.All(); counts(v.Front.Result) != "5: a=4 b=1" || v.Here != 1 {
		t.Errorf("%s, %d here", counts(v.Front.Result), v.Here)
	}
}
