package compare

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

func (c *Compare) load() tea.Cmd {
	return c.loads.Fetch(c.env, c.desk.Comparison, (*Compare).onLoaded)
}

func (c *Compare) onLoaded(have study.Comparison, err error) tea.Cmd {
	if c.failed = err != nil; !c.failed {
		c.have = &have
	}
	if _, ok := c.row(c.at.question); !ok {
		c.at.question = "" // it is no longer asked
	}
	c.draw()
	return nil
}

// row is the answers to one question.
func (c *Compare) row(id lessons.QuestionID) (study.ComparedRow, bool) {
	if c.have == nil {
		return study.ComparedRow{}, false
	}
	i := slices.IndexFunc(c.have.Rows, func(r study.ComparedRow) bool { return r.Ask.Question.ID == id })
	if i < 0 {
		return study.ComparedRow{}, false
	}
	return c.have.Rows[i], true
}

// Ids of items.
const (
	toRow       = "row/"
	toCall      = "call/" // a provider, and the question to go on with
	toRetry     = "/retry"
	toNext      = "/next"
	toProviders = "/providers"
)

// choose does what an item stands for.
func (c *Compare) choose(id string) tea.Cmd {
	if q, ok := strings.CutPrefix(id, toRow); ok {
		c.move(spot{question: lessons.QuestionID(q)})
		return nil
	}
	if to, ok := strings.CutPrefix(id, toCall); ok {
		provider, q, _ := strings.Cut(to, "/")
		return c.call(provider, lessons.QuestionID(q))
	}
	switch id {
	case toRetry:
		return c.load()
	case toNext:
		c.move(spot{next: true})
	case toProviders:
		return page.Go(page.Providers{})
	}
	return nil
}

// move goes to another part, from its top.
func (c *Compare) move(to spot) {
	c.at = to
	c.list = kit.NewListing(c.env.Theme, c.env.TextWidth)
	c.draw()
}

// seated says that the record has the question that a call is to go on with.
type seated struct {
	page     *Compare
	provider string
}

// call opens the call with a provider, at a question.
func (c *Compare) call(provider string, q lessons.QuestionID) tea.Cmd {
	return seat(c.env, c.desk, q, seated{c, provider})
}

func seat(env page.Env, desk *study.Desk, q lessons.QuestionID, done seated) tea.Cmd {
	return env.Save(func(ctx context.Context) error { return desk.SaveSeat(ctx, done.provider, q) }, done)
}
