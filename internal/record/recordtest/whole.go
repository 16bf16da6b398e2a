package recordtest

import (
	"bytes"
	"errors"
	"testing"

	"porchlight/internal/record"
)

var whole = map[string]func(*testing.T, record.Store){
	"ExportOfANewRecord": func(t *testing.T, s record.Store) {
		same(t, "export", export(t, s), record.Export{
			Porchlight: record.ExportVersion, Places: []record.Place{}, Attempts: []record.Attempt{},
			Answers: []record.Answer{}, Checks: []record.Check{}, Entries: []record.Entry{}, Events: []record.Event{}, Settings: map[string]string{},
		})
	},

	"ExportIsInOrder": func(t *testing.T, s record.Store) {
		fill(t, s)
		late := attempt("a0", "return-to-use", at(2), "return-to-use/q")
		must(t, s.SaveAnswer(t.Context(), late, answer("a0", "return-to-use/q", record.Best, at(20))))
		e := export(t, s)
		var attempts, questions []string
		for _, a := range e.Attempts {
			attempts = append(attempts, a.ID)
		}
		for _, a := range e.Answers {
			questions = append(questions, a.Attempt+" "+a.Question)
		}
		same(t, "attempts", attempts, []string{"a0", "a1", "a2", "a3"})
		same(t, "answers", questions, []string{"a0 return-to-use/q", "a1 " + cash, "a1 " + rent, "a2 return-to-use/first-hour", "a3 return-to-use/first-hour"})
		same(t, "places", []string{e.Places[0].Lesson, e.Places[1].Lesson}, []string{"enabling-or-helping", "return-to-use"})
		same(t, "checks", []string{e.Checks[0].Provider, e.Checks[1].Provider}, []string{"", clinic})
		same(t, "entries", []record.Kind{e.Entries[0].Kind, e.Entries[1].Kind, e.Entries[2].Kind}, []record.Kind{record.KindHidden, record.KindMark, record.KindProvider})
		same(t, "events", []string{e.Events[0].ID, e.Events[1].ID}, []string{"r1", "l1"})
	},

	"ImportTwiceIsImportOnce": func(t *testing.T, s record.Store) {
		fill(t, s)
		before := export(t, s)
		must(t, s.Import(t.Context(), before))
		must(t, s.Import(t.Context(), before))
		same(t, "record", export(t, s), before)
	},

	"LaterPlaceStaysOnImport": func(t *testing.T, s record.Store) {
		ctx := t.Context()
		must(t, s.SavePlace(ctx, record.Place{Lesson: "a", Block: 1, Reached: 90, Done: at(3), At: at(5)}))
		must(t, s.SavePlace(ctx, record.Place{Lesson: "b", Block: 1, Reached: 10, At: at(5)}))
		must(t, s.SavePlace(ctx, record.Place{Lesson: "c", Block: 1, Reached: 10, At: at(5)}))
		must(t, s.Import(ctx, record.Export{Places: []record.Place{
			{Lesson: "a", Block: 2, Reached: 30, Done: at(2), At: at(9)},
			{Lesson: "b", Block: 2, Reached: 30, Done: at(4), At: at(4)},
			{Lesson: "c", Block: 2, Reached: 5, At: at(5)},
			{Lesson: "d", Block: 2, Reached: 7, At: at(5)},
		}}))
		same(t, "places", placesOf(t, s), map[string]record.Place{
			"a": {Lesson: "a", Block: 2, Reached: 90, Done: at(2), At: at(9)}, // theirs is later
			"b": {Lesson: "b", Block: 1, Reached: 30, Done: at(4), At: at(5)}, // ours is later
			"c": {Lesson: "c", Block: 1, Reached: 10, At: at(5)},              // neither: ours
			"d": {Lesson: "d", Block: 2, Reached: 7, At: at(5)},
		})
	},

	"LaterCheckStaysOnImport": func(t *testing.T, s record.Store) {
		ctx := t.Context()
		for _, q := range []string{"a", "b", "c"} {
			must(t, s.SaveCheck(ctx, record.Check{Question: q, Asked: true, Note: "ours", At: at(5)}))
		}
		must(t, s.Import(ctx, record.Export{Checks: []record.Check{
			{Question: "a", Note: "theirs", At: at(6)},
			{Question: "b", Note: "theirs", At: at(4)},
			{Question: "c", At: at(6)}, // says nothing, and removes nothing
			{Question: "d", Note: "theirs", At: at(1)},
		}}))
		same(t, "checks", checksOf(t, s, ""), map[string]record.Check{
			"a": {Question: "a", Note: "theirs", At: at(6)},
			"b": {Question: "b", Asked: true, Note: "ours", At: at(5)},
			"c": {Question: "c", Asked: true, Note: "ours", At: at(5)},
			"d": {Question: "d", Note: "theirs", At: at(1)},
		})
	},

	"AnswersAreJoinedOnImport": func(t *testing.T, s record.Store) {
		ctx := t.Context()
		ours := attempt("a1", lesson, at(1), cash, rent)
		must(t, s.SaveAnswer(ctx, ours, answer("a1", cash, record.Best, at(2), "gas-card")))
		must(t, s.Import(ctx, record.Export{
			Attempts: []record.Attempt{attempt("a1", "other-lesson", at(9)), attempt("a2", lesson, at(0), cash)},
			Answers: []record.Answer{
				answer("a2", cash, record.Other, at(3)),
				answer("a1", cash, record.Other, at(1), "cash"),
				answer("a1", rent, record.Partial, at(1), "half"),
			},
		}))
		a, answers := latest(t, s, lesson)
		same(t, "attempt", a, ours)
		same(t, "answers", answers, []record.Answer{answer("a1", cash, record.Best, at(2), "gas-card"), answer("a1", rent, record.Partial, at(1), "half")})
		if n := len(export(t, s).Answers); n != 3 {
			t.Errorf("%d answers, want 3", n)
		}
	},

	"OwnSettingStaysOnImport": func(t *testing.T, s record.Store) {
		must(t, s.SaveSetting(t.Context(), "lang", "es"))
		must(t, s.Import(t.Context(), record.Export{Settings: map[string]string{"lang": "en", "theme": "dark", "empty": ""}}))
		same(t, "settings", settings(t, s), map[string]string{"lang": "es", "theme": "dark"})
	},

	"ImportIsAllOrNothing": func(t *testing.T, s record.Store) {
		fill(t, s)
		good := record.Place{Lesson: "new-lesson", At: at(1)}
		orphan := record.Export{Places: []record.Place{good}, Answers: []record.Answer{answer("nobody", cash, record.Best, at(1))}}
		refused(t, s, "an answer without its attempt", func() error {
			err := s.Import(t.Context(), orphan)
			wantErr(t, "Import", err, record.ErrNotFound)
			return err
		})
		refused(t, s, "a fact that cannot be kept", func() error {
			return s.Import(t.Context(), record.Export{Places: []record.Place{good}, Settings: map[string]string{"": "x"}})
		})
		refused(t, s, "a later version", func() error {
			err := s.Import(t.Context(), record.Export{Porchlight: record.ExportVersion + 1, Places: []record.Place{good}})
			wantErr(t, "Import", err, record.ErrNewer)
			return err
		})
	},
}

// roundTrip carries a whole record through a file into another Store.
func roundTrip(t *testing.T, open func(*testing.T) record.Store) {
	from, to := open(t), open(t)
	defer func() {
		if err := errors.Join(from.Close(), to.Close()); err != nil {
			t.Error(err)
		}
	}()
	fill(t, from)
	e := export(t, from)
	e.Exported = at(30)
	var file bytes.Buffer
	must(t, record.WriteExport(&file, e))
	read, err := record.ReadExport(&file)
	must(t, err)
	same(t, "export read back", read, e)
	must(t, to.Import(t.Context(), read))
	same(t, "record", export(t, to), export(t, from))
	same(t, "scores", scores(t, to), scores(t, from))
}
