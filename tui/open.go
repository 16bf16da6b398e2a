package tui

import (
	"slices"

	"porchlight/internal/follow"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/call"
	"porchlight/tui/checklist"
	"porchlight/tui/compare"
	"porchlight/tui/contents"
	"porchlight/tui/coursemap"
	"porchlight/tui/doors"
	"porchlight/tui/drill"
	"porchlight/tui/glossary"
	"porchlight/tui/handouts"
	"porchlight/tui/home"
	"porchlight/tui/intents"
	"porchlight/tui/keyhelp"
	"porchlight/tui/lead"
	"porchlight/tui/notes"
	"porchlight/tui/now"
	"porchlight/tui/page"
	"porchlight/tui/pairs"
	"porchlight/tui/path"
	"porchlight/tui/plan"
	"porchlight/tui/practice"
	"porchlight/tui/present"
	"porchlight/tui/providers"
	"porchlight/tui/reader"
	"porchlight/tui/reflect"
	"porchlight/tui/review"
	"porchlight/tui/reword"
	"porchlight/tui/room"
	"porchlight/tui/screen"
	"porchlight/tui/search"
	"porchlight/tui/settings"
	"porchlight/tui/takehome"
	"porchlight/tui/traces"
	"porchlight/tui/worksheet"
)

// open builds the page of a route, home for one it does not know. This file is
// the only place that knows every page. The page below is what KeyHelp explains.
func (p *Program) open(r page.Route, below page.Page) page.Page {
	for _, open := range []func(page.Route) page.Page{p.toRead, p.toAnswer, p.toCall, p.toMeet} {
		if opened := open(r); opened != nil {
			return opened
		}
	}
	env, desk := p.env, p.o.Desk
	switch r := r.(type) {
	case page.HelpNow:
		return now.New(env, desk)
	case page.KeyHelp:
		return keyhelp.New(env, below)
	case page.Settings:
		return settings.New(env, desk, p.o.Settings)
	case page.TakeHome:
		return takehome.New(env, desk)
	case page.Traces:
		return traces.New(env, desk)
	case page.Handouts:
		return p.paper(r.What)
	case page.Exercises:
		return doors.New(env, desk, study.Exercises(), "home.exercises")
	case page.Tools:
		return doors.New(env, desk, p.tools(), "home.tools")
	}
	return home.New(env, desk)
}

// toRead builds the pages of what is read, and of what is put beside it.
func (p *Program) toRead(r page.Route) page.Page {
	env, desk := p.env, p.o.Desk
	switch r := r.(type) {
	case page.Lessons:
		return contents.New(env, desk, r.Track)
	case page.Lesson:
		return reader.New(env, desk, p.o.Sheets, lessons.ID(r.ID), r.At)
	case page.Map:
		return coursemap.New(env, desk)
	case page.Path:
		return path.New(env, desk)
	case page.Notes:
		return notes.NewList(env, desk)
	case page.Note:
		return notes.New(env, desk, r.Lesson, r.At)
	case page.Glossary:
		return glossary.New(env, desk, r.Term)
	case page.Search:
		return search.New(env, desk, r.Words)
	case page.Intents:
		return intents.NewList(env, desk)
	case page.Intent:
		return intents.New(env, desk, lessons.ID(r.Lesson))
	}
	return nil
}

// toAnswer builds the pages on which the learner answers or tries words.
func (p *Program) toAnswer(r page.Route) page.Page {
	env, desk := p.env, p.o.Desk
	switch r := r.(type) {
	case page.Quiz:
		return drill.New(env, desk, lessons.ID(r.Lesson))
	case page.Pairs:
		return pairs.New(env, desk)
	case page.Pair:
		return drill.NewPair(env, desk, r.Lesson)
	case page.Review:
		return review.New(env, desk)
	case page.Practices:
		return practice.NewList(env, desk)
	case page.Practice:
		return practice.New(env, desk, r.ID)
	case page.Reword:
		return reword.New(env, desk)
	case page.Reflections:
		return reflect.NewList(env, desk)
	case page.Reflection:
		return reflect.New(env, desk, r.ID)
	}
	return nil
}

// toCall builds the pages for calling treatment programs, and those to fill in.
func (p *Program) toCall(r page.Route) page.Page {
	env, desk := p.env, p.o.Desk
	switch r := r.(type) {
	case page.Checklist:
		return checklist.New(env, desk, r.Category, r.Question)
	case page.Providers:
		return providers.New(env, desk)
	case page.Call:
		return call.New(env, desk, r.Provider)
	case page.Compare:
		return compare.New(env, desk)
	case page.Plan:
		return plan.New(env, desk)
	case page.Worksheets:
		return worksheet.NewList(env, desk)
	case page.Worksheet:
		return worksheet.New(env, desk, lessons.WorksheetID(r.ID))
	}
	return nil
}

// toMeet builds the pages of a group: shows, and live rooms.
func (p *Program) toMeet(r page.Route) page.Page {
	switch r := r.(type) {
	case page.Shows:
		return present.NewList(p.env, p.o.Desk)
	case page.Present, page.Session:
		return present.New(p.env, p.o.Desk, p.o.Sheets, p.stage(), r)
	case page.Lead:
		return p.lead(r.Entry)
	case page.Room:
		return p.room(r.Entry)
	case page.Screen:
		return p.screen(r.Entry)
	case page.Stage:
		return p.onStage(r)
	}
	return nil
}

// paper builds the page that prints something, or the list of what can be
// printed. Where nothing may be written it is home.
func (p *Program) paper(what string) page.Page {
	switch {
	case !p.env.Paper:
		return home.New(p.env, p.o.Desk)
	case what == "":
		return handouts.NewList(p.env, p.o.Desk)
	}
	return handouts.New(p.env, p.o.Desk, *p.o.Office, what)
}

// lead builds the page of who leads a live room. Where there are no rooms it is
// home.
func (p *Program) lead(entry string) page.Page {
	if p.hall == nil {
		return home.New(p.env, p.o.Desk)
	}
	return lead.New(p.env, p.o.Desk, p.hall, p.stage().Clock, entry)
}

// room builds the page of a live room. Where there are no rooms it is home.
func (p *Program) room(entry string) page.Page {
	if p.hall == nil {
		return home.New(p.env, p.o.Desk)
	}
	return room.New(p.env, p.o.Desk, p.o.Sheets, p.hall, entry)
}

// screen builds the page of a room that all look at. Without a code that is
// asked for first.
func (p *Program) screen(entry string) page.Page {
	switch {
	case p.hall == nil:
		return home.New(p.env, p.o.Desk)
	case entry == "":
		return room.NewTo(p.env, p.hall, func(typed string) page.Route { return page.Screen{Entry: typed} })
	}
	return screen.New(p.env, p.hall, p.o.Desk, p.o.Sheets, p.o.Stage.Clock, entry)
}

// onStage builds the page of a show in a live room, or the list of what can be
// shown there.
func (p *Program) onStage(r page.Stage) page.Page {
	switch {
	case p.hall == nil:
		return home.New(p.env, p.o.Desk)
	case r.Show == "":
		return present.NewStageList(p.env, p.o.Desk, r.Entry)
	}
	return present.NewStage(p.env, p.hall, p.o.Desk, p.o.Sheets, p.stage(), r)
}

// tools is the doors of that menu, without printing where nothing may be
// written, without a show where anyone may sit down next, and without a group
// where there are no rooms.
func (p *Program) tools() []study.Door {
	return slices.DeleteFunc(study.Tools(), func(d study.Door) bool {
		return d.To == "handouts" && !p.env.Paper || d.To == "shows" && p.env.Public || d.To == "room" && p.hall == nil
	})
}

// stage is what a show has around it: no clock for those who want no motion.
func (p *Program) stage() follow.Stage {
	stage := p.o.Stage
	if p.o.Settings.Still {
		stage.Clock = nil
	}
	return stage
}
