package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"porchlight/internal/kiosk/load"
)

// benchCommand measures this computer.
func (a *app) benchCommand() *cobra.Command {
	c := &cobra.Command{Use: "bench", Short: "Measure how many visitors this computer can serve", Args: noArgs,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() }}
	c.AddCommand(a.benchServeCommand())
	return c
}

// benchOptions are how large a crowd is.
type benchOptions struct {
	sessions, typing, gone, hold int
	beside                       string
}

// Bounds of what may be asked: the crowd runs on this computer too.
const (
	fewest, most = 10, 5000
	mostGone     = 100_000 // a hundred at a time
)

func (a *app) benchServeCommand() *cobra.Command {
	var o benchOptions
	c := &cobra.Command{
		Use:   "serve",
		Short: "Measure a kiosk of its own, with a crowd of visitors on this computer",
		Long: "Bench serve starts a kiosk of its own on this computer, and a crowd of SSH clients with real handshakes and terminals. " +
			"It uses no network, takes some minutes, and keeps both processors busy.\n\n" +
			"With --beside it measures another SSH server by turns: a program that is handed the address to listen on.",
		Args: noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			for _, n := range []int{o.sessions, o.typing, min(o.gone, most)} {
				if n < fewest || n > most {
					return usageError{fmt.Sprintf("a crowd is %d to %d", fewest, most), "Try: porchlight bench serve --help"}
				}
			}
			if o.gone > mostGone {
				return usageError{fmt.Sprintf("at most %d come and go", mostGone), "Try: porchlight bench serve --help"}
			}
			if o.hold > most || o.typing > o.sessions {
				return usageError{"those who type are among the sessions", "Try: porchlight bench serve --help"}
			}
			return a.benchServe(c.Context(), o)
		},
	}
	f := c.Flags()
	f.IntVar(&o.sessions, "sessions", 1000, "visitors held open at once")
	f.IntVar(&o.typing, "typing", 200, "visitors who type at once, at first")
	f.IntVar(&o.gone, "gone", 2000, "visitors who come and go")
	f.IntVar(&o.hold, "hold", 0, "at the end hold this many at once as well; only Porchlight")
	f.StringVar(&o.beside, "beside", "", "another server to measure by turns")
	return c
}

// crowdGarbage has the crowd collect its own garbage seldom: what is measured
// is the server, on the same processors.
const crowdGarbage = 400

// A measured is what one server took.
type measured struct {
	perSession float64 // kB
	idle       float64 // of a core, in hundredths
	p50, p99   time.Duration
	crowd99    time.Duration // everybody typing
	connect    time.Duration
	before     load.Use // warm, and nobody there
	after      load.Use // when many have come and gone
}

func (a *app) benchServe(ctx context.Context, o benchOptions) error {
	debug.SetGCPercent(crowdGarbage)
	dir, err := os.MkdirTemp("", "porchlight-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	self, err := os.Executable()
	if err != nil {
		return err
	}
	own := peer{
		name: "Porchlight",
		command: func(address string) *exec.Cmd {
			return exec.CommandContext(ctx, self, "serve", "--listen", address, "--state", filepath.Join(dir, "state"),
				"--max-sessions", fmt.Sprint(most+1), "--per-source", fmt.Sprint(most+1), "--rate", "100000")
		},
		target: load.Target{Command: "lesson/helping-or-enabling", Ready: "ctrl+x", Keys: []string{"\x1b[B", "\x1b[A"}, Now: a.now},
	}
	ours, err := a.measurePeer(ctx, own, o)
	if err != nil {
		return err
	}
	var theirs *measured
	if o.beside != "" {
		other := peer{
			name:    o.beside,
			command: func(address string) *exec.Cmd { return exec.CommandContext(ctx, o.beside, address) },
			target:  load.Target{Ready: "ready", Keys: []string{"a"}, Now: a.now},
		}
		m, err := a.measurePeer(ctx, other, o)
		if err != nil {
			return err
		}
		theirs = &m
	}
	if err := a.benchTable(ours, theirs, o); err != nil || o.hold == 0 {
		return err
	}
	return a.hold(ctx, own, o.hold)
}

// A peer is a server to measure.
type peer struct {
	name    string
	command func(address string) *exec.Cmd
	target  load.Target
}

// start starts a peer on a free port and waits until it answers.
func (p *peer) start(ctx context.Context) (*exec.Cmd, error) {
	var listen net.ListenConfig
	l, err := listen.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	p.target.Address = l.Addr().String()
	if err := l.Close(); err != nil {
		return nil, err
	}
	cmd := p.command(p.target.Address)
	cmd.WaitDelay = time.Second
	errs, err := cmd.StderrPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting %s: %w", p.name, err)
	}
	go func() { _, _ = io.Copy(io.Discard, bufio.NewReader(errs)) }()
	dialer := net.Dialer{Timeout: time.Second}
	for range 200 {
		c, err := dialer.DialContext(ctx, "tcp", p.target.Address)
		if err == nil {
			return cmd, c.Close()
		}
		time.Sleep(50 * time.Millisecond)
	}
	return nil, errors.Join(fmt.Errorf("%s does not listen", p.name), cmd.Process.Kill(), cmd.Wait())
}

// say tells how far the measuring is.
func (a *app) say(format string, args ...any) { fmt.Fprintf(a.err, format+"\n", args...) }

// benchTable prints what was measured, both sides of the same run.
func (a *app) benchTable(ours measured, theirs *measured, o benchOptions) error {
	t := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
	row := func(what, unit string, of func(measured) float64, most float64) {
		mine := of(ours)
		fmt.Fprintf(t, "%s\t%.2f %s", what, mine, unit)
		if theirs != nil {
			other := of(*theirs)
			fmt.Fprintf(t, "\t%.2f %s\t%.2f", other, unit, mine/other)
			if most > 0 {
				verdict := "kept"
				if mine > most*other {
					verdict = "not kept"
				}
				fmt.Fprintf(t, "\tat most %.2f\t%s", most, verdict)
			}
		}
		fmt.Fprintln(t)
	}
	head := "what\tPorchlight"
	if theirs != nil {
		head += "\tbeside\tratio\tbound\t"
	}
	fmt.Fprintln(t, head)
	ms := func(of func(measured) time.Duration) func(measured) float64 {
		return func(m measured) float64 { return float64(of(m)) / float64(time.Millisecond) }
	}
	row(fmt.Sprintf("memory for each of %d idle sessions", o.sessions), "kB", func(m measured) float64 { return m.perSession }, 0.35)
	row(fmt.Sprintf("processor for %d idle sessions, of a core", o.sessions), "%", func(m measured) float64 { return m.idle }, 0.2)
	row(fmt.Sprintf("key to paint, %d typing, median", o.typing), "ms", ms(func(m measured) time.Duration { return m.p50 }), 1)
	row(fmt.Sprintf("key to paint, %d typing, 99 of 100", o.typing), "ms", ms(func(m measured) time.Duration { return m.p99 }), 1)
	row(fmt.Sprintf("key to paint, %d typing, 99 of 100", o.sessions), "ms", ms(func(m measured) time.Duration { return m.crowd99 }), 0.25)
	row("connecting to first full screen, median", "ms", ms(func(m measured) time.Duration { return m.connect }), 1.3)
	row(fmt.Sprintf("memory after %d came and went, of before", o.gone), "", func(m measured) float64 {
		return float64(m.after.Resident) / float64(m.before.Resident)
	}, 0)
	row("open files after, more than before", "", func(m measured) float64 { return float64(m.after.Files - m.before.Files) }, 0)
	return t.Flush()
}
