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
}

// Names of settings in the record.
const (
	settingLang  = "lang"
	settingTheme = "theme"
	settingWidth = "text-width"
	settingStill = "still"
	settingMouse = "mouse"
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
	return Settings{
		Lang:      kept[settingLang],
		Theme:     kept[settingTheme],
		TextWidth: max(0, width),
		Still:     kept[settingStill] == "yes",
		Mouse:     kept[settingMouse] == "yes",
	}
}

// SaveSettings keeps what changed between two settings, each in turn.
func (d *Desk) SaveSettings(ctx context.Context, was, is Settings) error {
	width := ""
	if is.TextWidth > 0 {
		width = strconv.Itoa(is.TextWidth)
	}
	for _, s := range []struct {
		name, value string
		changed     bool
	}{
		{settingLang, is.Lang, was.Lang != is.Lang},
		{settingTheme, is.Theme, was.Theme != is.Theme},
		{settingWidth, width, was.TextWidth != is.TextWidth},
		{settingStill, yes(is.Still), was.Still != is.Still},
		{settingMouse, yes(is.Mouse), was.Mouse != is.Mouse},
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
