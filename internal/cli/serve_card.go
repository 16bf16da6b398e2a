package cli

import (
	"net"
	"strings"

	"porchlight/internal/locale"
)

// connectCommand is what a visitor types.
func connectCommand(name, listen string) string {
	_, port, err := net.SplitHostPort(listen)
	if err != nil || port == "22" {
		return "ssh kiosk@" + name
	}
	return "ssh -p " + port + " kiosk@" + name
}

// card is the words on the card, in one language.
func card(w *locale.Words, command, fingerprint string) string {
	return strings.Join([]string{
		w.T("app.name"), "",
		w.T("kiosk.card-what"), "",
		"    " + command, "",
		w.T("kiosk.card-key"), "",
		"    " + fingerprint, "",
		w.T("kiosk.card-kept"),
		w.T("lobby.urgent"), "",
	}, "\n")
}
