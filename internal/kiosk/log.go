package kiosk

import (
	"context"
	"io"
	"log/slog"
	"slices"
)

// told are the names of what a log line may hold. Whatever else anybody adds,
// an address or a trace that a library writes, is left out.
var told = []string{"visit", "why", "seconds", "screen", "kind", "listen", "fingerprint", "sessions", "cause", "version", "drain"}

// NewLog returns a log of structured lines that hold no names, addresses, keys
// or answers: only what is on a list.
func NewLog(out io.Writer) *slog.Logger {
	return slog.New(only{slog.NewJSONHandler(out, nil)})
}

// only is a handler that passes on what is on the list.
type only struct{ slog.Handler }

// Handle writes a line without what is not on the list.
func (o only) Handle(ctx context.Context, r slog.Record) error {
	line := slog.NewRecord(r.Time, r.Level, r.Message, 0)
	r.Attrs(func(a slog.Attr) bool {
		if slices.Contains(told, a.Key) && a.Value.Kind() != slog.KindGroup {
			line.AddAttrs(a)
		}
		return true
	})
	return o.Handler.Handle(ctx, line)
}

// WithAttrs keeps of what is added what is on the list.
func (o only) WithAttrs(attrs []slog.Attr) slog.Handler {
	return only{o.Handler.WithAttrs(slices.DeleteFunc(slices.Clone(attrs), func(a slog.Attr) bool { return !slices.Contains(told, a.Key) }))}
}

// WithGroup adds no group: nothing in one is on the list.
func (o only) WithGroup(string) slog.Handler { return o }
