package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"porchlight/internal/agenda"
	"porchlight/internal/group"
	"porchlight/internal/group/say"
	"porchlight/internal/kiosk"
	"porchlight/internal/locale"
	"porchlight/lessons"
)

// How many rooms may be opened by those who came in with a key, or at this
// computer: as many at once as a large house has groups, and then one now and
// again. Rooms take memory until their time is over.
const (
	roomEvery = 1.0 / 30 // a second
	roomBurst = 20
)

// errManyRooms: too many rooms were opened of late.
var errManyRooms = errors.New("many rooms were opened just now")

// roomCards is what a room that was opened is called, and the cards that say so.
type roomCards struct {
	code group.Code
	lead group.Key
	text string // a card for the group in each language, and a line for whoever leads
}

// openRoom opens a room on a server. Its cards are in lines of a width.
func (s *served) openRoom(ctx context.Context, g groupOptions, width int) (roomCards, error) {
	if !s.opening.AllowN(s.now(), 1) {
		return roomCards{}, errManyRooms
	}
	code, lead, err := s.newRoom(ctx, g)
	if err != nil {
		return roomCards{}, err
	}
	out := &strings.Builder{}
	for _, l := range s.o.langs() {
		out.WriteString(roomCard(s.words[l], s.connect, s.fingerprint, code, g.hours, s.o.Database != "", width) + "\n")
	}
	out.WriteString(leadCard(s.words[s.o.langs()[0]], s.connect, code, lead, width))
	return roomCards{code, lead, out.String()}, nil
}

// newRoom puts a new room into the hub, under a code that is free there.
func (s *served) newRoom(ctx context.Context, g groupOptions) (group.Code, group.Key, error) {
	for {
		code, lead := group.NewCode(), group.NewKey()
		r := group.New(code, lead, s.now().Add(time.Duration(g.hours)*time.Hour).Unix())
		if g.print != "" {
			r = r.OpenedBy(g.print, lead)
		}
		r, err := s.furnished(r, lead, g)
		if err != nil {
			return "", "", err
		}
		if err := s.hub.Open(ctx, r); !errors.Is(err, group.ErrTaken) {
			return code, lead, err
		}
	}
}

// furnished is a room with what was asked for in it.
func (s *served) furnished(r group.Room, lead group.Key, g groupOptions) (group.Room, error) {
	do := []group.Action{group.SetFloor{Floor: g.floor}}
	if g.sheet != "" {
		plan, err := s.agenda(g.sheet)
		if err != nil {
			return r, err
		}
		do = append(do, plan.Acts()...)
	}
	for _, id := range g.lessons {
		polls, err := pollsOf(s.course, lessons.ID(id))
		if err != nil {
			return r, err
		}
		for _, p := range polls {
			do = append(do, group.AddPoll{Poll: p})
		}
	}
	for _, d := range do {
		next, err := group.Apply(r, group.Act{Key: lead, Do: d})
		if err != nil {
			return r, fmt.Errorf("the room: %w", err)
		}
		r = next
	}
	r.Undo = nil // nobody who comes in has done anything yet
	return r, nil
}

// agenda is a run sheet of the course as a room goes by it.
func (s *served) agenda(sheet string) (agenda.Agenda, error) {
	plan, err := s.course.RunSheet(lessons.RunSheetID(sheet), lessons.Lang(s.o.langs()[0]))
	if err != nil {
		return agenda.Agenda{}, missing(err, sheet)
	}
	return agenda.New(s.course, plan)
}

// rooms lets visitors into the rooms of a hub.
func (s *served) rooms(h group.Hub) {
	counted := &roomsOf{Hub: h}
	s.hub, s.door, s.meter.rooms = counted, group.NewDoor(counted, s.now), counted
}

// doorFor is the door of rooms for a visit. Whoever asked for a room gets one,
// to be told if there is none; others only where there may be a room, so that
// a waiting room without groups is not asked for the code of one.
func (s *served) doorFor(words []string) *group.Door {
	if asksRoom(words) || s.o.Database != "" || s.meter.rooms.any() {
		return s.door
	}
	return nil
}

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

// opensGroup reports whether words after a kiosk's name ask for a new room:
// "group", and its options.
func opensGroup(words []string) bool { return len(words) > 0 && words[0] == "group" }

// openFor opens a room for somebody who came in with a key. At a terminal they
// lead it at once; else the cards are printed, and the room waits.
func (s *served) openFor(ctx context.Context, v *kiosk.Visit) kiosk.End {
	width := widthOf(v)
	cards, err := s.openAsked(ctx, v.Words[1:], v.Print, width)
	if err != nil {
		var said string
		said, v.Status = notOpened(s.words[s.lang(v)], err)
		_, _ = io.WriteString(v.Err, forTerminal(said+"\n"))
		return kiosk.EndDone
	}
	return s.goesOn(ctx, v, cards.text, group.Entry(cards.code, cards.lead))
}

// goesOn prints cards, and at a terminal goes on to lead the room.
func (s *served) goesOn(ctx context.Context, v *kiosk.Visit, cards, entry string) kiosk.End {
	if v.Pty {
		cards = forTerminal(cards)
	}
	switch _, err := io.WriteString(v.Out, cards); {
	case err != nil:
		return kiosk.EndGone
	case !v.Pty:
		return kiosk.EndDone
	}
	v.Words = []string{"room/" + entry}
	return s.visit(ctx, v)
}

// widthOf is the width of a card at the other end.
func widthOf(v *kiosk.Visit) int {
	if !v.Pty {
		return lineWidth
	}
	return max(narrowest, min(v.Width, lineWidth))
}

// comesBack is the code of a room that somebody with a listed key wants to lead
// again, who has lost the key of the room: "lead/CODE".
func comesBack(v *kiosk.Visit) (code string, ok bool) {
	if v.Print == "" || len(v.Words) == 0 {
		return "", false
	}
	kind, code, _ := strings.Cut(placeOf(v.Words), "/")
	_, err := group.ParseCode(code)
	return code, kind == "lead" && err == nil
}

// leadAgain lets whoever opened a room with their SSH key lead it again, with
// another line. The line that they had leads nowhere from then on.
func (s *served) leadAgain(ctx context.Context, v *kiosk.Visit, typed string) kiosk.End {
	w := s.words[s.lang(v)]
	entry, err := s.door.Return(ctx, v.From, typed, v.Print)
	code, key, parsed := group.ParseEntry(entry)
	if err = errors.Join(err, parsed); err != nil {
		why := say.Trouble(w, err)
		if errors.Is(err, group.ErrNotLead) {
			why = w.T("room.not-opened")
		}
		_, _ = io.WriteString(v.Err, forTerminal(why+"\n"))
		v.Status = exitFailed
		return kiosk.EndDone
	}
	return s.goesOn(ctx, v, leadCard(w, s.connect, code, key, widthOf(v)), entry)
}

// openAsked opens a room with options as they are typed after "group".
// Print is the fingerprint of the key of whoever opens it.
func (s *served) openAsked(ctx context.Context, words []string, print string, width int) (roomCards, error) {
	g := groupOptions{print: print}
	f := pflag.NewFlagSet("group", pflag.ContinueOnError)
	f.SetOutput(io.Discard)
	g.flags(f)
	if err := f.Parse(words); err != nil {
		return roomCards{}, usageError{"group: " + err.Error(), "Options: --sheet, --lesson, --floor, --hours"}
	}
	if f.NArg() > 0 {
		return roomCards{}, usageError{fmt.Sprintf("group: %q is no option", f.Arg(0)), "Options: --sheet, --lesson, --floor, --hours"}
	}
	if err := g.check(); err != nil {
		return roomCards{}, err
	}
	return s.openRoom(ctx, g, width)
}

// notOpened says why a room was not opened, and the status to end with.
func notOpened(w *locale.Words, err error) (string, uint32) {
	var usage usageError
	switch {
	case errors.As(err, &usage):
		return usage.what + "\n" + usage.do, exitUsage
	case errors.Is(err, errManyRooms):
		return w.T("room.many-rooms"), exitFailed
	}
	return w.T("room.away"), exitFailed
}

// forTerminal is text whose lines end as a raw terminal needs.
func forTerminal(text string) string { return strings.ReplaceAll(text, "\n", "\r\n") }
