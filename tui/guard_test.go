package tui_test

import (
	"context"
	"strings"
	"testing"

	"porchlight/internal/record"
	"porchlight/tui/tuitest"
)

// broken is a store that panics where a page least expects it.
type broken struct{ record.Store }

func (broken) Places(context.Context) (map[string]record.Place, error) {
	panic("a fault in the store")
}

func TestFaultInWorkEndsNothing(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{Store: broken{record.NewGuest()}})
	if d.Quit {
		t.Fatal("the program ended")
	}
	d.Want("Something went wrong here.")
	if strings.Contains(d.Screen(), "goroutine") || strings.Contains(d.Screen(), ".go:") {
		t.Errorf("a stack trace is shown:\n%s", d.Screen())
	}
	d.Press("!")
	d.Want("Call 911")
}
