package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"porchlight/internal/follow"
)

// serverFolder is where programs of one user find that user's servers: a socket
// for each, by the port it listens on.
const serverFolder = "porchlight-serve"

// socketOf is the socket of the server at a port.
func socketOf(folder, port string) string { return filepath.Join(folder, "serve-"+port+".sock") }

// A roomWish is what porchlight group asks of a server that runs already.
type roomWish struct {
	Sheet   string   `json:"sheet,omitempty"`
	Lessons []string `json:"lessons,omitempty"`
	Floor   int      `json:"floor"`
	Hours   int      `json:"hours"`
	Card    string   `json:"card,omitempty"`  // the format of a card to print
	Paper   string   `json:"paper,omitempty"` // and its size
}

// A roomReply is what the server says to it: cards to print, or why not.
type roomReply struct {
	Cards string `json:"cards,omitempty"`
	Card  []byte `json:"card,omitempty"`
	What  string `json:"what,omitempty"`
	Do    string `json:"do,omitempty"`
}

// mostWish and mostReply bound what either side reads, in bytes.
const mostWish, mostReply = 16 << 10, 8 << 20

// atThisComputer lets programs of the same user open rooms at this server,
// through a socket that nobody else may use. Where that cannot be, the server
// goes on without. It returns what closes it.
func (s *served) atThisComputer(ctx context.Context, folder string, at net.Addr, log *slog.Logger) func() {
	l, err := listenHere(ctx, folder, at)
	if err != nil {
		log.Warn("porchlight group cannot open a room here from this computer")
		return func() {}
	}
	pages := http.NewServeMux()
	pages.HandleFunc("POST /rooms", s.onWish)
	server := &http.Server{
		Handler: pages, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second, WriteTimeout: 30 * time.Second,
		MaxHeaderBytes: 16 << 10, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	go func() { _ = server.Serve(l) }()
	return func() { _ = server.Close() } // which removes the socket
}

// listenHere makes the socket. One that a server left behind when it was killed
// is made anew.
func listenHere(ctx context.Context, folder string, at net.Addr) (net.Listener, error) {
	_, port, err := net.SplitHostPort(at.String())
	if err != nil {
		return nil, err
	}
	if folder == "" {
		return nil, fs.ErrNotExist
	}
	if err := follow.Folder(folder); err != nil {
		return nil, err
	}
	path := socketOf(folder, port)
	if conn, err := dialHere(ctx, path); err == nil {
		_ = conn.Close()
		return nil, fs.ErrExist // a server at another address of this port
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var listen net.ListenConfig
	l, err := listen.Listen(ctx, "unix", path)
	if err != nil {
		return nil, err
	}
	if err := os.Chmod(path, 0o600); err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return l, nil
}

func dialHere(ctx context.Context, path string) (net.Conn, error) {
	d := net.Dialer{Timeout: 5 * time.Second}
	return d.DialContext(ctx, "unix", path)
}

// onWish opens a room for a program of the same user.
func (s *served) onWish(w http.ResponseWriter, r *http.Request) {
	g, err := readWish(http.MaxBytesReader(w, r.Body, mostWish))
	var cards roomCards
	if err == nil {
		cards, err = s.openRoom(r.Context(), g, lineWidth)
	}
	reply, status := roomReply{Cards: cards.text}, http.StatusOK
	if err == nil && g.card != "" {
		reply.Card, err = s.cardFile(r.Context(), cards, g.hours, g.toPrint())
	}
	var usage usageError
	switch {
	case errors.As(err, &usage):
		reply, status = roomReply{What: usage.what, Do: usage.do}, http.StatusBadRequest
	case errors.Is(err, errManyRooms):
		reply, status = roomReply{What: fmt.Sprint(err), Do: "Wait a minute and try again."}, http.StatusServiceUnavailable
	case err != nil:
		reply, status = roomReply{What: "the server cannot open a room now", Do: "Is its database away? Try again in a moment."}, http.StatusServiceUnavailable
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(reply)
}
