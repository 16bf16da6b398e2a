package notes

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/tui/page"
)

// keeping is the mark as the learner wants it and as the record has it. One
// write runs at a time; what changes meanwhile waits, and only the newest is
// written, so that fast typing costs a few writes and the last letter is always
// kept.
type keeping struct {
	now, kept study.Mark
	writing   *study.Mark // the write under way; its answer names it
	then      tea.Cmd     // what to do when all is written: the learner is leaving
	heir      *study.Mark // what another page of the same paragraph held
}

// lasting is what of a mark is kept: the spaces around a note are not.
func lasting(m study.Mark) study.Mark {
	m.Note = strings.TrimSpace(m.Note)
	return m
}

// dirty reports whether the record lacks something.
func (k *keeping) dirty() bool { return k.writing != nil || lasting(k.now) != lasting(k.kept) }

func (n *Note) load() tea.Cmd {
	desk, id, at, words := n.desk, n.id, n.key, n.env.Words
	return n.loads.Fetch(n.env, func(ctx context.Context) (study.Marked, error) { return desk.Passage(ctx, id, at, words) }, (*Note).onLoaded)
}

func (n *Note) onLoaded(found study.Marked, err error) tea.Cmd {
	if n.stuck = err; err == nil {
		n.found = &found
		n.kept.now, n.kept.kept = found.Mark, found.Mark
	}
	if h := n.kept.heir; h != nil && n.found != nil {
		n.kept.now.Note, n.kept.now.Bookmark, n.kept.now.Ask, n.kept.heir = h.Note, h.Bookmark, h.Ask, nil
	}
	n.draw()
	if n.at != "" {
		n.body.Select(n.at)
		n.at = ""
	}
	return n.save()
}

// saved answers a write.
type saved struct {
	wrote *study.Mark
	err   error
}

// save writes what the record does not have, unless a write is under way: its
// answer calls save again.
func (n *Note) save() tea.Cmd {
	k := &n.kept
	if k.writing != nil || n.found == nil || !k.dirty() {
		return nil
	}
	write := k.now
	k.writing = &write
	return save(n.env, n.desk, k.writing)
}

func save(env page.Env, desk *study.Desk, m *study.Mark) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg { return saved{m, desk.SaveMark(ctx, *m)} })
}

func (n *Note) onSaved(msg saved) tea.Cmd {
	k := &n.kept
	if msg.wrote != k.writing {
		return nil // of another page
	}
	if msg.err != nil {
		return n.notSaved(msg.err)
	}
	k.kept, k.writing = *msg.wrote, nil
	n.draw()
	if k.dirty() {
		return n.save()
	}
	then := k.then
	k.then = nil
	return then
}

// notSaved lets the program say so. Until the learner has chosen, no other
// write begins, so it is said once; what is then written is the newest.
func (n *Note) notSaved(err error) tea.Cmd {
	write := n.kept.now
	n.kept.writing = &write
	again := save(n.env, n.desk, n.kept.writing)
	return func() tea.Msg { return page.NotSaved{Err: err, Again: again} }
}

// leave does cmd when everything is on disk. A learner who has opened another
// page meanwhile stays there.
func (n *Note) leave(cmd tea.Cmd) tea.Cmd { return n.Keep(page.By(n, cmd)) }

// Keep writes what is not yet written and does then afterwards.
func (n *Note) Keep(then tea.Cmd) tea.Cmd {
	if n.found == nil || !n.kept.dirty() {
		return then
	}
	n.kept.then = then
	return n.save()
}
