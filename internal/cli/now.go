package cli

import (
	"github.com/spf13/cobra"

	"porchlight/internal/line"
	"porchlight/lessons"
)

// nowCommand prints the Help now card. It opens no record: nothing may stand
// between a reader and these lines.
func (a *app) nowCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "now",
		Short: "Print urgent help: what to do, whom to call",
		Args:  noArgs,
		RunE: func(*cobra.Command, []string) error {
			c, err := a.course()
			if err != nil && a.flags.pack != "" {
				if c, err = embedded(); err == nil { // a bad pack must not cost anyone the numbers
					c = a.withLocal(c)
				}
			}
			if err != nil {
				return err
			}
			w, err := a.words("")
			if err != nil {
				return err
			}
			var failed error
			line.WriteNow(func(s string) {
				if failed == nil {
					_, failed = a.out.Write([]byte(s))
				}
			}, c.Pack.Help(lessons.Lang(w.Lang())), w, a.measure(lineWidth, false))
			return failed
		},
	}
}
