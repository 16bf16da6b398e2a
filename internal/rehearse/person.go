package rehearse

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"sync"
	"time"

	"porchlight/internal/kiosk/load"
)

// A person is one of the crowd.
type person struct {
	*rehearsal
	number int
	home   int    // the server where they sit
	entry  string // what brings them to their place
	mark   int    // the choice that the mark is at; -1 for none

	mu sync.Mutex
	v  *load.Visitor // nil before they have come in
	at int           // the server of the link
}

// kept is how much each of the crowd keeps of what came last, in bytes: more
// than one screen.
const kept = 4096

// place is an entry that leads back to a place.
var place = regexp.MustCompile(`[A-Z0-9]{3}-[A-Z0-9]{4}(?:-[A-Z0-9]{4,5}){4}`)

func (p *person) link() *load.Visitor {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.v
}

// tries is how often somebody tries to come in, and between how long they wait
// in between: more each time.
const (
	tries   = 40
	between = 50 * time.Millisecond
)

// come comes in at the person's server, or at another where that one is away.
func (p *person) come(ctx context.Context) error {
	var last error
	for try := range tries {
		if try > 0 {
			select {
			case <-time.After(between * time.Duration(min(try, 20))):
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		if last = p.comeAt(ctx, (p.home+try)%len(p.Servers)); last == nil || errors.Is(last, load.ErrLate) {
			return last
		}
	}
	return fmt.Errorf("could not come in: %w", last)
}

func (p *person) comeAt(ctx context.Context, server int) error {
	first, ready := p.entry == string(p.Code), p.face.again
	if first {
		ready = p.face.ready
	}
	v, _, err := load.Visit(ctx, load.Target{
		Address: p.Servers[server].Address, Command: "room/" + p.entry, Ready: ready, Keep: kept, Lines: p.Lines, Now: p.Now,
	}, 1+p.number)
	if err != nil {
		return err
	}
	if p.Lines {
		go p.listen(v)
	}
	if first {
		if p.entry = place.FindString(v.Heard()); p.entry == "" {
			p.entry = string(p.Code)
			return errors.Join(fmt.Errorf("was not told how to come back: %q", v.Heard()), v.Close())
		}
		if err := p.face.begin(v); err != nil {
			return errors.Join(err, v.Close())
		}
	}
	p.mark = -1
	p.mu.Lock()
	defer p.mu.Unlock()
	p.v, p.at = v, server
	return nil
}

// listen has somebody who hears that there is something new listen to it.
func (p *person) listen(v *load.Visitor) {
	news := p.Words.T("room.new")
	for l := v.LookBack(news); ; {
		if _, err := l.Wait(); err == nil {
			l = v.LookOut(news)
			_ = v.Type("\n")
		} else if v.Gone() {
			return
		}
	}
}

// back comes back to the same place after the link was lost.
func (p *person) back(ctx context.Context) error {
	began := p.Now()
	if err := p.come(ctx); err != nil {
		return err
	}
	p.note(func(o *Report) {
		o.Cut++
		o.Back = append(o.Back, p.Now().Sub(began))
	})
	return nil
}

// answer answers until it is kept. Who loses their link comes back and answers
// again, since they do not know whether it arrived.
func (p *person) answer(ctx context.Context, choice int) error {
	for range tries {
		v := p.link()
		kept := v.LookOutFor(p.face.kept[choice])
		began := p.Now()
		err := v.Type(p.face.answer(p, choice))
		var at time.Time
		if err == nil {
			at, err = kept.Wait()
		}
		if err == nil {
			p.note(func(o *Report) { o.Votes++; o.Answers = append(o.Answers, at.Sub(began)) })
			return nil
		}
		if errors.Is(err, load.ErrLate) { // any other error is that of a link that was lost
			return fmt.Errorf("an answer was not kept: %w; the screen is %q", err, v.Heard())
		}
		if err := p.back(ctx); err != nil {
			return err
		}
	}
	return errors.New("lost the link again and again")
}

// answerAndVanish answers, and loses the link before anything can come back.
func (p *person) answerAndVanish(ctx context.Context, choice int) error {
	v := p.link()
	_ = v.Type(p.face.answer(p, choice))
	v.Cut()
	p.note(func(o *Report) { o.Votes++ })
	return p.back(ctx)
}
