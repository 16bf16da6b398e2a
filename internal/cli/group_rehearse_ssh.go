package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"sync"
	"time"

	"porchlight/internal/group"
	"porchlight/internal/kiosk/load"
	"porchlight/internal/locale"
	"porchlight/internal/rehearse"
	"porchlight/internal/store/postgres"
)

// rehearseOverSSH starts servers of their own on this computer, and has the
// crowd come in as people do.
func (a *app) rehearseOverSSH(ctx context.Context, o rehearseOptions) (err error) {
	debug.SetGCPercent(crowdGarbage)
	dir, err := os.MkdirTemp("", "porchlight-rehearsal-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	w, err := locale.Open("en")
	if err != nil {
		return err
	}
	show, err := firstLesson()
	if err != nil {
		return err
	}
	p := rehearse.Plan{People: o.people, Rounds: o.rounds, Cuts: o.cuts, Kill: o.kill, Lines: o.lines, Show: show, Words: w, Now: a.now, Say: a.say}
	var hosts []*host
	defer func() {
		for _, h := range hosts {
			err = errors.Join(err, h.kill())
		}
	}()
	if o.database == "" {
		h, err := a.host(ctx, dir, "group", "--hours", "1")
		if err != nil {
			return err
		}
		hosts = append(hosts, h)
		p.Code, p.Lead, err = h.room(ctx)
		if err != nil {
			return err
		}
	} else {
		var remove func()
		if p.Code, p.Lead, remove, err = a.openRehearsal(ctx, o.database); err != nil {
			return err
		}
		defer remove()
		for range 2 {
			h, err := a.host(ctx, dir, "serve", "--database", o.database)
			if err != nil {
				return err
			}
			hosts = append(hosts, h)
		}
	}
	for _, h := range hosts {
		p.Servers = append(p.Servers, rehearse.Server{Address: h.address, Kill: h.kill, Start: func() error { return h.start(ctx) }})
	}
	began := a.now()
	got, err := p.Run(ctx)
	if err != nil {
		return fmt.Errorf("the rehearsal: %w", err)
	}
	var uses []load.Use
	for _, h := range hosts {
		u, err := load.Used(h.cmd.Process.Pid)
		if err != nil && !errors.Is(err, load.ErrUntold) {
			return err
		}
		uses = append(uses, u)
	}
	if err := a.rehearsedOverSSH(got, o, uses, a.now().Sub(began)); err != nil {
		return err
	}
	if got.Lost+got.Doubled > 0 {
		return fmt.Errorf("%d answers were lost and %d counted twice", got.Lost, got.Doubled)
	}
	return nil
}

// firstLesson is the route of the first lesson of the course in the program, as
// a group sees it.
func firstLesson() (string, error) {
	c, err := embedded()
	if err != nil {
		return "", err
	}
	return "present/" + string(c.Lessons("en")[0].ID), nil
}

// openRehearsal opens a room in a database, and returns its code, what leads
// it, and how it is removed.
func (a *app) openRehearsal(ctx context.Context, database string) (group.Code, string, func(), error) {
	fleet, err := postgres.Open(ctx, database, postgres.Options{Deadline: 10 * time.Second})
	if err != nil {
		return "", "", nil, err
	}
	h := fleet.Rooms()
	code, lead := group.NewCode(), group.NewKey()
	remove := func() {
		_ = h.Remove(context.WithoutCancel(ctx), code)
		h.Close()
		fleet.Close()
	}
	if err := h.Open(ctx, group.New(code, lead, a.now().Add(time.Hour).Unix())); err != nil {
		remove()
		return "", "", nil, err
	}
	return code, group.Entry(code, lead), remove, nil
}

// A host is one server of a rehearsal.
type host struct {
	address   string
	command   []string
	cmd       *exec.Cmd
	out, said *printed
	ended     chan error
}

// A printed is what a server prints, read while it may print more.
type printed struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (t *printed) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.text.Write(p)
}

func (t *printed) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.text.String()
}

// host starts a server on a free port of this computer.
func (a *app) host(ctx context.Context, dir string, command ...string) (*host, error) {
	var listen net.ListenConfig
	l, err := listen.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	h := &host{address: l.Addr().String()}
	if err := l.Close(); err != nil {
		return nil, err
	}
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	h.command = append([]string{self}, append(command, "--listen", h.address, "--state", filepath.Join(dir, "state"), "--languages", "en",
		"--max-sessions", fmt.Sprint(group.MaxSeats+10), "--per-source", fmt.Sprint(group.MaxSeats+10), "--rate", "100000")...)
	return h, h.start(ctx)
}

// start starts the server's process and waits until it answers.
func (h *host) start(ctx context.Context) error {
	h.out, h.said, h.ended = &printed{}, &printed{}, make(chan error, 1)
	h.cmd = exec.CommandContext(ctx, h.command[0], h.command[1:]...)
	h.cmd.WaitDelay = time.Second
	h.cmd.Stdout, h.cmd.Stderr = h.out, h.said
	if err := h.cmd.Start(); err != nil {
		return err
	}
	go func() { h.ended <- h.cmd.Wait() }()
	dialer := net.Dialer{Timeout: time.Second}
	err := h.await(ctx, func() bool {
		c, err := dialer.DialContext(ctx, "tcp", h.address)
		return err == nil && c.Close() == nil
	})
	if err != nil {
		return errors.Join(fmt.Errorf("the server does not listen: %w", err), h.kill())
	}
	return nil
}

// await waits until something is so, while the server runs.
func (h *host) await(ctx context.Context, so func() bool) error {
	for range 200 {
		if so() {
			return nil
		}
		select {
		case err := <-h.ended:
			h.ended <- err
			return errors.Join(fmt.Errorf("it ended: %s", h.said), err)
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(50 * time.Millisecond):
		}
	}
	return errors.New("it takes too long")
}

// kill ends the server at once.
func (h *host) kill() error {
	if err := h.cmd.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return err
	}
	<-h.ended
	h.ended <- nil
	return nil
}

// entries are the words on a group's cards that lead into the room.
var entries = regexp.MustCompile(`room/([A-Z0-9-]+)\s`)

// room is the code of a group's room, and what leads it. The cards come after
// the server listens.
func (h *host) room(ctx context.Context) (group.Code, string, error) {
	var all [][]string
	err := h.await(ctx, func() bool {
		all = entries.FindAllStringSubmatch(h.out.String(), -1)
		return len(all) > 1
	})
	if err != nil {
		return "", "", fmt.Errorf("the cards are not there: %w: %s", err, h.out)
	}
	code, err := group.ParseCode(all[0][1])
	return code, all[len(all)-1][1], err
}
