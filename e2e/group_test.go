package e2e_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A facilitator and a group of five, one of whom drops and comes back and one
// of whom reads Spanish, answer a question with OpenSSH's own client.
func TestGroupAnswersTogether(t *testing.T) {
	k := openKioskWith(t, func(command []string) []string {
		command[slices.Index(command, "serve")] = "group"
		return command
	}, "--lesson", "helping-or-enabling")
	room := regexp.MustCompile(`room/([A-Z0-9-]+)`)
	k.until("the cards are printed", func() bool { return strings.Contains(k.out.String(), "To lead the group.") })
	found := room.FindAllStringSubmatch(k.out.String(), -1)
	code, lead := found[0][1], found[len(found)-1][1]
	if !strings.Contains(k.out.String(), k.fingerprint) || len(lead) <= len(code) {
		t.Errorf("the cards: %s", k.out.String())
	}
	visit := func(entry, input string, options ...string) string {
		t.Helper()
		out, errs, status := k.run(input, k.ssh(append(options, guest, "room/"+entry)...)...)
		if status != 0 {
			t.Errorf("status %d: %s%s", status, out, errs)
		}
		return strings.Join(strings.Fields(out), " ")
	}
	says := func(out string, wants ...string) {
		t.Helper()
		for _, want := range wants {
			if !strings.Contains(out, want) {
				t.Errorf("%q is not said:\n%s", want, out)
			}
		}
	}
	out := visit(lead, "1\n")
	says(out, "1. Ask everyone:", "Done.", "1. Close the question")

	first := visit(strings.ToLower(code), "1\n")
	says(first, "Nobody is asked for a name.", "Your answer is kept.")
	back := regexp.MustCompile(`by typing: (\S+)`).FindStringSubmatch(first)[1]
	says(visit(back, "2\n\n"), "Your answer: 1.", "Your answer: 2.", "1 answer so far.")
	for range 3 {
		visit(code, "1\n")
	}
	says(visit(lead, "2\n"), "So far 4 have answered. Nothing is shown until 5 have.")
	says(visit(code, "2\n", "-o", "SetEnv=LANG=es_US.UTF-8"), "Su respuesta está guardada.")
	says(visit(lead, "2\n"), "3 of 5, 60 percent", "2 of 5, 40 percent")
	says(visit(code, "1\n"), "3 of 5, 60 percent", "This question takes no answers now.")

	out, _, _ = k.run("", k.ssh(guest, "room/CDFHJKM")...)
	says(strings.Join(strings.Fields(out), " "), "is not a code")
	for _, secret := range []string{lead, code, back} {
		if strings.Contains(k.log.String(), secret) {
			t.Errorf("%s is in the log:\n%s", secret, k.log.String())
		}
	}
}
