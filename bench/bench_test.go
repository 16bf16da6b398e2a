//go:build unix

// Package bench_test measures Porchlight beside other programs, each pair in
// the same run, by turns, on a terminal of 80 by 24:
//
//	go test -C bench -bench . -benchtime 20x -timeout 60m
//
// docs/performance.md says what the figures mean.
package bench_test

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"porchlight/bench/figures"
	"porchlight/bench/programs"
	"porchlight/bench/terminal"
)

var strict = flag.Bool("bounds", false, "fail where a bound is passed")

// patience is how long anything may take before a benchmark fails.
const patience = 10 * time.Second

// lesson is the one that is opened.
const lesson = "helping-or-enabling"

var (
	dir   string // the programs, the homes and the lesson's text
	table figures.Table
)

// TestMain builds the programs, and prints the table at the end.
func TestMain(m *testing.M) {
	flag.Parse()
	os.Exit(run(m))
}

func run(m *testing.M) int {
	if f := flag.Lookup("test.bench"); f == nil || f.Value.String() == "" {
		return m.Run()
	}
	var err error
	if dir, err = os.MkdirTemp("", "porchlight-bench-"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	if err := prepare(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	status := m.Run()
	fmt.Println()
	if err := table.Print(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	if passed := table.Passed(); *strict && len(passed) > 0 {
		fmt.Printf("\n%d of the bounds were passed\n", len(passed))
		return 1
	}
	return status
}

// prepare builds the programs, writes the lesson as a plain Markdown file, and
// makes the records.
func prepare() error {
	if err := programs.Build(context.Background(), dir); err != nil {
		return err
	}
	if err := writeLesson(); err != nil {
		return err
	}
	for home, answers := range map[string]int{usual: 12, full: 10_000} {
		if err := makeRecord(home, answers); err != nil {
			return fmt.Errorf("making the record %q: %w", home, err)
		}
	}
	return nil
}

// writeLesson writes what every reader shows: the lesson's text without its
// front matter, under its title, and without the marks that only Porchlight
// reads.
func writeLesson() error {
	source, err := os.ReadFile(filepath.Join("..", "lessons", "en", lesson+".md"))
	if err != nil {
		return err
	}
	_, rest, ok := strings.Cut(string(source), "---\n")
	if !ok {
		return fmt.Errorf("%s has no front matter", lesson)
	}
	front, body, _ := strings.Cut(rest, "\n---\n")
	title := regexp.MustCompile(`(?m)^title: (.*)$`).FindStringSubmatch(front)
	if title == nil {
		return fmt.Errorf("%s has no title", lesson)
	}
	body = regexp.MustCompile(` ?\[@[^\]]*\]|\{#[^}]*\}`).ReplaceAllString(body, "")
	if err := os.MkdirAll(lessonDir(), 0o700); err != nil {
		return err
	}
	return os.WriteFile(lessonFile(), []byte("# "+title[1]+"\n"+body), 0o600)
}

// The lesson alone in a folder, for readers that list a folder's files.
func lessonDir() string  { return filepath.Join(dir, "lesson") }
func lessonFile() string { return filepath.Join(lessonDir(), "lesson.md") }

// The learners.
const (
	newcomer = "newcomer" // with no record
	usual    = "usual"    // with a few answers
	full     = "full"     // with ten thousand
)

func home(learner string) string { return filepath.Join(dir, "home-"+learner) }

// makeRecord makes a learner's record through the program's own import.
func makeRecord(learner string, answers int) error {
	const at = "2026-03-01T12:00:00Z"
	const each = 10 // answers of one attempt
	type object = map[string]any
	var attempts, given []object
	for i := range answers {
		id := fmt.Sprintf("attempt-%d", i/each)
		if i%each == 0 {
			attempts = append(attempts, object{"id": id, "lesson": lesson, "seed": "1", "questions": []string{lesson + "/q0"}, "started": at})
		}
		given = append(given, object{"attempt": id, "question": fmt.Sprintf("%s/q%d", lesson, i%each), "choices": []string{"a"}, "result": "best", "at": at})
	}
	export := object{
		"porchlight_record": 1, "exported": at, "attempts": attempts, "answers": given,
		"places": []object{{"lesson": lesson, "block": 0, "word": 0, "reached": 10, "at": at}},
	}
	data, err := json.Marshal(export)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(home(learner), 0o700); err != nil {
		return err
	}
	cmd := command(learner, programs.Porchlight, "record", "import", "-")
	cmd.Stdin = strings.NewReader(string(data))
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, out)
	}
	return keepRecord(learner)
}

// keepRecord sets a learner's record aside, as it is now.
func keepRecord(learner string) error {
	data, err := os.ReadFile(filepath.Join(records(learner), "record.db"))
	if err != nil {
		return err
	}
	asMade[learner] = data
	return nil
}

// records is the folder of a learner's record.
func records(learner string) string { return filepath.Join(home(learner), "data", "porchlight") }

// asMade holds each learner's record as it was made.
var asMade = map[string][]byte{}

// anew puts a learner's record back as it was made: a program that is measured
// keeps its place in a lesson, and may be killed with its log open.
func anew(learner string) error {
	if err := os.RemoveAll(records(learner)); err != nil || asMade[learner] == nil {
		return err
	}
	if err := os.MkdirAll(records(learner), 0o700); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(records(learner), "record.db"), asMade[learner], 0o600)
}

// begin starts a program on a terminal, with a learner's record as it was made.
func begin(learner, program string, args ...string) (*terminal.Terminal, error) {
	if err := anew(learner); err != nil {
		return nil, err
	}
	return terminal.Start(command(learner, program, args...))
}

// command is a program with a learner's home around it.
func command(learner, program string, args ...string) *exec.Cmd {
	cmd := exec.Command(filepath.Join(dir, program), args...)
	cmd.Env = programs.Environment(home(learner))
	cmd.Dir = dir
	return cmd
}

// warmUps is how often each side runs before it counts.
const warmUps = 3

// A side is one of two things measured by turns. It returns milliseconds, or
// whatever the unit of the row is.
type side func() (float64, error)

// versus measures two sides by turns, each the first every other time, and
// puts the medians in the table. The first few of each do not count: they fill
// the caches of the system.
func versus(b *testing.B, row figures.Row, ours, theirs side) {
	b.Helper()
	sides := []side{ours}
	if theirs != nil {
		sides = append(sides, theirs)
	}
	got := make([][]float64, len(sides))
	measure := func(i int, keep bool) {
		v, err := sides[i]()
		if err != nil {
			b.Fatal(err)
		}
		if keep {
			got[i] = append(got[i], v)
		}
	}
	for range warmUps {
		for i := range sides {
			measure(i, false)
		}
	}
	for turn := 0; b.Loop(); turn++ {
		for i := range sides {
			measure((i+turn)%len(sides), true)
		}
	}
	row.Runs, row.Ours = len(got[0]), figures.Median(got[0])
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(row.Ours, "p50-"+row.Unit)
	if theirs != nil {
		row.Theirs = figures.Median(got[1])
		b.ReportMetric(row.Theirs, "peer-p50-"+row.Unit)
		b.ReportMetric(row.Ratio(), "ratio")
	}
	table.Add(row)
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// firstScreen measures from the start of a program to a screen of it.
func firstScreen(ready func(string) bool, learner, program string, args ...string) side {
	return func() (float64, error) {
		t, err := begin(learner, program, args...)
		if err != nil {
			return 0, err
		}
		took, err := t.First(ready, patience)
		return ms(took), errors.Join(err, t.Close())
	}
}

// toEnd measures from the start of a program to its end, on a terminal.
func toEnd(learner, program string, args ...string) side {
	return func() (float64, error) {
		t, err := begin(learner, program, args...)
		if err != nil {
			return 0, err
		}
		took, err := t.End(patience)
		return ms(took), errors.Join(err, t.Close())
	}
}
