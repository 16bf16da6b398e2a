package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"porchlight/internal/follow"
	"porchlight/internal/handout/press"
)

// joinServer opens the room on a server of this user that runs already, if
// there is one, and prints its cards. It reports false where there is none.
func (a *app) joinServer(c *cobra.Command, o serveOptions, g groupOptions) (bool, error) {
	port, err := a.portToJoin(c, o)
	if err != nil || port == "" {
		return false, err
	}
	if name := ofServer(c); name != "" {
		return false, usageError{
			fmt.Sprintf("a server of yours runs already, at port %s, and --%s is for a server that starts", port, name),
			"Leave it out to open the room there, or start another server: porchlight group --listen :2223",
		}
	}
	reply, err := wish(c.Context(), socketOf(a.meeting(serverFolder), port), g)
	if err != nil {
		return false, err
	}
	if reply.What != "" {
		return false, usageError{reply.What, reply.Do}
	}
	if g.card != "" {
		a.writeCard(g.card, reply.Card)
	}
	_, err = fmt.Fprintf(a.out, "%sThe room is on the server that runs already, at port %s, and stays there when this command has ended.\n", reply.Cards, port)
	return true, err
}

// portToJoin is the port of the server to open a room on: the one that was
// named, or else the only one that runs.
func (a *app) portToJoin(c *cobra.Command, o serveOptions) (string, error) {
	folder := a.meeting(serverFolder)
	if folder == "" || follow.Private(folder) != nil {
		return "", nil
	}
	running := runningIn(c.Context(), folder)
	_, named, err := net.SplitHostPort(o.Listen)
	if err != nil {
		return "", err
	}
	for _, port := range running {
		if port == named {
			return port, nil
		}
	}
	switch asked := o.Listen != c.Flag("listen").DefValue; {
	case asked, len(running) == 0:
		return "", nil
	case len(running) == 1:
		return running[0], nil
	}
	return "", usageError{
		"several servers of yours run: at the ports " + strings.Join(running, ", "),
		"Name one: porchlight group --listen :" + running[0],
	}
}

// runningIn lists the ports of the servers whose sockets answer.
func runningIn(ctx context.Context, folder string) []string {
	paths, err := filepath.Glob(socketOf(folder, "*"))
	if err != nil {
		return nil
	}
	var ports []string
	for _, path := range paths {
		if conn, err := dialHere(ctx, path); err == nil {
			_ = conn.Close()
			ports = append(ports, strings.TrimSuffix(strings.TrimPrefix(filepath.Base(path), "serve-"), ".sock"))
		}
	}
	return ports
}

// ofServer names a flag that was given and is for a server that starts.
func ofServer(c *cobra.Command) (name string) {
	own := pflag.NewFlagSet("", pflag.ContinueOnError)
	g := &groupOptions{}
	g.flags(own)
	g.printing(own)
	c.Flags().Visit(func(f *pflag.Flag) {
		if own.Lookup(f.Name) == nil && f.Name != "listen" && f.Name != "config" && f.Name != "lang" {
			name = f.Name
		}
	})
	return name
}

// wish asks a server for a room.
func wish(ctx context.Context, socket string, g groupOptions) (roomReply, error) {
	var reply roomReply
	want := roomWish{Sheet: g.sheet, Lessons: g.lessons, Floor: g.floor, Hours: g.hours}
	if g.card != "" {
		want.Card, want.Paper = string(press.FormatOf(g.card)), g.paper
	}
	ask, err := json.Marshal(want)
	if err != nil {
		return reply, err
	}
	client := &http.Client{Timeout: 30 * time.Second, Transport: &http.Transport{
		DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) { return dialHere(ctx, socket) },
	}}
	defer client.CloseIdleConnections()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://porchlight/rooms", bytes.NewReader(ask))
	if err != nil {
		return reply, err
	}
	said, err := client.Do(r)
	if err != nil {
		return reply, fmt.Errorf("the server that runs did not answer; start it again, or open another: porchlight group --listen :2223")
	}
	defer said.Body.Close()
	if err := json.NewDecoder(io.LimitReader(said.Body, mostReply)).Decode(&reply); err != nil || reply.Cards == "" && reply.What == "" {
		return reply, fmt.Errorf("the server that runs is of another version; start it again, or open another: porchlight group --listen :2223")
	}
	return reply, nil
}

// readWish reads what was asked of a server.
func readWish(in io.Reader) (groupOptions, error) {
	var w roomWish
	d := json.NewDecoder(in)
	d.DisallowUnknownFields()
	if err := d.Decode(&w); err != nil {
		return groupOptions{}, usageError{"the server that runs does not understand this: it may be of another version", "Start it again, and try once more."}
	}
	g := groupOptions{sheet: w.Sheet, lessons: w.Lessons, floor: w.Floor, hours: w.Hours, paper: w.Paper}
	if w.Card != "" {
		g.card = "card." + w.Card
	}
	return g, g.check()
}

// inUse says what a facilitator can do where somebody else listens already.
func inUse(o serveOptions, err error) error {
	if !errors.Is(err, syscall.EADDRINUSE) {
		return err
	}
	return usageError{
		fmt.Sprintf("something else listens at %s already: a server of another user, or another program", o.Listen),
		"If it is a kiosk, whoever runs it can list your key, and you type: ssh -t lead@HOST group\nOr start a server at another port: porchlight group --listen :2223",
	}
}
