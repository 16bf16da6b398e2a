package practice_test

import (
	"bytes"
	"context"
	"io/fs"
	"testing"

	"porchlight/internal/course/coursetest"
	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// renamed is the practice of the small course with a reply under another name.
func renamed(t testing.TB) []byte {
	t.Helper()
	_, quizFiles := coursetest.Files(t)
	data, err := fs.ReadFile(quizFiles, "en/practice/cash-at-the-door.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Replace(data, []byte("id: want-to\n"), []byte("id: want-to-trust\n"), 1)
}

// twoReplies is the record of someone who gave two replies.
func twoReplies(t testing.TB) record.Store {
	t.Helper()
	store := record.NewGuest()
	err := store.SaveEntries(context.Background(), record.Entry{
		Kind: record.KindTalk, Subject: cash.ID, At: tuitest.Noon,
		Fields: map[string]string{"replies": "fill-the-tank want-to", "seed": "1", "lap": "a"},
	})
	if err != nil {
		t.Fatal(err)
	}
	return store
}

// Another language may lack a reply that the learner gave: it is said, and
// nothing is lost by it.
func TestATalkThatAnotherLanguageDoesNotHaveWhole(t *testing.T) {
	d := start(t, tuitest.Setup{Store: twoReplies(t), Course: coursetest.With(t, map[string][]byte{"es/practice/cash-at-the-door.yaml": renamed(t)})})
	d.WantNot("has changed")
	d.Press("enter")
	d.Want("He sits down on the step.")
	d.Send(page.SettingsChanged{To: study.Settings{Lang: "es"}})
	d.Want("Esta conversación ha cambiado", "> Seguir donde iba (1 respuesta hasta ahora)")
	d.Send(page.SettingsChanged{To: study.Settings{Lang: "en"}})
	d.Pick("Go on where I was (2 replies so far)")
	d.Want("He sits down on the step.")
}
