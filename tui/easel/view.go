package easel

import (
	"strings"

	"porchlight/internal/locale"
	"porchlight/internal/slides"
	"porchlight/internal/study"
	"porchlight/internal/typeset"
)

// HasShow reports whether there is a show.
func (e *Easel) HasShow() bool { return e.show.Name != "" }

// Ready reports whether something of it can be shown.
func (e *Easel) Ready() bool { return e.laid.deck.Len() > 0 }

// Waits reports whether something is being set.
func (e *Easel) Waits() bool { return e.asked != nil }

// Err says why there is nothing to show.
func (e *Easel) Err() error { return e.err }

// Show is the show.
func (e *Easel) Show() study.Show { return e.show }

// Part is the part at hand.
func (e *Easel) Part() study.Part { return e.show.Parts[e.spot.Part] }

// Spot is where the show is.
func (e *Easel) Spot() Spot { return e.spot }

// SetSpot is where to begin, before anything is laid.
func (e *Easel) SetSpot(s Spot) { e.spot = s }

// SetStep goes to a step of the part.
func (e *Easel) SetStep(step int) { e.spot.Step = step }

// Screen is what the part shows at this point of it.
func (e *Easel) Screen() study.Screen { return e.laid.screen }

// Deck is the steps of the part.
func (e *Easel) Deck() slides.Deck { return e.laid.deck }

// Last reports whether the step at hand is the last of the part.
func (e *Easel) Last() bool { return e.spot.Step == e.laid.deck.Len()-1 }

// Choosing reports whether the room sees replies to choose among.
func (e *Easel) Choosing() bool { return len(e.laid.screen.Choices) > 0 && e.Last() }

// Place is the word that the step at hand was the first to show.
func (e *Easel) Place() typeset.Place {
	if !e.Ready() {
		return typeset.Place{}
	}
	return e.laid.deck.Place(e.spot.Step)
}

// Title is the heading that the page stands under, and which page of the part it
// is.
func (e *Easel) Title() string {
	s := e.laid.deck.Step(e.spot.Step)
	title := s.Title
	if title == "" {
		title = e.Part().Title
	}
	if s.Of < 2 {
		return title
	}
	return e.env.Words.F("present.page", locale.Args{"Title": title, "Page": s.Page, "Of": s.Of})
}

// Draw draws the page in the middle of a screen, and under it what else is
// said. What is still to come on the page has its space already, so nothing
// moves.
func (e *Easel) Draw(screen, made Size, under ...string) string {
	lines := e.laid.deck.Lines(e.spot.Step)
	step := e.laid.deck.Step(e.spot.Step)
	whole := step.Whole
	if len(under) > 0 {
		lines = append(append([]string(nil), lines...), under...)
		whole = len(lines)
	}
	return Centered(lines, whole, Measure(made.W), screen)
}

// Centered draws lines of a width in the middle of a screen, where they will be
// that many in all.
func Centered(lines []string, whole, width int, screen Size) string {
	left := strings.Repeat(" ", max(0, (screen.W-width)/2))
	var b strings.Builder
	b.WriteString(strings.Repeat("\n", max(0, (screen.H-whole)/3)))
	for i, l := range lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		if l != "" {
			b.WriteString(left + l)
		}
	}
	return b.String()
}
