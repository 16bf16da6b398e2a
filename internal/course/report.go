package course

import (
	"porchlight/internal/packfile"
	"porchlight/lessons"
	"porchlight/quiz"
)

// A Report is what a check of a pack found.
type Report struct {
	Problems packfile.Problems `json:"problems"` // all, by file and line; never nil
	Totals   Totals            `json:"totals"`
	Grades   []Grade           `json:"grades"` // how hard each lesson is to read, English only, hardest first
}

// Totals counts what is in a pack. Lessons and what is below are the English
// ones.
type Totals struct {
	Languages         []lessons.Lang    `json:"languages"`
	Translations      []Translation     `json:"translations"` // never nil
	Tracks            int               `json:"tracks"`
	Lessons           int               `json:"lessons"`
	Words             int               `json:"words"` // in the bodies of lessons
	Questions         map[quiz.Kind]int `json:"questions"`
	Terms             int               `json:"terms"`
	Sources           int               `json:"sources"`
	ProviderQuestions int               `json:"providerQuestions"`
	Claims            int               `json:"claims"`    // places in lessons with a source or several behind them
	Citations         int               `json:"citations"` // the sources behind them
	Practices         int               `json:"practices"`
	Replies           int               `json:"replies"` // in all practices
	Reflections       int               `json:"reflections"`
	Items             int               `json:"items"` // in all reflections
	Worksheets        int               `json:"worksheets"`
	Paths             int               `json:"paths"`
	LongestBest       float64           `json:"longestBest"`   // the part of questions with one best option in which it is the longest
	LongestChance     float64           `json:"longestChance"` // what that would be by chance
	BestPlaces        []int             `json:"bestPlaces"`    // questions whose one best option is written first, second, ...
	MedianGrade       float64           `json:"medianGrade"`   // of lessons; Flesch-Kincaid, years of school
	MaxGrade          float64           `json:"maxGrade"`
	CrisisGrade       float64           `json:"crisisGrade"` // of the Help now card
}

// A Grade is how many years of school a lesson asks for.
type Grade struct {
	Lesson lessons.ID `json:"lesson"`
	Grade  float64    `json:"grade"` // Flesch-Kincaid
}

// A Translation is how far the course is in another language.
type Translation struct {
	Lang      lessons.Lang `json:"lang"`
	Partial   bool         `json:"partial"` // in parts, on purpose
	Lessons   int          `json:"lessons"`
	Banks     int          `json:"banks"`
	Practices int          `json:"practices"`
	RunSheets int          `json:"runSheets"`
	// Perspicuity is how easy the lessons are to read, where it can be measured:
	// of the hardest of them. From 65 a text is rather easy.
	Perspicuity float64 `json:"perspicuity,omitempty"`
}

// translation counts what is in an edition.
func (e *edition) translation() Translation {
	t := Translation{Lang: e.lang, Partial: e.partial(), Lessons: len(e.lessons), Banks: len(e.banks), Practices: len(e.practices), RunSheets: len(e.runSheets)}
	if e.base() != "es" {
		return t
	}
	for i, l := range e.lessons {
		if p := e.tallyEs(l.bodyPassages()).perspicuity(); i == 0 || p < t.Perspicuity {
			t.Perspicuity = p
		}
	}
	return t
}
