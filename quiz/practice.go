package quiz

type (
	// PracticeID names a practice for ever: a slug, "cash-at-the-door".
	PracticeID string
	// PlaceID names a step or an ending within its practice.
	PlaceID string
	// ReplyID names a reply within its step.
	ReplyID string
)

// Anyone is the relationship of a practice that is for everybody.
const Anyone = "any"

// Relationships returns who the other person of a practice can be to the
// learner.
func Relationships() []string {
	return []string{"parent", "partner", "grown-child", "sibling", "friend", Anyone}
}

// A Practice is a conversation to try out. The learner chooses what to say; the
// other person answers, and may say no to a perfect sentence.
type Practice struct {
	ID           PracticeID
	Lang         Lang // the language it is written in
	Title        string
	Lesson       LessonID
	Relationship string // one of Relationships
	You          string // who the learner speaks as
	They         string // who the other person is
	Scene        string // what happens before; may have several lines
	Safety       string // said before the scene; often empty
	Start        PlaceID
	Steps        []Step
	Endings      []Ending
}

// A Step is something the other person says, and what can be said back.
type Step struct {
	ID      PlaceID
	They    string // may have several lines
	Replies []Reply
}

// A Reply is one thing to say back.
type Reply struct {
	ID    ReplyID
	Say   string
	Grade Grade
	Lands string // how it lands with the other person; may have several lines
	Why   string
	To    PlaceID // the step or the ending that follows
}

// An Ending is where a conversation comes to rest.
type Ending struct {
	ID   PlaceID
	Text string // may have several lines
	Why  string
}

// Grade is how a reply serves the talk. It is shown with a reason and adds up
// to nothing.
type Grade string

const (
	BestReply    Grade = "best"
	FineReply    Grade = "fine"
	RiskyReply   Grade = "risky"
	HarmfulReply Grade = "harmful"
)

func gradeWords() []string {
	return []string{string(BestReply), string(FineReply), string(RiskyReply), string(HarmfulReply)}
}

// Good reports whether a reply of the grade serves the talk.
func (g Grade) Good() bool { return g == BestReply || g == FineReply }

// Step returns the step with the given id.
func (p Practice) Step(id PlaceID) (Step, bool) {
	for _, s := range p.Steps {
		if s.ID == id {
			return s, true
		}
	}
	return Step{}, false
}

// Ending returns the ending with the given id.
func (p Practice) Ending(id PlaceID) (Ending, bool) {
	for _, e := range p.Endings {
		if e.ID == id {
			return e, true
		}
	}
	return Ending{}, false
}

// Reply returns the reply with the given id.
func (s Step) Reply(id ReplyID) (Reply, bool) {
	for _, r := range s.Replies {
		if r.ID == id {
			return r, true
		}
	}
	return Reply{}, false
}
