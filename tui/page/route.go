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
	// Lesson is one lesson.
	Lesson struct{ ID string }
	// Quiz is the questions of one lesson.
	Quiz struct{ Lesson string }
	// Checklist is the questions to ask a provider, of one category when it is
	// named.
	Checklist struct{ Category string }
	// HelpNow is the Help now card.
	HelpNow struct{}
	// KeyHelp explains the keys of the page beneath it.
	KeyHelp struct{}
	// Settings is where the learner chooses language, theme and the like.
	Settings struct{}
)

func (Home) String() string        { return "home" }
func (r Lessons) String() string   { return join("lessons", r.Track) }
func (r Lesson) String() string    { return join("lesson", r.ID) }
func (r Quiz) String() string      { return join("quiz", r.Lesson) }
func (r Checklist) String() string { return join("checklist", r.Category) }
func (HelpNow) String() string     { return "now" }
func (KeyHelp) String() string     { return "keys" }
func (Settings) String() string    { return "settings" }

func join(kind, id string) string {
	if id == "" {
		return kind
	}
	return kind + "/" + id
}

// ParseRoute reads a route as String writes it: "lesson/limits-that-hold".
// Whether the lesson exists is for the page to find out.
func ParseRoute(s string) (Route, error) {
	kind, id, _ := strings.Cut(s, "/")
	needsID := kind == "lesson" || kind == "quiz"
	takesID := needsID || kind == "lessons" || kind == "checklist"
	if needsID && id == "" {
		return nil, fmt.Errorf("%q names no lesson: write %s/ID", s, kind)
	}
	if !takesID && id != "" {
		return nil, fmt.Errorf("%q has nothing after the slash", kind)
	}
	switch kind {
	case "home":
		return Home{}, nil
	case "lessons":
		return Lessons{id}, nil
	case "lesson":
		return Lesson{id}, nil
	case "quiz":
		return Quiz{id}, nil
	case "checklist":
		return Checklist{id}, nil
	case "now":
		return HelpNow{}, nil
	case "keys":
		return KeyHelp{}, nil
	case "settings":
		return Settings{}, nil
	}
	return nil, fmt.Errorf("there is no place called %q", s)
}
