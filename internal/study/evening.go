package study

import (
	"porchlight/internal/agenda"
	"porchlight/internal/group"
)

// Named is a room's summary with what was read together by name, and with the
// pages to give out.
func (d *Desk) Named(s group.Summary) group.Summary { return agenda.Named(d.course, s) }
