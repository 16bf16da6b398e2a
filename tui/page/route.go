package page

import (
	"fmt"
	"strings"
)

// Route names a place in the program; the program alone turns it into a Page.
// The same routes are typed after the command's name.
type Route interface{ String() string }

type (
	// Home is where the learner starts.
	Home struct{}
	// Lessons is the list of lessons, of one track when it is named.
	Lessons struct{ Track string }
	// Lesson is one lesson, opened at a paragraph when it is named.
	Lesson struct{ ID, At string }
	// Quiz is the questions of one lesson.
	Quiz struct{ Lesson string }
	// Checklist is the questions to ask a provider, of one category when it is
	// named, opened at a question when that is named too.
	Checklist struct{ Category, Question string }
	// HelpNow is the Help now card.
	HelpNow struct{}
	// KeyHelp explains the keys of the page beneath it.
	KeyHelp struct{}
	// Settings is where the learner chooses language, theme and the like.
	Settings struct{}
	// Exercises is the menu of what one can practise.
	Exercises struct{}
	// Tools is the menu of what helps besides lessons.
	Tools struct{}
	// Map is the course at a glance: done, next, optional, minutes left.
	Map struct{}
	// Path is the few questions that choose which lessons come first.
	Path struct{}
	// Pair is the same questions before and after a lesson, or a whole track.
	Pair struct{ Lesson string }
	// Pairs is where there is something to ask before and after.
	Pairs struct{}
	// Practices is the list of conversations to practise.
	Practices struct{}
	// Practice is one conversation.
	Practice struct{ ID string }
	// Reword is one's own sentence, held against the seven parts.
	Reword struct{}
	// Reflections is the list of reflections.
	Reflections struct{}
	// Reflection is one private look at how things are.
	Reflection struct{ ID string }
	// Review is today's few cards.
	Review struct{}
	// Search finds words in everything the course holds.
	Search struct{ Words string }
	// Glossary is the words explained, opened at a term when it is named.
	Glossary struct{ Term string }
	// Note is what the learner puts on one paragraph of a lesson.
	Note struct{ Lesson, At string }
	// Notes is what the learner marked and wrote while reading.
	Notes struct{}
	// Worksheets is the list of worksheets.
	Worksheets struct{}
	// Worksheet is one worksheet.
	Worksheet struct{ ID string }
	// Providers is the programs the learner is asking.
	Providers struct{}
	// Call is the questions asked of one provider, one at a time.
	Call struct{ Provider string }
	// Compare is the providers side by side.
	Compare struct{}
	// Plan is a week of a program, and what it may cost.
	Plan struct{}
	// Handouts is what can be printed, or how to print What is named.
	Handouts struct{ What string }
	// TakeHome is five words to go on with elsewhere.
	TakeHome struct{}
	// Intents is what the learner said they would try.
	Intents struct{}
	// Intent is what they took to try from one lesson.
	Intent struct{ Lesson string }
	// Shows is what can be shown to a group.
	Shows struct{}
	// Present is a lesson, page by page, for a group.
	Present struct{ ID string }
	// Session is a run sheet, played for a group.
	Session struct{ ID string }
	// Room is a live room for one of the group. Entry is what they typed to come
	// in: a code, with a key behind it to come back to a seat; or nothing yet.
	// An entry may hold a key: it is never kept, and never logged.
	Room struct{ Entry string }
	// Lead is a live room for whoever leads it.
	Lead struct{ Entry string }
	// Screen is a live room for a screen that all look at.
	Screen struct{ Entry string }
	// Stage is what whoever leads a live room shows there: "present/ID",
	// "session/ID", "now" for what is shown already, or the list of what can be
	// shown. Its entry holds a key, as Room's may.
	Stage struct{ Entry, Show string }
	// Traces is what stays behind on a computer, and what to do about it.
	Traces struct{}
)

func (Home) String() string         { return "home" }
func (r Lessons) String() string    { return join("lessons", r.Track) }
func (r Lesson) String() string     { return join("lesson", join(r.ID, r.At)) }
func (r Quiz) String() string       { return join("quiz", r.Lesson) }
func (r Checklist) String() string  { return join("checklist", join(r.Category, r.Question)) }
func (HelpNow) String() string      { return "now" }
func (KeyHelp) String() string      { return "keys" }
func (Settings) String() string     { return "settings" }
func (Exercises) String() string    { return "exercises" }
func (Tools) String() string        { return "tools" }
func (Map) String() string          { return "map" }
func (Path) String() string         { return "path" }
func (r Pair) String() string       { return join("pair", r.Lesson) }
func (Pairs) String() string        { return "pairs" }
func (Practices) String() string    { return "practices" }
func (r Practice) String() string   { return join("practice", r.ID) }
func (Reword) String() string       { return "reword" }
func (Reflections) String() string  { return "reflections" }
func (r Reflection) String() string { return join("reflection", r.ID) }
func (Review) String() string       { return "review" }
func (r Search) String() string     { return join("search", r.Words) }
func (r Glossary) String() string   { return join("glossary", r.Term) }
func (Notes) String() string        { return "notes" }
func (r Note) String() string       { return join("note", join(r.Lesson, r.At)) }
func (Worksheets) String() string   { return "worksheets" }
func (r Worksheet) String() string  { return join("worksheet", r.ID) }
func (Providers) String() string    { return "providers" }
func (r Call) String() string       { return join("call", r.Provider) }
func (Compare) String() string      { return "compare" }
func (Plan) String() string         { return "plan" }
func (r Handouts) String() string   { return join("handouts", r.What) }
func (TakeHome) String() string     { return "take-home" }
func (Intents) String() string      { return "to-try" }
func (r Intent) String() string     { return join("to-try", r.Lesson) }
func (Shows) String() string        { return "shows" }
func (r Present) String() string    { return join("present", r.ID) }
func (r Session) String() string    { return join("session", r.ID) }
func (r Room) String() string       { return join("room", r.Entry) }
func (r Lead) String() string       { return join("lead", r.Entry) }
func (r Screen) String() string     { return join("screen", r.Entry) }
func (r Stage) String() string      { return join("stage", join(r.Entry, r.Show)) }
func (Traces) String() string       { return "traces" }

// two takes a name apart that may have a place within it.
func two(id string, within func(id, at string) Route) Route {
	name, at, _ := strings.Cut(id, "/")
	return within(name, at)
}

func join(kind, id string) string {
	if id == "" {
		return kind
	}
	return kind + "/" + id
}

// A place is how a kind of route is written: alone, or with an id.
type place struct {
	alone  Route              // without an id; nil where it needs one
	within func(string) Route // with an id; nil where it takes none
}

var places = map[string]place{
	"home":        {alone: Home{}},
	"lessons":     {Lessons{}, func(id string) Route { return Lessons{id} }},
	"lesson":      {nil, func(id string) Route { return two(id, func(id, at string) Route { return Lesson{id, at} }) }},
	"quiz":        {nil, func(id string) Route { return Quiz{id} }},
	"checklist":   {Checklist{}, func(id string) Route { return two(id, func(c, q string) Route { return Checklist{c, q} }) }},
	"now":         {alone: HelpNow{}},
	"keys":        {alone: KeyHelp{}},
	"settings":    {alone: Settings{}},
	"exercises":   {alone: Exercises{}},
	"tools":       {alone: Tools{}},
	"map":         {alone: Map{}},
	"path":        {alone: Path{}},
	"pair":        {Pairs{}, func(id string) Route { return Pair{id} }},
	"pairs":       {alone: Pairs{}},
	"practices":   {alone: Practices{}},
	"practice":    {Practices{}, func(id string) Route { return Practice{id} }},
	"reword":      {alone: Reword{}},
	"reflections": {alone: Reflections{}},
	"reflection":  {Reflections{}, func(id string) Route { return Reflection{id} }},
	"review":      {alone: Review{}},
	"search":      {Search{}, func(words string) Route { return Search{words} }},
	"glossary":    {Glossary{}, func(id string) Route { return Glossary{id} }},
	"notes":       {alone: Notes{}},
	"note":        {Notes{}, func(id string) Route { return two(id, func(l, at string) Route { return Note{l, at} }) }},
	"worksheets":  {alone: Worksheets{}},
	"worksheet":   {Worksheets{}, func(id string) Route { return Worksheet{id} }},
	"providers":   {alone: Providers{}},
	"call":        {nil, func(id string) Route { return Call{id} }},
	"compare":     {alone: Compare{}},
	"plan":        {alone: Plan{}},
	"handouts":    {Handouts{}, func(what string) Route { return Handouts{what} }},
	"to-try":      {Intents{}, func(id string) Route { return Intent{id} }},
	"shows":       {alone: Shows{}},
	"present":     {Shows{}, func(id string) Route { return Present{id} }},
	"session":     {Shows{}, func(id string) Route { return Session{id} }},
	"room":        {Room{}, func(entry string) Route { return Room{entry} }},
	"lead":        {Room{}, func(entry string) Route { return Lead{entry} }},
	"screen":      {Screen{}, func(entry string) Route { return Screen{entry} }},
	"stage":       {Room{}, func(entry string) Route { return two(entry, func(e, show string) Route { return Stage{e, show} }) }},
	"traces":      {alone: Traces{}},
	"take-home":   {alone: TakeHome{}},
}

// ParseRoute reads a route as String writes it: "lesson/limits-that-hold".
// Whether the lesson exists is for the page to find out.
func ParseRoute(s string) (Route, error) {
	kind, id, _ := strings.Cut(s, "/")
	p, ok := places[kind]
	switch {
	case !ok:
		return nil, fmt.Errorf("there is no place called %q", s)
	case id == "" && p.alone == nil:
		return nil, fmt.Errorf("%q names nothing: write %s/ID", s, kind)
	case id == "":
		return p.alone, nil
	case p.within == nil:
		return nil, fmt.Errorf("%q has nothing after the slash", kind)
	}
	return p.within(id), nil
}
