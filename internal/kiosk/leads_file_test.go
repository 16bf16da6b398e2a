package kiosk

import "testing"

// Whatever is in a file of keys: there are keys, or there is a reason.
func FuzzLeads(f *testing.F) {
	const key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl a facilitator\n"
	for _, text := range []string{"", "#\n", key, "\n" + key + key, "from=\"*\" " + key, "ssh-rsa AAAA", "\x00", key + "ssh-dss AAAA"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		keys, err := parseLeads("leads", data)
		if (err == nil) == (len(keys) == 0) {
			t.Errorf("%d keys and %v", len(keys), err)
		}
	})
}
