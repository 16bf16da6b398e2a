package cli

import "porchlight/internal/kiosk"

// checkLeads looks whether the keys that an operator listed can be used, and
// returns how many there are.
func checkLeads(path string) (int, error) {
	n, err := kiosk.ReadLeads(path)
	if err != nil {
		return 0, usageError{"leads: " + err.Error(), "One public key a line, as in authorized_keys: ssh-ed25519 AAAA..."}
	}
	return len(n), nil
}
