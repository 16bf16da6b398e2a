package cli

import (
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/knadh/koanf/providers/env/v2"
	"github.com/knadh/koanf/providers/posflag"
	"github.com/knadh/koanf/providers/rawbytes"
	"github.com/knadh/koanf/v2"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"porchlight/internal/kiosk"
	"porchlight/internal/locale"
)

// fromFile are the flags of the root that a server's file may name too.
var fromFile = []string{"pack", "local"}

// serveOptions gathers what an operator chose: the file, then the environment,
// then the flags.
func (a *app) serveOptions(c *cobra.Command) (serveOptions, error) {
	flags := serveFlags(c)
	k := koanf.New(".")
	file := a.env("PORCHLIGHT_CONFIG")
	if f := flags.Lookup("config"); f.Changed {
		file = f.Value.String()
	}
	if err := readConfig(k, file, flags); err != nil {
		return serveOptions{}, err
	}
	if err := k.Load(env.Provider(".", a.environment(flags)), nil); err != nil {
		return serveOptions{}, err
	}
	if err := k.Load(posflag.Provider(flags, ".", k), nil); err != nil {
		return serveOptions{}, err
	}
	var o serveOptions
	if err := k.Unmarshal("", &o); err != nil {
		return o, usageError{"an option has a value that makes no sense: " + reason(err), "Try: porchlight serve --help"}
	}
	a.flags.pack, a.flags.local = o.Pack, o.Local
	return o, o.check()
}

// reason is the last part of an error about an option, which names it.
func reason(err error) string { return strings.TrimSpace(strings.ReplaceAll(err.Error(), "\n", " ")) }

// serveFlags is the flags that may stand in a file or the environment.
func serveFlags(c *cobra.Command) *pflag.FlagSet {
	own := pflag.NewFlagSet("serve", pflag.ContinueOnError)
	c.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) {
		if f.Name != "help" && f.Name != "card" {
			own.AddFlag(f)
		}
	})
	for _, name := range fromFile {
		own.AddFlag(c.Flag(name))
	}
	return own
}

// readConfig reads a file of options. A name that is none is refused: it would
// be an option that somebody believes is set.
func readConfig(k *koanf.Koanf, file string, flags *pflag.FlagSet) error {
	if file == "" {
		return nil
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return usageError{fmt.Sprintf("the options cannot be read: %v", err), "Name another file with --config."}
	}
	if err := k.Load(rawbytes.Provider(data), yamlParser{}); err != nil {
		return usageError{fmt.Sprintf("%s: %s", file, reason(err)), "One option a line: its name, a colon, its value."}
	}
	for _, name := range k.Keys() {
		if flags.Lookup(name) == nil || name == "config" {
			return usageError{fmt.Sprintf("%s: there is no option %q", file, name), "To see them all: porchlight serve --help"}
		}
	}
	return nil
}

// yamlParser reads options with the parser that reads lessons.
type yamlParser struct{}

func (yamlParser) Unmarshal(data []byte) (map[string]any, error) {
	var into map[string]any
	return into, yaml.Unmarshal(data, &into)
}

func (yamlParser) Marshal(map[string]any) ([]byte, error) {
	return nil, errors.New("options are only read")
}

// environment picks the options out of the environment.
func (a *app) environment(flags *pflag.FlagSet) env.Opt {
	return env.Opt{
		Prefix:      "PORCHLIGHT_",
		EnvironFunc: func() []string { return a.environ },
		TransformFunc: func(name, value string) (string, any) {
			name = strings.ReplaceAll(strings.ToLower(strings.TrimPrefix(name, "PORCHLIGHT_")), "_", "-")
			if flags.Lookup(name) == nil || value == "" {
				return "", nil
			}
			return name, value
		},
	}
}

// langs is the languages offered.
func (o serveOptions) langs() []string {
	var all []string
	for l := range strings.SplitSeq(o.Languages, ",") {
		all = append(all, strings.TrimSpace(l))
	}
	return all
}

// check says which option makes no sense, and why.
func (o serveOptions) check() error {
	for _, l := range o.langs() {
		if !slices.Contains(locale.Langs(), l) {
			return usageError{fmt.Sprintf("languages: there is no language %q", l), "Languages: " + strings.Join(locale.Langs(), ", ")}
		}
	}
	_, _, badAddress := net.SplitHostPort(o.Listen)
	for _, c := range []struct {
		bad bool
		why string
	}{
		{badAddress != nil, fmt.Sprintf("listen: %q is no address and port, such as :2222", o.Listen)},
		{o.Afterwards != afterWait && o.Afterwards != afterClose, fmt.Sprintf("afterwards is %s or %s, not %q", afterWait, afterClose, o.Afterwards)},
		{o.Idle < 30*time.Second, "idle is less than 30 seconds: nobody can read that fast"},
		{o.Warning < 10*time.Second, "warning is less than 10 seconds: nobody could press a key in time"},
		{o.Drain < 0 || o.Drain > time.Minute, "drain is between nothing and a minute"},
		{o.Lifetime < o.Idle+o.Warning, "lifetime is shorter than idle and warning together"},
		{o.HiddenCounts < 3, "hide-below is less than 3: a count that small can tell who it was"},
		{o.MetricsAt != "" && !onThisComputer(o.MetricsAt), fmt.Sprintf("metrics: %q is no address of this computer alone, such as 127.0.0.1:9222", o.MetricsAt)},
	} {
		if c.bad {
			return usageError{c.why, "Try: porchlight serve --help"}
		}
	}
	if err := o.checkKeeping(); err != nil {
		return err
	}
	if err := o.limits(1 << 20).Check(); err != nil {
		return usageError{err.Error(), "Try: porchlight serve --help"}
	}
	return nil
}

// onThisComputer reports whether an address can be reached from here alone.
func onThisComputer(address string) bool {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return false
	}
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// limits are the server's, where the system allows it that many open files:
// half of them may be connections.
func (o serveOptions) limits(files uint64) kiosk.Limits {
	l := kiosk.DefaultLimits()
	l.Sessions, l.PerSource, l.Rate, l.Lifetime = o.MaxSessions, o.PerSource, o.Rate, o.Lifetime
	l.Burst = max(l.Burst, int(2*o.Rate))
	l.Connections = int(min(files/2, 1<<20))
	return l
}

// hostKeyPath is where the host key is.
func (a *app) hostKeyPath(o serveOptions) (string, error) {
	dir := o.State
	if dir == "" {
		data, err := a.dataDir()
		if err != nil {
			return "", fmt.Errorf("there is no folder for the host key: %w\nName one with --state", err)
		}
		dir = filepath.Join(data, "porchlight")
	}
	return filepath.Join(dir, "host_key"), nil
}
