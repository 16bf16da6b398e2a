package e2e_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// kindsPack is the small course with a question of every kind in one lesson.
func kindsPack(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(pack)); err != nil {
		t.Fatal(err)
	}
	kinds, err := os.ReadFile("../internal/course/coursetest/kinds.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "quiz/en/limits-that-hold.yaml"), kinds, 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

// A fact is an answer as the export tells it, without what differs from one
// sitting to the next.
type fact struct {
	Choices []string `json:"choices"`
	Text    string   `json:"text"`
	Result  string   `json:"result"`
}

// facts are the answers in the learner's record, by question.
func (h home) facts(t *testing.T) map[string]fact {
	t.Helper()
	var export struct {
		Answers []struct {
			Question string `json:"question"`
			fact
		} `json:"answers"`
	}
	if err := json.Unmarshal([]byte(h.run(t, "", "record", "export")), &export); err != nil {
		t.Fatal(err)
	}
	facts := map[string]fact{}
	for _, a := range export.Answers {
		if strings.HasSuffix(a.Question, "/sort") {
			slices.Sort(a.Choices) // pairs have no order
		}
		facts[a.Question] = a.fact
	}
	return facts
}

// TestEveryKindInBothFaces answers one question of each kind with the keys of a
// terminal, then the same in plain lines, and finds the same facts in both
// records.
func TestEveryKindInBothFaces(t *testing.T) {
	course := kindsPack(t)
	screen := newHome(t)
	w := screen.open(t, 80, 24, nil)
	w.command = strings.Join([]string{porchlight, "--pack", course, "quiz/limits-that-hold"}, " ")
	w.start("Question 1 of 6")
	w.pressUntil("Down", "> 1.") // carry the first one down by a place
	w.press("Enter")
	w.want("Enter puts it down.")
	w.pressed("Down")
	w.press("Enter", "c")
	w.want("This is the order:")
	w.onTo("Question 2 of 6")
	w.pressUntil("Down", "> A ")
	for range 3 {
		w.press("Enter")
		w.want("What does this belong with?")
		w.pressed("Down") // the second match
		w.pressed("Enter")
		w.want("Choose one, then what it belongs with.")
	}
	w.want("> Check my answer")
	w.press("Enter")
	w.onTo("Question 3 of 6")
	w.write("Nalaxone")
	w.want("> Answer: Nalaxone")
	w.press("Enter")
	w.want("You typed the best answer: Nalaxone (naloxone)")
	w.onTo("Question 4 of 6")
	w.choose("Somewhat sure")
	w.want("No answer here is better than another.")
	w.onTo("Question 5 of 6")
	w.choose("Every day")
	w.want("That is close.")
	w.onTo("Question 6 of 6")
	w.choose("Where were you")
	w.want("It is risky. Here is why.")
	w.onTo("of 6 with the best answer")
	w.press("q")
	w.ended()

	want := screen.facts(t)
	if len(want) != 6 || want["limits-that-hold/word"].Text != "Nalaxone" || want["limits-that-hold/often"].Result != "partial" {
		t.Fatalf("the record holds %+v", want)
	}
	lines := newHome(t)
	lines.answerAlike(t, course, want)
	if got := lines.facts(t); !reflect.DeepEqual(got, want) {
		t.Errorf("in plain lines the record holds\n%+v, on the screen\n%+v", got, want)
	}
	lines.whole(t)
}

// onTo reads the reasons to their end and goes on.
func (w *terminal) onTo(text string) {
	w.t.Helper()
	w.until("the question is answered", func() bool {
		return strings.Contains(flat(w.screen()), "enter read on") || strings.Contains(flat(w.screen()), "enter go on")
	})
	w.until("what follows is "+text, func() bool {
		now := flat(w.screen())
		switch {
		case strings.Contains(now, text):
			return true
		case strings.Contains(now, "> Next question"), strings.Contains(now, "> See how it went"):
			w.pressed("Enter")
		default:
			w.pressed("Down")
		}
		return false
	})
}

// texts are the options and matches of the kinds' questions as they are read.
var texts = map[string]string{
	"wake": "Shout and rub the chest", "call": "Call 911 on speaker", "spray": "Give naloxone", "stay": "Stay until help comes",
	"cash": "Cash at the door", "ride": "A ride to the program", "meal": "A warm meal",
	"supports": "Supports the person", "eases": "Makes use easier",
	"some": "Somewhat sure", "daily": "Every day", "where": "Where were you all night?",
}

// answerAlike gives in plain lines, through pipes, the answers that the facts
// tell of.
func (h home) answerAlike(t *testing.T, course string, facts map[string]fact) {
	t.Helper()
	p := h.talk(t, "--pack", course, "quiz/limits-that-hold")
	of := func(question string) fact { return facts["limits-that-hold/"+question] }

	said := p.until("Order: ")
	var numbers []string
	for _, id := range of("steps").Choices {
		numbers = append(numbers, label(t, said, texts[id]))
	}
	p.say(strings.Join(numbers, " "))

	said = p.until("Pairs: ")
	var pairs []string
	for _, c := range of("sort").Choices {
		option, match, _ := strings.Cut(c, ":")
		pairs = append(pairs, label(t, said, texts[option])+label(t, said, texts[match]))
	}
	p.say(strings.Join(pairs, " "))

	p.until("Your answer: ")
	p.say(of("word").Text)
	for _, question := range []string{"sure", "often", "say"} {
		said = p.until("Number: ")
		p.say(label(t, said, texts[of(question).Choices[0]]))
	}
	p.until("(yes or no) ")
	p.say("no")
	p.ended()
}

// label is the number or letter before a text in what was said last.
func label(t *testing.T, said, text string) string {
	t.Helper()
	lines := strings.Split(said, "\n")
	for i := len(lines) - 1; i >= 0; i-- {
		if mark, rest, ok := strings.Cut(lines[i], ". "); ok && rest == text && !strings.Contains(mark, " ") {
			return mark
		}
	}
	t.Fatalf("no line is %q:\n%s", text, said)
	return ""
}

// A talk is the program in plain lines, its input and output pipes.
type talk struct {
	t   *testing.T
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

func (h home) talk(t *testing.T, args ...string) *talk {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), porchlight, args...)
	cmd.Env = h.env()
	in, out := piped(t, cmd)
	return &talk{t, cmd, in, bufio.NewReader(out)}
}

// until reads what is said up to a prompt.
func (p *talk) until(prompt string) string {
	p.t.Helper()
	var said strings.Builder
	for !strings.HasSuffix(said.String(), prompt) {
		b, err := p.out.ReadByte()
		if err != nil {
			p.t.Fatalf("waiting for %q: %v\n%s", prompt, err, said.String())
		}
		said.WriteByte(b)
	}
	return said.String()
}

func (p *talk) say(answer string) {
	p.t.Helper()
	if _, err := fmt.Fprintln(p.in, answer); err != nil {
		p.t.Fatal(err)
	}
}

// ended waits until the program has ended well.
func (p *talk) ended() {
	p.t.Helper()
	p.in.Close()
	if _, err := io.Copy(io.Discard, p.out); err != nil {
		p.t.Fatal(err)
	}
	if err := p.cmd.Wait(); err != nil {
		p.t.Error(err)
	}
}
