package line_test

import (
	"bytes"
	"context"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"porchlight/internal/course/coursetest"
	"porchlight/internal/group"
	"porchlight/internal/group/grouptest"
	"porchlight/internal/line"
	"porchlight/internal/locale"
	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/lessons"
)

// A lobby is a hub with one room, for people at prompts.
type lobby struct {
	t     *testing.T
	hub   *group.Local
	door  *group.Door
	party grouptest.Party
}

func newLobby(t *testing.T) *lobby {
	h := group.NewLocal()
	t.Cleanup(h.Close)
	now := func() time.Time { return time.Unix(0, 0) }
	return &lobby{t, h, group.NewDoor(h, now), grouptest.Begin(t, h)}
}

// session is somebody at prompts.
func (l *lobby) session(lang string, in io.Reader, out io.Writer) *line.Session {
	l.t.Helper()
	w, err := locale.Open(lang)
	if err != nil {
		l.t.Fatal(err)
	}
	now := func() time.Time { return time.Unix(600, 0) }
	desk := study.NewDesk(study.Options{Course: coursetest.Open(l.t), Store: record.NewGuest(), Lang: lessons.Lang(lang), Guest: true, Now: now, NewID: func() string { return "a" }})
	s := line.New(in, out, w, desk, 72)
	s.Rooms(l.door, "here", "ssh -p 2222 kiosk@HOST")
	return s
}

// types has somebody come in with a code and type lines, and returns what they
// were told, wherever lines break.
func (l *lobby) types(lang, typed string, lines ...string) string {
	l.t.Helper()
	var out bytes.Buffer
	in := strings.NewReader(strings.Join(lines, "\n") + "\n")
	if err := l.session(lang, in, &out).Open(l.t.Context(), "room/"+typed); err != nil {
		l.t.Errorf("%v\n%s", err, out.String())
	}
	return strings.Join(strings.Fields(out.String()), " ")
}

func has(t *testing.T, out string, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not said:\n%s", want, out)
		}
	}
}

func TestSeveralPeopleAnswerInTheirLanguages(t *testing.T) {
	l := newLobby(t)
	l.party.Do(t, l.hub, group.AddPoll{Poll: group.Poll{ID: "p", Text: group.Text{"en": "Did you sleep?", "es": "¿Durmió?"}, Choices: []group.Choice{
		{ID: "y", Text: group.Text{"en": "Yes", "es": "Sí"}}, {ID: "n", Text: group.Text{"en": "No", "es": "No"}},
	}}})
	l.party.Do(t, l.hub, group.OpenPoll{ID: "p"})
	code := strings.ToLower(string(l.party.Code))
	out := l.types("en", code, "2", "1", "")
	has(t, out, "Did you sleep? 1. Yes 2. No 0 answers so far. Nothing is shown until 5 have answered. Choose one.",
		"Your answer is kept.", "Your answer: 1. Yes You can change it", "Nobody is asked for a name.", "Your answers are secret.")
	out = l.types("es", code, "2", "3", "hola", "")
	has(t, out, "¿Durmió? 1. Sí 2. No 1 respuesta hasta ahora.", "Escriba un número del 1 al 2", "Su respuesta: 2. No")
	for range 3 {
		l.types("en", code, "1")
	}
	l.party.Do(t, l.hub, group.Reveal{ID: "p"})
	has(t, l.types("en", code, "1"), "1. Yes: 4 of 5, 80 percent ######## 2. No: 1 of 5, 20 percent", "This question takes no answers now.")
	has(t, l.types("es", code, ""), "1. Sí: 4 de 5, 80 por ciento")
}

func TestComingBackToTheSameSeat(t *testing.T) {
	l := newLobby(t)
	l.party.Ask(t, l.hub, "p")
	out := l.types("en", string(l.party.Code), "1")
	_, entry, _ := strings.Cut(out, "by typing: ")
	entry = strings.Fields(entry)[0]
	out = l.types("en", entry, "2", "")
	has(t, out, "Your answer: 1. Yes", "1 answer so far.", "Your answer: 2. No")
}

func TestWrongCodes(t *testing.T) {
	l := newLobby(t)
	out := l.types("en", "", "hello", group.NewCode().String(), string(l.party.Code), "quit")
	has(t, out, "Code of the group: That is not a code", "No group has that code now.", "You are in the group.")
	wrong := make([]string, 8)
	for i := range wrong {
		wrong[i] = group.NewCode().String()
	}
	has(t, l.types("en", "", wrong...), "Please wait 60 seconds")
}

func TestQuestionBoxAndPace(t *testing.T) {
	l := newLobby(t)
	out := l.types("en", string(l.party.Code), "ask", "What if \x1b[2Jshe will not go?", "ask", strings.Repeat("long ", 500), "pace", "1")
	has(t, out, "Your question is in the box, without your name.", "Please say it in fewer words.", "That is kept, without your name.")
	out = l.leads("en", "")
	has(t, out, "1 question waits in the box. Only you see it.", "The question box: 1 waits")
	out = l.leads("en", "=The question box", "=Show to all")
	has(t, out, "Read each one alone first.", "1. Show to all: What if [2Jshe will not go?", "2. Put aside:")
	has(t, l.types("es", string(l.party.Code), ""), "Una pregunta del grupo: What if [2Jshe will not go?")
}

// shared is what somebody was told, read while more is said.
type shared struct {
	mu  sync.Mutex
	buf bytes.Buffer
	on  chan struct{}
}

func (s *shared) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	select {
	case s.on <- struct{}{}:
	default:
	}
	return s.buf.Write(p)
}

// String is all of it so far.
func (s *shared) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.buf.String()
}

func (s *shared) until(t *testing.T, text string) {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), 20*time.Second)
	defer stop()
	for {
		all := s.String()
		if strings.Contains(strings.Join(strings.Fields(all), " "), text) {
			return
		}
		select {
		case <-s.on:
		case <-ctx.Done():
			t.Fatalf("%q was never said:\n%s", text, all)
		}
	}
}

// Whoever waits at the prompt is told once that there is something new.
func TestNewsReachesWhoWaits(t *testing.T) {
	l := newLobby(t)
	in, typing := io.Pipe()
	out := &shared{on: make(chan struct{}, 1)}
	ended := make(chan error, 1)
	go func() { ended <- l.session("en", in, out).Open(t.Context(), "room/"+string(l.party.Code)) }()
	out.until(t, "1 person is here. There is no question now.")
	l.party.Ask(t, l.hub, "p")
	out.until(t, "There is something new. Press Enter to hear it.")
	_, _ = io.WriteString(typing, "\n")
	out.until(t, "Is it so? 1. Yes 2. No")
	_, _ = io.WriteString(typing, "1\n")
	out.until(t, "Your answer is kept.")
	if err := l.hub.Remove(t.Context(), l.party.Code); err != nil {
		t.Fatal(err)
	}
	out.until(t, "closes. Your answer, or Enter to look again: There is something new. Press Enter to hear it.")
	_, _ = io.WriteString(typing, "\n")
	out.until(t, "The group has ended.")
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
