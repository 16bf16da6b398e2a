package group

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"

	"porchlight/internal/safetext"
)

// A Summary is what may be kept of a room after the evening: what was shown,
// in totals. It has nothing in it that everybody has not seen.
type Summary struct {
	Polls   []PollSummary `json:"questions"`
	Box     []string      `json:"box,omitempty"`     // questions from the box that were shown
	Covered []string      `json:"covered,omitempty"` // places that were read together
	Shifts  []Shift       `json:"-"`
	Reached []Reached     `json:"-"` // parts of those places

	// Read and Give are what the course makes of it: by name, what was read
	// together, and what can be given out on paper.
	Read []Page `json:"read,omitempty"`
	Give []Page `json:"handouts,omitempty"`
}

// A Page is something of the course: its place, and its title in each language.
type Page struct {
	Place string `json:"place"`
	Title Text   `json:"title"`
}

// A PollSummary is one question whose result was shown.
type PollSummary struct {
	ID      string          `json:"id"`
	Text    Text            `json:"text"`
	Part    Part            `json:"part,omitempty"`
	Pair    string          `json:"pair,omitempty"`
	People  int             `json:"people"`
	Choices []ChoiceSummary `json:"choices"`
}

// A ChoiceSummary is one choice and how many chose it.
type ChoiceSummary struct {
	ID      string `json:"id"`
	Text    Text   `json:"text"`
	Count   int    `json:"count"`
	Percent int    `json:"percent"`
}

// Summary is the totals of a room.
func (s Snapshot) Summary() Summary {
	r := s.room
	out := Summary{Polls: []PollSummary{}, Covered: r.Covered, Shifts: r.shifts(), Reached: r.Reached}
	for _, p := range r.Polls {
		if !p.Shown {
			continue
		}
		res := p.result()
		one := PollSummary{ID: p.ID, Text: p.Text, Part: p.Part, Pair: p.Pair, People: res.People}
		for i, b := range res.Bars {
			one.Choices = append(one.Choices, ChoiceSummary{b.ID, p.Choices[i].Text, b.Count, b.Percent})
		}
		out.Polls = append(out.Polls, one)
	}
	for _, q := range r.Questions {
		if q.State == OnScreen || q.State == Answered {
			out.Box = append(out.Box, q.Text)
		}
	}
	return out
}

// WriteJSON writes a summary with all its languages.
func (s Summary) WriteJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(s)
}

// WriteCSV writes the totals for a spreadsheet, in a language: a row for each
// choice, each thing read together, and each page to give out. No cell is a
// formula.
func (s Summary) WriteCSV(w io.Writer, lang string) error {
	out := csv.NewWriter(w)
	rows := [][]string{{"kind", "question", "part", "people", "choice", "count", "percent"}}
	for _, p := range s.Polls {
		for _, c := range p.Choices {
			rows = append(rows, []string{"answer", safetext.Cell(p.Text.In(lang)), string(p.Part), strconv.Itoa(p.People),
				safetext.Cell(c.Text.In(lang)), strconv.Itoa(c.Count), strconv.Itoa(c.Percent)})
		}
	}
	for _, of := range []struct {
		kind  string
		pages []Page
	}{{"read", s.Read}, {"handout", s.Give}} {
		for _, p := range of.pages {
			rows = append(rows, []string{of.kind, safetext.Cell(p.Title.In(lang)), "", "", safetext.Cell(p.Place), "", ""})
		}
	}
	if err := out.WriteAll(rows); err != nil {
		return err
	}
	return out.Error()
}
