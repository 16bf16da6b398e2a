package e2e_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"porchlight/internal/store/postgres/postgrestest"
)

// openGroup starts a server with a room, and returns the codes on its cards.
func openGroup(t *testing.T, options ...string) (k *kiosk, code, lead string) {
	t.Helper()
	k = openKioskWith(t, func(command []string) []string {
		command[slices.Index(command, "serve")] = "group"
		return command
	}, append(options, "--lesson", "helping-or-enabling")...)
	k.until("the cards are printed", func() bool {
		return regexp.MustCompile(`To lead the group[^/]*room/\S+\n`).MatchString(k.out.String())
	})
	found := regexp.MustCompile(`room/([A-Z0-9-]+)`).FindAllStringSubmatch(k.out.String(), -1)
	return k, found[0][1], found[len(found)-1][1]
}

// sits has somebody come into a room and type lines, and returns what they were
// told, wherever lines break.
func (k *kiosk) sits(entry, input string, options ...string) string {
	k.t.Helper()
	out, errs, status := k.run(input, k.ssh(append(options, guest, "room/"+entry)...)...)
	if status != 0 {
		k.t.Errorf("status %d: %s%s", status, out, errs)
	}
	return strings.Join(strings.Fields(out), " ")
}

func says(t *testing.T, out string, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not said:\n%s", want, out)
		}
	}
}

// A facilitator and a group of five, one of whom drops and comes back and one
// of whom reads Spanish, answer a question with OpenSSH's own client.
func TestGroupAnswersTogether(t *testing.T) {
	k, code, lead := openGroup(t, "--rate", "1000") // all of them come from one address
	if !strings.Contains(k.out.String(), k.fingerprint) || len(lead) <= len(code) {
		t.Errorf("the cards: %s", k.out.String())
	}
	visit := k.sits
	says := func(out string, wants ...string) { t.Helper(); says(t, out, wants...) }
	out := visit(lead, "2\n1\n")
	says(out, "1. Ask all:", "Done.", "1. Close it and show the result")

	first := visit(strings.ToLower(code), "1\n")
	says(first, "Nobody is asked for a name.", "Your answer is kept.")
	back := regexp.MustCompile(`by typing: (\S+)`).FindStringSubmatch(first)[1]
	says(visit(back, "2\n\n"), "Your answer: 1.", "Your answer: 2.", "1 answer so far.")
	for range 3 {
		visit(code, "1\n")
	}
	says(visit(lead, "1\n"), "So far 4 have answered. Nothing is shown until 5 have.")
	says(visit(code, "2\n", "-o", "SetEnv=LANG=es_US.UTF-8"), "Su respuesta está guardada.")
	says(visit(lead, "1\n"), "3 of 5, 60 percent", "2 of 5, 40 percent")
	says(visit(code, "1\n"), "3 of 5, 60 percent", "This question takes no answers now.")

	for form, want := range map[string]string{"markdown": "# What the group answered", "csv": ",5,", "json": `"people": 5`} {
		out, errs, status := k.run("", k.ssh(guest, "room/"+lead, form)...)
		if status != 0 || !strings.Contains(out, want) {
			t.Errorf("the summary as %s: %d %s%s", form, status, out, errs)
		}
		if out, _, status := k.run("", k.ssh(guest, "room/"+back, form)...); status == 0 || out != "" {
			t.Errorf("a visitor gets the summary as %s: %d %s", form, status, out)
		}
	}
	out, _, _ = k.run("", k.ssh(guest, "room/CDFHJKM")...)
	says(strings.Join(strings.Fields(out), " "), "is not a code")
	for _, secret := range []string{lead, code, back} {
		if strings.Contains(k.log.String(), secret) {
			t.Errorf("%s is in the log:\n%s", secret, k.log.String())
		}
	}
}

// People sit at two servers with one database. The one with the room is killed
// in the middle of a question; the other goes on, and nobody is counted twice,
// and none lost.
func TestGroupOutlivesItsServer(t *testing.T) {
	database := postgrestest.Start(t)
	one, code, lead := openGroup(t, "--database", database.URL())
	two := openKiosk(t, "--database", database.URL())
	says(t, one.sits(lead, "2\n1\n"), "Done.")
	first := one.sits(code, "1\n")
	says(t, first, "Your answer is kept.")
	for i := range 3 {
		says(t, []*kiosk{one, two}[i%2].sits(code, "1\n"), "Your answer is kept.")
	}
	if err := one.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	back := regexp.MustCompile(`by typing: (\S+)`).FindStringSubmatch(first)[1]
	says(t, two.sits(back, "2\n"), "Your answer: 1.", "Your answer is kept.")
	says(t, two.sits(lead, "1\n"), "So far 4 have answered.")
	says(t, two.sits(code, "2\n"), "Your answer is kept.")
	says(t, two.sits(lead, "1\n"), "3 of 5, 60 percent", "2 of 5, 40 percent")
}
