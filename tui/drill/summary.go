package drill

import (
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/locale"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// Ways on from the summary, or from a page without questions.
const (
	toLook   = "look"
	toMissed = "missed"
	toAll    = "all"
	toLesson = "lesson"
	toBack   = "back"
	toRetry  = "retry"
)

// writeSummary says how many got the best answer, and grades nobody.
func (d *Drill) writeSummary(s *kit.Sheet) {
	w, t := d.env.Words, d.env.Theme
	asked, _, best := d.sitting.Attempt.Tally()
	s.Say(w.F("drill.tally", locale.Args{"Best": best, "Of": asked}), t.Strong)
	words := "drill.some-missed"
	if best == asked {
		words = "drill.none-missed"
	}
	s.Say(w.T(words), t.Plain)
}

func (d *Drill) summaryItems() []kit.Item {
	w := d.env.Words
	all := len(d.sitting.Attempt.Questions())
	missed := len(d.sitting.Attempt.Missed())
	var items []kit.Item
	if missed > 0 {
		items = append(items, kit.Item{ID: toLook, Text: w.N("drill.to-look", missed)})
	}
	if missed > 0 && missed < all {
		items = append(items, kit.Item{ID: toMissed, Text: w.N("drill.to-missed", missed)})
	}
	items = append(items, kit.Item{ID: toAll, Text: w.T("drill.to-all")})
	if d.sitting.next.Unread {
		items = append(items, kit.Item{ID: toRead, Text: w.T("pair.to-read")})
	}
	if next := d.sitting.next; next.Unnamed {
		items = append(items, kit.Item{ID: toLesson, Text: w.T("home.next-unnamed")})
	} else if next.Lesson != nil {
		items = append(items, kit.Item{ID: toLesson, Text: w.F("drill.to-lesson", locale.Args{"Title": next.Lesson.Title})})
	}
	return append(items, kit.Item{ID: toBack, Text: w.T("drill.back")})
}

// chooseWay does what an item of the summary says.
func (d *Drill) chooseWay(id string) tea.Cmd {
	switch id {
	case toLook:
		d.lookAgain()
	case toMissed:
		return d.again(d.sitting.Attempt.Missed())
	case toAll:
		return d.again(nil)
	case toLesson:
		return page.Replace(page.Lesson{ID: string(d.sitting.next.Lesson.ID)})
	case toRead:
		return page.Replace(page.Lesson{ID: string(d.id)})
	case toRetry:
		return d.load()
	case toBack:
		return page.Back
	}
	return nil
}
