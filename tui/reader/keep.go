package reader

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/internal/typeset"
	"porchlight/tui/page"
)

// A spot is what the record keeps of a lesson.
type spot struct {
	place   typeset.Place
	reached int // hundredths
	done    bool
}

// keeping is the learner's place and what of it the record has. One write runs
// at a time; what changes meanwhile waits and only the newest is written, so
// that a key held down costs a write or two and the last place is always kept.
type keeping struct {
	now     spot
	kept    spot
	writing *spot   // what the write under way keeps; its answer names it
	then    tea.Cmd // what to do when all is written: the learner is leaving
	heir    *spot   // where the page was in another theme, before it is there in this
	skipped int     // hundredths in view after a jump that were not read to
	at      string  // the paragraph that was asked for, until the learner moves
	gone    bool    // that paragraph is no longer in the lesson
}

// saved answers a write.
type saved struct {
	wrote *spot
	err   error
}

// begin takes over what the record has.
func (k *keeping) begin(p record.Place) {
	k.now = spot{typeset.Place{Block: p.Block, Word: p.Word}, p.Reached, !p.Done.IsZero()}
	k.kept = k.now
	if k.heir != nil {
		k.now = *k.heir
	}
}

// glance goes to the paragraph that was asked for. Only when the learner moves on
// from it is it their place: a look at what a search found costs no bookmark.
func (k *keeping) glance(s *sheet) {
	if k.at == "" || k.heir != nil {
		return
	}
	all := s.passages()
	if i := study.FindPassage(all, k.at); i >= 0 {
		k.now.place = all[i].At
		return
	}
	k.at, k.gone = "", true
}

// leaving reports whether the page waits for a write before it goes.
func (k *keeping) leaving() bool { return k.then != nil }

// moved keeps the place after the learner moved on in the lesson. What came
// into view by a jump is read only when they go on from there.
func (r *Reader) moved() tea.Cmd {
	if r.sheet == nil {
		return nil
	}
	k, seen := &r.kept, r.seen()
	if seen > k.skipped {
		k.now.reached = max(k.now.reached, seen)
		k.now.done = k.now.done || seen == 100
	}
	k.skipped = min(k.skipped, seen)
	return r.keepPlace()
}

// seen is how much of the lesson has come into view, in hundredths. The list of
// sources, the last part of every sheet, need not be read to have read it.
func (r *Reader) seen() int { return r.body.Seen(r.toRead()) }

// toRead is how many lines there are to read.
func (r *Reader) toRead() int {
	if heads := r.sheet.text.Heads; len(heads) > 1 {
		return len(r.sheet.above) + heads[len(heads)-1].Line
	}
	return len(r.sheet.above) + len(r.sheet.text.Lines)
}

// jumped keeps the place after a jump. What lies between was not read, so a
// jump to the end does not finish the lesson.
func (r *Reader) jumped() tea.Cmd {
	r.skip()
	return r.keepPlace()
}

// skip notes what is in view without having been read to: the window begins
// below the furthest place reached.
func (r *Reader) skip() {
	r.kept.skipped = 0
	if r.body.Top()*100 > r.kept.now.reached*r.toRead() {
		r.kept.skipped = r.seen()
	}
}

// keepPlace keeps where the window is.
func (r *Reader) keepPlace() tea.Cmd {
	r.here()
	return r.save()
}

// here takes where the window is for the place.
func (r *Reader) here() {
	r.kept.at, r.kept.gone = "", false
	r.kept.now.place = r.placeAt(r.body.Top())
}

// save writes what the record does not have, unless a write is under way: its
// answer calls save again.
func (r *Reader) save() tea.Cmd {
	k := &r.kept
	if k.writing != nil || k.at != "" || k.now == k.kept {
		return nil
	}
	write := k.now
	k.writing = &write
	return save(r.env, r.desk, r.sheet, k.writing)
}

// save keeps a spot of a lesson by its block as written: the next time it
// may be drawn elsewhere.
func save(env page.Env, desk *study.Desk, of *sheet, s *spot) tea.Cmd {
	id, order := of.reading.Lesson.ID, of.reading.Order
	return env.Work(func(ctx context.Context) tea.Msg {
		return saved{s, desk.SavePlace(ctx, id, order.Written(s.place.Block), s.place.Word, s.reached, s.done)}
	})
}

func (r *Reader) onSaved(msg saved) tea.Cmd {
	k := &r.kept
	if msg.wrote != k.writing {
		return nil // of another page
	}
	if msg.err != nil {
		return r.notSaved(msg.err)
	}
	finished := msg.wrote.done && !k.kept.done
	k.kept, k.writing = *msg.wrote, nil
	if finished {
		r.body.SetItems(r.items())
	}
	if k.now != k.kept {
		return r.save()
	}
	then := k.then
	k.then = nil
	return then
}

// notSaved lets the program say so. Until the learner has chosen, no other
// write begins, so it is said once; what is then written is the newest.
func (r *Reader) notSaved(err error) tea.Cmd {
	write := r.kept.now
	r.kept.writing = &write
	again := save(r.env, r.desk, r.sheet, r.kept.writing)
	return func() tea.Msg { return page.NotSaved{Err: err, Again: again} }
}

// leave does cmd when the place is on disk. A learner who has opened another
// page meanwhile stays there.
func (r *Reader) leave(cmd tea.Cmd) tea.Cmd { return r.Keep(page.By(r, cmd)) }

// Keep writes the place, if it is not yet written, and does then afterwards.
func (r *Reader) Keep(then tea.Cmd) tea.Cmd {
	if r.kept.writing == nil && (r.kept.now == r.kept.kept || r.kept.at != "") {
		return then
	}
	r.kept.then = then
	return r.save()
}
