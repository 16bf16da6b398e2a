package cli

import (
	"context"
	"errors"
	"io"
	"strings"

	"porchlight/internal/fault"
	"porchlight/internal/group/say"
	"porchlight/internal/kiosk"
	"porchlight/internal/line"
	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/internal/typeset"
	"porchlight/lessons"
)

// known says why words after a kiosk's name are refused, or nothing where they
// mean something.
func (s *served) known(words []string, _, leads bool) kiosk.Refusal {
	switch {
	case opensGroup(words) && leads, prints(words), route(words), len(words) == 0, asksRoom(words):
		return ""
	case opensGroup(words) && s.o.Leads != "":
		return kiosk.RefusedLead
	}
	return kiosk.RefusedCommand
}

// placeOf is the place that words name. A room's code may come in several, as it
// is said: "room KM4 7TXR", "room/KM4 7TXR".
func placeOf(words []string) string {
	if len(words) > 1 && asksRoom(words) && !strings.Contains(words[0], "/") {
		return words[0] + "/" + strings.Join(words[1:], "")
	}
	return strings.Join(words, "")
}

// prints reports whether words only print something: "lessons", "read ID",
// "search WORDS", "take-home export".
func prints(words []string) bool {
	switch {
	case len(words) == 1:
		return words[0] == "lessons"
	case len(words) == 2 && words[0] == "read":
		return true
	case len(words) == 2 && words[0] == "take-home":
		return words[1] == "export"
	case len(words) > 1:
		return words[0] == "search"
	}
	return false
}

// inLines serves a visit without a screen: words that print, a place in plain
// lines, or all of it in plain lines.
func (s *served) inLines(ctx context.Context, v *kiosk.Visit) kiosk.End {
	var in io.Reader = v.In
	out := v.Out
	width := lineWidth
	if v.Pty {
		terminal := v.Cooked()
		in, out, width = terminal, terminal, max(narrowest, min(v.Width, lineWidth))
	}
	in = endsWith(ctx, v.Closing, in)
	w := s.words[s.lang(v)]
	desk, err := s.desk(ctx, w.Lang())
	if err != nil {
		return kiosk.EndFault
	}
	defer desk.Close()
	switch {
	case wantsTotals(v.Words):
		if err := s.handOut(ctx, v, out, desk, w); err != nil {
			_, _ = io.WriteString(v.Err, say.Trouble(w, err)+"\r\n")
			v.Status = exitFailed
		}
		return kiosk.EndDone
	case prints(v.Words):
		err = s.print(ctx, in, out, desk, v.Words)
	default:
		l := line.New(in, out, w, desk, width)
		l.Rooms(s.doorFor(v.Words), v.From, s.connect)
		err = l.Open(ctx, placeOf(v.Words))
	}
	switch {
	case errors.Is(err, lessons.ErrNoLesson):
		_, _ = io.WriteString(v.Err, w.F("reader.no-lesson", locale.Args{"ID": v.Words[len(v.Words)-1]})+"\r\n")
		v.Status = exitUsage
	case err != nil && ctx.Err() == nil:
		return kiosk.EndGone
	}
	return kiosk.EndDone
}

// handOut writes what whoever leads a room asks for of it: its totals, or
// something to print.
func (s *served) handOut(ctx context.Context, v *kiosk.Visit, out io.Writer, desk *study.Desk, w *locale.Words) error {
	if entry, form, ok := summaryAs(v.Words); ok {
		return s.summary(ctx, out, v.From, entry, form, w.Lang())
	}
	entry, p, _ := paperAs(v.Words)
	return s.toPaper(ctx, out, v.From, entry, p, desk)
}

// print answers words that only print.
func (s *served) print(ctx context.Context, in io.Reader, out io.Writer, desk *study.Desk, words []string) error {
	w := s.words[string(desk.Lang())]
	text := &strings.Builder{}
	sub := &app{out: text, now: s.now}
	switch words[0] {
	case "take-home":
		return s.handOver(ctx, in, out)
	case "lessons":
		tracks, err := desk.Tracks(ctx)
		if err != nil {
			return err
		}
		if err := sub.lessonsText(tracks, w); err != nil {
			return err
		}
	case "read":
		r, err := desk.Read(ctx, lessons.ID(words[1]), w)
		if err != nil {
			return err
		}
		set, err := s.sheets.Set(string(r.Lesson.ID), r.Markdown, lineWidth, typeset.Style{})
		if err != nil {
			return err
		}
		text.WriteString(strings.Join(set.Lines, "\n") + "\n")
	case "search":
		if err := sub.foundText(desk.Find(strings.Join(words[1:], " ")), w, ""); err != nil {
			return err
		}
	}
	_, err := io.WriteString(out, text.String())
	return err
}

// endsWith is a reader that ends when the server is about to stop.
func endsWith(ctx context.Context, closing <-chan struct{}, in io.Reader) io.Reader {
	r, w := io.Pipe()
	go func() {
		defer w.Close() // after a fault too: somebody reads
		defer fault.Caught()
		_, err := io.Copy(w, in)
		_ = w.CloseWithError(err)
	}()
	go func() {
		defer fault.Caught()
		select {
		case <-closing:
		case <-ctx.Done():
		}
		_ = w.Close()
	}()
	return r
}
