package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"porchlight/internal/agenda"
	"porchlight/internal/course"
	"porchlight/internal/group"
	"porchlight/internal/handout"
	"porchlight/internal/handout/press"
	"porchlight/internal/line"
	"porchlight/lessons"
	"porchlight/quiz"
)

// groupOptions are what a facilitator may choose for a room.
type groupOptions struct {
	lessons []string
	sheet   string
	floor   int
	hours   int
	card    string // the file of a card to print
	paper   string // its size
	print   string // the fingerprint of the key of whoever opens it over SSH
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
			if joined, err := a.joinServer(c, o, g); joined || err != nil {
				return err
			}
			if err := forgetful(a.environ); err != nil {
				return err
			}
			return inUse(o, a.serve(c.Context(), o, func(s *served) error {
				cards, err := s.openRoom(c.Context(), g, lineWidth)
				if err != nil {
					return err
				}
				if _, err = io.WriteString(a.out, cards.text); err != nil || g.card == "" {
					return err
				}
				card, err := s.cardFile(c.Context(), cards, g.hours, g.toPrint())
				if err == nil {
					a.writeCard(g.card, card)
				}
				return err
			}))
		},
	}
	serverFlags(c.Flags())
	g.flags(c.Flags())
	g.printing(c.Flags())
	c.AddCommand(a.rehearseCommand())
	return c
}

// flags are the options of a room.
func (g *groupOptions) flags(f *pflag.FlagSet) {
	f.StringSliceVar(&g.lessons, "lesson", nil, "have the questions of this lesson ready (may be given again)")
	f.StringVar(&g.sheet, "sheet", "", "go by this run sheet, as in sixty-minutes: its questions are ready to be asked")
	f.IntVar(&g.floor, "floor", group.UsualFloor, fmt.Sprintf("show nothing below this many answers, %d or more", group.LeastFloor))
	f.IntVar(&g.hours, "hours", 4, "erase the room after so many hours")
}

// printing are the options of a card to print.
func (g *groupOptions) printing(f *pflag.FlagSet) {
	f.StringVar(&g.card, "card", "", "also write a card for the group to this file, to print: FILE.pdf, .html or .md")
	f.StringVar(&g.paper, "paper", string(handout.Letter), "paper of the card: letter or a4")
}

// toPrint is the card that was asked for.
func (g groupOptions) toPrint() paper {
	return paper{"card", press.FormatOf(g.card), handout.Look{Paper: handout.Paper(g.paper), Large: true}}
}

func (g groupOptions) check() error {
	switch {
	case g.card != "" && press.FormatOf(g.card) == "":
		return usageError{"a card is a file that ends in .pdf, .html or .md", "Try: porchlight group --card card.pdf"}
	case g.paper != "" && !slices.Contains(handout.Papers(), handout.Paper(g.paper)):
		return usageError{"--paper is letter or a4", "Try: porchlight group --help"}
	case g.floor < group.LeastFloor || g.floor > group.MostFloor:
		return usageError{fmt.Sprintf("floor is between %d and %d: fewer answers could tell who gave them", group.LeastFloor, group.MostFloor), "Try: porchlight group --help"}
	case g.hours < 1 || g.hours > 24:
		return usageError{"hours is between 1 and 24", "Try: porchlight group --help"}
	}
	return nil
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

// wantsTotals reports whether words ask for a room's summary, or for something
// of it to print.
func wantsTotals(words []string) bool {
	_, _, totals := summaryAs(words)
	_, _, paper := paperAs(words)
	return totals || paper
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
	all := agenda.Named(s.course, in.First().Summary())
	switch form {
	case "csv":
		return all.WriteCSV(out, lang)
	case "json":
		return all.WriteJSON(out)
	}
	_, err = io.WriteString(out, line.RoomMarkdown(all, s.words[lang]))
	return err
}
