package lead

import (
	"context"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/agenda"
	"porchlight/internal/group"
	"porchlight/internal/group/say"
	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/page"
)

// did names what is done in the room: what to say of it, and where to go then.
type did struct {
	said string
	to   level
}

func (l *Lead) onDid(d did, late bool) {
	if late && l.at.passes() {
		return // somebody else has the keyboard by now
	}
	l.to(d.to)
	l.said = say.Done(l.env.Words, d.said, late)
}

// onWaits says that what was done is not sent yet. While a keyboard goes round
// the next person need not wait for it, nor see the answer of the one before.
func (l *Lead) onWaits() {
	l.said = l.env.Words.T("room.not-yet")
	if l.at.level == keeping {
		l.to(passing)
		l.said = l.env.Words.T("lead.pass-waits")
	}
}

// refused says why something was not done.
func (l *Lead) refused(why string) {
	l.erased = false
	l.said, l.failed, l.failedAt = why, true, l.gist()
}

// gist is how the question stands that everybody sees.
func (l *Lead) gist() string {
	v, ok := l.view()
	if !ok || v.Front == nil {
		return ""
	}
	return fmt.Sprint(v.Front.ID, v.Front.Status, v.Front.Answers, v.Hands[v.Front.ID].People)
}

// acts does actions in their order, up to the first that is refused.
func (l *Lead) acts(d did, acts ...group.Action) tea.Cmd {
	return l.seat.Do(d, func(ctx context.Context, in *group.Sitting) (group.Snapshot, error) { return in.DoAll(ctx, acts...) })
}

// take does what is offered, or goes where it is listed or asked for.
func (l *Lead) take(o agenda.Offer) tea.Cmd {
	if len(o.Do) > 0 {
		to := now
		if l.at.level == boxed {
			to = box
		} else if l.at.level == leading || l.at.level == walls {
			to = l.at.level
		}
		return l.acts(did{l.env.Words.F("lead.did", locale.Args{"What": o.Words(l.env.Words)}), to}, o.Do...)
	}
	if to, lists := lists[o.Name]; lists {
		return l.to(to)
	}
	switch o.Name {
	case agenda.Sheet:
		return l.toSteps()
	case agenda.Sheets:
		return l.fetchSheets()
	case agenda.Lesson:
		return l.fetchLessons()
	case agenda.Present:
		return page.Go(page.Stage{Entry: l.entry})
	}
	return l.begin(o.Name)
}

// lists are the levels that offers lead to.
var lists = map[string]level{
	agenda.More: more, agenda.Box: box, agenda.Ask: asking, agenda.Screens: walls, agenda.Typing: typing, agenda.Leading: leading,
	agenda.Appoint: appointing, agenda.Floor: floors, agenda.End: sureEnd, agenda.Erase: sureErase,
}

// toSteps goes to the run sheet, with the cursor on what comes next.
func (l *Lead) toSteps() tea.Cmd {
	l.to(steps)
	if v, ok := l.view(); ok {
		if next, any := l.meeting.Agenda.Next(v); any {
			l.at.row, l.at.moved = l.meeting.Agenda.Begins(v, 0)[next].Key(), true
		}
	}
	return nil
}

// begin begins what is typed, or passed round.
func (l *Lead) begin(name string) tea.Cmd {
	v, ok := l.view()
	switch {
	case !ok:
	case name == agenda.Compose:
		l.compose()
	case v.Front == nil:
	case name == agenda.Hands:
		l.handsOf(v)
	case name == agenda.Pass:
		l.to(passing)
	}
	return nil
}

// appoint makes a key for somebody else to lead with.
func (l *Lead) appoint(as group.Role) tea.Cmd {
	v, ok := l.view()
	if !ok {
		return nil
	}
	l.own.lead = agenda.NewLead(v.View, as)
	return l.acts(did{to: appointed}, l.own.lead.Do)
}

// erase removes the room with all that is known of it.
func (l *Lead) erase() tea.Cmd {
	l.erased = true // the room may be gone before this is answered
	return l.seat.Do(did{to: over}, func(ctx context.Context, in *group.Sitting) (group.Snapshot, error) {
		return group.Snapshot{}, in.Erase(ctx)
	})
}

// found is what the desk was asked for.
type found struct {
	meeting study.Meeting
	showing study.Showing
	polls   []group.Poll
}

// plan asks for the run sheet that the room goes by, where it is another one
// than is known.
func (l *Lead) plan() tea.Cmd {
	v, ok := l.view()
	if !ok || v.Sheet == l.own.sheet || l.work.Busy() {
		return nil
	}
	sheet, desk, words := v.Sheet, l.desk, l.env.Words
	l.own.sheet = sheet
	return l.work.Fetch(l.env, func(ctx context.Context) (f found, err error) {
		f.meeting, err = desk.Meeting(ctx, lessons.RunSheetID(sheet), words)
		return f, err
	}, func(l *Lead, f found, err error) tea.Cmd {
		if err != nil && !errors.Is(err, lessons.ErrNoRunSheet) {
			l.said, l.own.sheet = l.env.Words.T("load.failed"), "" // to be tried again
		}
		l.meeting = f.meeting
		l.draw()
		return nil
	})
}

// fetch asks the desk for something, and goes to a level with it.
func (l *Lead) fetch(to level, do func(context.Context) (found, error)) tea.Cmd {
	return l.work.Fetch(l.env, do, func(l *Lead, f found, err error) tea.Cmd {
		if l.to(to); err != nil {
			l.to(now)
			l.said = l.env.Words.T("load.failed")
		}
		l.own.found = f
		l.draw()
		return nil
	})
}

func (l *Lead) fetchSheets() tea.Cmd { return l.fetchShowing(sheets) }

func (l *Lead) fetchLessons() tea.Cmd { return l.fetchShowing(withLesson) }

func (l *Lead) fetchShowing(to level) tea.Cmd {
	desk := l.desk
	return l.fetch(to, func(ctx context.Context) (f found, err error) {
		f.showing, err = desk.Showing(ctx)
		return f, err
	})
}

func (l *Lead) fetchPolls(id lessons.ID) tea.Cmd {
	desk, showing := l.desk, l.own.found.showing
	return l.fetch(ofLesson, func(ctx context.Context) (found, error) {
		polls, err := desk.Polls(ctx, id)
		return found{polls: polls, showing: showing}, err
	})
}

// goBy has the room go by a run sheet.
func (l *Lead) goBy(s lessons.RunSheet) tea.Cmd {
	desk, words := l.desk, l.env.Words
	return l.seat.Do(did{words.F("lead.did", locale.Args{"What": s.Title}), now}, func(ctx context.Context, in *group.Sitting) (group.Snapshot, error) {
		m, err := desk.Meeting(ctx, s.ID, words)
		if err != nil {
			return group.Snapshot{}, err
		}
		return in.DoAll(ctx, m.Agenda.Acts()...)
	})
}
