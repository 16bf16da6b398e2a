package typeset

import (
	"net/url"
	"strings"
)

// maxAddress keeps a reference definition used a thousand times from drawing a
// thousand long addresses.
const maxAddress = 2048

// lead says where an address leads, and whether we go there at all.
func lead(address string) (target, bool) {
	address = strings.ReplaceAll(strings.TrimSpace(address), " ", "%20")
	scheme, rest, ok := strings.Cut(address, ":")
	if !ok || rest == "" || len(address) > maxAddress {
		return target{}, false
	}
	scheme = strings.ToLower(scheme)
	address = scheme + ":" + rest
	to := target{address: address, attr: isLink, osc: printable(address)}
	switch scheme {
	case "term":
		to.attr, to.osc = isTerm, ""
	case "lesson":
		to.osc = ""
	case "https":
		to.shown = address
	case "tel":
		to.shown = rest
	case "mailto":
		to.shown, _, _ = strings.Cut(rest, "?")
	default:
		return target{}, false
	}
	if _, err := url.Parse(to.osc); err != nil {
		to.osc = ""
	}
	return to, true
}

// printable escapes what OSC 8 does not allow in an address.
func printable(address string) string {
	var b strings.Builder
	const hex = "0123456789ABCDEF"
	for i := range len(address) {
		if c := address[i]; c > ' ' && c < 0x7f {
			b.WriteByte(c)
		} else {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		}
	}
	return b.String()
}

// says reports whether a link's words already give its address, so that it
// need not be shown again.
func (to target) says(words string) bool {
	if to.shown == "" {
		return true
	}
	if n := digits(to.shown); strings.HasPrefix(to.address, "tel:") {
		return n != "" && strings.Contains(digits(words), n)
	}
	bare := strings.TrimSuffix(strings.TrimPrefix(to.shown, "https://"), "/")
	return strings.Contains(strings.ToLower(words), strings.ToLower(bare))
}

// digits are the digits of s.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}
