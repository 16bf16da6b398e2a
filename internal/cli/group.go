package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"porchlight/internal/agenda"
	"porchlight/internal/course"
	"porchlight/internal/group"
	"porchlight/internal/kiosk"
	"porchlight/internal/line"
	"porchlight/lessons"
	"porchlight/quiz"
)

// groupOptions are what a facilitator may choose for a room.
type groupOptions struct {
	lessons []string
	floor   int
	hours   int
}

// groupCommand opens a room for a group on a server of its own.
func (a *app) groupCommand() *cobra.Command {
	var g groupOptions
	c := &cobra.Command{
		Use:   "group",
		Short: "Open a room where a group answers questions together, in secret",
		Long: "Group starts a server as serve does, with one room in it, and prints a card for the group and a line for whoever leads. " +
			"People join with a short code, without an account, a name or a key. Nobody can tell who answered what, and nothing is shown " +
			"until enough have answered. All of it is in memory only, and is gone when the server stops; with --database it is there " +
			"until its time is over, and people may sit at any server with the same database.",
		Example: "porchlight group\nporchlight group --lesson helping-or-enabling --floor 4\nssh -t -p 2222 kiosk@HOST room",
		Args:    noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			o, err := a.serveOptions(c)
			if err != nil {
				return err
			}
			if err := g.check(); err != nil {
				return err
			}
			if err := forgetful(a.environ); err != nil {
				return err
			}
			return a.serve(c.Context(), o, func(s *served) error { return a.openRoom(c.Context(), s, g) })
		},
	}
	f := c.Flags()
	serverFlags(f)
	f.StringSliceVar(&g.lessons, "lesson", nil, "have the questions of this lesson ready (may be given again)")
	f.IntVar(&g.floor, "floor", group.UsualFloor, fmt.Sprintf("show nothing below this many answers, %d or more", group.LeastFloor))
	f.IntVar(&g.hours, "hours", 4, "erase the room after so many hours")
	c.AddCommand(a.rehearseCommand())
	return c
}

func (g groupOptions) check() error {
	switch {
	case g.floor < group.LeastFloor || g.floor > group.MostFloor:
		return usageError{fmt.Sprintf("floor is between %d and %d: fewer answers could tell who gave them", group.LeastFloor, group.MostFloor), "Try: porchlight group --help"}
	case g.hours < 1 || g.hours > 24:
		return usageError{"hours is between 1 and 24", "Try: porchlight group --help"}
	}
	return nil
}

// openRoom opens the room and prints its cards.
func (a *app) openRoom(ctx context.Context, s *served, g groupOptions) error {
	code, lead := group.NewCode(), group.NewKey()
	r := group.New(code, lead, s.now().Add(time.Duration(g.hours)*time.Hour).Unix())
	do := []group.Action{group.SetFloor{Floor: g.floor}}
	for _, id := range g.lessons {
		polls, err := pollsOf(s.course, lessons.ID(id))
		if err != nil {
			return err
		}
		for _, p := range polls {
			do = append(do, group.AddPoll{Poll: p})
		}
	}
	for _, d := range do {
		next, err := group.Apply(r, group.Act{Key: lead, Do: d})
		if err != nil {
			return fmt.Errorf("the room: %w", err)
		}
		r = next
	}
	if s.hub == nil {
		s.rooms(group.NewLocal())
	}
	if err := s.hub.Open(ctx, r); err != nil {
		return err
	}
	return a.printRoom(s, code, lead, g.hours)
}

// rooms lets visitors into the rooms of a hub.
func (s *served) rooms(h group.Hub) { s.hub, s.door = h, group.NewDoor(h, s.now) }

// sweepRooms removes rooms when their time is over.
func (s *served) sweepRooms(ctx context.Context) {
	tick := time.NewTicker(time.Minute)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			_, _ = s.hub.Sweep(ctx, s.now()) // where the database is away, the next time does it
		case <-ctx.Done():
			return
		}
	}
}

// printRoom prints a card for the group in each language, and the line for
// whoever leads.
func (a *app) printRoom(s *served, code group.Code, lead group.Key, hours int) error {
	path, err := a.hostKeyPath(s.o)
	if err != nil {
		return err
	}
	key, err := kiosk.HostKey(path)
	if err != nil {
		return err
	}
	name := s.o.Name
	if name == "" {
		if name, err = os.Hostname(); err != nil {
			return err
		}
	}
	connect := connectCommand(name, s.o.Listen)
	out := &strings.Builder{}
	for _, l := range s.o.langs() {
		out.WriteString(roomCard(s.words[l], connect, kiosk.Fingerprint(key), code, hours, s.o.Database != "") + "\n")
	}
	out.WriteString(leadCard(s.words[s.o.langs()[0]], connect, code, lead))
	_, err = fmt.Fprint(a.out, out.String())
	return err
}

// pollsOf makes polls of the questions of a lesson that a room can answer.
func pollsOf(c *course.Course, id lessons.ID) ([]group.Poll, error) {
	polls, err := agenda.Questions(c, id)
	if errors.Is(err, quiz.ErrNoBank) {
		return nil, usageError{fmt.Sprintf("there are no questions for a lesson %q", id), "To see all lessons: porchlight lessons"}
	}
	return polls, err
}

// asksRoom reports whether words after a kiosk's name lead to a room. A code may
// come in several: "room/KM4 7TXR".
func asksRoom(words []string) bool {
	if len(words) == 0 || len(words) > 8 {
		return false
	}
	kind, _, _ := strings.Cut(words[0], "/")
	return slices.Contains([]string{"room", "lead", "screen", "stage"}, kind)
}

// wantsTotals reports whether words ask for a room's summary.
func wantsTotals(words []string) bool {
	_, _, ok := summaryAs(words)
	return ok
}

// summaryAs reports whether words ask for a room's summary, and in which form:
// "room/CODE-KEY csv".
func summaryAs(words []string) (entry, form string, ok bool) {
	if len(words) != 2 || !asksRoom(words) || !slices.Contains([]string{"markdown", "csv", "json"}, words[1]) {
		return "", "", false
	}
	_, entry, _ = strings.Cut(words[0], "/")
	return entry, words[1], true
}

// summary writes the totals of a room to whoever leads it.
func (s *served) summary(ctx context.Context, out io.Writer, from, entry, form, lang string) error {
	in, err := s.door.Enter(ctx, from, entry)
	if err != nil {
		return err
	}
	defer in.Leave(context.WithoutCancel(ctx))
	if !in.Leads() {
		return group.ErrNotLead
	}
	all := in.First().Summary()
	switch form {
	case "csv":
		return all.WriteCSV(out, lang)
	case "json":
		return all.WriteJSON(out)
	}
	_, err = io.WriteString(out, line.RoomMarkdown(all, s.words[lang]))
	return err
}
