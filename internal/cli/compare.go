package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"porchlight/internal/line"
	"porchlight/internal/study"
)

// compareCommand prints what the providers answered, side by side.
func (a *app) compareCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "compare",
		Short: "What each program answered, side by side; no score",
		Args:  noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			s, err := a.show(c.Context())
			if err != nil {
				return err
			}
			defer s.close()
			if !asJSON {
				return line.New(strings.NewReader(""), a.out, s.words, s.desk, lineWidth).Compare(c.Context())
			}
			compared, err := s.desk.Comparison(c.Context())
			if err != nil {
				return err
			}
			return a.printJSON(comparisonOf(compared))
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

// comparisonJSON is a comparison as another program wants it. Providers stand
// in the order they were added, and so do the answers of each row.
type comparisonJSON struct {
	Providers []providerJSON `json:"providers"`
	Rows      []rowJSON      `json:"rows"`
	Next      [][]string     `json:"next"` // question ids, for each provider
}

type rowJSON struct {
	Question string       `json:"question"`
	Ask      string       `json:"ask"`
	Part     string       `json:"part"` // gaps, differ, alike or nobody
	Differs  bool         `json:"differs"`
	Answers  []answerJSON `json:"answers"`
}

type answerJSON struct {
	State string `json:"state"` // open, asked, good, warning or unclear
	Note  string `json:"note"`
}

func comparisonOf(c study.Comparison) comparisonJSON {
	out := comparisonJSON{Providers: providersJSON(c.Providers, len(c.Rows)), Rows: []rowJSON{}, Next: [][]string{}}
	for _, r := range c.Rows {
		row := rowJSON{Question: string(r.Ask.Question.ID), Ask: r.Ask.Question.Ask, Part: r.Part.Word(), Differs: r.Differs, Answers: []answerJSON{}}
		for _, a := range r.Answers {
			row.Answers = append(row.Answers, answerJSON{a.State(), a.Note})
		}
		out.Rows = append(out.Rows, row)
	}
	for _, asks := range c.Next {
		next := []string{}
		for _, a := range asks {
			next = append(next, string(a.Question.ID))
		}
		out.Next = append(out.Next, next)
	}
	return out
}
