package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"porchlight/internal/kiosk"
)

// saySession is what a session takes of memory, in megabytes, roughly: for the
// operator's arithmetic, measured by porchlight bench serve.
const saySession = 0.3

// sayServe looks at what a kiosk needs, with the options that serve would have
// here, and says what it finds.
func (a *app) sayServe(c *cobra.Command) error {
	serve, _, err := c.Root().Find([]string{"serve"})
	if err != nil {
		return err
	}
	o, err := a.serveOptions(serve)
	if err != nil {
		return err
	}
	fmt.Fprintf(a.out, "options    they make sense; languages %s, at most %d visitors\n", o.Languages, o.MaxSessions)
	a.sayAddress(c, o)
	a.sayHostKey(o)
	a.sayLeads(o)
	files, err := openFiles()
	if err != nil {
		return err
	}
	if err := o.limits(files).Check(); err != nil {
		a.wrong("files      %v", err)
	} else {
		fmt.Fprintf(a.out, "files      %d may be open: enough\n", files)
	}
	fmt.Fprintf(a.out, "memory     %d visitors take about %.0f MB; to measure it: porchlight bench serve\n",
		o.MaxSessions, 60+saySession*float64(o.MaxSessions))
	a.sayCourse()
	a.sayLocal()
	return nil
}

// wrong says what is wrong, and has the command fail.
func (a *app) wrong(format string, args ...any) {
	fmt.Fprintf(a.out, format+"\n", args...)
	a.status = exitFailed
}

func (a *app) sayAddress(c *cobra.Command, o serveOptions) {
	l, err := kiosk.Listen(c.Context(), o.Listen)
	if err != nil {
		a.wrong("address    %v (a kiosk that runs already, or a port below 1024?)", err)
		return
	}
	_ = l.Close()
	fmt.Fprintf(a.out, "address    %s is free; visitors type: %s\n", o.Listen, connectCommand(orThis(o.Name), o.Listen))
}

// orThis is a name, or that of this computer.
func orThis(name string) string {
	if name == "" {
		name, _ = os.Hostname()
	}
	return orNone(name)
}

// sayLeads says how many keys open groups.
func (a *app) sayLeads(o serveOptions) {
	if o.Leads == "" {
		return
	}
	switch keys, err := checkLeads(o.Leads); {
	case err != nil:
		a.wrong("leads      %v", err)
	case keys == 1:
		fmt.Fprintln(a.out, "leads      1 key may open groups")
	default:
		fmt.Fprintf(a.out, "leads      %d keys may open groups\n", keys)
	}
}

func (a *app) sayHostKey(o serveOptions) {
	path, err := a.hostKeyPath(o)
	if err != nil {
		a.wrong("host key   %v", err)
		return
	}
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		fmt.Fprintf(a.out, "host key   none yet; the first start makes %s (%s)\n", path, writable(filepath.Dir(path)))
		return
	}
	key, err := kiosk.HostKey(path)
	if err != nil {
		a.wrong("host key   %v", err)
		return
	}
	fmt.Fprintf(a.out, "host key   %s\n           %s\n", path, kiosk.Fingerprint(key))
}
