package recordtest

import (
	"strings"
	"testing"

	"porchlight/internal/record"
)

const clinic = "The clinic on Elm Street"

var checks = map[string]func(*testing.T, record.Store){
	"NothingCheckedYet": func(t *testing.T, s record.Store) {
		same(t, "checks", checksOf(t, s, ""), map[string]record.Check{})
	},

	"CheckIsKept": func(t *testing.T, s record.Store) {
		want := record.Check{Provider: clinic, Question: "level-of-care", Asked: true, Sign: record.Warning, Note: "¿Y los fines de semana?\nThey were not sure.", At: at(1)}
		must(t, s.SaveCheck(t.Context(), want))
		same(t, "checks", checksOf(t, s, clinic), map[string]record.Check{"level-of-care": want})
	},

	"EveryProviderHasItsOwn": func(t *testing.T, s record.Store) {
		own := record.Check{Question: "level-of-care", Asked: true, At: at(1)}
		theirs := record.Check{Provider: clinic, Question: "level-of-care", Sign: record.Good, At: at(1)}
		must(t, s.SaveCheck(t.Context(), own))
		must(t, s.SaveCheck(t.Context(), theirs))
		same(t, "own list", checksOf(t, s, ""), map[string]record.Check{"level-of-care": own})
		same(t, "the clinic's", checksOf(t, s, clinic), map[string]record.Check{"level-of-care": theirs})
	},

	"LaterCheckWins": func(t *testing.T, s record.Store) {
		must(t, s.SaveCheck(t.Context(), record.Check{Question: "level-of-care", Asked: true, Note: "first", At: at(5)}))
		last := record.Check{Question: "level-of-care", Note: "second", At: at(1)}
		must(t, s.SaveCheck(t.Context(), last))
		same(t, "check", checksOf(t, s, "")["level-of-care"], last)
	},

	"CheckThatSaysNothingIsRemoved": func(t *testing.T, s record.Store) {
		must(t, s.SaveCheck(t.Context(), record.Check{Question: "level-of-care", Asked: true, Note: "n", At: at(1)}))
		must(t, s.SaveCheck(t.Context(), record.Check{Question: "level-of-care", At: at(2)}))
		must(t, s.SaveCheck(t.Context(), record.Check{Question: "never-kept", At: at(2)}))
		same(t, "checks", checksOf(t, s, ""), map[string]record.Check{})
	},

	"TextIsKeptClean": func(t *testing.T, s record.Store) {
		must(t, s.SaveCheck(t.Context(), record.Check{Provider: "Elm\x1b]0;x\x07\nStreet", Question: "level-of-care", Note: "a\x00b\u202ec\r\nd\xff", At: at(1)}))
		same(t, "check", checksOf(t, s, "Elm\x1b]0;x\x07\nStreet")["level-of-care"],
			record.Check{Provider: "Elm]0;x Street", Question: "level-of-care", Note: "abc\nd\uFFFD", At: at(1)})
	},

	"LongNoteIsKeptWhole": func(t *testing.T, s record.Store) {
		note := strings.Repeat("é", record.MaxNote/2)
		must(t, s.SaveCheck(t.Context(), record.Check{Question: "level-of-care", Note: note, At: at(1)}))
		if got := checksOf(t, s, "")["level-of-care"].Note; got != note {
			t.Errorf("%d bytes came back of %d", len(got), len(note))
		}
	},

	"WhatIsNoCheckIsRefused": func(t *testing.T, s record.Store) {
		for what, c := range map[string]record.Check{
			"no question":   {Asked: true, At: at(1)},
			"unknown sign":  {Question: "q", Sign: "bad", At: at(1)},
			"long note":     {Question: "q", Note: strings.Repeat("x", record.MaxNote+1), At: at(1)},
			"long provider": {Provider: strings.Repeat("x", record.MaxID+1), Question: "q", Asked: true, At: at(1)},
		} {
			refused(t, s, what, func() error { return s.SaveCheck(t.Context(), c) })
		}
	},

	"SettingsOfANewRecord": func(t *testing.T, s record.Store) {
		same(t, "settings", settings(t, s), map[string]string{})
	},

	"SettingIsKeptChangedAndRemoved": func(t *testing.T, s record.Store) {
		must(t, s.SaveSetting(t.Context(), "lang", "en"))
		must(t, s.SaveSetting(t.Context(), "theme", "dark"))
		must(t, s.SaveSetting(t.Context(), "lang", "es"))
		same(t, "settings", settings(t, s), map[string]string{"lang": "es", "theme": "dark"})
		must(t, s.SaveSetting(t.Context(), "theme", ""))
		must(t, s.SaveSetting(t.Context(), "never-kept", ""))
		same(t, "settings", settings(t, s), map[string]string{"lang": "es"})
	},

	"WhatIsNoSettingIsRefused": func(t *testing.T, s record.Store) {
		refused(t, s, "no name", func() error { return s.SaveSetting(t.Context(), "", "x") })
		refused(t, s, "a sentence", func() error { return s.SaveSetting(t.Context(), "a name", "x") })
		refused(t, s, "long value", func() error { return s.SaveSetting(t.Context(), "x", strings.Repeat("x", record.MaxNote+1)) })
	},
}
