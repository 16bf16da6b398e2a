package quiz

type (
	// ReflectionID names a reflection for ever: a slug, "how-am-i-doing".
	ReflectionID string
	// ItemID names an item within its reflection.
	ItemID string
)

// A Reflection is a private look at how things are. It diagnoses nobody, and
// nothing in it is added up.
type Reflection struct {
	ID      ReflectionID
	Lang    Lang // the language it is written in
	Title   string
	Intro   string   // may have several lines
	Scale   []string // the answers, in order
	Items   []Item
	Closing string // may have several lines
}

// An Item is one thing to look at. Answers are places on the scale, from 0.
type Item struct {
	ID     ItemID
	Area   string // of life, for readers: "Sleep and health"
	Ask    string
	LookAt []int // the answers after which the lesson is offered
	Lesson LessonID
	Word   string // one kind line shown with the lesson
	Unsafe []int  // the answers that lead to safety before all else
}

// Item returns the item with the given id.
func (r Reflection) Item(id ItemID) (Item, bool) {
	for _, i := range r.Items {
		if i.ID == id {
			return i, true
		}
	}
	return Item{}, false
}
