package settings

import (
	"slices"
	"strconv"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/tui/kit"
	"porchlight/tui/page"
	"porchlight/tui/theme"
)

// The settings, by the ids of their items.
const (
	lang   = "lang"
	colour = "theme"
	width  = "width"
	motion = "motion"
	mouse  = "mouse"
	cards  = "cards"
	fits   = "path"   // no setting: it leads to the questions that choose a path
	kept   = "record" // no setting: it leads to where things are kept, and how to lock them
)

// The widths of reading text that are offered, in cells.
const (
	narrow = 60
	normal = 72
	wide   = 90
)

// daily is how many cards a day may have, as they are offered.
func daily() []int { return []int{3, study.DailyCards, 10} }

func widths() []int { return []int{narrow, normal, wide} }

// complete gives every setting the value it has in fact: one not chosen is what
// the program goes by.
func complete(env page.Env, is study.Settings) study.Settings {
	is.Lang = env.Words.Lang()
	is.TextWidth = env.TextWidth
	if is.ReviewCards == 0 {
		is.ReviewCards = study.DailyCards
	}
	if is.Theme == "" {
		is.Theme = string(theme.Auto)
	}
	return is
}

// turned is the settings with one of them moved by some steps.
func turned(s study.Settings, id string, by int) study.Settings {
	switch id {
	case lang:
		s.Lang = step(locale.Langs(), s.Lang, by)
	case colour:
		s.Theme = string(step(theme.Names(), theme.Name(s.Theme), by))
	case width:
		s.TextWidth = step(widths(), s.TextWidth, by)
	case motion:
		s.Still = !s.Still
	case mouse:
		s.Mouse = !s.Mouse
	case cards:
		s.ReviewCards = step(daily(), s.ReviewCards, by)
	}
	return s
}

// step is the value that many steps after is, round and round. A value not
// offered counts as the first.
func step[T comparable](values []T, is T, by int) T {
	at := max(0, slices.Index(values, is))
	return values[(at+by+len(values))%len(values)]
}

// draw sets the items. What a setting means is said of each where there is
// room, and otherwise of the one under the cursor.
func (s *Settings) draw() {
	if s.width == 0 {
		return
	}
	s.menu.SetSize(kit.Room(s.width, s.env.TextWidth), s.height)
	s.menu.SetItems(s.items())
}

// roomy is the height from which every setting is explained.
const roomy = 22

func (s *Settings) items() []kit.Item {
	w := s.env.Words
	at, any := s.menu.Selected()
	var items []kit.Item
	all := []kit.Item{
		{ID: lang, Right: w.T("settings.lang-" + s.is.Lang)},
		{ID: colour, Right: w.T("settings.theme-" + s.is.Theme)},
		{ID: width, Right: s.widthWords()},
		{ID: motion, Right: onOff(w, !s.is.Still, "settings.motion-normal", "settings.motion-less")},
		{ID: mouse, Right: onOff(w, s.is.Mouse, "settings.on", "settings.off")},
		{ID: cards, Right: strconv.Itoa(s.is.ReviewCards)},
		{ID: fits, Right: w.T("settings.path-open")},
	}
	if !s.desk.Guest() {
		all = append(all, kit.Item{ID: kept, Right: w.T("settings.record-open")})
	}
	for i, it := range all {
		it.Text = w.T("settings." + it.ID)
		first := i == 0 && !any
		if s.height >= roomy || it.ID == at || first {
			it.Under = w.T("settings." + it.ID + "-why")
		}
		if s.height >= roomy && i > 0 {
			items = append(items, kit.Item{Head: true})
		}
		items = append(items, it)
	}
	return items
}

func (s *Settings) widthWords() string {
	words := "settings.width-other"
	switch s.is.TextWidth {
	case narrow:
		words = "settings.width-narrow"
	case normal:
		words = "settings.width-normal"
	case wide:
		words = "settings.width-wide"
	}
	return s.env.Words.F(words, locale.Args{"N": s.is.TextWidth})
}

func onOff(w *locale.Words, is bool, on, off string) string {
	if is {
		return w.T(on)
	}
	return w.T(off)
}
