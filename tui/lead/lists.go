package lead

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/agenda"
	"porchlight/internal/group"
	"porchlight/internal/locale"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// write lists the level.
func (l *Lead) write(e *kit.Entries) {
	v, leads := l.view()
	if !leads {
		l.outside(e)
		return
	}
	switch l.at.level {
	case more:
		l.front(e, v)
		l.offer(e, agenda.Question(v)...)
	case box:
		l.boxOf(e, v)
	case boxed:
		l.boxedOf(e, v)
	case steps:
		l.stepsOf(e, v)
	case asking:
		e.Head(l.env.Words.T("lead.do-ask"), "")
		l.offer(e, agenda.Asking(v)...)
	case walls:
		e.Head(l.env.Words.N("lead.do-screens", len(v.Screens)), "")
		l.above(e, agenda.Screens, v)
		l.offer(e, agenda.Walls(v)...)
	case typing, typed:
		l.elsewhere(e, v)
	case leading:
		e.Head(l.env.Words.T("lead.do-leading"), "")
		l.offer(e, agenda.Leads(v)...)
	case sheets, withLesson, ofLesson:
		l.course(e)
	case appointing, appointed, floors, sureEnd, sureErase, leaving:
		l.running(e, v)
	case several, passing, answering, keeping:
		l.round(e, v)
	case ended:
		l.endOf(e, v)
	default:
		l.stand(e, v)
		l.say(e, l.said, l.env.Theme.Strong.Render) // beside what is chosen: always in view
		for _, o := range l.meeting.Agenda.Now(v, l.env.Now().Unix()) {
			l.offer(e, o)
			if o.Name == "next" {
				l.stage(e)
			}
		}
	}
}

// outside is the page of who is not in the room, or leads it no more.
func (l *Lead) outside(e *kit.Entries) {
	w, t := l.env.Words, l.env.Theme
	switch l.at.level {
	case released:
		code := l.seat.Now().All().Code.String()
		e.Say(w.F("lead.released", locale.Args{"Code": code}), t.Plain.Render)
		e.Gap()
		l.choice(e, "join", "lead.take-part", func() tea.Cmd { return page.Replace(page.Room{Entry: code}) })
	case refused:
		e.Gap()
		l.choice(e, "again", "load.again", func() tea.Cmd { l.at, l.said = spot{}, ""; return l.seat.Enter(l.entry) })
	case over:
		words := "room.ended"
		if l.erased {
			words = "lead.erased"
		}
		e.Say(w.T(words), t.Plain.Render)
	default:
		e.Say(w.T("room.entering"), t.Plain.Render)
	}
}

// stage offers the pages of the run sheet, with the notes for who leads.
func (l *Lead) stage(e *kit.Entries) {
	to := page.Stage{Entry: l.entry, Show: l.meeting.Agenda.Route()}
	l.choice(e, "stage", "lead.stage", func() tea.Cmd { return page.Go(to) })
}

// above says what stands before a list.
func (l *Lead) above(e *kit.Entries, name string, v group.LeadView) {
	for _, text := range agenda.Above(l.env.Words, name, v) {
		e.Say(text, l.env.Theme.Quiet.Render)
	}
	e.Gap()
}

// elsewhere lists what is typed in other terminals: to show the room, and to
// write something of it to a file.
func (l *Lead) elsewhere(e *kit.Entries, v group.LeadView) {
	w, t := l.env.Words, l.env.Theme
	all := agenda.Elsewhere(l.seat.Connect(), v.Code, l.seat.Sitting().Return())
	if l.at.level == typing {
		e.Head(w.T("lead.type-what"), "")
		for i, line := range all {
			l.add(e, kit.Item{ID: line.Name, Text: line.For(w)}, func() tea.Cmd { l.own.line = i; return l.to(typed) })
		}
		return
	}
	line := all[l.own.line]
	care := line.Care(w)
	e.Head(line.For(w), "")
	e.Say(care[0], t.Plain.Render)
	e.Say(line.Line, t.Strong.Render)
	e.Gap()
	e.Say(strings.Join(care[1:], " "), t.Plain.Render)
	e.Gap()
	l.choice(e, "back", "lead.type-done", func() tea.Cmd { return l.to(now) })
}

// boxOf lists the questions from the box.
func (l *Lead) boxOf(e *kit.Entries, v group.LeadView) {
	w := l.env.Words
	l.above(e, agenda.Box, v)
	for _, state := range []group.QState{group.OnScreen, group.Held, group.Answered, group.Dismissed} {
		for _, q := range v.Questions {
			if q.State == state {
				l.add(e, kit.Item{ID: "q " + q.ID, Text: q.Text, Right: w.T("lead.box-" + string(state))}, func() tea.Cmd {
					l.at.question = q.ID
					return l.to(boxed)
				})
			}
		}
	}
}

// boxedOf is one question from the box, and what can become of it.
func (l *Lead) boxedOf(e *kit.Entries, v group.LeadView) {
	for _, q := range v.Questions {
		if q.ID == l.at.question {
			e.Say(q.Text, l.env.Theme.Strong.Render)
			e.Say(l.env.Words.T("lead.box-"+string(q.State)), l.env.Theme.Quiet.Render)
			e.Gap()
			if q.State == group.Held { // what a key too many does is safe
				l.choice(e, "keep", "lead.sort-keep", l.onBack)
			}
			for _, o := range agenda.Sorts(q) {
				l.add(e, kit.Item{ID: o.Key(), Text: l.env.Words.T("lead.sort-" + o.Name)}, func() tea.Cmd { return l.take(o) })
			}
		}
	}
}

// stepsOf lists the run sheet, and where the room is in it.
func (l *Lead) stepsOf(e *kit.Entries, v group.LeadView) {
	w, plan := l.env.Words, l.meeting.Agenda
	e.Head(plan.Title, "")
	l.times(e, v)
	e.Gap()
	at, begun := plan.At(v)
	for i, o := range plan.Begins(v, l.env.Now().Unix()) {
		signs := strings.Join(plan.Signs(i, begun && i == at, w), "; ")
		l.add(e, kit.Item{ID: o.Key(), Text: o.Words(w), Right: signs}, func() tea.Cmd { return l.take(o) })
	}
	l.choice(e, "sheets", "lead.do-sheets", l.fetchSheets)
}

// course lists what can be chosen from the course.
func (l *Lead) course(e *kit.Entries) {
	w := l.env.Words
	switch l.at.level {
	case sheets:
		e.Head(w.T("lead.choose-sheet"), "")
		for _, s := range l.own.found.showing.Sheets {
			l.add(e, kit.Item{ID: string(s.ID), Text: s.Title, Right: w.N("present.minutes", s.Minutes)}, func() tea.Cmd { return l.goBy(s) })
		}
	case withLesson:
		e.Head(w.T("lead.choose-lesson"), "")
		for _, t := range l.own.found.showing.Tracks {
			e.Gap()
			e.Head(t.Track.Title, "")
			for _, p := range t.Lessons {
				if p.HasQuiz {
					l.add(e, kit.Item{ID: string(p.Lesson.ID), Text: p.Lesson.Title}, func() tea.Cmd { return l.fetchPolls(p.Lesson.ID) })
				}
			}
		}
	case ofLesson:
		if len(l.own.found.polls) == 0 {
			e.Say(w.T("lead.no-questions"), l.env.Theme.Plain.Render)
		}
		for _, p := range l.own.found.polls {
			l.offer(e, agenda.Asks(p))
		}
	}
}

// floorsOffered are the floors to choose from, as far as they make sense.
var floorsOffered = []int{3, 4, 5, 6, 8, 10, 15, 20}

// running lists what concerns the room and who leads it.
func (l *Lead) running(e *kit.Entries, v group.LeadView) {
	w, t := l.env.Words, l.env.Theme
	switch l.at.level {
	case appointing:
		e.Head(w.T("lead.do-appoint"), "")
		l.choice(e, "co", "room.appoint-co", func() tea.Cmd { return l.appoint(group.CoFacilitator) })
		l.choice(e, "too", "room.appoint-too", func() tea.Cmd { return l.appoint(group.Facilitator) })
	case appointed:
		e.Say(w.F("room.appointed", locale.Args{"Entry": "lead/" + l.own.lead.Entry}), t.Strong.Render)
		e.Say(w.F("lead.tag", locale.Args{"Tag": l.own.lead.Tag}), t.Plain.Render)
		e.Gap()
		l.choice(e, "done", "lead.given", func() tea.Cmd { l.own.lead = agenda.Appointed{}; return l.to(leading) })
	case floors:
		e.Say(w.F("lead.floor-ask", locale.Args{"N": v.Floor}), t.Plain.Render)
		e.Gap()
		for _, n := range floorsOffered {
			text := w.N("lead.floor", n)
			l.add(e, kit.Item{ID: text, Text: text}, func() tea.Cmd {
				return l.acts(did{w.F("lead.did", locale.Args{"What": text}), leading}, group.SetFloor{Floor: n})
			})
		}
	case sureEnd:
		e.Say(w.T("lead.end-ask"), t.Strong.Render)
		e.Gap()
		l.choice(e, "no", "lead.go-on", l.onBack)
		l.choice(e, "yes", "lead.do-end", func() tea.Cmd { return l.acts(did{to: ended}, group.End{}) })
	case sureErase:
		e.Say(w.T("lead.erase-ask"), t.Strong.Render)
		e.Gap()
		l.choice(e, "no", "lead.go-on", l.onBack)
		l.choice(e, "yes", "lead.do-erase", l.erase)
	case leaving:
		e.Say(w.F("lead.leave-ask", locale.Args{"Entry": l.entry}), t.Strong.Render)
		if l.seat.Waits() {
			e.Say(w.T("room.unsent"), t.Strong.Render)
		}
		e.Gap()
		l.choice(e, "stay", "lead.stay", func() tea.Cmd { return l.to(now) })
		l.choice(e, "leave", "lead.leave-now", func() tea.Cmd { return page.Back })
	}
}

// onBack leaves the level.
func (l *Lead) onBack() tea.Cmd { return l.back() }
