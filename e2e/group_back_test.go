package e2e_test

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A facilitator who opened a room with a listed key and has lost the line leads
// it again by that key, on a screen of forty columns; the lost line leads nowhere
// then, nobody else's key does, and no key is in the log.
func TestFacilitatorComesBackByTheirKey(t *testing.T) {
	need(t, "ssh-keygen")
	mine, other := newKey(t, "mine"), newKey(t, "other")
	leads := filepath.Join(t.TempDir(), "leads")
	mustWrite(t, leads, mustRead(t, mine+".pub")+mustRead(t, other+".pub"))
	k := openKiosk(t, "--leads", leads)
	as := func(key string, args ...string) []string {
		return k.ssh(append([]string{"-o", "IdentitiesOnly=yes", "-o", "BatchMode=yes", "-i", key}, args...)...)
	}
	out, errs, status := k.run("", as(mine, "lead@127.0.0.1", "group", "--lesson", "helping-or-enabling")...)
	if status != 0 {
		t.Fatalf("no room was opened: %d %s%s", status, out, errs)
	}
	found := regexp.MustCompile(`room/([A-Z0-9-]+)`).FindAllStringSubmatch(out, -1)
	code, lost := found[0][1], found[len(found)-1][1]
	for _, want := range []string{"stage/" + lost, "screen/" + code, "Keep this to yourself too:", "Everybody may see this:"} {
		if !strings.Contains(strings.Join(strings.Fields(out), " "), want) {
			t.Errorf("the lead's card lacks %q:\n%s", want, out)
		}
	}
	if out, errs, status := k.run("", as(other, "lead@127.0.0.1", "lead/"+code)...); status == 0 || out != "" || !strings.Contains(errs, "This key did not open that group") {
		t.Errorf("another listed key: %d %q %q", status, out, errs)
	}
	if out, _, _ := k.run("", k.ssh("-T", guest, "lead/"+code)...); strings.Contains(out, "Leading") || strings.Contains(out, "stage/") {
		t.Errorf("a visitor leads: %s", out)
	}
	says(t, k.sits(lost, "\n"), "Ask a question")

	w := k.home.open(t, 40, 12, nil)
	w.enter(strings.Join(as(mine, "-t", "lead@127.0.0.1", "lead/"+code), " "))
	w.want("Leading "+code, "0 people are here.")
	w.press("Escape")
	w.want("Leave this page?")
	again := regexp.MustCompile(`lead/([A-Z0-9-]{20,})`).FindStringSubmatch(strings.ReplaceAll(flat(w.screen()), "- ", "-"))
	if again != nil && again[1] == lost {
		t.Error("the lost line is the new one")
	}
	says(t, k.sits(lost, "\n"), "No group has that code now.")
	out, errs, status = k.run("", as(mine, "lead@127.0.0.1", "lead/"+strings.ToLower(code))...)
	if status != 0 || !strings.Contains(out, "stage/"+code) || strings.Contains(out, lost) {
		t.Errorf("without a terminal: %d %s%s", status, out, errs)
	}
	w.want("You lead this group no more.")
	print := strings.Fields(mustRead(t, mine+".pub"))[1]
	for _, secret := range []string{code, lost, print, "SHA256:"} {
		if strings.Contains(strings.ReplaceAll(k.log.String(), k.fingerprint, ""), secret) {
			t.Errorf("%s is in the log", secret)
		}
	}
}
