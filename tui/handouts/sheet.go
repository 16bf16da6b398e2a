package handouts

import (
	"context"
	"slices"

	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/handout"
	"porchlight/internal/handout/press"
	"porchlight/internal/study"
	"porchlight/tui/keys"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// Sheet is the page on which the learner says how to print something.
type Sheet struct {
	env    page.Env
	desk   *study.Desk
	office press.Office
	job    press.Job

	asked *asked // the work under way
	title string // of what is printed; empty until it is known
	own   bool   // there are words of the learner's to print or leave out
	said  said   // what came of it
	row   string // the item to put the cursor on

	list kit.Listing
}

// said is what came of printing, or why there is nothing to print.
type said struct {
	path string // the file that was written
	sent bool   // it went to the printer
	own  bool   // it holds the learner's own words
	err  error
}

// New returns the sheet for printing one thing. It loads nothing until Init.
func New(env page.Env, desk *study.Desk, office press.Office, what string) *Sheet {
	s := &Sheet{env: env, desk: desk, office: office, list: kit.NewListing(env.Theme, env.TextWidth)}
	s.job = press.Job{Request: handout.Request{What: []string{what}}, Format: press.PDF, Look: handout.Look{Paper: handout.Letter}}
	return s
}

// Inherit keeps what was chosen, and what came of it.
func (s *Sheet) Inherit(was page.Page) {
	if old, ok := was.(*Sheet); ok {
		s.job, s.said = old.job, old.said
		s.row, _ = old.list.Selected()
	}
}

// asked is one piece of work. Its answer is taken only while the page waits for
// that one.
type asked struct {
	job     press.Job
	work    bool // make it, rather than look what it is
	printer bool
}

// done answers a piece of work.
type done struct {
	asked *asked
	title string
	said  said
}

// Init looks what there is to print.
func (s *Sheet) Init() tea.Cmd {
	s.asked = &asked{job: s.job}
	return look(s.env, s.desk, s.asked)
}

func look(env page.Env, desk *study.Desk, a *asked) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg {
		d, err := handout.Make(ctx, desk, env.Words, handout.Request{What: a.job.What})
		return done{a, d.Title, said{own: d.Own, err: err}}
	})
}

func work(env page.Env, desk *study.Desk, office press.Office, a *asked) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg {
		path, own, err := office.Do(ctx, desk, env.Words, a.job, a.printer)
		return done{a, "", said{path, err == nil && a.printer, own, err}}
	})
}

// Update gives a message to its handler.
func (s *Sheet) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case done:
		s.onDone(msg)
		return nil
	case tea.KeyPressMsg:
		if key.Matches(msg, s.env.Keys.Back) {
			return page.Back
		}
	}
	if id, ok := s.list.Chosen(msg, s.env.Keys); ok {
		return s.choose(id)
	}
	return nil
}

func (s *Sheet) onDone(msg done) {
	if msg.asked != s.asked {
		return
	}
	s.asked = nil
	if msg.asked.work {
		s.said = msg.said
	} else if s.title, s.own = msg.title, msg.said.own; msg.said.err != nil {
		s.said = said{err: msg.said.err}
	}
	s.draw()
	if s.row != "" {
		s.list.Select(s.row)
		s.row = ""
	}
}

// choose changes what is chosen, or begins the work.
func (s *Sheet) choose(id string) tea.Cmd {
	switch id {
	case toFormat:
		s.job.Format = after(press.Formats(), s.job.Format)
	case toPaper:
		s.job.Look.Paper = after(handout.Papers(), s.job.Look.Paper)
	case toSize:
		s.job.Look.Large = !s.job.Look.Large
	case toOwn:
		s.job.Blank = !s.job.Blank
	case toBack:
		return page.Back
	case doWrite, doPrint:
		if s.asked != nil {
			return nil // one at a time
		}
		s.said = said{}
		s.asked = &asked{job: s.job, work: true, printer: id == doPrint}
		return work(s.env, s.desk, s.office, s.asked)
	}
	s.said = said{}
	s.draw()
	return nil
}

// after is the choice that follows another.
func after[T comparable](all []T, now T) T { return all[(slices.Index(all, now)+1)%len(all)] }

// Resize lays the items out anew.
func (s *Sheet) Resize(width, height int) tea.Cmd {
	s.list.SetSize(width, height)
	s.draw()
	return nil
}

// View draws the sheet, or nothing while what is printed is not known.
func (s *Sheet) View() string { return s.list.View() }

// Title says that something is put on paper.
func (s *Sheet) Title() string { return s.env.Words.T("handouts.title") }

// Keys lists what works now.
func (s *Sheet) Keys() help.KeyMap {
	k := s.env.Keys
	id, any := s.list.Selected()
	switch {
	case !any:
		return keys.Hints{k.Back}
	case id == toFormat || id == toPaper || id == toSize || id == toOwn:
		return keys.Hints{k.Move, keys.With(k.Enter, s.env.Words.T("handouts.key-change")), k.Back}
	}
	return keys.Hints{k.Move, keys.With(k.Enter, s.env.Words.T("key.choose")), k.Back}
}
