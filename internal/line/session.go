package line

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"

	"porchlight/internal/group"
	"porchlight/internal/handout/press"
	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/internal/typeset"
)

// A Session is one learner at prompts.
type Session struct {
	in    *bufio.Reader
	out   io.Writer
	words *locale.Words
	desk  *study.Desk
	width int
	// office is where handouts go; nil where nothing may be printed.
	office *press.Office
	waits  bool // the learner was told that something is not saved yet
	// door leads into rooms; nil where there are none. From says where the
	// session comes from, and connect what is typed to come in here.
	door    *group.Door
	from    string
	connect string
	mu      sync.Mutex // of what follows: a room may speak while a prompt waits
	err     error      // the first write that failed
}

// New returns a session that reads answers from in and writes to out in lines
// of at most width cells.
func New(in io.Reader, out io.Writer, w *locale.Words, desk *study.Desk, width int) *Session {
	return &Session{in: bufio.NewReader(in), out: out, words: w, desk: desk, width: width}
}

// Office lets the session print, and write handouts to files; nil keeps it
// from both.
func (s *Session) Office(o *press.Office) { s.office = o }

// say writes a paragraph, wrapped, and a line end.
func (s *Session) say(text string) {
	for _, l := range strings.Split(text, "\n") {
		s.write(wrap(l, s.width) + "\n")
	}
}

// gap writes an empty line.
func (s *Session) gap() { s.write("\n") }

func (s *Session) write(text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err == nil {
		_, s.err = io.WriteString(s.out, text)
	}
}

// t and f are the session's words.
func (s *Session) t(id string) string                   { return s.words.T(id) }
func (s *Session) f(id string, args locale.Args) string { return s.words.F(id, args) }

// sayWaiting says once that what was done is not saved yet, because the
// database is away, and once that it is.
func (s *Session) sayWaiting() {
	waits := s.desk.Waiting()
	switch {
	case waits && !s.waits:
		s.say(s.t("line.waiting"))
	case !waits && s.waits:
		s.say(s.t("line.waited"))
	}
	s.waits = waits
}

// ask writes a prompt and reads an answer. The words that work everywhere are
// handled here: help and now are answered and the prompt is asked again; back
// and quit come back as errors.
func (s *Session) ask(prompt, help string) (answer, error) {
	s.sayWaiting()
	for {
		s.write(prompt + " ")
		if s.err != nil {
			return answer{}, s.err
		}
		a, err := readAnswer(s.in)
		if err != nil {
			s.gap()
			return a, err
		}
		switch {
		case a.is("quit", "q", "exit", "salir", "cerrar"):
			return a, errQuit
		case a.is("back", "b", "atras", "volver"):
			return a, errBack
		case a.is("help", "?", "ayuda"):
			s.gap()
			s.say(help)
			s.say(s.t("line.help"))
			s.gap()
		case a.is("now", "!", "ya"):
			s.gap()
			s.Now()
		default:
			return a, nil
		}
	}
}

// choose asks for a number from 1 to n and asks again until it gets one.
func (s *Session) choose(n int) (int, error) {
	for {
		a, err := s.ask(s.t("line.choose"), s.f("line.choose-help", locale.Args{"N": n}))
		if err != nil {
			return 0, err
		}
		if i, ok := a.number(n); ok {
			return i, nil
		}
		s.say(s.f("line.not-a-choice", locale.Args{"N": n}))
	}
}

// list writes numbered lines.
func (s *Session) list(lines []string) {
	for i, l := range lines {
		s.say(fmt.Sprintf("%d. %s", i+1, l))
	}
}

// wrap breaks a line at spaces, with a hanging indent under a list number.
func wrap(text string, width int) string {
	indent := 0
	if i := strings.Index(text, ". "); i > 0 && i <= 3 && strings.Trim(text[:i], "0123456789") == "" {
		indent = i + 2
	}
	var b strings.Builder
	col := 0
	for i, word := range strings.Fields(text) {
		size := len([]rune(word))
		switch {
		case i == 0:
		case col+1+size > width:
			b.WriteString("\n" + strings.Repeat(" ", indent))
			col = indent
		default:
			b.WriteByte(' ')
			col++
		}
		b.WriteString(word)
		col += size
	}
	return b.String()
}

// notSaved tells the learner that an answer was not kept, and asks what to do.
// It returns true to try again.
func (s *Session) notSaved(ctx context.Context, err error) (again bool, end error) {
	s.say(s.t("trouble.not-saved") + ".")
	s.say(s.t(study.Trouble(err)))
	s.list([]string{s.t("trouble.again"), s.t("trouble.without")})
	n, err := s.choose(2)
	if err != nil {
		return false, err
	}
	if n == 2 {
		s.desk.GoOnWithoutSaving(ctx)
	}
	return true, nil
}

// end turns the ways of being done into nil, and returns the first failed
// write otherwise unseen.
func (s *Session) end(err error) error {
	if s.err != nil {
		return s.err
	}
	if err == nil || isEnd(err) || errors.Is(err, errBack) {
		return nil
	}
	return err
}

// sheet sets Markdown as plain text.
func (s *Session) sheet(markdown string) error {
	text, err := typeset.Set(markdown, s.width, typeset.Style{})
	if err != nil {
		return err
	}
	s.write(strings.Join(text.Lines, "\n") + "\n")
	return s.err
}
