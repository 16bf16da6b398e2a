package rehearse_test

import (
	"bufio"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"sync"
	"testing"

	gossh "golang.org/x/crypto/ssh"

	"porchlight/internal/group"
	"porchlight/internal/locale"
	"porchlight/internal/locale/localetest"
)

// A hall is a server with one room in plain lines, which keeps answers as a room
// should, or has a fault of its own.
type hall struct {
	words   *locale.Words
	address string
	// voter names whose answer it is; one with the same name takes the place of
	// the one before. Empty, the answer is said to be kept and is not.
	voter func(place string, visit int) string

	mu      sync.Mutex
	visits  int // of all people, those who came back included
	people  int
	inside  map[int]io.Writer
	shows   string             // what everybody sees
	answers map[string]string  // to the question that is open
	open    *group.PollSummary // nil for none
	closed  []group.PollSummary
}

const (
	code = "ABC1234"
	lead = "ABC1234 LEAD"
)

// aHall begins a server whose room is led with lead.
func aHall(t *testing.T, voter func(place string, visit int) string) *hall {
	t.Helper()
	words := localetest.Open(t, "en")
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := gossh.NewSignerFromKey(key)
	if err != nil {
		t.Fatal(err)
	}
	config := &gossh.ServerConfig{NoClientAuth: true}
	config.AddHostKey(signer)
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	h := &hall{words: words, address: l.Addr().String(), voter: voter, inside: map[int]io.Writer{}}
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go h.serve(conn, config)
		}
	}()
	return h
}

// serve gives a visitor the session they ask for.
func (h *hall) serve(conn net.Conn, config *gossh.ServerConfig) {
	_, chans, reqs, err := gossh.NewServerConn(conn, config)
	if err != nil {
		return
	}
	go gossh.DiscardRequests(reqs)
	for c := range chans {
		ch, reqs, err := c.Accept()
		if err != nil {
			return
		}
		for r := range reqs {
			var asked struct{ Command string }
			exec := r.Type == "exec" && gossh.Unmarshal(r.Payload, &asked) == nil
			_ = r.Reply(exec, nil)
			if exec {
				go h.session(ch, strings.TrimPrefix(asked.Command, "room/"))
			}
		}
	}
}

func (h *hall) session(ch gossh.Channel, entry string) {
	switch lines := bufio.NewScanner(ch); entry {
	case lead:
		h.leads(ch, lines)
	case lead + " json":
		h.summary(ch)
	default:
		h.takesPart(ch, lines, entry)
	}
}

// takesPart answers, and hears what is new when they ask.
func (h *hall) takesPart(ch io.Writer, lines *bufio.Scanner, place string) {
	h.mu.Lock()
	visit := h.visits
	h.visits++
	if place == code {
		place = fmt.Sprintf("ABC-1234-%04d-WORD-WORD-WORD", h.people)
		h.people++
	}
	h.inside[visit] = ch
	say(ch, place, h.shows, h.words.T("room.prompt"))
	h.mu.Unlock()
	defer func() {
		h.mu.Lock()
		defer h.mu.Unlock()
		delete(h.inside, visit)
	}()
	for lines.Scan() {
		h.mu.Lock()
		n, err := strconv.Atoi(lines.Text())
		if err == nil && h.open != nil {
			if who := h.voter(place, visit); who != "" {
				h.answers[who] = h.open.Choices[n-1].ID
			}
			say(ch, h.words.T("room.kept"))
		} else {
			say(ch, h.shows)
		}
		say(ch, h.words.T("room.prompt"))
		h.mu.Unlock()
	}
}

// show puts something before everybody.
func (h *hall) show(text string) {
	h.shows = text
	for _, ch := range h.inside {
		say(ch, h.words.T("room.new"))
	}
}

// leads lists what can be done, and does it.
func (h *hall) leads(ch io.Writer, lines *bufio.Scanner) {
	menu := func() {
		for i, id := range []string{"lead.do-ask", "lead.do-new", "lead.do-reveal"} {
			say(ch, fmt.Sprintf("%d. %s", i+1, h.words.T(id)))
		}
		say(ch, h.words.T("room.lead-prompt"))
	}
	next := func() string { lines.Scan(); return lines.Text() }
	menu()
	for lines.Scan() {
		switch lines.Text() {
		case "2":
			h.ask(ch, next)
		case "3":
			h.reveal()
		}
		menu()
	}
}

// ask takes a new question, and asks it.
func (h *hall) ask(ch io.Writer, next func() string) {
	say(ch, h.words.T("room.new-text"))
	poll := &group.PollSummary{Text: group.Text{"en": next()}}
	for {
		say(ch, h.words.F("room.new-choice", locale.Args{"N": len(poll.Choices) + 1}))
		text := next()
		if text == "" {
			break
		}
		poll.Choices = append(poll.Choices, group.ChoiceSummary{ID: text, Text: group.Text{"en": text}})
	}
	say(ch, h.words.T("lead.many"))
	next()
	h.mu.Lock()
	defer h.mu.Unlock()
	h.open, h.answers = poll, map[string]string{}
	h.show(poll.Text["en"])
}

// reveal counts, and shows how many answered.
func (h *hall) reveal() {
	h.mu.Lock()
	defer h.mu.Unlock()
	for i := range h.open.Choices {
		for _, a := range h.answers {
			if c := &h.open.Choices[i]; a == c.ID {
				c.Count++
			}
		}
	}
	h.closed, h.open = append(h.closed, *h.open), nil
	h.show(fmt.Sprintf("%d of %d", len(h.answers), h.people))
}

func (h *hall) summary(ch io.Writer) {
	h.mu.Lock()
	defer h.mu.Unlock()
	out, _ := json.MarshalIndent(group.Summary{Polls: h.closed}, "", "  ")
	say(ch, string(out))
}

func say(to io.Writer, lines ...string) {
	for _, l := range lines {
		_, _ = io.WriteString(to, l+"\n") // who is gone hears nothing
	}
}
