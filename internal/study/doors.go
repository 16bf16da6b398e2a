package study

import (
	"context"

	"porchlight/internal/locale"
)

// A Door is a line of a menu below home: a place that both faces can open. To
// add a place to a menu, add its Door here; line mode opens it in
// internal/line/open.go and the screen in tui/open.go.
type Door struct {
	To    string // the place, as it is typed after the command: "checklist"
	Words string // the name of the words to call it by
	About string // the name of the words that say what it is, where its name does not
	// State says in a few words how things stand there. It is nil where there
	// is nothing to say, and may return "".
	State func(context.Context, *Desk, *locale.Words) (string, error)
	// Shut reports that there is nothing behind the door for this learner; nil
	// means never.
	Shut func(*Desk) bool
}

// Exercises returns what one can practise, in the order of the menu.
func Exercises() []Door {
	return []Door{
		{To: "review", Words: "review.door", About: "door.about-review", State: reviewing},
		{To: "to-try", Words: "try.title", About: "door.about-to-try", State: trying},
		{To: "practices", Words: "practice.title", About: "door.about-practices"},
		{To: "reword", Words: "reword.title", About: "door.about-reword"},
		{To: "reflections", Words: "reflect.title", About: "door.about-reflections"},
		{To: "pairs", Words: "door.pairs", About: "door.about-pairs"},
	}
}

// Tools returns what helps besides lessons, in the order of the menu.
func Tools() []Door {
	return []Door{
		{To: "checklist", Words: "door.checklist", State: asking},
		{To: "providers", Words: "door.providers"},
		{To: "plan", Words: "door.plan"},
		{To: "worksheets", Words: "door.worksheets", State: writing},
		{To: "search", Words: "search.door"},
		{To: "glossary", Words: "term.door"},
		{To: "notes", Words: "note.door", State: marking},
		{To: "handouts", Words: "door.handouts"},
		{To: "shows", Words: "present.door"},
		{To: "room", Words: "room.door"},
		{To: "take-home", Words: "takehome.door", State: taking, Shut: func(d *Desk) bool { return !d.CanTakeHome() }},
		{To: "traces", Words: "traces.title", Shut: (*Desk).Visit},
		{To: "traces", Words: "traces.title-visit", Shut: func(d *Desk) bool { return !d.Visit() }},
		{To: "map", Words: "map.title"},
	}
}

// A Sign is a Door with its words written on it.
type Sign struct {
	To, Text, State, About string
}

// Signs writes the words on the doors that are not shut. A state that cannot be read ends it: the
// face says so and offers to try again.
func (d *Desk) Signs(ctx context.Context, doors []Door, w *locale.Words) ([]Sign, error) {
	signs := make([]Sign, 0, len(doors))
	for _, door := range doors {
		if door.Shut != nil && door.Shut(d) {
			continue
		}
		sign := Sign{To: door.To, Text: w.T(door.Words)}
		if door.About != "" {
			sign.About = w.T(door.About)
		}
		if door.State != nil {
			var err error
			if sign.State, err = door.State(ctx, d, w); err != nil {
				return nil, err
			}
		}
		signs = append(signs, sign)
	}
	return signs, nil
}

// asking says how many of the questions for providers were asked.
func asking(ctx context.Context, d *Desk, w *locale.Words) (string, error) {
	groups, err := d.Checklist(ctx)
	if err != nil {
		return "", err
	}
	asked, of := 0, 0
	for _, g := range groups {
		asked, of = asked+g.Asked(), of+len(g.Checks)
	}
	return w.F("door.asked", locale.Args{"Asked": asked, "Of": of}), nil
}
