package lessons

import "porchlight/internal/packfile"

type (
	// RunSheetID names a run sheet for ever: a slug, "sixty-minutes".
	RunSheetID string
	// RunKind says what a step of a run sheet is.
	RunKind string
)

// The kinds of steps. The words are those of the files.
const (
	RunWelcome  RunKind = "welcome"
	RunPages    RunKind = "pages"
	RunPoll     RunKind = "poll"
	RunPrompt   RunKind = "prompt"
	RunPractice RunKind = "practice"
	RunBox      RunKind = "question-box"
	RunBefore   RunKind = "before"
	RunAfter    RunKind = "after"
	RunBreak    RunKind = "break"
	RunClose    RunKind = "close"
)

// RunKinds returns the kinds of steps, in the order that docs/authoring.md
// lists them.
func RunKinds() []string {
	kinds := []RunKind{RunWelcome, RunPages, RunPoll, RunPrompt, RunPractice, RunBox, RunBefore, RunAfter, RunBreak, RunClose}
	words := make([]string, len(kinds))
	for i, k := range kinds {
		words[i] = string(k)
	}
	return words
}

// MostRunMinutes is the longest that a session, or a step of it, may take.
const MostRunMinutes = 240

// A RunSheet is the plan of a session with a group.
type RunSheet struct {
	ID      RunSheetID
	Lang    Lang // the language it is written in
	Title   string
	Focus   string // the one thing that people take home
	Week    int    // its place in the series of weeks; 0 where it stands alone
	Minutes int
	Steps   []RunStep
}

// A RunStep is one thing done in a session.
type RunStep struct {
	ID       string
	Kind     RunKind
	Title    string
	Minutes  int
	Optional bool   // may be left out when time is short
	Say      string // what the room sees, of a step that has nothing else
	Notes    string // for the facilitator; often empty

	Lesson   ID     // of RunPages and RunPrompt
	Prompt   int    // which of the lesson's prompts, from 1
	Question string // of RunPoll, RunBefore and RunAfter: "helping-or-enabling/cash"
	Practice string // of RunPractice
}

// Says reports whether steps of a kind show words of their own.
func (k RunKind) Says() bool {
	return k == RunWelcome || k == RunBox || k == RunBreak || k == RunClose
}

// ReadRunSheet reads a run sheet that is written in lang. What is wrong with its
// shape is reported to doc; the sheet is of use only while doc is not Broken.
func ReadRunSheet(doc *packfile.Doc, lang Lang) RunSheet {
	root := doc.Root("run sheet")
	defer root.Done()
	s := RunSheet{
		ID: RunSheetID(root.Slug("id")), Lang: lang, Title: root.Text("title"), Focus: root.Text("focus"),
		Week: root.OptionalCount("week", 52), Minutes: root.Count("minutes", MostRunMinutes),
	}
	root.Each("steps", "step", func(m *packfile.Map) {
		defer m.Done()
		s.Steps = append(s.Steps, readRunStep(m))
	})
	return s
}

func readRunStep(m *packfile.Map) RunStep {
	s := RunStep{
		ID: m.Slug("id"), Kind: RunKind(m.OneOf("kind", RunKinds()...)), Title: m.Text("title"),
		Minutes: m.Count("minutes", MostRunMinutes), Optional: m.True("optional"), Notes: m.OptionalText("notes"),
	}
	switch s.Kind {
	case RunPages:
		s.Lesson = ID(m.Slug("lesson"))
	case RunPrompt:
		s.Lesson, s.Prompt = ID(m.Slug("lesson")), m.Ordinal("prompt")
	case RunPoll, RunBefore, RunAfter:
		s.Question = m.Text("question")
	case RunPractice:
		s.Practice = m.Slug("practice")
	default:
		s.Say = m.Prose("say")
	}
	return s
}
