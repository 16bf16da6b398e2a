package cli_test

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"porchlight/internal/cli"
	"porchlight/internal/course/coursetest"
)

// TestMain lets the scripts run the program itself as "porchlight".
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"porchlight": func() { os.Exit(cli.Main()) },
	})
}

// TestScripts runs the command line as a person does: one script a command, in
// testdata/script. Each has a home of its own, no terminal, and a small course
// in the folder "pack".
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:   "testdata/script",
		Setup: func(env *testscript.Env) error { return furnish(t, env) },
		Condition: func(name string) (bool, error) {
			if name == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("there is no condition %q", name)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": status,
			"plain":  plain,
			"narrow": narrow,
			"newer":  newer,
			"crlf":   crlf,
			"mode":   mode,
		},
	})
}

// furnish makes a script's home and its course.
func furnish(t *testing.T, env *testscript.Env) error {
	env.Setenv("HOME", filepath.Join(env.WorkDir, "home"))
	env.Setenv("XDG_DATA_HOME", filepath.Join(env.WorkDir, "data"))
	env.Setenv("LocalAppData", filepath.Join(env.WorkDir, "data"))
	env.Setenv("LANG", "C")
	lessonFiles, quizFiles := coursetest.Files(t)
	if err := os.CopyFS(filepath.Join(env.WorkDir, "pack", "lessons"), lessonFiles); err != nil {
		return err
	}
	return os.CopyFS(filepath.Join(env.WorkDir, "pack", "quiz"), quizFiles)
}

// status runs a program and holds it to an exit status: status 2 porchlight read
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status NUMBER PROGRAM [ARGUMENT...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var failed *exec.ExitError
	switch err := ts.Exec(args[1], args[2:]...); {
	case errors.As(err, &failed):
		got = failed.ExitCode()
	default:
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("the exit status is %d, not %d", got, want)
	}
}

// plain holds files, or stdout and stderr, to having no control characters but
// line ends: plain stdout
func plain(ts *testscript.TestScript, neg bool, args []string) {
	for _, name := range args {
		i := strings.IndexFunc(ts.ReadFile(name), func(r rune) bool {
			return r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0
		})
		if i >= 0 && !neg {
			ts.Fatalf("%s: a control character at byte %d", name, i)
		}
		if i < 0 && neg {
			ts.Fatalf("%s: no control character", name)
		}
	}
}

// narrow holds every line of a file to a width in characters: narrow 40 stdout
func narrow(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: narrow WIDTH FILE")
	}
	width, err := strconv.Atoi(args[0])
	ts.Check(err)
	for i, line := range strings.Split(ts.ReadFile(args[1]), "\n") {
		if n := len([]rune(line)); n > width {
			ts.Fatalf("%s: line %d has %d characters: %s", args[1], i+1, n, line)
		}
	}
}

// newer makes a copy of a record look as if a later version of the program had
// written it: newer FROM TO
func newer(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: newer FROM TO")
	}
	data := []byte(ts.ReadFile(args[0]))
	if len(data) < 64 {
		ts.Fatalf("%s is no record", args[0])
	}
	binary.BigEndian.PutUint32(data[60:], 9999) // SQLite's user_version
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), data, 0o600))
}

// crlf rewrites a file with the given line end, \r or \r\n: crlf \r FILE
func crlf(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: crlf LINE-END FILE")
	}
	end, err := strconv.Unquote(`"` + args[0] + `"`)
	ts.Check(err)
	text := strings.ReplaceAll(ts.ReadFile(args[1]), "\n", end)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(text), 0o600))
}

// mode holds a file to its permissions: mode 600 FILE
func mode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: mode MODE FILE")
	}
	at, err := os.Stat(ts.MkAbs(args[1]))
	ts.Check(err)
	if got := fmt.Sprintf("%o", at.Mode().Perm()); got != args[0] && runtime.GOOS != "windows" {
		ts.Fatalf("%s has the mode %s, not %s", args[1], got, args[0])
	}
}
