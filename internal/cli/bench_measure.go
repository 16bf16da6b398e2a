package cli

import (
	"context"
	"errors"
	"fmt"
	"time"

	"porchlight/internal/kiosk/load"
)

// How long things are watched, and how often people press a key.
const (
	warmUp      = 100 // sessions before anything counts
	settling    = 6 * time.Second
	watching    = 10 * time.Second
	typingLasts = 8 * time.Second
	keyEvery    = 500 * time.Millisecond
	connects    = 60
)

// measurePeer starts a server and takes it through everything, once.
func (a *app) measurePeer(ctx context.Context, p peer, o benchOptions) (m measured, err error) {
	cmd, err := p.start(ctx)
	if err != nil {
		return m, err
	}
	defer func() { err = errors.Join(err, cmd.Process.Kill(), ignoreExit(cmd.Wait())) }()
	pid := cmd.Process.Pid
	if err := a.comeAndGo(ctx, p, warmUp); err != nil {
		return m, err
	}
	if m.before, err = settled(ctx, pid); err != nil {
		return m, err
	}
	a.say("%s: %d come and go", p.name, o.gone)
	if err := a.comeAndGo(ctx, p, o.gone); err != nil {
		return m, err
	}
	if m.after, err = settled(ctx, pid); err != nil {
		return m, err
	}
	a.say("%s: connecting", p.name)
	if m.connect, err = connecting(ctx, p); err != nil {
		return m, err
	}
	a.say("%s: %d sessions", p.name, o.sessions)
	return m, a.crowd(ctx, p, o, pid, &m)
}

// ignoreExit passes over the end of a server that was told to end.
func ignoreExit(error) error { return nil }

// crowd holds many sessions, at first idle and then typing.
func (a *app) crowd(ctx context.Context, p peer, o benchOptions, pid int, m *measured) error {
	crowd, _, err := load.Gather(ctx, p.target, o.sessions)
	if err != nil {
		return err
	}
	defer crowd.Leave()
	began, err := settled(ctx, pid)
	if err != nil {
		return err
	}
	m.perSession = float64(began.Resident-m.after.Resident) / 1000 / float64(len(crowd))
	if err := sleep(ctx, watching); err != nil {
		return err
	}
	ended, err := load.Used(pid)
	if err != nil {
		return err
	}
	m.idle = 100 * float64(ended.Processor-began.Processor) / float64(watching)
	a.say("%s: %d of them type, then all", p.name, o.typing)
	some, err := crowd[:o.typing].Type(ctx, keyEvery, typingLasts)
	if err != nil {
		return err
	}
	m.p50, m.p99 = load.Quantile(some, 0.5), load.Quantile(some, 0.99)
	all, err := crowd.Type(ctx, keyEvery, typingLasts)
	m.crowd99 = load.Quantile(all, 0.99)
	return err
}

// connecting is the median time to a first full screen, one after the other.
func connecting(ctx context.Context, p peer) (time.Duration, error) {
	var took []time.Duration
	for i := range connects {
		v, d, err := load.Visit(ctx, p.target, i)
		if err != nil {
			return 0, err
		}
		took = append(took, d)
		if err := v.Close(); err != nil {
			return 0, err
		}
	}
	return load.Quantile(took, 0.5), nil
}

// comeAndGo has visitors come in, press a key and vanish, a hundred at a time.
func (a *app) comeAndGo(ctx context.Context, p peer, n int) error {
	const together = 100
	for left := n; left > 0; left -= together {
		crowd, _, err := load.Gather(ctx, p.target, min(left, together))
		if err != nil {
			return err
		}
		for _, v := range crowd {
			if _, err := v.Press(); err != nil {
				crowd.Leave()
				return err
			}
		}
		crowd.Leave()
	}
	return nil
}

// settled reads what a server uses once it has had time to tidy up.
func settled(ctx context.Context, pid int) (load.Use, error) {
	if err := sleep(ctx, settling); err != nil {
		return load.Use{}, err
	}
	return load.Used(pid)
}

func sleep(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

// hold shows that a server takes a crowd that large, and still answers.
func (a *app) hold(ctx context.Context, p peer, n int) (err error) {
	cmd, err := p.start(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, cmd.Process.Kill(), ignoreExit(cmd.Wait())) }()
	a.say("%s: holding %d sessions", p.name, n)
	crowd, _, err := load.Gather(ctx, p.target, n)
	if err != nil {
		return err
	}
	defer crowd.Leave()
	use, err := settled(ctx, cmd.Process.Pid)
	if err != nil {
		return err
	}
	took, err := crowd.Type(ctx, 2*time.Second, typingLasts)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.out, "%d sessions held: %.0f MB; all typing: key to paint median %.1f ms, 99 of 100 %.1f ms\n", n,
		float64(use.Resident)/1e6, float64(load.Quantile(took, 0.5))/1e6, float64(load.Quantile(took, 0.99))/1e6)
	return err
}
