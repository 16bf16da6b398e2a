package lead

import (
	tea "charm.land/bubbletea/v2"

	"porchlight/lessons"
	"porchlight/tui/page"
)

// A level is what the page lists, or asks for.
type level int

const (
	entering   level = iota
	refused          // the entry leads nowhere
	now              // how things stand, and what comes next
	more             // the rest of what can be done with the question in front
	box              // the question box
	boxed            // one question of it
	steps            // the run sheet
	sheets           // run sheets to choose from
	asking           // what else can be asked
	withLesson       // lessons to choose a question from
	ofLesson         // the questions of one
	walls            // the screens that all look at
	typing           // what can be typed elsewhere
	typed            // one line of it
	leading          // who leads, and the end
	appointing       // as what somebody is to lead
	appointed        // what to give them
	floors           // below how many answers nothing is shown
	sureEnd          // whether the group is to end
	sureErase        // whether all of it is to be erased
	leaving          // whether this page is to be left
	hands            // numbers are typed
	composing        // a question is typed
	several          // whether it may have several answers
	passing          // the keyboard goes to the next person
	answering        // one of them answers
	keeping          // and looks at it once more
	ended            // what everybody saw
	over             // the room is no more
	released         // the key leads no more
)

// A spot is where in the page whoever leads is.
type spot struct {
	level    level
	row      string // the item to put the cursor on
	moved    bool   // the cursor was: until then it is on the first item
	poll     string // the id of the question in front, where it is about that
	question string // the id of a question from the box
	lesson   lessons.ID
}

// typing reports whether letters go into a field.
func (s spot) typing() bool { return s.level == hands || s.level == composing }

// afterEnd reports whether a spot is one for a room that has ended.
func (s spot) afterEnd() bool { return s.level == ended || s.level == sureErase }

// passes reports whether a spot is for a keyboard that goes round.
func (s spot) passes() bool { return s.level == passing || s.level == answering || s.level == keeping }

// leaves reports whether a spot is on the way out.
func (s spot) leaves() bool { return s.level == leaving }

// heads reports whether a spot is for a facilitator alone.
func (s spot) heads() bool {
	switch s.level {
	case leading, appointing, appointed, floors, sureEnd, sureErase:
		return true
	}
	return false
}

// ofFront reports whether a spot is about the question in front.
func (s spot) ofFront() bool { return s.poll != "" }

// to goes to a level.
func (l *Lead) to(to level) tea.Cmd {
	l.said, l.failed = "", false
	front := ""
	switch to {
	case more, hands, passing, answering, keeping:
		front = l.at.poll
		if v, ok := l.view(); ok && v.Front != nil {
			front = v.Front.ID
		}
	}
	l.at = spot{level: to, poll: front, question: l.at.question, lesson: l.at.lesson}
	return nil
}

// parents are the levels that others were opened from.
var parents = map[level]level{
	more: now, box: now, boxed: box, steps: now, asking: now, withLesson: asking, ofLesson: withLesson, leading: now, walls: now, typing: now, typed: typing,
	appointing: leading, appointed: leading, floors: leading, sureEnd: leading, leaving: now, hands: more, composing: asking,
	several: asking, passing: more, answering: passing, keeping: answering, now: leaving,
}

// back leaves a level: to the one it was opened from, or the page.
func (l *Lead) back() tea.Cmd {
	to, known := parents[l.at.level]
	v, _ := l.view()
	switch {
	case l.at.level == sheets && v.Sheet != "":
		to, known = steps, true
	case l.at.level == sheets:
		to, known = now, true
	case l.at.level == sureErase && v.Ended:
		to, known = ended, true
	case l.at.level == sureErase:
		to, known = leading, true
	}
	if !known {
		return page.Back
	}
	l.to(to)
	l.draw()
	return nil
}
