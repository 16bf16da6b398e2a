package course

import (
	"fmt"
	"strconv"
	"time"

	"porchlight/internal/packfile"
)

// dateRules are about when facts were checked. They hold the dates against the
// day of the check and do nothing without one.
func dateRules() []rule {
	return []rule{
		forLessons("facts checked", func(l *lessonFile) {
			l.edition.pack.checked(l.doc, l.doc.At("facts-checked"), l.lesson.Checked)
		}),
		forEditions("sources checked", sourcesChecked),
		forEditions("card checked", cardChecked),
	}
}

func cardChecked(e *edition) {
	if e.help.doc != nil {
		e.pack.checked(e.help.doc, e.help.doc.At("checked"), e.help.value.Checked)
	}
}

// staleAfter is how many months facts stand before someone looks again.
const staleAfter = 18

// checked reports a day in the future or long ago.
func (p *pack) checked(doc *packfile.Doc, at packfile.Pos, day time.Time) {
	// Somewhere it is tomorrow already.
	tomorrow := p.today.AddDate(0, 0, 1)
	switch {
	case p.today.IsZero() || day.IsZero():
	case day.After(tomorrow):
		doc.Report(at, fmt.Sprintf("%s is in the future", day.Format(time.DateOnly)), "Write the day the facts were last checked.")
	case day.AddDate(0, staleAfter, 0).Before(p.today):
		doc.Warn(at, fmt.Sprintf("the facts were last checked on %s", day.Format(time.DateOnly)),
			fmt.Sprintf("Check them again and write the day. Facts are checked every %d months.", staleAfter))
	}
}

func sourcesChecked(e *edition) {
	doc, today := e.sources.doc, e.pack.today
	for i, s := range e.sources.value {
		e.pack.checked(doc, doc.At("sources", i, "checked"), s.Checked)
		if year, err := strconv.Atoi(s.Year); err == nil && !today.IsZero() && year > today.Year() {
			doc.Report(doc.At("sources", i, "year"), fmt.Sprintf("the year %d is in the future", year), "Write the year the source shows.")
		}
	}
}
