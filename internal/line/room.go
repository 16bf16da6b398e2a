package line

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"porchlight/internal/group"
	"porchlight/internal/group/say"
	"porchlight/internal/locale"
	"porchlight/internal/study"
)

// Rooms lets the session into rooms of people who answer together. From is a
// name of where it comes from, for the door to slow those who guess; connect is
// what visitors type to come in.
func (s *Session) Rooms(door *group.Door, from, connect string) {
	s.door, s.from, s.connect = door, from, connect
}

// A sitting is the session in a room.
type sitting struct {
	*Session
	*group.Sitting
	mu    sync.Mutex
	now   group.Snapshot
	shown string // what was said last, to tell what is new
	rang  bool   // the person was told that there is something new
	gone  bool
	todo  *outbox
	// follows says that the person reads along: what is shown is news to them.
	follows bool
	// reader is the person who reads along, or will again once nothing is asked;
	// nil for one who does not. letGo says that they did, and went back.
	reader *follower
	letGo  bool
	// Of who leads: the run sheet, and whether they erased the room.
	meeting study.Meeting
	erased  bool
}

// room comes into a room, with a code that was typed already or not, and stays
// until the person leaves or the room ends.
func (s *Session) room(ctx context.Context, typed string) error {
	in, err := s.enterRoom(ctx, typed)
	if err != nil {
		return err
	}
	return s.sit(ctx, in, func(r *sitting) error {
		if in.Leads() {
			return r.lead(ctx)
		}
		r.greet()
		return r.takePart(ctx)
	})
}

// sit stays in a room while do goes on: it hears what others do there, and sends
// what the session does.
func (s *Session) sit(ctx context.Context, in *group.Sitting, do func(*sitting) error) error {
	r := &sitting{Session: s, Sitting: in, now: in.First(), todo: newOutbox()}
	defer in.Leave(context.WithoutCancel(ctx))
	defer r.farewell()
	defer beside(ctx, r.watch)()
	defer beside(ctx, r.work)()
	return do(r)
}

// greet says what is kept of whom, and how to come back.
func (r *sitting) greet() {
	r.gap()
	r.say(r.t("room.welcome"))
	r.say(r.t("room.secret"))
	r.say(say.Until(r.words, r.state().All(), r.desk.Now()))
	r.say(r.f("room.return", locale.Args{"Entry": r.Return()}))
}

// enterRoom asks for a code until it leads to a room.
func (s *Session) enterRoom(ctx context.Context, typed string) (*group.Sitting, error) {
	for {
		if typed == "" {
			a, err := s.ask(s.t("room.code"), s.t("room.code-help"))
			if err != nil {
				return nil, err
			}
			typed = a.text
		}
		in, err := s.door.Enter(ctx, s.from, typed)
		if err == nil {
			return in, nil
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		s.say(s.roomTrouble(err))
		typed = ""
	}
}

// roomTrouble is what to say of an error.
func (s *Session) roomTrouble(err error) string { return say.Trouble(s.words, err) }

// beside does something beside the session until what it returns is called. A
// panic in that is the visit's own: it goes on where the visit would have ended.
func beside(ctx context.Context, do func(context.Context)) (stop func()) {
	ctx, end := context.WithCancel(ctx)
	fault := make(chan any, 1)
	go func() {
		defer func() { fault <- recover() }()
		do(ctx)
	}()
	return func() {
		end()
		if what := <-fault; what != nil {
			panic(what)
		}
	}
}

// watch takes each new state of the room, and says once that there is
// something new. What it is, is said when the person asks for it.
func (r *sitting) watch(ctx context.Context) {
	for {
		now, err := r.Next(ctx)
		if err != nil && ctx.Err() != nil {
			return
		}
		r.mu.Lock()
		if err != nil {
			r.gone = true
		} else if now.Seq > r.now.Seq { // an act of one's own may be known already
			r.now = now
		}
		ring := !r.rang && r.shown != "" && (r.gone || r.key() != r.shown)
		r.rang = r.rang || ring
		r.mu.Unlock()
		if ring {
			r.between(r.t("room.new")) // whether it arrives is for the prompt to find out
		}
		if err != nil {
			return
		}
	}
}

// state is the room as it is known now.
func (r *sitting) state() group.Snapshot {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.now
}

// key is what of the room is worth telling about.
func (r *sitting) key() string {
	v := r.now.All()
	if l, ok := r.Lead(r.now); ok && !r.follows {
		return fmt.Sprint(parts(v), len(l.Questions))
	}
	if r.follows {
		return parts(v) + fmt.Sprint(v.Place)
	}
	return parts(v)
}

func parts(v group.View) string {
	s := fmt.Sprint(v.Ended, v.Pace, v.PaceRound, front(v))
	if p := v.Front; p != nil && p.Result != nil {
		s += strconv.Itoa(p.Result.People)
	}
	return s
}

// front names what stands before the page of a show: a question from the box, and
// what is asked, as it stands. It is empty where nothing does.
func front(v group.View) string {
	s := ""
	if q := v.Raised; q != nil {
		s = q.ID
	}
	if p := v.Front; p != nil {
		s += fmt.Sprint(" ", p.ID, p.Status, p.Round, p.Shown, p.Told)
	}
	return s
}

// news returns the room as it is, whether there is anything that was not said
// yet, and whether it is over.
func (r *sitting) news() (now group.Snapshot, fresh, over bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	key := r.key()
	fresh = key != r.shown
	r.shown, r.rang = key, false
	return r.now, fresh, r.gone || r.now.All().Ended
}

// took takes the room as an act left it.
func (r *sitting) took(now group.Snapshot) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if now.Seq > r.now.Seq {
		r.now = now
	}
}

// over reports whether the room is no more.
func (r *sitting) over() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.gone
}

// RoomText is what everybody in a room is told of a state of it.
func RoomText(w *locale.Words, now group.Snapshot, width int) string {
	out := &strings.Builder{}
	r := &sitting{Session: New(strings.NewReader(""), out, w, nil, width)}
	r.tell(now.All())
	return out.String()
}
