package line

import (
	"context"
	"io"
	"strings"
	"sync"
	"time"

	"porchlight/internal/group"
	"porchlight/internal/group/say"
)

// sendWithin bounds one try to reach a room.
const sendWithin = 15 * time.Second

// A sending is what is told of an errand. Whoever asked for it waits for the
// first word; what becomes of it later is told between prompts.
type sending struct {
	first chan group.Outcome // of one
	done  func() string      // what to say once it is done
}

// An outbox is what is on its way to a room.
type outbox struct {
	mu    sync.Mutex
	row   group.Row
	wake  chan struct{} // of one
	ended chan struct{} // closed when nothing is sent any more
}

func newOutbox() *outbox { return &outbox{wake: make(chan struct{}, 1), ended: make(chan struct{})} }

// add puts an errand into the row, and reports whether others wait before it.
func (o *outbox) add(e group.Errand) (waits bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	waits = o.row.Waits()
	o.row.Add(e)
	select {
	case o.wake <- struct{}{}:
	default:
	}
	return waits
}

// left reports whether something was not sent.
func (o *outbox) left() bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.row.Waits()
}

// work sends what is put into the row, until ctx ends.
func (r *sitting) work(ctx context.Context) {
	defer close(r.todo.ended)
	for {
		select {
		case <-r.todo.wake:
		case <-ctx.Done():
			return
		}
		for r.one(ctx) {
		}
	}
}

// one sends what is first in the row, and reports whether there may be more.
func (r *sitting) one(ctx context.Context) bool {
	o := r.todo
	o.mu.Lock()
	if o.row.Len() == 0 {
		o.mu.Unlock()
		return false
	}
	e := o.row.Begin()
	o.mu.Unlock()
	within, stop := context.WithTimeout(ctx, sendWithin)
	defer stop()
	now, err := e.Do(within, r.Sitting)
	if ctx.Err() != nil {
		return false
	}
	o.mu.Lock()
	out := o.row.End(err)
	o.mu.Unlock()
	if err == nil {
		r.took(now)
	}
	s := out.Name.(sending)
	switch {
	case !out.Late:
		s.first <- out
	case !out.Waits:
		r.between(r.word(out, s))
	}
	return !out.Waits || rest(ctx)
}

// rest waits until what could not be sent is to be tried again.
func rest(ctx context.Context) bool {
	select {
	case <-time.After(group.TryAgain):
		return true
	case <-ctx.Done():
		return false
	}
}

// send has something done in the room, and returns what became of it: for one
// that has to wait the first word on it, and the last is said later.
func (r *sitting) send(ctx context.Context, kind string, do func(context.Context) (group.Snapshot, error), done func() string) group.Outcome {
	s := sending{make(chan group.Outcome, 1), done}
	e := group.Errand{Kind: kind, Name: s, Do: func(ctx context.Context, _ *group.Sitting) (group.Snapshot, error) { return do(ctx) }}
	if r.todo.add(e) {
		return group.Outcome{Errand: e, Waits: true}
	}
	select {
	case out := <-s.first:
		return out
	case <-r.todo.ended:
		return group.Outcome{Errand: e, Err: group.ErrAway}
	}
}

// does is send, and says what became of it.
func (r *sitting) does(ctx context.Context, kind string, do func(context.Context) (group.Snapshot, error), done func() string) {
	out := r.send(ctx, kind, do, done)
	if text := r.word(out, out.Name.(sending)); text != "" {
		r.say(text)
	}
}

// word is what to say of an outcome.
func (r *sitting) word(out group.Outcome, s sending) string {
	switch {
	case out.Waits:
		return r.t("room.not-yet")
	case out.Err != nil:
		return say.Refused(r.words, out.Err, out.Late)
	}
	return say.Done(r.words, s.done(), out.Late)
}

// insists does something in the room, again and again while that is away, and
// reports whether it is done in the end. What comes next waits for it.
func (r *sitting) insists(ctx context.Context, do func(context.Context) (group.Snapshot, error)) bool {
	for late := false; ; late = true {
		now, err := do(ctx)
		switch {
		case !group.Away(err) && err != nil:
			r.say(say.Refused(r.words, err, late))
			return false
		case err == nil:
			r.took(now)
			if late {
				r.say(r.t("room.sent"))
			}
			return true
		case !late:
			r.say(r.t("room.not-yet"))
		}
		if r.over() || !rest(ctx) {
			return false
		}
	}
}

// between says something in the middle of a prompt.
func (r *sitting) between(text string) {
	var lines []string
	for l := range strings.SplitSeq(text, "\n") {
		lines = append(lines, wrap(l, r.width))
	}
	r.Session.mu.Lock()
	defer r.Session.mu.Unlock()
	_, _ = io.WriteString(r.out, "\n"+strings.Join(lines, "\n")+"\n")
}

// farewell says that something was not sent, where that is so.
func (r *sitting) farewell() {
	if r.todo.left() && !r.over() {
		r.say(r.t("room.unsent-left"))
	}
}

// said is done for what has the same words each time.
func (r *sitting) said(name string) func() string { return func() string { return r.t(name) } }
