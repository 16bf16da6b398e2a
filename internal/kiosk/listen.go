package kiosk

import (
	"context"
	"fmt"
	"net"
	"time"
)

// alive has the system notice within about two minutes that a client is gone,
// without a word from this program.
var alive = net.KeepAliveConfig{Enable: true, Idle: 30 * time.Second, Interval: 30 * time.Second, Count: 3}

// Listen opens the address that visitors come to.
func Listen(ctx context.Context, address string) (net.Listener, error) {
	c := net.ListenConfig{KeepAliveConfig: alive, Control: unacknowledged}
	l, err := c.Listen(ctx, "tcp", address)
	if err != nil {
		return nil, fmt.Errorf("listening on %s: %w", address, err)
	}
	return l, nil
}
