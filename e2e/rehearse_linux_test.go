package e2e_test

import (
	"context"
	"os/exec"
	"testing"

	"porchlight/internal/store/postgres/postgrestest"
)

// rehearses plays a small rehearsal, so that a large one can be trusted to run.
func rehearses(t *testing.T, options ...string) string {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), 4*patience)
	defer stop()
	cmd := exec.CommandContext(ctx, porchlight, append([]string{"group", "rehearse", "--ssh", "--people", "20", "--rounds", "2"}, options...)...)
	cmd.Env = newHome(t).env()
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return flat(string(out))
}

// Twenty people over SSH, some of whom lose their link again and again, are
// counted once each.
func TestRehearsalOverSSH(t *testing.T) {
	for _, face := range [][]string{{}, {"--lines"}} {
		says(t, rehearses(t, append(face, "--cuts", "2")...), "answers counted 40 of 40", "lost, counted twice 0, 0", "back at their place 12")
	}
}

// The same at two servers with one database, one of which is killed.
func TestRehearsalWithAServerKilled(t *testing.T) {
	database := postgrestest.Start(t)
	says(t, rehearses(t, "--cuts", "1", "--kill", "--database", database.URL()), "answers counted 40 of 40", "lost, counted twice 0, 0")
	if rooms := database.SQL(`SELECT count(*) FROM rooms`); rooms != "0\n" {
		t.Errorf("rooms that are left: %s", rooms)
	}
}
