package cli

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"porchlight/internal/agenda"
	"porchlight/internal/group"
	"porchlight/internal/locale"
)

// roomCommand is what is typed to come into a room.
func roomCommand(connect, entry string) string { return agenda.OnScreen(connect, "room/"+entry) }

// roomCard is the words on the card for the group, in one language, in lines of
// a width. A room that is kept outlives the server.
func roomCard(w *locale.Words, connect, fingerprint string, code group.Code, hours int, kept bool, width int) string {
	until := "room.card-until"
	if kept {
		until = "room.card-until-kept"
	}
	return wrapped(strings.Join([]string{
		w.T("app.name"), "",
		w.T("room.card"), "",
		"    " + roomCommand(connect, code.String()), "",
		w.F("room.card-code", locale.Args{"Code": code.String()}), "",
		w.T("kiosk.card-key"), "",
		"    " + fingerprint, "",
		w.T("room.secret"),
		w.N(until, hours),
		w.T("lobby.urgent"), "",
	}, "\n"), width)
}

// wrapped is a card with its sentences in lines; what is typed or compared
// stands indented, and is not broken.
func wrapped(card string, width int) string {
	lines := strings.Split(card, "\n")
	for i, line := range lines {
		if !strings.HasPrefix(line, " ") {
			lines[i] = ansi.Wordwrap(line, width, "")
		}
	}
	return strings.Join(lines, "\n")
}

// leadCard is the lines for whoever leads: to lead, and to show the room on
// screens.
func leadCard(w *locale.Words, connect string, code group.Code, lead group.Key, width int) string {
	entry := group.Entry(code, lead)
	lines := []string{w.T("room.card-lead"), "", "    " + roomCommand(connect, entry), ""}
	lines = append(lines, w.T("room.card-stage"), "", "    "+agenda.Stage(connect, entry), "")
	lines = append(lines, w.T("room.card-wall"), "", "    "+agenda.Wall(connect, code), "", "")
	return wrapped(strings.Join(lines, "\n"), width)
}
