package handout

import (
	"net/url"
	"strings"
)

// linked is an address if it is one that paper and a page may lead to: the web
// without tricks, mail and phones. Anything else is "".
func linked(address string) string {
	u, err := url.Parse(address)
	if err != nil || strings.ContainsAny(address, " ()<>[]{}\"'`\\^|") {
		return ""
	}
	switch u.Scheme {
	case "https":
		if u.Host == "" || u.User != nil {
			return ""
		}
	case "tel", "mailto":
	default:
		return ""
	}
	return address
}
