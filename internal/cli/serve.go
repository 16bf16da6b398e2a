package cli

import (
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"porchlight/internal/kiosk"
)

// serveOptions are what an operator may choose: as flags, as variables
// (PORCHLIGHT_MAX_SESSIONS for --max-sessions), or as names in a file.
type serveOptions struct {
	Config       string        `koanf:"config"`
	Listen       string        `koanf:"listen"`
	State        string        `koanf:"state"`
	Name         string        `koanf:"name"`
	Languages    string        `koanf:"languages"`
	MaxSessions  int           `koanf:"max-sessions"`
	PerSource    int           `koanf:"per-source"`
	Rate         float64       `koanf:"rate"`
	Idle         time.Duration `koanf:"idle"`
	Warning      time.Duration `koanf:"warning"`
	Lifetime     time.Duration `koanf:"lifetime"`
	Drain        time.Duration `koanf:"drain"`
	Afterwards   string        `koanf:"afterwards"`
	Still        bool          `koanf:"still"`
	PostQuantum  bool          `koanf:"post-quantum"`
	MetricsAt    string        `koanf:"metrics"`
	Pack         string        `koanf:"pack"`
	Local        string        `koanf:"local"`
	HiddenCounts int           `koanf:"hide-below"`
	Keep         time.Duration `koanf:"keep"`
	Database     string        `koanf:"database"`
	Leads        string        `koanf:"leads"`
}

// What happens after a visit.
const (
	afterWait  = "wait"
	afterClose = "close"
)

// serveCommand opens the program to visitors over SSH.
func (a *app) serveCommand() *cobra.Command {
	var card bool
	c := &cobra.Command{
		Use:   "serve",
		Short: "Open Porchlight to visitors over SSH: a waiting room, a group",
		Long: "Serve lets anyone on the network use Porchlight with an SSH client, without an account, a name or a key. " +
			"Each visitor is a guest: what they do is in memory only, and is wiped when they leave.\n\n" +
			"Every option may also stand in the environment, as PORCHLIGHT_ and its name in capitals (PORCHLIGHT_MAX_SESSIONS), " +
			"or under its name in the YAML file that --config names. A flag goes before the environment, and that before the file.",
		Example: "porchlight serve\nporchlight serve --listen :22 --languages es,en\nporchlight serve --config /etc/porchlight/serve.yaml\nporchlight serve --card",
		Args:    noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			o, err := a.serveOptions(c)
			if err != nil {
				return err
			}
			if card {
				return a.printCard(o)
			}
			if err := forgetful(a.environ); err != nil {
				return err
			}
			return a.serve(c.Context(), o, nil)
		},
	}
	f := c.Flags()
	serverFlags(f)
	f.BoolVar(&card, "card", false, "print the card for visitors, with the key's fingerprint, and end")
	return c
}

// serverFlags are the options of a server.
func serverFlags(f *pflag.FlagSet) {
	limits := kiosk.DefaultLimits()
	f.String("config", "", "read options from this file (YAML)")
	f.String("listen", ":2222", "address and port to listen on")
	f.String("state", "", "folder of the host key (default: in the data folder)")
	f.String("name", "", "name or address that visitors type, for the card (default: this computer's)")
	f.String("languages", "en,es", "languages offered, the first first")
	f.Int("max-sessions", limits.Sessions, "visitors at once")
	f.Int("per-source", limits.PerSource, "visitors at once from one address")
	f.Float64("rate", limits.Rate, "connections a second from one address")
	f.Duration("idle", 8*time.Minute, "time without a key until a visitor is asked whether they still read")
	f.Duration("warning", 2*time.Minute, "time from that question to the end of the visit")
	f.Duration("lifetime", limits.Lifetime, "time that a connection may last")
	f.Duration("drain", 8*time.Second, "time that visitors have to finish when the server stops")
	f.String("afterwards", afterWait, "after a visit: wait for the next person, or close the connection")
	f.Bool("still", false, "no motion on the page that waits for visitors")
	f.Bool("post-quantum", false, "only key exchanges safe from computers to come (OpenSSH 9.9 or later)")
	f.String("metrics", "", "address for /metrics and /healthz, on this computer only (127.0.0.1:9222)")
	f.Int("hide-below", 5, "count nothing of lessons and questions below this number")
	f.Duration("keep", 0, "keep what visitors ask for under take-home words, this long after their last use; 0 for never")
	f.String("leads", "", "let whoever has one of the keys in this file open a group: ssh -t lead@HOST group (as authorized_keys)")
	f.String("database", "", "keep it, and the rooms of groups, in this PostgreSQL, shared with other servers (postgres://USER@HOST/NAME)")
}
