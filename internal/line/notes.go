package line

import (
	"context"
	"errors"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/internal/typeset"
	"porchlight/lessons"
)

// notes lists what the learner marked, in groups, and opens the one chosen.
func (s *Session) notes(ctx context.Context) error {
	for {
		all, err := s.desk.Marked(ctx, s.words)
		if err != nil {
			return err
		}
		s.gap()
		if len(all) == 0 {
			s.say(s.t("note.none-plain"))
			return nil
		}
		n, err := s.choose(s.groups(&all))
		if err != nil {
			return err
		}
		if err := s.mark(ctx, all[n-1].Lesson, all[n-1].Key); err != nil && !errors.Is(err, errBack) {
			return err
		}
	}
}

// groups writes the marks under headings, numbered through, and puts them in
// that order. It returns how many there are.
func (s *Session) groups(all *[]study.Marked) int {
	groups := study.Groups(*all)
	*all = (*all)[:0:0]
	for _, g := range groups {
		s.say(s.t(g.Name) + ":")
		for _, m := range g.Marks {
			*all = append(*all, m)
			s.say(s.f("note.line", locale.Args{"N": len(*all), "Text": study.QuoteOf(m.Words()), "Title": m.Title}))
		}
	}
	return len(*all)
}

// mark shows a paragraph and what the learner put on it, and takes a note, a
// bookmark, or that it is on the list to ask.
func (s *Session) mark(ctx context.Context, id lessons.ID, key string) error {
	for {
		m, err := s.desk.Passage(ctx, id, key, s.words)
		if errors.Is(err, lessons.ErrNoLesson) {
			s.say(s.t("note.no-lesson"))
			return nil
		}
		if err != nil {
			return err
		}
		s.gap()
		s.say(m.Title)
		s.say(m.Text)
		if moved := m.Moved(s.words); moved != "" {
			s.say(moved)
		}
		s.sayIf("line.note-is", m.Note)
		if err := s.markDo(ctx, m); err != nil {
			return err
		}
	}
}

// A deed is one thing that can be done with a paragraph.
type deed struct {
	text string
	do   act
}

func (s *Session) markDo(ctx context.Context, m study.Marked) error {
	deeds := s.deeds(m)
	lines := make([]string, len(deeds), len(deeds)+1)
	for i, d := range deeds {
		lines[i] = d.text
	}
	lines = append(lines, s.t("line.do-back"))
	s.list(lines)
	n, err := s.choose(len(lines))
	if err != nil {
		return err
	}
	if n == len(lines) {
		return errBack
	}
	return deeds[n-1].do(ctx, "")
}

func (s *Session) deeds(m study.Marked) []deed {
	keep := func(change func(*study.Mark)) act {
		return alone(func(ctx context.Context) error {
			now := m.Mark
			change(&now)
			return s.keeping(ctx, func() error { return s.desk.SaveMark(ctx, now) })
		})
	}
	write, ask, bookmark := "note.do-write", "note.plain-ask", "note.plain-bookmark"
	if m.Note != "" {
		write = "note.do-change"
	}
	if m.Ask {
		ask = "note.plain-ask-not"
	}
	if m.Bookmark {
		bookmark = "note.plain-bookmark-not"
	}
	deeds := []deed{
		{s.t(write), alone(func(ctx context.Context) error { return s.writeNote(ctx, m.Mark) })},
		{s.t(ask), keep(func(k *study.Mark) { k.Ask = !k.Ask })},
		{s.t(bookmark), keep(func(k *study.Mark) { k.Bookmark = !k.Bookmark })},
	}
	if m.Says() {
		deeds = append(deeds, deed{s.t("note.do-remove"), keep(func(k *study.Mark) { k.Ask, k.Bookmark, k.Note = false, false, "" })})
	}
	if m.To != "" {
		deeds = append(deeds, deed{s.t("note.plain-read"), alone(func(ctx context.Context) error { return s.part(ctx, m.Lesson, m.To) })})
	}
	return deeds
}

// writeNote takes a note on one line. Back leaves it as it was.
func (s *Session) writeNote(ctx context.Context, m study.Mark) error {
	a, err := s.ask(s.t("line.note"), s.t("line.note-help"))
	if errors.Is(err, errBack) {
		return nil
	}
	if err != nil {
		return err
	}
	m.Note = a.text
	return s.keeping(ctx, func() error { return s.desk.SaveMark(ctx, m) })
}

// markIn lists the parts of a lesson, then the paragraphs of the one chosen, and
// opens the paragraph chosen.
func (s *Session) markIn(ctx context.Context, id lessons.ID) error {
	r, err := s.desk.Read(ctx, id, s.words)
	if err != nil {
		return err
	}
	text, err := typeset.Set(r.Markdown, s.width, typeset.Style{})
	if err != nil {
		return err
	}
	all := study.Passages(text)
	var heads []int
	for i, p := range all {
		if p.Level > 0 {
			heads = append(heads, i)
		}
	}
	part, err := s.pickPassage(all, heads)
	if err != nil {
		return err
	}
	var within []int
	for i := part; i < len(all) && (i == part || all[i].Level == 0); i++ {
		within = append(within, i)
	}
	at, err := s.pickPassage(all, within)
	if err != nil {
		return err
	}
	return s.mark(ctx, id, all[at].Key)
}

// pickPassage lists some paragraphs by how they begin and returns the one
// chosen.
func (s *Session) pickPassage(all []study.Passage, some []int) (int, error) {
	s.gap()
	lines := make([]string, len(some))
	for i, at := range some {
		lines[i] = study.QuoteOf(all[at].Text)
	}
	s.list(lines)
	n, err := s.choose(len(lines))
	if err != nil {
		return 0, err
	}
	return some[n-1], nil
}
