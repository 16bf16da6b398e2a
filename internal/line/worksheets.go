package line

import (
	"context"
	"errors"
	"strings"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/lessons"
)

// Worksheet opens one worksheet, or the list of them for an empty id.
func (s *Session) Worksheet(ctx context.Context, id lessons.WorksheetID) error {
	if id == "" {
		return s.end(s.worksheets(ctx))
	}
	return s.end(s.worksheet(ctx, id))
}

// worksheets lists the worksheets and opens the one chosen, until the learner
// goes back.
func (s *Session) worksheets(ctx context.Context) error {
	for {
		pages, err := s.desk.Worksheets(ctx)
		if err != nil {
			return err
		}
		s.gap()
		if len(pages) == 0 {
			s.say(s.t("worksheet.none"))
			return s.err
		}
		s.say(s.t("worksheet.list-intro"))
		lines := make([]string, len(pages))
		for i, p := range pages {
			sign := study.Sign{Text: p.Sheet.Title}
			if p.Any() {
				sign.State = s.f("worksheet.filled", locale.Args{"N": p.Filled(), "Of": len(p.Fields)})
			}
			lines[i] = s.sign(sign)
		}
		s.list(lines)
		n, err := s.choose(len(lines))
		if err != nil {
			return err
		}
		if err := s.worksheet(ctx, pages[n-1].Sheet.ID); err != nil && !errors.Is(err, errBack) {
			return err
		}
	}
}

// worksheet shows one worksheet, its line of safety first, and takes what is
// written in it, until the learner goes back.
func (s *Session) worksheet(ctx context.Context, id lessons.WorksheetID) error {
	for first := true; ; first = false {
		p, err := s.desk.Worksheet(ctx, id)
		if err != nil {
			return err
		}
		s.gap()
		s.say(p.Sheet.Title + ".")
		if first {
			s.preface(p)
		}
		lines, acts := s.fields(p)
		s.list(lines)
		n, err := s.choose(len(lines))
		if err != nil {
			return err
		}
		if n > len(acts) {
			return errBack
		}
		if err := acts[n-1](ctx, ""); err != nil && !errors.Is(err, errBack) {
			return err
		}
	}
}

// preface is what is said once, before the fields.
func (s *Session) preface(p study.Page) {
	if p.Foreign {
		s.say(s.t("line.foreign"))
	}
	if p.Sheet.Safety != "" {
		s.say(p.Sheet.Safety)
	}
	s.say(p.Sheet.Intro)
	if len(p.Past) > 0 {
		s.say(s.t("worksheet.past") + ":")
		for _, text := range p.Past {
			s.say(text)
		}
	}
}

// fields lists what there is to write, what is written, and what else can be
// done.
func (s *Session) fields(p study.Page) (lines []string, acts []act) {
	add := func(text string, do func(context.Context) error) {
		lines, acts = append(lines, text), append(acts, alone(do))
	}
	for _, f := range p.Fields {
		text := f.Text
		if text == "" {
			text = s.t("worksheet.empty")
		}
		add(s.f("line.field", locale.Args{"Ask": f.Field.Ask, "Text": strings.Join(strings.Fields(text), " ")}),
			func(ctx context.Context) error { return s.field(ctx, p, f) })
	}
	add(s.t("worksheet.to-example"), func(context.Context) error { s.filledIn(p); return s.err })
	if p.Any() {
		add(s.t("worksheet.to-clear"), func(ctx context.Context) error {
			if yes, err := s.sure(s.f("worksheet.clear-all", locale.Args{"Title": p.Sheet.Title})); err != nil || !yes {
				return err
			}
			return s.keeping(ctx, func() error { return s.desk.ClearWorksheet(ctx, p.Sheet.ID) })
		})
	}
	return append(lines, s.t("line.do-back")), acts
}

// filledIn says how someone filled the worksheet in.
func (s *Session) filledIn(p study.Page) {
	s.gap()
	s.say(s.t("worksheet.example-intro"))
	for _, f := range p.Fields {
		s.gap()
		s.say(f.Field.Ask)
		s.say(f.Field.Example)
	}
}

// field shows one field and takes what is written there.
func (s *Session) field(ctx context.Context, p study.Page, f study.Written) error {
	s.gap()
	s.say(f.Field.Ask)
	if f.Field.Help != "" {
		s.say(f.Field.Help)
	}
	s.say(s.t("worksheet.example") + " " + f.Field.Example)
	lines := []string{s.t("line.do-write")}
	if f.Text != "" {
		s.say(s.t("line.you-wrote"))
		s.say(f.Text)
		lines = append(lines, s.t("line.do-clear"))
	}
	s.list(append(lines, s.t("line.do-back")))
	n, err := s.choose(len(lines) + 1)
	switch {
	case err != nil || n > len(lines):
		return err
	case n == 2:
		if yes, err := s.sure(s.f("worksheet.clear-one", locale.Args{"Ask": f.Field.Ask})); err != nil || !yes {
			return err
		}
		return s.keeping(ctx, func() error { return s.desk.SaveField(ctx, p.Sheet.ID, f.Field.ID, "") })
	}
	text, end := s.several()
	if text == "" {
		return end
	}
	if err := s.keeping(ctx, func() error { return s.desk.SaveField(ctx, p.Sheet.ID, f.Field.ID, text) }); err != nil {
		return err
	}
	return end
}

// several takes lines until an empty one. What was typed before the input ended
// or the learner quit is theirs all the same; back leaves it.
func (s *Session) several() (string, error) {
	s.say(s.t("line.write-help"))
	var lines []string
	for {
		a, err := s.ask(s.t("line.write"), s.t("line.write-help"))
		switch {
		case errors.Is(err, errBack):
			return "", err
		case err != nil || a.text == "":
			return strings.Join(lines, "\n"), err
		}
		lines = append(lines, a.text)
	}
}

// sure asks a question whose answer removes something.
func (s *Session) sure(question string) (bool, error) {
	s.say(question)
	s.say(s.t("worksheet.clear-why"))
	s.list([]string{s.t("worksheet.do-keep"), s.t("worksheet.do-clear")})
	n, err := s.choose(2)
	return n == 2, err
}
