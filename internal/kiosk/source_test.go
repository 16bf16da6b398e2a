package kiosk

import (
	"net"
	"strings"
	"testing"
)

func TestSourcesHaveNamesThatSayNothing(t *testing.T) {
	one, two := newNaming(), newNaming()
	at := func(ip string) string { return one.name(sourceOf(&net.TCPAddr{IP: net.ParseIP(ip), Port: 7})) }
	if first, again := at("192.0.2.1"), at("192.0.2.1"); first != again || at("2001:db8::1") != at("2001:db8::2") {
		t.Error("one source has two names")
	}
	if at("192.0.2.1") == at("192.0.2.2") {
		t.Error("two sources have one name")
	}
	same := sourceOf(&net.TCPAddr{IP: net.ParseIP("192.0.2.1")})
	if one.name(same) == two.name(same) || strings.Contains(one.name(same), "192") {
		t.Errorf("a name tells the address: %s", one.name(same))
	}
}
