package lessons

import (
	"slices"

	"porchlight/internal/packfile"
)

// What a learner says about their situation at the first start. The words are
// those of paths.yaml and of the record; an empty one is a question not
// answered.
type (
	// PathID names a path for ever: a slug, "safety-first".
	PathID string
	// Relationship is who the loved one is to the learner.
	Relationship string
	// Stage is how far things are.
	Stage string
	// Urgency is what matters most just now.
	Urgency string
	// Safety is whether home is safe.
	Safety string
)

const (
	Parent            Relationship = "parent"
	Partner           Relationship = "partner"
	GrownChild        Relationship = "grown-child"
	Sibling           Relationship = "sibling"
	Friend            Relationship = "friend"
	OtherRelationship Relationship = "other"
)

const (
	NotYet    Stage = "not-yet"
	Thinking  Stage = "thinking"
	Starting  Stage = "starting"
	InProgram Stage = "in-program"
	After     Stage = "after"
	Returned  Stage = "returned"
)

const (
	Danger        Urgency = "danger"
	Talking       Urgency = "talking"
	Money         Urgency = "money"
	Myself        Urgency = "myself"
	Program       Urgency = "program"
	Understanding Urgency = "understanding"
)

const (
	SafeYes    Safety = "yes"
	SafeNo     Safety = "no"
	SafeUnsure Safety = "unsure"
)

// Relationships returns all relationships, in the order to ask for them.
func Relationships() []Relationship {
	return []Relationship{Parent, Partner, GrownChild, Sibling, Friend, OtherRelationship}
}

// Stages returns all stages, in the order to ask for them.
func Stages() []Stage {
	return []Stage{NotYet, Thinking, Starting, InProgram, After, Returned}
}

// Urgencies returns all urgencies, in the order to ask for them.
func Urgencies() []Urgency {
	return []Urgency{Danger, Talking, Money, Myself, Program, Understanding}
}

// Safeties returns all answers about safety, in the order to ask for them.
func Safeties() []Safety { return []Safety{SafeYes, SafeNo, SafeUnsure} }

// A Situation is what one learner said. What was not answered is empty.
type Situation struct {
	Relationship Relationship
	Stage        Stage
	Urgent       Urgency
	Safe         Safety
}

// A Path says which lessons come first, and for whom.
type Path struct {
	ID      PathID
	Title   string
	When    When
	Lessons []ID
}

// When is the situations that a path is for. A list that is nil fits everyone.
type When struct {
	Relationship []Relationship
	Stage        []Stage
	Urgent       []Urgency
	Safe         []Safety
}

// Everyone reports whether the path is for every situation.
func (w When) Everyone() bool {
	return w.Relationship == nil && w.Stage == nil && w.Urgent == nil && w.Safe == nil
}

// Fits reports whether a situation is one of these. What was not answered fits
// only a list that is nil.
func (w When) Fits(s Situation) bool {
	return in(w.Relationship, s.Relationship) && in(w.Stage, s.Stage) && in(w.Urgent, s.Urgent) && in(w.Safe, s.Safe)
}

func in[T comparable](list []T, value T) bool { return list == nil || slices.Contains(list, value) }

// Fit returns the first path whose When fits the situation, or the zero path
// where none does.
func Fit(paths []Path, s Situation) Path {
	for _, p := range paths {
		if p.When.Fits(s) {
			return p
		}
	}
	return Path{}
}

// ReadPaths reads paths.yaml.
func ReadPaths(doc *packfile.Doc) (paths []Path) {
	root := doc.Root("file")
	defer root.Done()
	root.Each("paths", "path", func(m *packfile.Map) {
		defer m.Done()
		p := Path{ID: PathID(m.Slug("id")), Title: m.Text("title")}
		m.Map("when", `"when"`, func(m *packfile.Map) {
			defer m.Done()
			p.When = When{
				Relationship: choices(m, "relationship", Relationships()),
				Stage:        choices(m, "stage", Stages()),
				Urgent:       choices(m, "urgent", Urgencies()),
				Safe:         choices(m, "safe", Safeties()),
			}
		})
		p.Lessons = ids[ID](m.Slugs("lessons"))
		paths = append(paths, p)
	})
	return paths
}

// choices reads an optional list of known words, nil where there is none.
func choices[T ~string](m *packfile.Map, key string, known []T) []T {
	words := make([]string, len(known))
	for i, k := range known {
		words[i] = string(k)
	}
	found := m.Choices(key, words...)
	if found == nil {
		return nil
	}
	return ids[T](found)
}
