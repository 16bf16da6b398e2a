package agenda_test

import (
	"strings"
	"testing"

	"porchlight/internal/agenda"
	"porchlight/internal/group"
	"porchlight/lessons"
)

// Each person in a room has the question in their own language, and they share
// one result: a Spanish reader and an English reader answer the same poll.
func TestEachInTheirOwnLanguageWithOneResult(t *testing.T) {
	c := real(t)
	sheet, err := c.Pack.RunSheet("sixty-minutes", lessons.English)
	if err != nil {
		t.Fatal(err)
	}
	a, err := agenda.New(c, sheet)
	if err != nil {
		t.Fatal(err)
	}
	r := newRoom(t)
	r.must(a.Acts()...)
	r.must(a.Begin(r.view(), 1, 100))
	seen := func(lang string) (text string, choices []string) {
		p := group.NewSnapshot(1, &r.now).All().Front
		if p == nil {
			t.Fatal("nothing is asked")
		}
		for _, c := range p.Choices {
			choices = append(choices, c.Text.In(lang))
		}
		return p.Text.In(lang), choices
	}
	en, inEnglish := seen("en")
	es, inSpanish := seen("es")
	if !strings.Contains(en, "Your sister-in-law says") || !strings.Contains(es, "Su cuñada dice") {
		t.Errorf("asked %q and %q", en, es)
	}
	if strings.Join(inEnglish, " ") != "True False" || strings.Join(inSpanish, " ") != "Verdadero Falso" {
		t.Errorf("choices %q and %q", inEnglish, inSpanish)
	}
	r.answers(3, 0)
	r.answers(2, 1)
	p := r.view().Front
	r.must(group.Reveal{ID: p.ID})
	if shown := r.view().Front; !shown.Shown || shown.Result.People != 5 || shown.Result.Bars[0].Count != 3 || shown.Result.Bars[1].Count != 2 {
		t.Errorf("one result of both: %+v", shown)
	}
}

// What the run sheets of the course ask has words in every language that the
// sheets are written in.
func TestRunSheetsAskInTheirLanguage(t *testing.T) {
	c, asked := real(t), 0
	for _, lang := range c.Langs() {
		for _, sheet := range c.Pack.RunSheets(lang) {
			if sheet.Lang != lang {
				continue
			}
			a, err := agenda.New(c, sheet)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range a.Polls {
				asked++
				if p.Text[string(lang)] == "" {
					t.Errorf("%s asks %s without words in %s", sheet.ID, p.ID, lang)
				}
				for _, choice := range p.Choices {
					if choice.Text[string(lang)] == "" || choice.Why[string(lang)] == "" {
						t.Errorf("%s: %s has a choice %s without words in %s", sheet.ID, p.ID, choice.ID, lang)
					}
				}
			}
		}
	}
	if asked == 0 {
		t.Error("nothing is asked")
	}
}
