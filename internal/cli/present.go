package cli

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"porchlight/internal/follow"
	"porchlight/tui/page"
)

// presentCommand shows something to a group.
func (a *app) presentCommand() *cobra.Command {
	var sheet string
	c := &cobra.Command{
		Use:   "present [ID]",
		Short: "Show a lesson to a group, or play the plan of a session",
		Long: "Show a lesson to a group, page by page: on the projector in one terminal, and with --notes in another one " +
			"of the same user for notes, the next page and the time. Both follow each other.",
		Example:           "porchlight present helping-or-enabling\nporchlight present helping-or-enabling --notes\nporchlight present --sheet sixty-minutes",
		Args:              atMostOne("lesson"),
		ValidArgsFunction: offer(a.lessonIDs),
		RunE: func(c *cobra.Command, args []string) error {
			var to page.Route = page.Shows{}
			switch {
			case sheet != "" && len(args) > 0:
				return usageError{"a run sheet names its own lessons", "Leave out the lesson, or --sheet."}
			case sheet != "":
				to = page.Session{ID: sheet}
			case len(args) > 0:
				to = page.Present{ID: args[0]}
			}
			return a.openAt(c.Context(), to)
		},
	}
	c.Flags().StringVar(&sheet, "sheet", "", "play this run sheet, as in sixty-minutes")
	c.Flags().BoolVar(&a.notes, "notes", false, "begin with the facilitator's notes")
	return c
}

// stage is what shows have around them: terminals of one user follow each other.
func (a *app) stage() follow.Stage {
	folder := a.meetingFolder()
	return follow.Stage{
		Seat:  func(show string) (*follow.Seat, error) { return follow.Open(folder, show) },
		Clock: waited,
		Notes: a.notes,
	}
}

// meetingFolder is where terminals of one user meet: in the runtime folder that
// ends with the user's session, or else in the folder for caches.
func (a *app) meetingFolder() string {
	return a.meeting("porchlight-present") // without one nothing follows, and the facilitator is told
}

// meeting is a folder where programs of one user meet; empty where there is no
// place for one.
func (a *app) meeting(name string) string {
	if dir := a.env("XDG_RUNTIME_DIR"); filepath.IsAbs(dir) {
		return filepath.Join(dir, name)
	}
	if dir, err := os.UserCacheDir(); err == nil {
		return filepath.Join(dir, name)
	}
	return ""
}

// waited waits, unless the session ends first.
func waited(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}
