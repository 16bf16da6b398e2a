package lobby

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// wait shows the page that waits for anyone. It speaks its languages in turn,
// which takes a clock; without motion, or with one language, it takes none.
func (l *Lobby) wait() {
	l.state = waiting
	if l.turns() {
		l.o.Wake(langEvery)
		return
	}
	l.lang = 0
	l.o.Wake(0)
}

func (l *Lobby) turns() bool { return !l.o.Still && len(l.o.Langs) > 1 }

// onWoke does what the time has come for.
func (l *Lobby) onWoke() tea.Cmd {
	switch now := l.o.Now(); l.state {
	case waiting:
		if l.turns() {
			l.lang = (l.lang + 1) % len(l.o.Langs)
			l.o.Wake(langEvery)
		}
	case visiting:
		l.onIdle(now)
	case asking:
		return l.count(now)
	case hidden:
		if l.guest != nil && !now.Before(l.until) {
			return l.reset()
		}
	case bidding:
		if !now.Before(l.until) {
			return l.next()
		}
	}
	return nil
}

// onIdle asks whether somebody is still reading, unless they touched a key
// meanwhile.
func (l *Lobby) onIdle(now time.Time) {
	if rest := l.touched.Add(l.allowed()).Sub(now); rest > 0 {
		l.o.Wake(rest)
		return
	}
	l.state, l.until, l.left = asking, now.Add(l.o.Warning), l.o.Warning
	l.o.Wake(min(countBy, l.left))
}

// count counts down, and ends the visit at nought.
func (l *Lobby) count(now time.Time) tea.Cmd {
	if l.left = l.until.Sub(now); l.left <= 0 {
		return l.reset()
	}
	l.o.Wake(min(countBy, l.left))
	return nil
}

// onClosing tells the person that the server will stop; where nobody is, the
// lobby ends.
func (l *Lobby) onClosing() tea.Cmd {
	l.closing = true
	switch {
	case l.guest == nil:
		l.why = Closed
		return tea.Quit
	case l.state == asking:
		return l.reset()
	}
	l.announce("lobby.closing")
	return nil
}
