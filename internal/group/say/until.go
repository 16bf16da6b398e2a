package say

import (
	"time"

	"porchlight/internal/group"
	"porchlight/internal/locale"
)

// Until says when a room is erased by itself, on the clock that now is of.
func Until(w *locale.Words, v group.View, now time.Time) string {
	return w.F("room.until", locale.Args{"Time": time.Unix(v.Until, 0).In(now.Location()).Format("15:04")})
}
