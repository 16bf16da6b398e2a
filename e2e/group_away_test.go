package e2e_test

import (
	"strings"
	"testing"

	"porchlight/internal/store/postgres/postgrestest"
)

// The database of a room stops for a while, and goes on. What a lead wanted and
// what people answered meanwhile is done by itself then, and each is told so, on
// the screen and in plain lines.
func TestDatabaseAwayFromARoom(t *testing.T) {
	need(t, "ssh")
	database := postgrestest.Start(t)
	k, code, key := openGroup(t, "--database", database.URL())
	lead := k.leads(key, 80, 24)
	lead.choose("Ask a question")
	lead.want("Ask all: ")
	lead.pressUntil("Down", "> Ask all: ")
	lead.press("Enter")
	lead.want("> Close it and show the result")

	sits := k.visits("room/"+code, 80, 24)
	sits.pressUntil("Down", "> Go on")
	sits.press("Enter")
	sits.picks(1)
	sits.want("Your answer is kept.")
	lines := k.home.open(t, 80, 24, nil)
	lines.enter(strings.Join(k.ssh("-T", guest, "room/"+code), " "))
	lines.want("Your answer, or Enter to look again:")
	lead.want("2 people are here.", "1 answer so far.")

	database.Freeze()
	sits.pressUntil("Down", "> ( ) 2.")
	sits.press("Enter")
	lines.write("1")
	lines.press("Enter")
	sits.want("(x) 2.", "on its way", "Not sent yet: the group cannot be reached just now.")
	lines.want("Not sent yet: the group cannot be reached just now.")
	lines.write("2")
	lines.press("Enter")
	database.Thaw()
	sits.want("(x) 2.", "Sent now. Your answer is kept.", "2 answers so far.")
	lines.want("Sent now. Your answer is kept.")
	lead.want("2 answers so far.")

	database.Freeze()
	lead.choose("Close the question")
	lead.want("Not sent yet: the group cannot be reached just now.")
	database.Thaw()
	lead.want("Sent now. Done: Close the question", "The question is closed.")
	sits.want("The question is closed.")
	says(t, k.sits(key, ""), "2 answers so far.")
	if strings.Contains(k.log.String(), code) {
		t.Error("the code is in the log")
	}
}
