package recordtest

import (
	"testing"

	"porchlight/internal/record"
)

var erasing = map[string]func(*testing.T, record.Store){
	"EraseAll": func(t *testing.T, s record.Store) {
		blank := export(t, s)
		fill(t, s)
		must(t, s.Erase(t.Context(), record.Scope{All: true}))
		same(t, "record", export(t, s), blank)
		fill(t, s) // and it can be used again
		if len(placesOf(t, s)) != 2 {
			t.Error("nothing is kept after erasing")
		}
	},

	"EraseOneLesson": func(t *testing.T, s record.Store) {
		fill(t, s)
		want := export(t, s)
		want.Places, want.Attempts, want.Answers = want.Places[1:], want.Attempts[1:], want.Answers[2:]
		want.Entries, want.Events = []record.Entry{want.Entries[0], want.Entries[2]}, want.Events[1:] // without the mark and the review
		must(t, s.Erase(t.Context(), record.Scope{Lesson: "enabling-or-helping"}))
		same(t, "record", export(t, s), want)
		_, _, err := s.LatestAttempt(t.Context(), "enabling-or-helping", record.NoPart)
		wantErr(t, "LatestAttempt", err, record.ErrNotFound)
		a := attempt("a1", "enabling-or-helping", at(40), cash)
		must(t, s.SaveAnswer(t.Context(), a, answer("a1", cash, record.Best, at(41))))
		kept, answers := latest(t, s, "enabling-or-helping")
		if kept.Started != at(40) || len(answers) != 1 {
			t.Errorf("%v %v, want only what was kept after erasing", kept, answers)
		}
	},

	"EraseNotes": func(t *testing.T, s record.Store) {
		fill(t, s)
		must(t, s.SaveCheck(t.Context(), record.Check{Question: "only-a-note", Note: "n", At: at(1)}))
		want := export(t, s)
		want.Checks = []record.Check{want.Checks[0], want.Checks[2]}
		want.Checks[0].Note = ""
		want.Entries[1].Fields = map[string]string{"bookmark": "yes"}
		want.Entries[2].Fields = map[string]string{"name": "Elm Street"}
		want.Answers[3].Text = record.Erased // that it was answered, and how, stays
		must(t, s.Erase(t.Context(), record.Scope{Notes: true}))
		same(t, "record", export(t, s), want)
		must(t, s.Import(t.Context(), want)) // a copy without the words takes nothing back
		same(t, "record", export(t, s), want)
	},

	"EraseOneProvider": func(t *testing.T, s record.Store) {
		fill(t, s)
		must(t, s.SaveCheck(t.Context(), record.Check{Provider: "elm-street", Question: "family-program", Asked: true, At: at(1)}))
		want := export(t, s)
		want.Checks = want.Checks[:2]
		want.Entries = want.Entries[:2]
		must(t, s.Erase(t.Context(), record.Scope{Provider: "elm-street"}))
		same(t, "record", export(t, s), want)
	},

	"EraseOneKind": func(t *testing.T, s record.Store) {
		fill(t, s)
		want := export(t, s)
		must(t, s.Erase(t.Context(), record.Scope{Kind: record.KindReflection, Subject: "another"}))
		must(t, s.Erase(t.Context(), record.Scope{Subject: "how-am-i-doing"})) // names nothing
		same(t, "record", export(t, s), want)
		want.Events = want.Events[:1]
		must(t, s.Erase(t.Context(), record.Scope{Kind: record.KindReflection, Subject: "how-am-i-doing"}))
		same(t, "record", export(t, s), want)
	},

	"ErasesAddUp": func(t *testing.T, s record.Store) {
		fill(t, s)
		must(t, s.Erase(t.Context(), record.Scope{Lesson: "return-to-use", Notes: true}))
		e := export(t, s)
		if len(e.Places) != 1 || len(e.Attempts) != 1 || e.Checks[0].Note != "" {
			t.Errorf("places %v, attempts %v, checks %v", e.Places, e.Attempts, e.Checks)
		}
	},

	"EraseNothing": func(t *testing.T, s record.Store) {
		fill(t, s)
		want := export(t, s)
		must(t, s.Erase(t.Context(), record.Scope{}))
		must(t, s.Erase(t.Context(), record.Scope{Lesson: "unknown"}))
		same(t, "record", export(t, s), want)
	},

	"EraseTwice": func(t *testing.T, s record.Store) {
		fill(t, s)
		must(t, s.Erase(t.Context(), record.Scope{All: true}))
		must(t, s.Erase(t.Context(), record.Scope{All: true}))
	},
}
