package providers

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// level is a part of the page.
type level int

const (
	onList   level = iota // all programs
	onOne                 // one program
	onRemove              // the question before one is removed
	onOwn                 // the learner's own questions
	onScope               // what does not apply
	onFile                // how to pass answers on, and how to lock them
)

// A spot is where in the page the learner is.
type spot struct {
	level    level
	provider string
	row      string // the item to put the cursor on
}

// Ids of items; what follows a slash is an id.
const (
	toProvider  = "provider/"
	toOwn       = "own/"
	toSituation = "situation/"
	toHidden    = "hidden/"
	toRetry     = "/retry"
	toAdd       = "/add"
	toCompare   = "/compare"
	toQuestions = "/own"
	toScope     = "/scope"
	toFile      = "/file"
	toAsk       = "/ask"
	toBack      = "/back"
)

// draw sets the part that the learner is on.
func (p *Providers) draw() {
	if !p.list.Ready() || p.have == nil && !p.failed {
		return
	}
	p.list.Lay(p.entries)
	if p.at.row != "" {
		p.list.Select(p.at.row)
		p.at.row = ""
	}
}

func (p *Providers) entries(e *kit.Entries) {
	w := p.env.Words
	switch {
	case p.have == nil:
		e.Failed(w.T("load.failed"), w.T("load.again"), toRetry)
	case p.at.level == onOne:
		p.oneEntries(e)
	case p.at.level == onRemove:
		p.removeEntries(e)
	case p.at.level == onOwn:
		p.ownEntries(e)
	case p.at.level == onScope:
		p.scopeEntries(e)
	case p.at.level == onFile:
		p.fileEntries(e)
	default:
		p.allEntries(e)
	}
}

// allEntries is the first view: the programs in the order they were added, and
// what can be done with them.
func (p *Providers) allEntries(e *kit.Entries) {
	w, all := p.env.Words, p.have.providers
	shown := all[:min(len(all), study.MaxProviders)]
	if len(all) == 0 {
		e.Say(w.T("providers.none"), p.env.Theme.Plain.Render)
		e.Gap()
	}
	for _, o := range shown {
		e.Add(kit.Item{
			ID: toProvider + o.ID, Text: o.Name, Under: o.Phone,
			Right: w.F("door.asked", locale.Args{"Asked": o.Asked, "Of": p.have.of}),
		})
	}
	if more := len(all) - len(shown); more > 0 {
		e.Say(w.N("providers.more", more), p.env.Theme.Quiet.Render)
	}
	e.Gap()
	if len(all) < study.MaxProviders {
		e.Add(kit.Item{ID: toAdd, Text: w.T("providers.add")})
	} else {
		e.Say(w.N("providers.full", study.MaxProviders), p.env.Theme.Quiet.Render)
	}
	if len(all) > 0 {
		e.Add(kit.Item{ID: toCompare, Text: w.T("providers.compare")})
	}
	e.Add(kit.Item{ID: toQuestions, Text: w.T("providers.own")}, kit.Item{ID: toScope, Text: w.T("providers.scope")})
	if !p.desk.Guest() {
		e.Add(kit.Item{ID: toFile, Text: w.T("providers.file")})
	}
}

// fileEntries says which commands pass answers on, take them in, and lock
// them. A visitor has no command line, and nothing to lock.
func (p *Providers) fileEntries(e *kit.Entries) {
	for _, line := range study.OnFiles(p.env.Words) {
		e.Say(line, p.env.Theme.Plain.Render)
		e.Gap()
	}
	e.Add(kit.Item{ID: toBack, Text: p.env.Words.T("checklist.do-back")})
}

// choose does what an item stands for.
func (p *Providers) choose(id string) tea.Cmd {
	for prefix, do := range map[string]func(string) tea.Cmd{
		toProvider: p.open, toOwn: p.editOwn, toSituation: p.flipSituation, toHidden: p.showAgain, toOne: p.onOneChosen,
	} {
		if rest, ok := strings.CutPrefix(id, prefix); ok {
			return do(rest)
		}
	}
	switch id {
	case toRetry:
		return p.load()
	case toAdd:
		p.write(typing{what: newName}, "")
	case toCompare:
		return page.Go(page.Compare{})
	case toQuestions:
		p.move(spot{level: onOwn})
	case toScope:
		p.move(spot{level: onScope})
	case toFile:
		p.move(spot{level: onFile})
	case toAsk:
		p.write(typing{what: newQuestion}, "")
	case toBack:
		return p.back()
	}
	return nil
}

func (p *Providers) open(id string) tea.Cmd {
	p.move(spot{level: onOne, provider: id})
	return nil
}

// move goes to another part, from its top.
func (p *Providers) move(to spot) {
	p.at = to
	p.list = kit.NewListing(p.env.Theme, p.env.TextWidth)
	p.list.SetSize(p.width, p.height)
	p.draw()
}

// back leaves the part the learner is on.
func (p *Providers) back() tea.Cmd {
	switch p.at.level {
	case onOne:
		p.move(spot{row: toProvider + p.at.provider})
	case onRemove:
		p.move(spot{level: onOne, provider: p.at.provider, row: doRemove})
	case onOwn:
		p.move(spot{row: toQuestions})
	case onScope:
		p.move(spot{row: toScope})
	case onFile:
		p.move(spot{row: toFile})
	default:
		return page.Back
	}
	return nil
}
