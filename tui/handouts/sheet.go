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
	"porchlight/tui/errand"
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

	looks looks
	makes makes
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
		s.job, s.said, s.makes = old.job, old.said, old.makes
		s.row, _ = old.list.Selected()
	}
}

// The errands of this page, and their answers: what there is to print is looked
// at, and it is written or printed.
type (
	looks  = errand.Runner[*Sheet, handout.Document]
	looked = errand.Done[*Sheet, handout.Document]
	makes  = errand.Runner[*Sheet, said]
	made   = errand.Done[*Sheet, said]
)

// Init looks what there is to print.
func (s *Sheet) Init() tea.Cmd {
	desk, words, what := s.desk, s.env.Words, s.job.What
	return s.looks.Fetch(s.env, func(ctx context.Context) (handout.Document, error) {
		return handout.Make(ctx, desk, words, handout.Request{What: what})
	}, (*Sheet).onLooked)
}

func (s *Sheet) onLooked(d handout.Document, err error) tea.Cmd {
	if s.title, s.own = d.Title, d.Own; err != nil {
		s.said = said{err: err}
	}
	s.lay()
	return nil
}

// work writes it to a file, or sends it to the printer.
func (s *Sheet) work(printer bool) tea.Cmd {
	desk, words, office, job := s.desk, s.env.Words, s.office, s.job
	return s.makes.Fetch(s.env, func(ctx context.Context) (said, error) {
		path, own, err := office.Do(ctx, desk, words, job, printer)
		return said{path, err == nil && printer, own, err}, err
	}, (*Sheet).onMade)
}

func (s *Sheet) onMade(is said, _ error) tea.Cmd {
	s.said = is
	s.lay()
	return nil
}

// lay draws the items, with the cursor where it was on the page before this one.
func (s *Sheet) lay() {
	s.draw()
	if s.row != "" {
		s.list.Select(s.row)
		s.row = ""
	}
}

// Update gives a message to its handler.
func (s *Sheet) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case looked:
		return s.looks.Took(s, msg)
	case made:
		return s.makes.Took(s, msg)
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
		if s.makes.Busy() {
			return nil // one at a time
		}
		s.said = said{}
		return s.work(id == doPrint)
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
