// Package compare is the page that shows what treatment programs answered, side
// by side: as a table where there is room, as lists where there is not. Gaps
// and differences come first. It shows no score and no rank, and counts no
// signs. It keeps nothing but the question that a call is to go on with.
package compare

import (
	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/errand"
	"porchlight/tui/keys"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// Compare is the page of programs side by side.
type Compare struct {
	env  page.Env
	desk *study.Desk
	keys bindings

	loads  errand.Runner[*Compare, study.Comparison]
	have   *study.Comparison
	failed bool // they could not be read; the page says so
	at     spot
	left   int // the first program shown in the table

	rows kit.Menu    // the comparison
	list kit.Listing // one question, or what to ask next

	width, height int
}

// A spot is where in the page the learner is: the comparison, one question, or
// what to ask next.
type spot struct {
	question lessons.QuestionID
	next     bool
	row      string // the item to put the cursor on
}

func (s spot) top() bool { return s.question == "" && !s.next }

// bindings are the page's keys beside the shared ones.
type bindings struct{ right, left, sideways key.Binding }

// New returns the page. It loads nothing until Init.
func New(env page.Env, desk *study.Desk) *Compare {
	return &Compare{
		env: env, desk: desk, rows: kit.NewMenu(env.Theme), list: kit.NewListing(env.Theme, env.TextWidth),
		keys: bindings{
			right:    key.NewBinding(key.WithKeys("right", "l")),
			left:     key.NewBinding(key.WithKeys("left", "h")),
			sideways: key.NewBinding(key.WithKeys("right", "left"), key.WithHelp("←→", env.Words.T("compare.key-sideways"))),
		},
	}
}

// Inherit goes on where the former page was.
func (c *Compare) Inherit(was page.Page) {
	old, ok := was.(*Compare)
	if !ok {
		return
	}
	c.at, c.left = old.at, old.left
	if id, ok := old.selected(); ok {
		c.at.row = id
	}
}

func (c *Compare) selected() (string, bool) {
	if c.at.top() {
		return c.rows.Selected()
	}
	return c.list.Selected()
}

// Init asks for the answers.
func (c *Compare) Init() tea.Cmd { return c.load() }

// Return looks again: a call may have brought more.
func (c *Compare) Return() tea.Cmd { return c.load() }

// Update gives a message to its handler.
func (c *Compare) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case errand.Done[*Compare, study.Comparison]:
		return c.loads.Took(c, msg)
	case seated:
		if msg.page == c {
			return page.Go(page.Call{Provider: msg.provider})
		}
	case tea.KeyPressMsg:
		return c.onKey(msg)
	case tea.MouseMsg:
		return c.onInput(msg)
	}
	return nil
}

func (c *Compare) onKey(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case c.sideways() && key.Matches(msg, c.keys.right):
		c.scroll(1)
	case c.sideways() && key.Matches(msg, c.keys.left):
		c.scroll(-1)
	case key.Matches(msg, c.env.Keys.Back):
		return c.back()
	default:
		return c.onInput(msg)
	}
	return nil
}

// onInput moves in the list in front, and opens what is chosen.
func (c *Compare) onInput(msg tea.Msg) tea.Cmd {
	if !c.at.top() {
		if id, ok := c.list.Chosen(msg, c.env.Keys); ok {
			return c.choose(id)
		}
		return nil
	}
	switch msg := msg.(type) {
	case tea.MouseClickMsg:
		if msg.Button == tea.MouseLeft && c.rows.Click(msg.Y-len(c.header())) {
			return c.chooseRow()
		}
	case tea.KeyPressMsg:
		if !c.rows.Update(msg, c.env.Keys) && key.Matches(msg, c.env.Keys.Enter) {
			return c.chooseRow()
		}
	default:
		c.rows.Update(msg, c.env.Keys)
	}
	return nil
}

func (c *Compare) chooseRow() tea.Cmd {
	if id, ok := c.rows.Selected(); ok {
		return c.choose(id)
	}
	return nil
}

// sideways reports whether there are more programs than the table shows.
func (c *Compare) sideways() bool {
	return c.at.top() && c.have != nil && c.columns() > 0 && c.columns() < len(c.have.Providers)
}

// scroll moves the table by a program.
func (c *Compare) scroll(by int) {
	c.left = max(0, min(c.left+by, len(c.have.Providers)-c.columns()))
	c.draw()
}

// back leaves the part the learner is on.
func (c *Compare) back() tea.Cmd {
	switch {
	case c.at.question != "":
		c.move(spot{row: toRow + string(c.at.question)})
	case c.at.next:
		c.move(spot{row: toNext})
	default:
		return page.Back
	}
	return nil
}

// Resize lays everything out anew.
func (c *Compare) Resize(width, height int) tea.Cmd {
	c.width, c.height = width, height
	c.draw()
	return nil
}

// Prints is the comparison.
func (c *Compare) Prints() string { return "compare" }

// Title says what is compared.
func (c *Compare) Title() string {
	title := c.env.Words.T("compare.title")
	if c.at.next {
		title += " > " + c.env.Words.T("compare.next")
	}
	return title
}

// Keys lists what works now.
func (c *Compare) Keys() help.KeyMap {
	k := c.env.Keys
	_, any := c.selected()
	switch {
	case !any:
		return keys.Hints{k.Back}
	case c.sideways():
		return keys.Hints{k.Move, c.keys.sideways, k.Enter, k.Back}
	}
	return keys.Hints{k.Move, k.Enter, k.Back}
}
