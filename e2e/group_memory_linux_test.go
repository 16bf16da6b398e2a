package e2e_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"porchlight/internal/group"
	"porchlight/internal/store/postgres/postgrestest"
	"porchlight/internal/tooltest"
)

// After people have answered and gone, nobody who reads the server's memory,
// its files or its log finds what would join one of them to an answer: the key
// that names both their place and their ballot. While somebody sits there it is
// in the memory of their own session, which shows that the search finds it.
func TestGroupMemoryJoinsNobodyToAnAnswer(t *testing.T) {
	tooltest.AsRoot(t) // who may look into the server's memory
	k, code, lead := openGroup(t)
	says(t, k.sits(lead, "2\n1\n"), "Done.")
	keys := k.answerAndGo(code)
	stays := k.home.open(t, 80, 24, nil)
	stays.enter(strings.Join(k.ssh("-T", guest, "room/"+code), " "))
	stays.want("Your answer, or Enter to look again:")
	own := keyIn(t, flat(stays.screen()))
	before := k.log.String()
	stays.enter("1")
	stays.want("Your answer is kept.")
	if after := k.log.String(); after != before {
		t.Errorf("an answer is logged: %s", strings.TrimPrefix(after, before))
	}
	if n := k.remembers(string(own)) + k.remembers(own.String()); n == 0 {
		t.Error("the key of whoever sits there is not found: the search is wrong")
	}
	for _, key := range keys {
		k.until("the key of whoever has gone is in no memory", func() bool { return k.remembers(string(key))+k.remembers(key.String()) == 0 })
	}
	says(t, k.sits(lead, "1\n"), "6 of 6, 100 percent")
	stays.enter("quit")
	stays.ended()
	k.until("nor that of the last", func() bool { return k.remembers(string(own))+k.remembers(own.String()) == 0 })
	for _, key := range append(keys, own) {
		k.nowhere(t, k.home.dir, string(key))
		k.nowhere(t, k.home.dir, key.String())
	}
}

// The same where the room is in a database. Its table names ballots, as long as
// they are not counted, and places, and nothing that joins the two; and no log
// names either.
func TestGroupDatabaseJoinsNobodyToAnAnswer(t *testing.T) {
	tooltest.AsRoot(t) // who may look into the server's memory
	database := postgrestest.Start(t)
	k, code, lead := openGroup(t, "--database", database.URL())
	says(t, k.sits(lead, "2\n1\n"), "Done.")
	keys := k.answerAndGo(code)
	state := database.SQL(`SELECT state FROM rooms`)
	var room group.Room
	if err := json.Unmarshal([]byte(state), &room); err != nil {
		t.Fatal(err)
	}
	var ballots, places []string
	for _, key := range keys {
		v := group.NewVoter(room.ID, key)
		ballots, places = append(ballots, string(v.Ballot(room.Front, 0))), append(places, string(v.Seat()))
	}
	for i := range keys {
		if !strings.Contains(state, ballots[i]) || !strings.Contains(state, places[i]) {
			t.Fatalf("the table lacks a ballot or a place: what is searched for is wrong: %s", state)
		}
	}
	says(t, k.sits(lead, "1\n"), "5 of 5, 100 percent")
	if after := database.SQL(`SELECT state FROM rooms`); strings.Contains(after, ballots[0]+`":"`) {
		t.Errorf("the marks on a ballot are in the table after it was counted: %s", after)
	}
	raw := filesBelow(t, database.Dir())
	for i, key := range keys {
		k.until("the key is in no memory", func() bool { return k.remembers(string(key))+k.remembers(key.String()) == 0 })
		for _, secret := range []string{string(key), key.String()} {
			k.nowhere(t, k.home.dir, secret)
			if bytes.Contains(raw, []byte(secret)) {
				t.Errorf("the key of person %d is in the database's files", i+1)
			}
		}
		for what, log := range map[string]string{"the server's": k.log.String(), "the database's": database.String()} {
			if strings.Contains(log, ballots[i]) || strings.Contains(log, places[i]) || strings.Contains(log, code) {
				t.Errorf("%s log names a ballot, a place or the room:\n%s", what, log)
			}
		}
	}
}

// answerAndGo has five people answer alike and leave, and returns the keys to
// their places.
func (k *kiosk) answerAndGo(code string) []group.Key {
	k.t.Helper()
	var keys []group.Key
	for range 5 {
		out := k.sits(code, "1\n")
		says(k.t, out, "Your answer is kept.")
		keys = append(keys, keyIn(k.t, out))
	}
	return keys
}

var comeBack = regexp.MustCompile(`by typing: (\S+)`)

// keyIn is the key to a place, as a person is told it.
func keyIn(t *testing.T, told string) group.Key {
	t.Helper()
	found := comeBack.FindStringSubmatch(told)
	if found == nil {
		t.Fatalf("nobody is told how to come back: %s", told)
	}
	_, key, err := group.ParseEntry(found[1])
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// filesBelow is all bytes of all files below a folder.
func filesBelow(t *testing.T, dir string) []byte {
	t.Helper()
	var all bytes.Buffer
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return nil // a file that has just been removed
		}
		data, err := os.ReadFile(path)
		if err == nil {
			all.Write(data)
		}
		return nil
	})
	if err != nil || all.Len() == 0 {
		t.Fatalf("%d bytes, %v", all.Len(), err)
	}
	return all.Bytes()
}
