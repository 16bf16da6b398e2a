package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"

	"porchlight/internal/group"
	"porchlight/internal/handout"
	"porchlight/internal/handout/press"
	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/internal/wholefile"
)

// A paper is something of a room to print: the card for the group, or slips of
// its questions.
type paper struct {
	kind   string // "card" or "slips"
	format press.Format
	look   handout.Look
}

// paperAs reports whether words ask for something to print, as in
// "room/CODE-KEY slips pdf a4". The card is in large print.
func paperAs(words []string) (entry string, p paper, ok bool) {
	if len(words) < 3 || len(words) > 4 || !asksRoom(words[:1]) || words[1] != "card" && words[1] != "slips" {
		return "", paper{}, false
	}
	p = paper{words[1], press.Format(words[2]), handout.Look{Paper: handout.Letter, Large: words[1] == "card"}}
	if len(words) == 4 {
		p.look.Paper = handout.Paper(words[3])
	}
	_, entry, _ = strings.Cut(words[0], "/")
	return entry, p, slices.Contains(press.Formats(), p.format) && slices.Contains(handout.Papers(), p.look.Paper)
}

// toPaper writes something to print to whoever leads a room.
func (s *served) toPaper(ctx context.Context, out io.Writer, from, entry string, p paper, desk *study.Desk) error {
	in, err := s.door.Enter(ctx, from, entry)
	if err != nil {
		return err
	}
	defer in.Leave(context.WithoutCancel(ctx))
	v, leads := in.Lead(in.First())
	if !leads {
		return group.ErrNotLead
	}
	lang := string(desk.Lang())
	if p.kind == "slips" {
		slips := make([]study.Slip, len(v.Polls))
		for i, poll := range v.Polls {
			slips[i] = study.SlipOf(poll.Text, poll.Choices, poll.Part, poll.Many, lang)
		}
		return press.Write(out, handout.SlipsOf(s.words[lang], desk, slips), p.format, p.look)
	}
	left := time.Unix(v.Until, 0).Sub(s.now())
	return press.Write(out, s.cardOf(desk, v.Code, max(1, int((left+time.Hour-1)/time.Hour))), p.format, p.look)
}

// cardOf is the card of a room, in each language offered.
func (s *served) cardOf(desk *study.Desk, code group.Code, hours int) handout.Document {
	var words []*locale.Words
	for _, l := range s.o.langs() {
		words = append(words, s.words[l])
	}
	return handout.CardOf(desk, words, handout.Card{
		Code: code.String(), Command: roomCommand(s.connect, code.String()), Fingerprint: s.fingerprint, Hours: hours, Kept: s.o.Database != "",
	})
}

// cardFile is the card of a new room as a file to print.
func (s *served) cardFile(ctx context.Context, c roomCards, hours int, p paper) ([]byte, error) {
	desk, err := s.desk(ctx, s.o.langs()[0])
	if err != nil {
		return nil, err
	}
	defer desk.Close()
	var b bytes.Buffer
	if err := press.Write(&b, s.cardOf(desk, c.code, hours), p.format, p.look); err != nil {
		return nil, fmt.Errorf("the card: %w", err)
	}
	return b.Bytes(), nil
}

// writeCard writes the file of a card and says where it is. The room is open
// whether that succeeds or not.
func (a *app) writeCard(path string, card []byte) {
	err := wholefile.Write(path, false, func(w io.Writer) error {
		_, err := w.Write(card)
		return err
	})
	switch {
	case errors.Is(err, fs.ErrExist):
		fmt.Fprintf(a.err, "The card was not written: there is a file of that name: %s\n", path)
	case err != nil:
		fmt.Fprintf(a.err, "The card was not written: %s\n", a.plainly(err))
	default:
		fmt.Fprintf(a.out, "The card to print is in %s\n", path)
	}
}
