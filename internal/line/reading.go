package line

import (
	"context"
	"errors"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/lessons"
)

// Read writes a whole lesson and keeps that it was read.
func (s *Session) Read(ctx context.Context, id lessons.ID) error {
	return s.end(s.read(ctx, id))
}

func (s *Session) read(ctx context.Context, id lessons.ID) error {
	_, err := s.reading(ctx, id)
	return err
}

func (s *Session) reading(ctx context.Context, id lessons.ID) (study.Reading, error) {
	r, err := s.desk.Read(ctx, id, s.words)
	if err != nil {
		return r, err
	}
	if r.Foreign {
		s.say(s.t("line.foreign"))
		s.gap()
	}
	return r, s.sheet(r.Markdown)
}

// lesson writes a lesson, keeps it as read when the learner says so, and offers
// what can follow it.
func (s *Session) lesson(ctx context.Context, id lessons.ID) error {
	s.gap()
	r, err := s.reading(ctx, id)
	if err != nil {
		return err
	}
	s.gap()
	ways, err := s.after(ctx, r)
	if err != nil {
		return err
	}
	lines := make([]string, len(ways))
	for i, w := range ways {
		lines[i] = w.text
	}
	n, err := s.orMark(ctx, id, lines)
	if err != nil || n > len(lines) {
		return err
	}
	if err := s.markRead(ctx, id); err != nil || ways[n-1].do == nil {
		return err
	}
	return ways[n-1].do(ctx, "")
}

// after is what can follow a lesson, each after marking it as read: nothing, its
// questions, its worksheet, what was asked before it, a conversation, what it
// gives to try, and the next lesson.
func (s *Session) after(ctx context.Context, r study.Reading) ([]deed, error) {
	id := r.Lesson.ID
	end, err := s.desk.Ending(ctx, id)
	if err != nil {
		return nil, err
	}
	ways := []deed{
		{s.t("line.mark-read"), nil},
		{s.t("line.to-quiz"), alone(func(ctx context.Context) error { return s.quiz(ctx, id) })},
	}
	add := func(text string, do func(context.Context) error) { ways = append(ways, deed{text, alone(do)}) }
	if w := end.Worksheet; w != nil {
		add(s.f("line.to-worksheet", locale.Args{"Title": w.Title}), func(ctx context.Context) error { return s.worksheet(ctx, w.ID) })
	}
	if r.Paired {
		add(s.t("reader.to-pair"), func(ctx context.Context) error { return s.pair(ctx, string(id)) })
	}
	if p := end.Practice; p != nil {
		add(s.f("line.to-practice", locale.Args{"Title": p.Title}), func(ctx context.Context) error { return s.practice(ctx, p.ID) })
	}
	if end.Offers && end.Intent.Text == "" {
		add(s.t("try.line-take"), func(ctx context.Context) error { return s.takeUp(ctx, r.Lesson) })
	}
	if next := end.Next; next.Lesson != nil {
		text := s.f("line.to-next", locale.Args{"Title": study.TitleOf(*next.Lesson, s.words)})
		if next.Unnamed {
			text = s.t("line.to-next-unnamed")
		}
		add(text, func(ctx context.Context) error { return s.lesson(ctx, next.Lesson.ID) })
	}
	return ways, nil
}

// takeUp puts what a lesson gives to try on the list.
func (s *Session) takeUp(ctx context.Context, l lessons.Lesson) error {
	if err := s.keeping(ctx, func() error { return s.desk.TakeUp(ctx, l) }); err != nil {
		return err
	}
	s.say(s.f("try.kept", locale.Args{"Text": l.TryToday}))
	return nil
}

// orMark offers what can follow a lesson, and to mark paragraphs of it first.
// It returns the line chosen, or one more for going back.
func (s *Session) orMark(ctx context.Context, id lessons.ID, lines []string) (int, error) {
	for {
		s.list(append(lines[:len(lines):len(lines)], s.t("note.plain-mark"), s.t("line.do-back")))
		switch n, err := s.choose(len(lines) + 2); {
		case err != nil || n <= len(lines):
			return n, err
		case n == len(lines)+2:
			return len(lines) + 1, nil
		}
		if err := s.markIn(ctx, id); err != nil && !errors.Is(err, errBack) {
			return 0, err
		}
		s.gap()
	}
}

func (s *Session) markRead(ctx context.Context, id lessons.ID) error {
	return s.keeping(ctx, func() error { return s.desk.SavePlace(ctx, id, 0, 0, 100, true) })
}

// Now writes the Help now card.
func (s *Session) Now() {
	WriteNow(s.write, s.desk.Help(), s.words, s.width)
}

// now is the card as an activity of its own.
func (s *Session) now(context.Context) error {
	s.Now()
	return s.err
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
		say(n.Name + ": " + study.Reach(n, w))
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
