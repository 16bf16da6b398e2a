package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"runtime"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"porchlight/internal/group"
	"porchlight/internal/line"
	"porchlight/internal/locale"
	"porchlight/internal/store/postgres"
)

// rehearseOptions are how large a rehearsal is.
type rehearseOptions struct {
	people, rounds int
	database       string
	json           bool
	ssh            bool // over real connections
	lines, kill    bool
	cuts           int
}

// rehearseCommand fills a room with simulated people.
func (a *app) rehearseCommand() *cobra.Command {
	var o rehearseOptions
	c := &cobra.Command{
		Use:   "rehearse",
		Short: "Fill a room with simulated people, and measure how soon the last one sees what the facilitator does",
		Long: "Rehearse opens a room in this program, has people join at once, asks questions, has everyone answer at once and two of three " +
			"change their minds, and shows the results. It measures the time from each of the facilitator's keys until the last person's " +
			"page is set anew, and holds the results against what people said.\n\n" +
			"With --database the people sit at two hubs on one PostgreSQL. The room is removed afterwards.\n\n" +
			"With --ssh they come as people do, with real handshakes and terminals, to a server of its own on this computer, or to two with " +
			"--database; and the facilitator's key is one that is typed. --cuts has links cut at each key and while people answer; --kill has " +
			"the second server killed in the middle, and started again.",
		Example: "porchlight group rehearse\nporchlight group rehearse --ssh\n" +
			"porchlight group rehearse --ssh --people 300 --cuts 10 --kill --database postgres://porchlight@HOST/porchlight",
		Args: noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := o.check(); err != nil {
				return err
			}
			if o.ssh {
				return a.rehearseOverSSH(c.Context(), o)
			}
			return a.rehearse(c.Context(), o)
		},
	}
	f := c.Flags()
	f.IntVar(&o.people, "people", 1000, "simulated people")
	f.IntVar(&o.rounds, "rounds", 20, "questions asked")
	f.StringVar(&o.database, "database", "", "let them sit at two hubs on this PostgreSQL (postgres://USER@HOST/NAME)")
	f.BoolVar(&o.json, "json", false, "print JSON")
	f.BoolVar(&o.ssh, "ssh", false, "let them come over SSH, with a terminal each")
	f.BoolVar(&o.lines, "lines", false, "over SSH: without a terminal, in plain lines")
	f.IntVar(&o.cuts, "cuts", 0, "over SSH: links cut at each key, and while people answer")
	f.BoolVar(&o.kill, "kill", false, "over SSH, with --database: kill the second server in the middle")
	return c
}

// check refuses what cannot be rehearsed.
func (o rehearseOptions) check() error {
	const help = "Try: porchlight group rehearse --help"
	switch {
	case o.people < group.UsualFloor || o.people > group.MaxSeats || o.rounds < 1 || o.rounds > group.MaxPolls:
		return usageError{fmt.Sprintf("people are %d to %d, rounds 1 to %d", group.UsualFloor, group.MaxSeats, group.MaxPolls), help}
	case !o.ssh && (o.lines || o.kill || o.cuts != 0):
		return usageError{"lines, cuts and kill are for a rehearsal with --ssh", help}
	case o.cuts < 0 || o.cuts > o.people/2:
		return usageError{"cuts are at most half of the people", help}
	case o.kill && o.database == "":
		return usageError{"a server that is killed forgets its room: kill needs --database", help}
	}
	return nil
}

func (a *app) rehearse(ctx context.Context, o rehearseOptions) error {
	hubs, done, err := rehearsalHubs(ctx, o.database)
	if err != nil {
		return err
	}
	defer done()
	w, err := locale.Open("en")
	if err != nil {
		return err
	}
	got, err := group.Rehearsal{
		Hubs: hubs, People: o.people, Rounds: o.rounds, Now: a.now,
		Draw: func(now group.Snapshot, _ group.Mine) string { return line.RoomText(w, now, lineWidth) },
	}.Run(ctx)
	if err != nil {
		return fmt.Errorf("the rehearsal: %w", err)
	}
	if err := a.rehearsed(got, o); err != nil {
		return err
	}
	if got.Lost+got.Doubled > 0 {
		return fmt.Errorf("%d answers were lost and %d counted twice", got.Lost, got.Doubled)
	}
	return nil
}

// rehearsalHubs is one hub in this program, or two on one database.
func rehearsalHubs(ctx context.Context, database string) ([]group.Hub, func(), error) {
	if database == "" {
		h := group.NewLocal()
		return []group.Hub{h}, h.Close, nil
	}
	var hubs []group.Hub
	var ends []func()
	end := func() {
		for _, e := range ends {
			e()
		}
	}
	for range 2 {
		fleet, err := postgres.Open(ctx, database, postgres.Options{Deadline: 10 * time.Second})
		if err != nil {
			end()
			return nil, nil, err
		}
		h := fleet.Rooms()
		hubs = append(hubs, h)
		ends = append(ends, h.Close, fleet.Close)
	}
	return hubs, end, nil
}

// rehearsed prints what was found.
func (a *app) rehearsed(r group.Rehearsed, o rehearseOptions) error {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	if o.json {
		return json.NewEncoder(a.out).Encode(map[string]any{
			"people": r.People, "rounds": r.Rounds, "votes": r.Votes, "counted": r.Counted, "lost": r.Lost, "doubled": r.Doubled,
			"joined-ms": ms(r.Joined), "median-ms": ms(r.Percentile(50)), "p99-ms": ms(r.Percentile(99)), "keys": len(r.Seen), "memory-bytes": m.Sys,
		})
	}
	t := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
	for _, row := range [][2]string{
		{"people", fmt.Sprint(r.People)},
		{"all joined at once in", fmt.Sprintf("%.1f ms", ms(r.Joined))},
		{"votes sent, changes of mind included", fmt.Sprint(r.Votes)},
		{"answers counted", fmt.Sprintf("%d of %d", r.Counted, r.People*r.Rounds)},
		{"lost, counted twice", fmt.Sprintf("%d, %d", r.Lost, r.Doubled)},
		{"facilitator's key to the last person's page, median", fmt.Sprintf("%.1f ms", ms(r.Percentile(50)))},
		{"the same, 99 of 100", fmt.Sprintf("%.1f ms", ms(r.Percentile(99)))},
		{"memory taken from the system", fmt.Sprintf("%.1f MB", float64(m.Sys)/(1<<20))},
	} {
		fmt.Fprintf(t, "%s\t%s\n", row[0], row[1])
	}
	return t.Flush()
}
