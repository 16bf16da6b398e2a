package line

import (
	"context"

	"porchlight/internal/locale"
	"porchlight/lessons"
)

// Read writes a whole lesson and keeps that it was read.
func (s *Session) Read(ctx context.Context, id lessons.ID) error {
	return s.end(s.read(ctx, id))
}

func (s *Session) read(ctx context.Context, id lessons.ID) error {
	r, err := s.desk.Read(ctx, id, s.words)
	if err != nil {
		return err
	}
	if r.Foreign {
		s.say(s.t("line.foreign"))
		s.gap()
	}
	return s.sheet(r.Markdown)
}

// lesson writes a lesson, keeps it as read when the learner says so, and
// offers its questions.
func (s *Session) lesson(ctx context.Context, id lessons.ID) error {
	s.gap()
	if err := s.read(ctx, id); err != nil {
		return err
	}
	s.gap()
	lines := []string{s.t("line.mark-read"), s.t("line.to-quiz"), s.t("line.do-back")}
	s.list(lines)
	n, err := s.choose(len(lines))
	if err != nil || n == 3 {
		return err
	}
	if err := s.markRead(ctx, id); err != nil {
		return err
	}
	if n == 2 {
		return s.quiz(ctx, id)
	}
	return nil
}

func (s *Session) markRead(ctx context.Context, id lessons.ID) error {
	for {
		err := s.desk.SavePlace(ctx, id, 0, 0, 100, true)
		if err == nil {
			s.say(s.t("line.kept"))
			return nil
		}
		if _, end := s.notSaved(ctx, err); end != nil {
			return end
		}
	}
}

// Now writes the Help now card.
func (s *Session) Now() {
	WriteNow(s.write, s.desk.Help(), s.words, s.width)
}

// WriteNow writes the Help now card in plain lines.
func WriteNow(write func(string), h lessons.Help, w *locale.Words, width int) {
	say := func(text string) { write(wrap(text, width) + "\n") }
	say(w.T("line.now-title"))
	if string(h.Lang) != w.Lang() {
		say(w.T("line.foreign"))
	}
	if h.Note != "" {
		say(h.Note)
	}
	for _, step := range h.Steps {
		write("\n")
		say(step.Title)
		for _, d := range step.Do {
			write("- " + hang(d, width) + "\n")
		}
	}
	write("\n")
	if h.Unread {
		say(w.T("now.local-unread"))
	}
	for _, n := range h.Numbers {
		say(n.Name + ": " + Reach(n, w))
		if n.For != "" {
			write("  " + hang(n.For, width) + "\n")
		}
	}
	write("\n")
	say(w.F("line.now-checked", locale.Args{"Date": h.Checked.Format("2006-01-02")}))
	if !h.LocalChecked.IsZero() {
		say(w.F("now.local-checked", locale.Args{"Date": h.LocalChecked.Format("2006-01-02")}))
	}
}

// Reach says how to reach a number: what to call, what to text, and when.
func Reach(n lessons.Number, w *locale.Words) string {
	out := ""
	add := func(s string) {
		if out != "" {
			out += ", "
		}
		out += s
	}
	if n.Call != "" {
		add(w.F("line.now-call", locale.Args{"Number": n.Call}))
	}
	switch {
	case n.Text != "" && n.Keyword != "":
		add(w.F("line.now-text-word", locale.Args{"Number": n.Text, "Word": n.Keyword}))
	case n.Text != "":
		add(w.F("line.now-text", locale.Args{"Number": n.Text}))
	}
	if n.Web != "" {
		add(n.Web)
	}
	if n.Hours != "" {
		add(n.Hours)
	}
	return out
}

// hang wraps text that stands behind a two-cell mark.
func hang(text string, width int) string {
	wrapped := wrap(text, width-2)
	out := ""
	for i, r := range wrapped {
		out += string(r)
		if r == '\n' && i < len(wrapped) {
			out += "  "
		}
	}
	return out
}
