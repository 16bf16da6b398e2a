package study

import (
	"context"
	"strconv"
)

// Settings are what a learner chose for the look of the program. The zero
// value of each means: not chosen.
type Settings struct {
	Lang      string
	Theme     string
	TextWidth int  // the widest line of reading, in cells
	Still     bool // no motion
	Mouse     bool
	// ReviewCards is how many cards a day has.
	ReviewCards int
}

// MostCards is the most cards that a day may have.
const MostCards = 20

// Names of settings in the record.
const (
	settingLang  = "lang"
	settingTheme = "theme"
	settingWidth = "text-width"
	settingStill = "still"
	settingMouse = "mouse"
	settingCards = "review-cards"

	// settingPaused is set on the page of the cards, not among the settings.
	settingPaused = "review-paused"
)

// Settings reads the learner's settings. One that makes no sense counts as not
// chosen. Errors are record's.
func (d *Desk) Settings(ctx context.Context) (Settings, error) {
	kept, err := d.keep().Settings(ctx)
	if err != nil {
		return Settings{}, err
	}
	return ReadSettings(kept), nil
}

// ReadSettings makes sense of settings as a record keeps them.
func ReadSettings(kept map[string]string) Settings {
	width, _ := strconv.Atoi(kept[settingWidth])
	cards, _ := strconv.Atoi(kept[settingCards])
	return Settings{
		Lang:      kept[settingLang],
		Theme:     kept[settingTheme],
		TextWidth: max(0, width),
		Still:     kept[settingStill] == "yes",
		Mouse:     kept[settingMouse] == "yes",

		ReviewCards: min(max(0, cards), MostCards),
	}
}

// SaveSettings keeps what changed between two settings, each in turn.
func (d *Desk) SaveSettings(ctx context.Context, was, is Settings) error {
	for _, s := range []struct {
		name, value string
		changed     bool
	}{
		{settingLang, is.Lang, was.Lang != is.Lang},
		{settingTheme, is.Theme, was.Theme != is.Theme},
		{settingWidth, chosen(is.TextWidth), was.TextWidth != is.TextWidth},
		{settingStill, yes(is.Still), was.Still != is.Still},
		{settingMouse, yes(is.Mouse), was.Mouse != is.Mouse},
		{settingCards, chosen(is.ReviewCards), was.ReviewCards != is.ReviewCards},
	} {
		if !s.changed {
			continue
		}
		if err := d.keep().SaveSetting(ctx, s.name, s.value); err != nil {
			return err
		}
	}
	return nil
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return ""
}

// chosen is a number that was chosen as the record keeps it.
func chosen(n int) string {
	if n > 0 {
		return strconv.Itoa(n)
	}
	return ""
}
