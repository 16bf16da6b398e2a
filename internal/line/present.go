package line

import (
	"context"
	"errors"
	"slices"
	"strings"

	"porchlight/internal/group"
	"porchlight/internal/locale"
	"porchlight/internal/slides"
	"porchlight/internal/study"
	"porchlight/internal/typeset"
	"porchlight/lessons"
	"porchlight/quiz"
)

// shows lists what can be shown to a group and shows the one chosen.
func (s *Session) shows(ctx context.Context) error {
	for {
		showing, err := s.desk.Showing(ctx)
		if err != nil {
			return err
		}
		s.gap()
		s.say(s.t("present.title") + ". " + s.t("present.list-why"))
		lines, acts := s.showLines(showing)
		s.list(lines)
		n, err := s.choose(len(lines))
		if err != nil {
			return err
		}
		if err := acts[n-1](ctx, ""); err != nil && !errors.Is(err, errBack) {
			return err
		}
	}
}

// showLines is what can be shown, line by line.
func (s *Session) showLines(showing study.Showing) (lines []string, acts []act) {
	for _, r := range showing.Sheets {
		lines = append(lines, r.Title+", "+s.words.N("present.minutes", r.Minutes))
		acts = append(acts, alone(func(ctx context.Context) error { return s.session(ctx, r.ID) }))
	}
	for _, t := range showing.Tracks {
		for _, l := range t.Lessons {
			lines = append(lines, l.Lesson.Title)
			acts = append(acts, alone(func(ctx context.Context) error { return s.present(ctx, l.Lesson.ID) }))
		}
	}
	return lines, acts
}

// present shows a lesson to a group, page by page.
func (s *Session) present(ctx context.Context, id lessons.ID) error {
	show, err := s.desk.Show(ctx, id, s.words)
	if err != nil {
		return err
	}
	return s.perform(show)
}

// session plays a run sheet for a group.
func (s *Session) session(ctx context.Context, id lessons.RunSheetID) error {
	show, err := s.desk.Session(ctx, id, s.words)
	if err != nil {
		return err
	}
	return s.perform(show)
}

// perform goes through a show until its end, or until the facilitator leaves.
func (s *Session) perform(show study.Show) error {
	s.gap()
	s.say(show.Title)
	if show.Foreign {
		s.say(s.t("present.foreign"))
	}
	s.say(s.t("present.line-how"))
	p := stage{Session: s, show: show}
	if err := p.enter(0, nil); err != nil {
		return err
	}
	for {
		p.tell()
		if err := p.turn(); err != nil {
			return err
		}
	}
}

// A stage is a show under way: which part, and which step of it.
type stage struct {
	*Session
	show    study.Show
	part    int
	replies []quiz.ReplyID
	screen  study.Screen
	deck    slides.Deck
	step    int
	fresh   bool // the part has just begun
	reads   bool // it is one of the group who turns the pages, without the notes
	whole   bool // what is told next is the page so far, not only what the step adds
	// also takes an answer that is of more than the pages; nil where there is none.
	also func(answer) (took bool, err error)
	// wall is the screen that all look at: pages are as that shows them. Without
	// one only headings and pauses cut.
	wall group.Wall
}

// how is the name of the words that say how to go on.
func (p *stage) how() string {
	if p.reads {
		return "room.alone-help"
	}
	return "present.line-how"
}

// wholeSection is higher than any page.
const wholeSection = 1 << 20

// enter begins a part, or goes on in it after a reply.
func (p *stage) enter(part int, replies []quiz.ReplyID) error {
	p.fresh = part != p.part || len(replies) == 0
	p.part, p.step = part, 0
	screen, fits := p.show.Parts[part].Screen(replies, p.words)
	width, height := p.width, wholeSection
	if p.wall.Width > 0 {
		width, height = slides.Measure(p.wall.Width), slides.Height(p.wall.Height, len(screen.Choices) > 0)
	}
	text, err := typeset.Set(screen.Markdown, width, typeset.Style{})
	if err != nil {
		return err
	}
	p.replies, p.screen, p.deck = replies[:fits], screen, slides.New(text, height)
	return nil
}

// goTo goes to the step that first shows a word.
func (p *stage) goTo(block, word int) {
	p.step, p.whole = p.deck.At(typeset.Place{Block: block, Word: word}), true
}

// tell writes what the step adds.
func (p *stage) tell() {
	p.gap()
	if p.fresh {
		p.fresh = false
		p.say(p.f("present.line-part", locale.Args{"N": p.part + 1, "Of": len(p.show.Parts), "Title": p.show.Parts[p.part].Title}))
		p.gap()
	}
	lines := p.deck.Added(p.step)
	if p.whole {
		lines, p.whole = p.deck.Plain(p.step), false
	}
	p.write(strings.Join(lines, "\n") + "\n")
}

// turn asks where to go, and goes.
func (p *stage) turn() error {
	prompt := "present.line-go"
	choosing := p.step == p.deck.Len()-1 && len(p.screen.Choices) > 0
	if choosing {
		prompt = "present.line-reply"
	}
	for {
		a, err := p.ask(p.t(prompt), p.t(p.how()))
		if err == nil && p.also != nil {
			if took, err := p.also(a); took {
				return err
			}
		}
		switch {
		case err != nil:
			return err
		case a.is("notes", "notas") && !p.reads:
			p.tellNotes()
			continue
		case a.is("before", "antes"):
			return p.before()
		case a.is("part", "parte"):
			return p.on()
		case !choosing && p.step+1 < p.deck.Len():
			p.step++
			return nil
		case !choosing:
			return p.on()
		}
		if n, ok := a.number(len(p.screen.Choices)); ok {
			return p.enter(p.part, append(slices.Clone(p.replies), p.screen.Choices[n-1].ID))
		}
		p.say(p.f("line.not-a-choice", locale.Args{"N": len(p.screen.Choices)}))
	}
}

// before goes a step back.
func (p *stage) before() error {
	switch n := len(p.replies); {
	case p.step > 0:
		p.step--
		return nil
	case n > 0:
		return p.enterAtEnd(p.part, p.replies[:n-1])
	case p.part > 0:
		return p.enterAtEnd(p.part-1, nil)
	}
	return nil
}

// enterAtEnd goes to the last step of a part, or of what the room chose in it.
func (p *stage) enterAtEnd(part int, replies []quiz.ReplyID) error {
	if err := p.enter(part, replies); err != nil {
		return err
	}
	p.step = p.deck.Len() - 1
	return nil
}

// on goes to the next part, or ends.
func (p *stage) on() error {
	if p.part+1 < len(p.show.Parts) {
		return p.enter(p.part+1, nil)
	}
	p.gap()
	p.say(p.t("present.end"))
	return errBack
}

// tellNotes writes what is for the facilitator.
func (p *stage) tellNotes() {
	part := p.show.Parts[p.part]
	if part.Minutes > 0 {
		p.say(p.words.N("present.planned", part.Minutes))
	}
	if part.Optional {
		p.say(p.t("present.optional"))
	}
	for _, n := range part.Notes {
		p.write("- " + hang(n, p.width) + "\n")
	}
	if len(part.Notes) == 0 {
		p.say(p.t("present.no-notes"))
	}
	p.gap()
}
