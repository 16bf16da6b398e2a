package cli

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os/exec"
	"strings"

	"porchlight/internal/record"
	"porchlight/internal/takehome"
)

// kioskPort is where a kiosk listens unless it says otherwise.
const kioskPort = "2222"

// fetched asks for take-home words and fetches the record that they lead to
// from a kiosk, "HOST" or "HOST:PORT", with the ssh of this computer: it knows
// how to ask whether the kiosk is the right one.
func (a *app) fetched(ctx context.Context, kiosk string) (record.Export, error) {
	host, port, err := net.SplitHostPort(kiosk)
	if err != nil {
		host, port = kiosk, kioskPort
	}
	if host == "" || strings.HasPrefix(host, "-") || strings.ContainsAny(host, " \t\n@/") {
		return record.Export{}, usageError{fmt.Sprintf("%q is no kiosk's name", kiosk), "Write it as on the card: HOST or HOST:PORT"}
	}
	words, err := a.askWords()
	if err != nil {
		return record.Export{}, err
	}
	ssh, err := exec.LookPath("ssh")
	if err != nil {
		return record.Export{}, errors.New("there is no ssh on this computer, which fetches what is kept at the kiosk")
	}
	cmd := exec.CommandContext(ctx, ssh, "-T", "-p", port, "--", "kiosk@"+host, "take-home", "export")
	cmd.Stdin, cmd.Stderr = strings.NewReader(words+"\n"), a.err
	var out bytes.Buffer
	cmd.Stdout = &limited{to: &out, left: record.MaxExport}
	if err := cmd.Run(); err != nil {
		return record.Export{}, fmt.Errorf("the kiosk did not answer: %w", err)
	}
	if said := strings.TrimSpace(out.String()); !strings.HasPrefix(said, "{") {
		return record.Export{}, errors.New(firstLine(said))
	}
	return record.ReadExport(&out)
}

// askWords reads the words: they are no secret from who types them.
func (a *app) askWords() (string, error) {
	w, err := a.words("")
	if err != nil {
		return "", err
	}
	a.tell(w.T("takehome.ask"))
	line, err := bufio.NewReader(io.LimitReader(a.in, longestWords)).ReadString('\n')
	if err != nil && err != io.EOF {
		return "", err
	}
	words, err := takehome.Parse(line)
	if err != nil {
		return "", errors.New(w.T("takehome.no-words"))
	}
	return words.String(), nil
}

// limited stops a kiosk from filling this computer's memory.
type limited struct {
	to   io.Writer
	left int
}

func (l *limited) Write(p []byte) (int, error) {
	if len(p) > l.left {
		return 0, errors.New("the kiosk sends more than a record can be")
	}
	l.left -= len(p)
	return l.to.Write(p)
}

// firstLine is the first line of what a kiosk said, which may be anything.
func firstLine(said string) string {
	said, _, _ = strings.Cut(said, "\n")
	if said = record.Provider(said); said == "" { // clean, in one line
		return "the kiosk said nothing"
	}
	return said
}
