package e2e_test

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"porchlight/internal/record"
	"porchlight/internal/store/postgres/postgrestest"
)

// given asks for take-home words on the screen, and stays at the start page.
func given(t *testing.T, k *kiosk, w *terminal) (words string) {
	t.Helper()
	w.enter(strings.Join(k.ssh("-t", guest, "take-home"), " "))
	w.want("Give me five words")
	w.press("Enter")
	w.want("These are your words")
	found := fiveWords.FindStringSubmatch(w.screen())
	if found == nil {
		t.Fatalf("no five words:\n%s", w.screen())
	}
	w.press("Escape")
	w.want("Welcome.")
	return strings.Join(found[1:], " ")
}

// toQuestions opens the list of questions for a first call.
func toQuestions(w *terminal) {
	w.choose("Tools")
	w.want("Questions to ask a program")
	w.choose("Questions to ask a program")
	w.want("For a first call", "[ ]")
}

// fetched is the record kept under some words.
func fetched(t *testing.T, k *kiosk, words string) record.Export {
	t.Helper()
	out, errs, status := k.run(words+"\n", k.ssh("-T", guest, "take-home export")...)
	var e record.Export
	if err := json.Unmarshal([]byte(out), &e); err != nil || status != 0 {
		t.Fatalf("status %d, %v: %q, %q", status, err, out, errs)
	}
	return e
}

// TestDatabaseAwayForAWhile: a database that stops while somebody ticks
// questions costs no tick and no visit. The title says what is not saved, keys
// go on answering, and all of it is kept once the database is back.
func TestDatabaseAwayForAWhile(t *testing.T) {
	need(t, "ssh")
	database := postgrestest.Start(t)
	k := openKiosk(t, "--keep", "24h", "--database", database.URL())
	w := k.home.open(t, 80, 24, nil)
	words := given(t, k, w)
	toQuestions(w)
	w.press("Space")
	w.want("[x]")

	database.Kill()
	w.press("Down", "Space")
	w.want("not saved yet")
	w.until("the tick made meanwhile is seen", func() bool { return strings.Count(w.screen(), "[x]") == 2 })
	w.press("!")
	w.want("Porchlight > Help now", "911")
	w.press("Escape")
	w.want("not saved yet", "For a first call")
	if n := k.metric("porchlight_sessions"); n != 1 {
		t.Errorf("%d visits go on", n)
	}

	database.Up()
	w.until("nothing is waiting any more", func() bool {
		w.press("Down")
		return !strings.Contains(w.screen(), "not saved yet")
	})
	if ticks := len(fetched(t, k, words).Checks); ticks != 2 {
		t.Errorf("%d of 2 ticks are kept", ticks)
	}
	w.press("C-x")
	w.ended()
	if n := k.metric(`porchlight_sessions_ended_total{why="fled"}`); n != 1 {
		t.Errorf("%d visits ended by the visitor's own key, not 1", n)
	}
}

// Row 73: who leaves by quick exit while the database hangs, and something waits
// to be written, waits for nothing. What waited is written if the database is
// back within a few seconds.
func TestQuickExitWhileTheDatabaseHangs(t *testing.T) {
	need(t, "ssh")
	database := postgrestest.Start(t)
	k := openKiosk(t, "--keep", "24h", "--database", database.URL())
	w := k.home.open(t, 80, 24, nil)
	words := given(t, k, w)
	toQuestions(w)
	database.Freeze()
	defer database.Thaw()
	w.press("Space")
	w.want("not saved yet")
	began := time.Now()
	w.press("C-x")
	w.ended()
	took := time.Since(began)
	t.Logf("the terminal was given back after %v", took.Round(time.Millisecond))
	if took > time.Second {
		t.Error("that is more than a second")
	}
	database.Thaw()
	k.until("what waited is written", func() bool {
		out, _, status := k.run(words+"\n", k.ssh("-T", guest, "take-home export")...)
		var e record.Export
		return status == 0 && json.Unmarshal([]byte(out), &e) == nil && len(e.Checks) == 1
	})
}

// TestWordsOfAnotherServer: two servers with one database and one host key are
// one kiosk. What was begun at one goes on at the other.
func TestWordsOfAnotherServer(t *testing.T) {
	need(t, "ssh")
	database, state := postgrestest.Start(t), t.TempDir()
	options := []string{"--keep", "24h", "--database", database.URL(), "--state", state}
	one, two := openKiosk(t, options...), openKiosk(t, options...)
	trusted := filepath.Join(t.TempDir(), "known")
	same := func(k *kiosk, check string) []string {
		return []string{"ssh", "-F", "none", "-p", k.port, "-o", "StrictHostKeyChecking=" + check, "-o", "HostKeyAlias=kiosk",
			"-o", "UserKnownHostsFile=" + trusted, "-T", guest, "now"}
	}
	if _, errs, status := one.run("", same(one, "accept-new")...); status != 0 {
		t.Fatalf("the first server: %d, %s", status, errs)
	}
	if out, errs, status := two.run("", same(two, "yes")...); status != 0 || !strings.Contains(out, "911") {
		t.Errorf("a client that trusts the first server does not trust the second: %d, %s", status, errs)
	}

	w := one.home.open(t, 80, 24, nil)
	words := given(t, one, w)
	toQuestions(w)
	w.press("Space")
	w.want("[x]")
	w.press("C-x")
	w.ended()

	v := two.home.open(t, 80, 24, nil)
	v.enter(strings.Join(two.ssh("-t", guest, "take-home"), " "))
	v.want("I have five words already")
	v.choose("I have five words already")
	v.want("Your words:")
	v.write(words)
	v.press("Enter")
	v.want("Welcome back")
	v.press("Escape")
	v.want("Welcome.")
	v.choose("Tools")
	v.want("Questions to ask a program")
	v.choose("Questions to ask a program")
	v.want("For a first call")
	v.want("[x]")
	v.press("Down", "Space")
	v.until("both are ticked", func() bool { return strings.Count(v.screen(), "[x]") == 2 })
	v.press("C-x")
	v.ended()
	if ticks := len(fetched(t, one, words).Checks); ticks != 2 {
		t.Errorf("%d of 2 ticks are at the first server", ticks)
	}
}
