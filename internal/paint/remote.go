package paint

import (
	"context"
	"errors"
	"fmt"
	"io"
	"reflect"
	"sync"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// Remote says where a program runs whose terminal is at the other end of a
// connection. Nothing in it is a file.
type Remote struct {
	In            io.Reader // Read returns an error when the connection ends
	Out           io.Writer // Write gives up by itself on a terminal that takes nothing
	Profile       colorprofile.Profile
	Width, Height int
	AskBackground bool
	// Cut is what the program is told when a paste was longer than it may be.
	Cut tea.Msg
	Now func() time.Time
	// Drawn, if there is one, hears how long each key took from its arrival to
	// the last byte of the frame that followed.
	Drawn func(time.Duration)
}

// A fault is a panic somewhere in a session, as an error.
type fault struct{ what any }

func (f fault) Error() string { return fmt.Sprintf("a fault in the session: %T", f.what) }

// IsFault reports whether an error is a panic that was caught.
func IsFault(err error) bool {
	var f fault
	return errors.As(err, &f)
}

// Serve runs a model for a remote terminal until it quits, ctx ends, or the
// connection does. It reads the keys itself, since it must bound what
// strangers send, and it runs no clock: between two keys it does nothing. A
// panic in the model, in a command or in reading ends this session alone, as
// an error.
func Serve(ctx context.Context, m tea.Model, r Remote, started func(*tea.Program)) (err error) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	defer func() {
		if what := recover(); what != nil {
			err = fault{what}
		}
	}()
	screen := NewScreen(r.Out, r.Profile)
	if err := screen.Start(); err != nil {
		return err
	}
	s := &serving{painted: painted{model: m, screen: screen}, remote: r, stop: stop}
	s.keys = keys{onCut: r.Cut, asked: &s.asked}
	if r.AskBackground {
		if err := s.askBackground(); err != nil {
			return err
		}
	}
	p := tea.NewProgram(s, tea.WithContext(ctx), tea.WithInput(nil), tea.WithOutput(io.Discard), tea.WithoutRenderer(),
		tea.WithFPS(slowest), tea.WithoutSignalHandler(), tea.WithEnvironment([]string{}),
		tea.WithColorProfile(r.Profile), tea.WithWindowSize(r.Width, r.Height), tea.WithFilter(s.filter))
	s.program = p
	started(p)
	go s.pump()
	_, err = p.Run()
	stop(nil)
	if cause := context.Cause(ctx); IsFault(cause) {
		err = cause
	}
	if s.lost != nil {
		return s.lost
	}
	return errors.Join(err, screen.Stop())
}

// serving is a model whose terminal is remote.
type serving struct {
	painted
	remote  Remote
	program *tea.Program
	stop    context.CancelCauseFunc
	lost    error       // a write that failed: nobody is there any more
	asked   atomic.Bool // for the background, and not answered yet

	mu   sync.Mutex // of keys, and of the order in which they are sent
	keys keys
	turn int // counts what came, so that a late timer knows it is late
}

// typed is what a person did, and when it came.
type typed struct {
	msg tea.Msg
	at  time.Time
}

// caught ends the session with the panic under way, if there is one.
func (s *serving) caught() {
	if what := recover(); what != nil {
		s.stop(fault{what})
	}
}

// Init starts the model. With its renderer off, Bubble Tea's clock draws
// nothing, so it is let go.
func (s *serving) Init() tea.Cmd {
	defer s.caught()
	return tea.Batch(s.guard(s.painted.Init()), func() tea.Msg {
		_ = s.program.ReleaseTerminal()
		return nil
	})
}

// Update gives the model a message and draws what changed.
func (s *serving) Update(msg tea.Msg) (model tea.Model, cmd tea.Cmd) {
	model = s
	defer s.caught()
	key, isKey := msg.(typed)
	if isKey {
		msg = key.msg
	}
	cmd, err := s.take(msg)
	if err != nil {
		s.lost = err
		return s, tea.Quit
	}
	if isKey && s.remote.Drawn != nil {
		s.remote.Drawn(s.remote.Now().Sub(key.at))
	}
	return s, s.guard(cmd)
}

// filter keeps from Bubble Tea what would stop the server, and answers what
// its renderer would.
func (s *serving) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	switch msg.(type) {
	case tea.SuspendMsg, tea.EnvMsg, tea.ColorProfileMsg:
		return nil
	case tea.QuitMsg:
		return msg
	}
	if reflect.TypeOf(msg) != question {
		return msg
	}
	if err := s.askBackground(); err != nil {
		s.lost = err
		return tea.QuitMsg{}
	}
	return nil
}

// question is the message that has Bubble Tea ask for the background.
var question = reflect.TypeOf(tea.RequestBackgroundColor())

func (s *serving) askBackground() error {
	s.asked.Store(true)
	return s.screen.AskBackground()
}

// guard makes a panic in a command the end of this session alone.
func (s *serving) guard(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() tea.Msg {
		defer s.caught()
		msg := cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i := range batch {
				batch[i] = s.guard(batch[i])
			}
		}
		return msg
	}
}

// The fastest that what a person does is taken: more than any hand or short
// paste, less than what would keep a processor busy.
const (
	burst     = 4096
	perSecond = 2000
)

// escapeWait is how long the beginning of a sequence waits for its rest, until
// it is taken for the Escape key.
const escapeWait = 50 * time.Millisecond

// pump reads what the person does until the connection ends.
func (s *serving) pump() {
	defer s.caught()
	buf := make([]byte, 512)
	pace := pace{now: s.remote.Now, left: burst}
	for {
		n, err := s.remote.In.Read(buf)
		if n > 0 {
			pace.spend(s.took(buf[:n], true))
			clear(buf[:n])
		}
		if err != nil {
			s.took(nil, false)
			s.program.Quit()
			return
		}
	}
}

// took sends the program what the bytes mean, and returns how much it was.
func (s *serving) took(came []byte, more bool) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.turn++
	at := s.remote.Now()
	msgs := s.keys.read(came, more)
	for _, msg := range msgs {
		s.program.Send(typed{msg, at})
	}
	if turn := s.turn; more && s.keys.waiting() {
		time.AfterFunc(escapeWait, func() { s.expire(turn) })
	}
	return len(msgs)
}

// expire takes what is held for what it is, unless more came meanwhile.
func (s *serving) expire(turn int) {
	defer s.caught()
	s.mu.Lock()
	late := turn != s.turn
	s.mu.Unlock()
	if !late {
		s.took(nil, false)
	}
}

// A pace slows down whoever sends more than a person can.
type pace struct {
	now  func() time.Time
	left float64
	last time.Time
}

func (p *pace) spend(n int) {
	now := p.now()
	if !p.last.IsZero() {
		p.left = min(burst, p.left+now.Sub(p.last).Seconds()*perSecond)
	}
	p.last = now
	if p.left -= float64(n); p.left < 0 {
		time.Sleep(time.Duration(-p.left / perSecond * float64(time.Second)))
	}
}
