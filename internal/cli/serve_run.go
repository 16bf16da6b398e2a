package cli

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"porchlight/internal/course"
	"porchlight/internal/fault"
	"porchlight/internal/group"
	"porchlight/internal/kiosk"
	"porchlight/internal/locale"
	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/internal/takehome"
	"porchlight/internal/typeset"
	"porchlight/internal/wipe"
	"porchlight/tui/theme"
)

// A served is a running kiosk: what its visits share.
type served struct {
	o      serveOptions
	now    func() time.Time
	course *course.Course
	finder *study.Finder
	shows  *study.Shows
	sheets *typeset.Cache
	themes *theme.Shelf
	words  map[string]*locale.Words
	tally  *kiosk.Tally
	meter  *meter
	office *takehome.Office // gives out take-home words; nil where none are
	// hub and door are those of rooms; opening bounds how many are opened.
	hub     group.Hub
	door    *group.Door
	opening *rate.Limiter
	// connect is what visitors type, fingerprint what their client shows.
	connect, fingerprint string
	// leaving are visits whose visitors have left already.
	leaving sync.WaitGroup
	// open makes a visitor's record.
	open func(context.Context) (record.Store, error)
}

// servedSheets is how much set text a server keeps, in bytes: every lesson at
// a few widths.
const servedSheets = 32 << 20

// serve lets visitors in until ctx ends, and then until they have left. Ready,
// if any, is called once there is a host key and somebody can come in.
func (a *app) serve(ctx context.Context, o serveOptions, ready func(*served) error) error {
	s, err := a.prepare(o)
	if err != nil {
		return err
	}
	release, err := a.keeping(ctx, s)
	if err != nil {
		return err
	}
	defer release()
	s.meter.countRooms(s)
	server, err := a.newServer(s)
	if err != nil {
		return err
	}
	l, err := kiosk.Listen(ctx, o.Listen)
	if err != nil {
		return err
	}
	log := server.Log()
	log.Info("listening", slog.String("listen", l.Addr().String()), slog.String("version", version()), slog.Int("sessions", o.MaxSessions))
	watched, err := s.meter.serve(ctx, o.MetricsAt)
	if err != nil {
		return errors.Join(err, l.Close())
	}
	defer watched()
	go fault.Again(ctx, time.Minute, func() { s.sweep(ctx, log) })
	defer s.atThisComputer(ctx, a.meeting(serverFolder), l.Addr(), log)()
	if ready != nil {
		if err := ready(s); err != nil {
			return errors.Join(err, l.Close())
		}
	}
	go fault.Again(ctx, time.Minute, func() { s.sweepRooms(ctx) })
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(l) }()
	select {
	case err := <-failed:
		return fmt.Errorf("the server ended: %w", err)
	case <-ctx.Done():
	}
	log.Info("closing", slog.Duration("drain", o.Drain))
	s.meter.close()
	drain, stop := context.WithTimeout(context.WithoutCancel(ctx), o.Drain)
	defer stop()
	server.Shutdown(drain)
	s.leaving.Wait()
	log.Info("closed")
	return nil
}

// prepare opens the course and the words, once for all visits.
func (a *app) prepare(o serveOptions) (*served, error) {
	c, err := a.course()
	if err != nil {
		return nil, err
	}
	s := &served{
		o: o, now: a.now, course: c, finder: study.NewFinder(c), shows: study.NewShows(), sheets: typeset.NewCache(servedSheets), themes: theme.NewShelf(),
		tally: &kiosk.Tally{}, words: map[string]*locale.Words{}, opening: rate.NewLimiter(roomEvery, roomBurst),
		open: func(context.Context) (record.Store, error) { return record.NewGuest(), nil },
	}
	for _, l := range locale.Langs() {
		if s.words[l], err = locale.Open(l); err != nil {
			return nil, err
		}
	}
	s.meter = newMeter(s.tally, o.HiddenCounts)
	s.rooms(group.NewLocal())
	return s, nil
}

// newServer makes the server, and tells the operator of a key made now.
func (a *app) newServer(s *served) (*kiosk.Server, error) {
	path, err := a.hostKeyPath(s.o)
	if err != nil {
		return nil, err
	}
	_, missing := os.Lstat(path)
	key, err := kiosk.HostKey(path)
	if err != nil {
		return nil, err
	}
	if s.connect, err = a.connecting(s.o); err != nil {
		return nil, err
	}
	s.fingerprint = kiosk.Fingerprint(key)
	if errors.Is(missing, fs.ErrNotExist) {
		fmt.Fprintf(a.out, "A host key was made: %s\nIts fingerprint, which visitors see: %s\nA card for them to print: porchlight serve --card\n",
			path, kiosk.Fingerprint(key))
	}
	files, err := openFiles()
	if err != nil {
		return nil, err
	}
	if s.o.Leads != "" {
		if _, err := checkLeads(s.o.Leads); err != nil {
			return nil, err
		}
	}
	log := kiosk.NewLog(a.err)
	slog.SetDefault(log) // what a library says goes through the same list
	if err := guardProcess(); err != nil {
		return nil, err
	}
	return kiosk.NewServer(kiosk.Config{
		HostKey: key, Limits: s.o.limits(files), PostQuantum: s.o.PostQuantum, Langs: s.o.langs(),
		Words: func(l string) *locale.Words { return s.words[l] }, Known: s.known, Leads: kiosk.Listed(s.o.Leads, log), Start: s.visit, Tally: s.tally,
		Log: log, Now: a.now, NewID: rand.Text,
		Sweep: wipe.Memory,
	})
}

// connecting is what visitors type to come in.
func (a *app) connecting(o serveOptions) (string, error) {
	name := o.Name
	if name == "" {
		var err error
		if name, err = os.Hostname(); err != nil {
			return "", err
		}
	}
	return connectCommand(name, o.Listen), nil
}

// printCard prints what an operator puts beside the screen.
func (a *app) printCard(o serveOptions) error {
	path, err := a.hostKeyPath(o)
	if err != nil {
		return err
	}
	if _, err := os.Lstat(path); err != nil {
		return fmt.Errorf("there is no host key yet: start the server once (porchlight serve), or name its folder with --state")
	}
	key, err := kiosk.HostKey(path)
	if err != nil {
		return err
	}
	connect, err := a.connecting(o)
	if err != nil {
		return err
	}
	for i, l := range o.langs() {
		w, err := locale.Open(l)
		if err != nil {
			return err
		}
		if i > 0 {
			fmt.Fprintln(a.out)
		}
		_, err = fmt.Fprint(a.out, card(w, connect, kiosk.Fingerprint(key)))
		if err != nil {
			return err
		}
	}
	return nil
}
