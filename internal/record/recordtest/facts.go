package recordtest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"porchlight/internal/record"
)

func mark(key, note string, at time.Time) record.Entry {
	return record.Entry{Kind: record.KindMark, Subject: lesson, Key: key, Fields: map[string]string{"bookmark": "yes", "note": note}, At: at}
}

func provider(id string, at time.Time) record.Entry {
	return record.Entry{Kind: record.KindProvider, Subject: id, Fields: map[string]string{"name": "Elm Street", "note": "They were kind."}, At: at}
}

func hidden(question string, at time.Time) record.Entry {
	return record.Entry{Kind: record.KindHidden, Key: question, Fields: map[string]string{"hidden": "yes"}, At: at}
}

func review(id, about string, at time.Time) record.Event {
	return record.Event{Kind: record.KindReview, Subject: about, ID: id, Fields: map[string]string{"card": about + "/cash", "got": "yes"}, At: at}
}

func entries(t *testing.T, s record.Store, kind record.Kind, subject string) []record.Entry {
	t.Helper()
	all, err := s.Entries(t.Context(), kind, subject)
	must(t, err)
	return all
}

func events(t *testing.T, s record.Store, kind record.Kind, subject string) []record.Event {
	t.Helper()
	all, err := s.Events(t.Context(), kind, subject)
	must(t, err)
	return all
}

var facts = map[string]func(*testing.T, record.Store){
	"NoFactYet": func(t *testing.T, s record.Store) {
		same(t, "entries", entries(t, s, record.KindMark, ""), []record.Entry{})
		same(t, "events", events(t, s, record.KindReview, ""), []record.Event{})
	},

	"EntriesAreKeptInOrder": func(t *testing.T, s record.Store) {
		other := mark("b1", "x", at(3))
		other.Subject = "aaa"
		must(t, s.SaveEntries(t.Context(), mark("b2", "two\nlines, ¿sí?", at(1)), mark("b1", "one", at(2)), other, provider("elm", at(4))))
		want := []record.Entry{other, mark("b1", "one", at(2)), mark("b2", "two\nlines, ¿sí?", at(1))}
		same(t, "all marks", entries(t, s, record.KindMark, ""), want)
		same(t, "marks of a lesson", entries(t, s, record.KindMark, lesson), want[1:])
		same(t, "marks of another", entries(t, s, record.KindMark, "nowhere"), []record.Entry{})
	},

	"LaterEntryWins": func(t *testing.T, s record.Store) {
		must(t, s.SaveEntries(t.Context(), mark("b1", "first", at(5))))
		last := mark("b1", "second", at(1)) // the last save, whatever its clock said
		must(t, s.SaveEntries(t.Context(), last))
		same(t, "entries", entries(t, s, record.KindMark, lesson), []record.Entry{last})
	},

	"EntryThatSaysNothingIsRemoved": func(t *testing.T, s record.Store) {
		must(t, s.SaveEntries(t.Context(), mark("b1", "first", at(5))))
		blank := mark("b1", "", at(6))
		blank.Fields = map[string]string{"note": "\x00"} // nothing is left of it
		must(t, s.SaveEntries(t.Context(), blank))
		must(t, s.SaveEntries(t.Context(), record.Entry{Kind: record.KindMark, Key: "never-kept", At: at(6)}))
		same(t, "entries", entries(t, s, record.KindMark, ""), []record.Entry{})
	},

	"FieldsAreKeptClean": func(t *testing.T, s record.Store) {
		must(t, s.SaveEntries(t.Context(), mark("b1", "a\x1b[31m\u202eb\r\nc\xff", at(1))))
		if got := entries(t, s, record.KindMark, lesson)[0].Fields["note"]; got != "a[31mb\nc\uFFFD" {
			t.Errorf("kept %q", got)
		}
	},

	"EntriesAreKeptTogetherOrNotAtAll": func(t *testing.T, s record.Store) {
		fill(t, s)
		for what, bad := range map[string]record.Entry{
			"no kind":         {Key: "b", Fields: map[string]string{"note": "n"}, At: at(1)},
			"a sentence":      {Kind: record.KindMark, Key: "not an id", Fields: map[string]string{"note": "n"}, At: at(1)},
			"too long a text": {Kind: record.KindMark, Key: "b", Fields: map[string]string{"note": strings.Repeat("x", record.MaxNote+1)}, At: at(1)},
			"no field's name": {Kind: record.KindMark, Key: "b", Fields: map[string]string{"": "n"}, At: at(1)},
			"too many fields": {Kind: record.KindMark, Key: "b", Fields: manyFields(), At: at(1)},
		} {
			refused(t, s, what, func() error { return s.SaveEntries(t.Context(), mark("good", "n", at(1)), bad) })
		}
	},

	"ReturnedFieldsAreTheCallers": func(t *testing.T, s record.Store) {
		must(t, s.SaveEntries(t.Context(), mark("b1", "mine", at(1))))
		entries(t, s, record.KindMark, "")[0].Fields["note"] = "changed"
		if got := entries(t, s, record.KindMark, "")[0].Fields["note"]; got != "mine" {
			t.Errorf("the record holds %q", got)
		}
	},

	"EventsOldestFirst": func(t *testing.T, s record.Store) {
		for _, e := range []record.Event{review("b", lesson, at(3)), review("a", lesson, at(3)), review("c", "other-lesson", at(1))} {
			must(t, s.AddEvent(t.Context(), e))
		}
		want := []record.Event{review("c", "other-lesson", at(1)), review("a", lesson, at(3)), review("b", lesson, at(3))}
		same(t, "all", events(t, s, record.KindReview, ""), want)
		same(t, "one lesson's", events(t, s, record.KindReview, lesson), want[1:])
	},

	"AddingAnEventAgainDoesNothing": func(t *testing.T, s record.Store) {
		must(t, s.AddEvent(t.Context(), review("a", lesson, at(1))))
		again := review("a", lesson, at(2))
		again.Fields["got"] = "no"
		must(t, s.AddEvent(t.Context(), again))
		same(t, "events", events(t, s, record.KindReview, ""), []record.Event{review("a", lesson, at(1))})
	},

	"TakingAnEventBackIsExact": func(t *testing.T, s record.Store) {
		fill(t, s)
		before := export(t, s)
		must(t, s.AddEvent(t.Context(), review("new", lesson, at(50))))
		must(t, s.RemoveEvent(t.Context(), record.KindReview, "new"))
		must(t, s.RemoveEvent(t.Context(), record.KindReview, "never-kept"))
		same(t, "record", export(t, s), before)
	},

	"WhatIsNoEventIsRefused": func(t *testing.T, s record.Store) {
		refused(t, s, "no id", func() error { return s.AddEvent(t.Context(), record.Event{Kind: record.KindReview, At: at(1)}) })
		refused(t, s, "no kind", func() error { return s.AddEvent(t.Context(), record.Event{ID: "a", At: at(1)}) })
	},

	"FactsMeetOnImport": func(t *testing.T, s record.Store) {
		ctx := t.Context()
		must(t, s.SaveEntries(ctx, mark("a", "ours", at(5)), mark("b", "ours", at(5)), mark("c", "ours", at(5))))
		must(t, s.AddEvent(ctx, review("r", lesson, at(1))))
		changed := review("r", lesson, at(9))
		must(t, s.Import(ctx, record.Export{
			Entries: []record.Entry{mark("a", "theirs", at(6)), mark("b", "theirs", at(4)), {Kind: record.KindMark, Subject: lesson, Key: "c", At: at(9)}},
			Events:  []record.Event{changed, review("q", lesson, at(2))},
		}))
		same(t, "entries", entries(t, s, record.KindMark, ""), []record.Entry{mark("a", "theirs", at(6)), mark("b", "ours", at(5)), mark("c", "ours", at(5))})
		same(t, "events", events(t, s, record.KindReview, ""), []record.Event{review("r", lesson, at(1)), review("q", lesson, at(2))})
	},

	"PartsOfALessonStandApart": func(t *testing.T, s record.Store) {
		ctx := t.Context()
		plain := attempt("a1", lesson, at(1), cash)
		before := attempt("a2", lesson, at(2), cash, rent)
		before.Part = record.BeforePart
		typed := answer("a2", rent, record.Other, at(4))
		typed.Text = "a\x1bb"
		must(t, s.SaveAnswer(ctx, plain, answer("a1", cash, record.Best, at(3))))
		must(t, s.SaveAnswer(ctx, before, typed))
		a, _ := latest(t, s, lesson)
		same(t, "attempt of no part", a, plain)
		a, answers, err := s.LatestAttempt(ctx, lesson, record.BeforePart)
		must(t, err)
		typed.Text, typed.Choices = "ab", []string{}
		same(t, "attempt before", a, before)
		same(t, "answers before", answers, []record.Answer{typed})
		_, _, err = s.LatestAttempt(ctx, lesson, record.AfterPart)
		wantErr(t, "attempt after", err, record.ErrNotFound)
		same(t, "scores", scores(t, s), map[string]record.Score{lesson: {Lesson: lesson, Asked: 1, Answered: 1, Best: 1, At: at(3)}})
		refused(t, s, "another part", func() error {
			strange := attempt("a3", lesson, at(5), cash)
			strange.Part = "during"
			return s.SaveAnswer(ctx, strange, answer("a3", cash, record.Best, at(5)))
		})
	},
}

func manyFields() map[string]string {
	fields := map[string]string{}
	for i := range record.MaxFields + 1 {
		fields[fmt.Sprintf("f%d", i)] = "x"
	}
	return fields
}
