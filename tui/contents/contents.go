// Package contents lists the lessons of one track, or of all, with how far the
// learner is with each. It keeps nothing, and opens lessons.
package contents

import (
	"context"

	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// Contents is the list of lessons.
type Contents struct {
	env   page.Env
	desk  *study.Desk
	track lessons.TrackID // empty for all

	asked  *asked // the work under way that will bring the tracks
	tracks []study.TrackProgress
	failed bool   // the tracks could not be read; the page says so
	at     string // the item to put the cursor on when the items come

	list kit.Listing
}

// New returns the list of one track, or of all for an empty name. It loads
// nothing until Init.
func New(env page.Env, desk *study.Desk, track string) *Contents {
	return &Contents{env: env, desk: desk, track: lessons.TrackID(track), list: kit.NewListing(env.Theme, env.TextWidth)}
}

// Inherit keeps the cursor where it was.
func (c *Contents) Inherit(was page.Page) {
	if was, ok := was.(*Contents); ok {
		c.at, _ = was.list.Selected()
	}
}

// asked is one request for the tracks. Its answer is taken only while the page
// still waits for that request.
type asked struct {
	desk  *study.Desk
	track lessons.TrackID
}

// loaded answers a request.
type loaded struct {
	asked  *asked
	tracks []study.TrackProgress
	err    error
}

// Init asks for the tracks.
func (c *Contents) Init() tea.Cmd { return c.load() }

// Return looks again: a lesson was read meanwhile.
func (c *Contents) Return() tea.Cmd { return c.load() }

func (c *Contents) load() tea.Cmd {
	c.asked = &asked{c.desk, c.track}
	return load(c.env, c.asked)
}

func load(env page.Env, a *asked) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg {
		tracks, err := a.desk.Tracks(ctx)
		return loaded{a, pick(tracks, a.track), err}
	})
}

// pick returns the track of that name alone, or every track that has lessons
// where there is none of that name.
func pick(tracks []study.TrackProgress, id lessons.TrackID) []study.TrackProgress {
	var all []study.TrackProgress
	for _, t := range tracks {
		if t.Track.ID == id && len(t.Lessons) > 0 {
			return []study.TrackProgress{t}
		}
		if len(t.Lessons) > 0 {
			all = append(all, t)
		}
	}
	return all
}

// Update gives a message to its handler.
func (c *Contents) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loaded:
		c.onLoaded(msg)
	case tea.KeyPressMsg:
		if key.Matches(msg, c.env.Keys.Back) {
			return page.Back
		}
		return c.onInput(msg)
	case tea.MouseMsg:
		return c.onInput(msg)
	}
	return nil
}

func (c *Contents) onLoaded(msg loaded) {
	if msg.asked != c.asked {
		return // of a page before this one, or asked again since
	}
	c.asked = nil
	if c.failed = msg.err != nil; !c.failed {
		if c.tracks == nil && c.at == "" {
			c.at = firstOpen(msg.tracks)
		}
		c.tracks = msg.tracks
	}
	c.draw()
	if c.at != "" {
		c.list.Select(c.at)
		c.at = ""
	}
}

// firstOpen is the first lesson that is not done, where a learner most likely
// goes on.
func firstOpen(tracks []study.TrackProgress) string {
	for _, t := range tracks {
		for _, p := range t.Lessons {
			if !p.Done {
				return string(p.Lesson.ID)
			}
		}
	}
	return ""
}

// onInput goes where the item that was chosen says.
func (c *Contents) onInput(msg tea.Msg) tea.Cmd {
	id, ok := c.list.Chosen(msg, c.env.Keys)
	if !ok {
		return nil
	}
	switch id {
	case toRetry:
		return c.load()
	case toAll:
		return page.Replace(page.Lessons{})
	default:
		return page.Go(page.Lesson{ID: id})
	}
}

// Resize lays the items out anew.
func (c *Contents) Resize(width, height int) tea.Cmd {
	c.list.SetSize(width, height)
	c.draw()
	return nil
}

// View draws the list.
func (c *Contents) View() string { return c.list.View() }

// Title is the track's, or says that these are all lessons.
func (c *Contents) Title() string {
	if len(c.tracks) == 1 && c.tracks[0].Track.ID == c.track {
		return c.tracks[0].Track.Title
	}
	return c.env.Words.T("contents.title")
}

// Keys lists what works now.
func (c *Contents) Keys() help.KeyMap { return c.list.Keys(c.env.Keys) }
