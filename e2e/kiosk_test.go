package e2e_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"porchlight/internal/kiosk/load"
)

// A kiosk is a server of the built program, on the loopback.
type kiosk struct {
	t           *testing.T
	cmd         *exec.Cmd
	home        home
	port        string
	metrics     string
	fingerprint string
	out         *lines // what it prints, such as cards
	log         *lines
	ended       chan error
}

// lines is what a server writes, for several goroutines.
type lines struct {
	mu   sync.Mutex
	all  bytes.Buffer
	more chan struct{} // closed at the next write; nil while nobody waits
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.more != nil {
		close(l.more)
		l.more = nil
	}
	return l.all.Write(p)
}

// says waits until a text has been written so many times, and reports whether
// it was in time.
func (l *lines) says(text string, times int, within time.Duration) bool {
	late := time.After(within)
	for {
		l.mu.Lock()
		said := bytes.Count(l.all.Bytes(), []byte(text)) >= times
		if l.more == nil {
			l.more = make(chan struct{})
		}
		more := l.more
		l.mu.Unlock()
		if said {
			return true
		}
		select {
		case <-more:
		case <-late:
			return false
		}
	}
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.all.String()
}

// freePort is a port that nobody listens on just now.
func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return strconv.Itoa(l.Addr().(*net.TCPAddr).Port)
}

// openKiosk starts a server that reads the small course, and waits until it
// listens.
func openKiosk(t *testing.T, args ...string) *kiosk {
	t.Helper()
	return openKioskWith(t, func(command []string) []string { return command }, args...)
}

// openKioskWith starts a server through another command, such as a shell that
// sets limits.
func openKioskWith(t *testing.T, through func([]string) []string, args ...string) *kiosk {
	t.Helper()
	return startKiosk(t, newHome(t), through, args...)
}

// openKioskAt starts a server in a home where there may be one already.
func openKioskAt(t *testing.T, h home, args ...string) *kiosk {
	t.Helper()
	return startKiosk(t, h, func(command []string) []string { return command }, args...)
}

func startKiosk(t *testing.T, h home, through func([]string) []string, args ...string) *kiosk {
	t.Helper()
	course, err := filepath.Abs(pack)
	if err != nil {
		t.Fatal(err)
	}
	k := &kiosk{t: t, home: h, out: &lines{}, log: &lines{}, ended: make(chan error, 1), metrics: "127.0.0.1:" + freePort(t)}
	command := through(append([]string{porchlight, "--pack", course, "serve", "--listen", "127.0.0.1:0", "--metrics", k.metrics}, args...))
	k.cmd = exec.Command(command[0], command[1:]...)
	k.cmd.Env, k.cmd.Stderr = k.home.env(), k.log
	out, err := k.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := k.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		_, _ = io.Copy(k.out, out)
		k.ended <- k.cmd.Wait()
	}()
	t.Cleanup(func() {
		_ = k.cmd.Process.Kill()
		<-k.ended
	})
	address := regexp.MustCompile(`"listen":"[0-9.]+:(\d+)"`)
	k.until("the server listens", func() bool { return address.MatchString(k.log.String()) })
	k.port = address.FindStringSubmatch(k.log.String())[1]
	state := filepath.Join(k.home.dir, "data", "porchlight")
	if i := slices.Index(args, "--state"); i >= 0 {
		state = args[i+1]
	}
	key, err := exec.Command(porchlight, "serve", "--card", "--state", state).Output()
	if err != nil {
		t.Fatal(err)
	}
	k.fingerprint = regexp.MustCompile(`SHA256:\S+`).FindString(string(key))
	return k
}

func (k *kiosk) until(what string, happened func() bool) {
	k.t.Helper()
	for end := time.Now().Add(patience); !happened(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			k.t.Fatalf("not within %v: %s. The server says:\n%s", patience, what, k.log.String())
		}
	}
}

// page reads one of the server's own pages.
func (k *kiosk) page(path string) string {
	k.t.Helper()
	r, err := http.Get("http://" + k.metrics + path)
	if err != nil {
		k.t.Fatal(err)
	}
	defer r.Body.Close()
	data, err := io.ReadAll(r.Body)
	if err != nil {
		k.t.Fatal(err)
	}
	return string(data)
}

// metric reads one number.
func (k *kiosk) metric(name string) int {
	k.t.Helper()
	for line := range strings.SplitSeq(k.page("/metrics"), "\n") {
		if rest, ok := strings.CutPrefix(line, name+" "); ok {
			n, err := strconv.ParseFloat(rest, 64)
			if err != nil {
				k.t.Fatal(err)
			}
			return int(n)
		}
	}
	k.t.Fatalf("there is no metric %s", name)
	return 0
}

// ssh is the arguments of OpenSSH's client for this server.
func (k *kiosk) ssh(args ...string) []string {
	return append([]string{"ssh", "-F", "none", "-p", k.port, "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null",
		"-o", "LogLevel=ERROR"}, args...)
}

// run runs a client to its end, with an input, and returns what it wrote and
// its status.
func (k *kiosk) run(input string, args ...string) (out, errs string, status int) {
	k.t.Helper()
	ctx, stop := context.WithTimeout(k.t.Context(), patience)
	defer stop()
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	var o, e bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr, cmd.Env = strings.NewReader(input), &o, &e, k.home.env()
	_ = cmd.Run()
	return o.String(), e.String(), cmd.ProcessState.ExitCode()
}

const guest = "kiosk@127.0.0.1"

// TestKioskClients visits with each client, as a person does.
func TestKioskClients(t *testing.T) {
	need(t, "ssh")
	need(t, "dbclient")
	need(t, "plink")
	k := openKiosk(t)
	for name, command := range map[string]string{
		"OpenSSH":  strings.Join(k.ssh(guest), " "),
		"dropbear": "dbclient -y -y -p " + k.port + " " + guest,
		"PuTTY":    "plink -ssh -t -no-antispoof -P " + k.port + " -hostkey " + k.fingerprint + " " + guest,
	} {
		t.Run(name, func(t *testing.T) {
			w := k.home.open(t, 80, 24, nil)
			w.enter(command)
			w.want("Press any key to begin.", "2 Español")
			w.press("Enter")
			w.want("Welcome.", "I'm done")
			w.press("C-z") // row 37: neither the visit stops nor the server
			w.choose("Start here")
			w.want("In short.")
			w.press("q")
			w.want("Thank you for coming.", "erased")
			w.press("Enter")
			w.want("Press any key to begin.")
			w.press("2")
			w.want("Ayuda ya", "terminé")
			w.press("C-x")
			w.ended()
			if left := w.screen(); strings.Contains(left, "Ayuda") || strings.Contains(left, "Porchlight") {
				t.Errorf("quick exit left:\n%s", left)
			}
		})
	}
	k.until("all have left", func() bool { return k.metric("porchlight_sessions") == 0 })
	if n := k.metric(`porchlight_sessions_ended_total{why="fled"}`); n != 3 {
		t.Errorf("%d fled", n)
	}
	for _, name := range []string{guest, "127.0.0.1:5", "OpenSSH_"} {
		if strings.Contains(strings.ReplaceAll(k.log.String(), "127.0.0.1:"+k.port, ""), name) {
			t.Errorf("the log holds %q:\n%s", name, k.log.String())
		}
	}
}

// Rows 13 and 14: a client that shares one connection between windows. The
// second window has a connection of its own; a window that is closed ends its
// visit, though the connection stays.
func TestKioskSharedConnection(t *testing.T) {
	need(t, "ssh")
	k := openKiosk(t)
	socket := filepath.Join(shortDir(t), "s")
	shared := func(more ...string) string {
		return strings.Join(k.ssh(append([]string{"-o", "ControlMaster=auto", "-o", "ControlPath=" + socket, "-o", "ControlPersist=60"}, append(more, guest)...)...), " ")
	}
	one, two := k.home.open(t, 80, 24, nil), k.home.open(t, 80, 24, nil)
	one.enter(shared())
	one.want("Press any key to begin.")
	two.enter(shared())
	two.want("Press any key to begin.")
	if n := k.metric("porchlight_sessions"); n != 2 {
		t.Errorf("%d visits", n)
	}
	one.press("Enter")
	one.want("Welcome.")
	one.press("Enter")
	one.write("~.") // the client's own way of closing a window
	one.until("the window is closed", func() bool { return one.tell("pane_current_command") == "sh" })
	k.until("its visit has ended", func() bool { return k.metric("porchlight_sessions") == 1 })
	two.press("C-x")
	two.ended()
	k.until("both have ended", func() bool { return k.metric("porchlight_sessions") == 0 })
	k.until("the connection that stayed is closed", func() bool { return k.metric("porchlight_connections") == 0 })
}

// shortDir is a folder whose name is short enough for a socket in it.
func shortDir(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "pl")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

// TestKioskPlaces: words after the host's name open a place.
func TestKioskPlaces(t *testing.T) {
	need(t, "ssh")
	k := openKiosk(t)
	w := k.home.open(t, 80, 24, nil)
	for route, shows := range map[string]string{
		"lesson/helping-or-enabling": "In short.", "now": "Porchlight > Help now", "checklist": "For a first call",
	} {
		w.enter(strings.Join(k.ssh("-t", guest, route), " "))
		w.want(shows)
		w.press("C-x")
		w.ended()
	}
	w.enter("TERM=dumb " + strings.Join(k.ssh("-t", guest), " "))
	w.want("At every prompt you can type")
	w.write("now")
	w.press("Enter")
	w.want("Call 911")
	w.write("quitt")
	w.press("BSpace", "Enter")
	w.ended()
}

// Rows 15 to 18 with a real client: what only prints goes through a pipe, and
// what a kiosk does not do is refused in a line.
func TestKioskWithoutTerminal(t *testing.T) {
	need(t, "ssh")
	k := openKiosk(t)
	out, _, status := k.run("", k.ssh("-T", guest, "now")...)
	if status != 0 || !strings.Contains(out, "Call 911") || strings.ContainsAny(out, "\x1b\r") {
		t.Errorf("now: %d, %q", status, out)
	}
	for words, shows := range map[string]string{
		"lessons": "helping-or-enabling", "read helping-or-enabling": "In short.", "search cash": "helping-or-enabling",
	} {
		if out, _, status := k.run("", k.ssh("-T", guest, words)...); status != 0 || !strings.Contains(out, shows) {
			t.Errorf("%s: %d, %q", words, status, out)
		}
	}
	if out, _, _ := k.run("quit\n", k.ssh("-T", guest)...); !strings.Contains(out, "At every prompt you can type") {
		t.Errorf("plain lines: %q", out)
	}
	for _, command := range []string{"id", "sh -c id", "read ../../etc/passwd", "serve"} {
		out, errs, status := k.run("", k.ssh("-T", guest, command)...)
		if status == 0 || out != "" || !strings.Contains(errs, "This kiosk") && !strings.Contains(errs, "There is no lesson") {
			t.Errorf("%s: %d, %q, %q", command, status, out, errs)
		}
	}
	if _, errs, status := k.run("", "sftp", "-F", "none", "-P", k.port, "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", guest); status == 0 || !strings.Contains(errs, "no files to copy") {
		t.Errorf("sftp: %d, %q", status, errs)
	}
	if _, errs, status := k.run("", k.ssh("-W", "127.0.0.1:"+k.port, guest)...); status == 0 || !strings.Contains(errs, "forwarding failed") {
		t.Errorf("-W: %d, %q", status, errs)
	}
	if out, _, status := k.run("", k.ssh("-T", "-A", guest, "now")...); status != 0 || !strings.Contains(out, "Call 911") {
		t.Errorf("-A: %d, %q", status, out)
	}
	if _, errs, status := k.run("", k.ssh("-o", "ExitOnForwardFailure=yes", "-N", "-R", "0:127.0.0.1:1", guest)...); status == 0 || errs == "" {
		t.Errorf("-R: %d, %q", status, errs)
	}
}

// Row 26: the end of input ends a visit, in less than a second.
func TestKioskEndOfInput(t *testing.T) {
	need(t, "ssh")
	k := openKiosk(t)
	if _, _, status := k.run("", k.ssh("-tt", guest)...); status != 0 {
		t.Errorf("the status is %d", status)
	}
	k.until("the visit has ended", func() bool { return strings.Contains(k.log.String(), "visit ended") })
	if !strings.Contains(k.log.String(), `"seconds":0}`) {
		t.Errorf("it took a second or more:\n%s", k.log.String())
	}
}

// Row 27: told to stop, with fifty people there, the server tells them, and
// ends well in its time. What somebody did before, under take-home words, is
// there when it is back.
func TestKioskStops(t *testing.T) {
	need(t, "ssh")
	k := openKiosk(t, "--drain", "2s", "--keep", "720h")
	crowd, _, err := load.Gather(t.Context(), load.Target{Address: "127.0.0.1:" + k.port, Command: "checklist", Ready: "ctrl+x", Now: time.Now}, 49)
	if err != nil {
		t.Fatal(err)
	}
	defer crowd.Leave()
	w := k.home.open(t, 80, 24, nil)
	words := k.tick(w, strings.Join(k.ssh("-t", guest, "take-home"), " "))
	began := time.Now()
	if err := k.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	w.want("This screen closes in a few seconds")
	w.ended()
	w.want("This kiosk is closing for a short time.")
	err = <-k.ended
	k.ended <- err
	if err != nil {
		t.Errorf("the server ended with %v:\n%s", err, k.log.String())
	}
	took := time.Since(began)
	t.Logf("with 50 people there it ended after %v", took.Round(time.Millisecond))
	if took > 12*time.Second {
		t.Error("that is more than 12 s")
	}
	if n := strings.Count(k.log.String(), `"why":"closing"`); n != 50 {
		t.Errorf("%d of 50 visits ended since the server closed", n)
	}
	again := openKioskAt(t, k.home, "--keep", "720h")
	if said, err := again.fetch(newHome(t), "127.0.0.1:"+again.port, words); err != nil || !strings.Contains(said, "1 checklist") {
		t.Errorf("what was ticked before, at home: %v, %s", err, said)
	}
}

// Row 6: nothing that is offered is weak. Row 3: connections are slowed, so
// that computing for strangers cannot wear the server out.
// Whether the server takes keys too makes no difference.
func TestKioskAudit(t *testing.T) {
	need(t, "ssh-audit")
	need(t, "ssh-keygen")
	leads := filepath.Join(t.TempDir(), "leads")
	mustWrite(t, leads, mustRead(t, newKey(t, "mine")+".pub"))
	for name, args := range map[string][]string{"for guests alone": nil, "with keys": {"--leads", leads}} {
		k := openKiosk(t, args...)
		out, errs, _ := k.run("", "ssh-audit", "--no-colors", "-p", k.port, "127.0.0.1")
		if !strings.Contains(out, "ssh-ed25519") {
			t.Fatalf("%s: the audit saw no key: %s\n%s", name, out, errs)
		}
		for line := range strings.SplitSeq(out, "\n") {
			if strings.Contains(line, "[fail]") || strings.Contains(line, "DHEat") {
				t.Errorf("%s: %s", name, line)
			}
		}
	}
}

// Row 4: with few files to open, and far more connections than that, the
// people inside notice nothing: each key is answered within a fifth of a second.
func TestKioskFewFiles(t *testing.T) {
	need(t, "ssh")
	k := openKioskWith(t, func(command []string) []string {
		return []string{"sh", "-c", "ulimit -n 256; exec \"$@\"", "sh", command[0], command[1], command[2],
			command[3], command[4], command[5], command[6], command[7], "--max-sessions", "50"}
	})
	visitor, _, err := load.Visit(t.Context(), load.Target{
		Address: "127.0.0.1:" + k.port, Command: "checklist", Ready: "ctrl+x", Keys: []string{"\x1b[B", "\x1b[A"}, Now: time.Now,
	}, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer visitor.Close()
	w := k.home.open(t, 80, 24, nil)
	w.enter(strings.Join(k.ssh(guest), " "))
	w.want("Press any key to begin.")
	var took []time.Duration
	for i := range 400 {
		c, err := net.Dial("tcp", "127.0.0.1:"+k.port)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		if i%20 == 0 {
			d, err := visitor.Press()
			if err != nil {
				t.Fatal(err)
			}
			took = append(took, d)
		}
	}
	w.press("Enter")
	w.want("Welcome.")
	if n := k.metric("porchlight_connections"); n > 128 {
		t.Errorf("%d connections are open", n)
	}
	t.Logf("meanwhile a key took %v, the longest of 20 %v", load.Quantile(took, 0.5), slices.Max(took))
	if load.Quantile(took, 0.9) > 200*time.Millisecond {
		t.Error("more than one of them took longer than 200 ms")
	}
}

// TestKioskLogIsJSON: every line of the log is one.
func TestKioskLogIsJSON(t *testing.T) {
	need(t, "ssh")
	k := openKiosk(t)
	k.run("", k.ssh("-T", guest, "now")...)
	k.until("the visit has ended", func() bool { return strings.Contains(k.log.String(), "visit ended") })
	for line := range strings.SplitSeq(strings.TrimSpace(k.log.String()), "\n") {
		var one map[string]any
		if err := json.Unmarshal([]byte(line), &one); err != nil {
			t.Errorf("%v: %s", err, line)
		}
	}
	if got := strings.TrimSpace(k.page("/healthz")); got != "ok" {
		t.Errorf("healthz says %q", got)
	}
}
