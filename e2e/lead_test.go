package e2e_test

import (
	"regexp"
	"strings"
	"testing"
)

// leads opens a terminal for somebody who leads a room there.
func (k *kiosk) leads(entry string, width, height int) *terminal {
	k.t.Helper()
	w := k.home.open(k.t, width, height, nil)
	w.enter(strings.Join(k.ssh("-t", guest, "lead/"+entry), " "))
	w.want("Leading ")
	return w
}

// A facilitator with a screen of eighty columns and somebody who helps on one
// of forty lead a group through a run sheet. The facilitator's link is cut in
// the middle of a question; the other shows its result; the facilitator comes
// back to the same place, ends the group and erases it.
func TestLeadingOnTheScreen(t *testing.T) {
	t.Parallel()
	need(t, "ssh")
	k, code, key := openGroup(t)
	lead := k.leads(key, 80, 24)
	lead.want("0 people are here.", "> Choose a run sheet")
	lead.press("Enter")
	lead.want("Which run sheet?")
	lead.want("> A short session")
	lead.press("Enter")
	lead.want("> Next: Welcome (4 minutes)")
	lead.press("Enter")
	lead.want("Step 1 of 7: Welcome", "You are on time.")

	lead.choose("Who leads, and the end")
	lead.want("> Let someone else lead too")
	lead.press("Enter")
	lead.want("> Someone who helps")
	lead.press("Enter")
	lead.want("Give them this, and nobody else: lead/")
	entry := regexp.MustCompile(`lead/([A-Z0-9-]{20,})`).FindStringSubmatch(lead.screen())[1]
	lead.press("Enter")
	lead.want("Take the lead from")
	lead.press("Escape")
	helper := k.leads(entry, 40, 12)
	helper.want("Step 1 of 7: Welcome")
	helper.pressUntil("Down", "> Next: What do you think now?")
	helper.press("Enter")
	lead.want("Step 2 of 7", "Giving naloxone makes use easier.", "0 answers so far. Nothing is shown until 5 have answered.")

	for _, answer := range []string{"1", "2", "2", "2"} {
		says(t, k.sits(code, answer+"\n"), "Your answer is kept.")
	}
	lead.want("4 answers so far.")
	lead.pressUntil("Up", "> Close it and show the result")
	lead.press("Enter")
	lead.want("So far 4 have answered.")
	lead.write("\r~.") // the client's own way of cutting its link
	lead.want("$")
	says(t, k.sits(code, "2\n"), "Your answer is kept.")
	helper.want("5 answers so far. Enough have answered.")
	helper.pressUntil("Up", "> Close it and show the result")
	helper.press("Enter")
	helper.want("Done: Close it and show the result")

	lead = k.leads(key, 80, 24)
	lead.want("Step 2 of 7", "1 of 5, 20 percent", "4 of 5, 80 percent", "> Next: Read together (10 minutes)")
	lead.choose("Who leads, and the end")
	lead.choose("End the group and erase all of it now")
	lead.want("It cannot be undone.", "> No, go on")
	lead.choose("End the group and erase all of it now")
	lead.want("It is erased. Nothing of the group is left here.")
	helper.want("The group has ended.")
	says(t, k.sits(code, "quit\n"), "No group has that code now.")
	for _, secret := range []string{key, code, entry} {
		if strings.Contains(k.log.String(), secret) {
			t.Errorf("%s is in the log:\n%s", secret, k.log.String())
		}
	}
}
