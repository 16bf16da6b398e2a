package lobby

import (
	"fmt"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/cells"
	"porchlight/tui/keys"
	"porchlight/tui/kit"
)

// View draws what stands on the screen.
func (l *Lobby) View() tea.View {
	if l.state == visiting && l.guest != nil {
		return l.guest.Program.View()
	}
	lines, _ := l.Lines()
	v := tea.NewView(strings.Join(lines, "\n"))
	v.AltScreen = true
	return v
}

// Lines is what View draws, line by line, and whether it wants the mouse.
func (l *Lobby) Lines() (lines []string, mouse bool) {
	switch {
	case l.state == visiting && l.guest != nil:
		return l.guest.Program.Lines()
	case l.size.Width == 0:
		return nil, false
	}
	switch l.state {
	case waiting:
		lines = l.frame(l.waitingLines(), l.waitingHints())
	case asking:
		lines = l.frame(l.askingLines(), l.hints(l.any("lobby.key-on"), l.exit()))
	case bidding:
		lines = l.frame(l.byeLines(), l.hints(l.any("lobby.key-again"), l.exit()))
	}
	return lines, false
}

// textWidth is the widest line of the lobby's own pages.
const textWidth = 64

// frame sets lines a little above the middle of the screen, with the keys that
// work at its foot.
func (l *Lobby) frame(lines []string, foot string) []string {
	margin := strings.Repeat(" ", kit.Margin(l.size.Width))
	room := max(0, l.size.Height-1)
	if len(lines) > room {
		lines = tight(lines, room)
	}
	out := make([]string, 0, l.size.Height)
	for range (room - len(lines)) / 3 {
		out = append(out, "")
	}
	for _, line := range lines {
		if line != "" {
			line = kit.Clip(margin+line, l.size.Width)
		}
		out = append(out, line)
	}
	for len(out) < room {
		out = append(out, "")
	}
	return append(out, kit.Clip(foot, l.size.Width))
}

// tight leaves out blank lines, and then what does not fit.
func tight(lines []string, room int) []string {
	var out []string
	for _, line := range lines {
		if line != "" {
			out = append(out, line)
		}
	}
	return out[:min(len(out), room)]
}

// room is the width of the lobby's text.
func (l *Lobby) room() int { return kit.Measure(l.size.Width, textWidth) }

// say wraps a sentence and draws each line of it.
func (l *Lobby) say(text string, draw func(string) string) []string {
	lines := kit.Wrap(text, l.room())
	for i := range lines {
		lines[i] = draw(lines[i])
	}
	return lines
}

// waitingLines is the page for anyone, in the language whose turn it is. It
// says in neutral words what this is.
func (l *Lobby) waitingLines() []string {
	w, t := l.words[l.lang], l.theme
	lines := l.say(w.T("app.name"), t.Title.Render)
	lines = append(lines, "")
	lines = append(lines, l.say(w.T("lobby.what"), t.Plain.Render)...)
	lines = append(lines, "")
	lines = append(lines, l.say(w.T("lobby.begin"), t.Strong.Render)...)
	lines = append(lines, "")
	lines = append(lines, l.say(w.T("lobby.nothing-kept"), t.Quiet.Render)...)
	if len(l.words) > 1 {
		lines = append(lines, "")
		for i, other := range l.words {
			lines = append(lines, t.Accent.Render(fmt.Sprint(i+1))+" "+t.Plain.Render(other.T("lobby.this-language")))
		}
	}
	if l.rooms() {
		lines = append(lines, t.Accent.Render(joins)+" "+t.Plain.Render(w.T("room.door")))
	}
	return lines
}

func (l *Lobby) waitingHints() string {
	k := keys.New(l.words[l.lang])
	return l.hints(k.Now, keys.With(k.Exit, l.words[l.lang].T("lobby.key-leave")))
}

// askingLines asks whether somebody is still reading, and says what happens.
func (l *Lobby) askingLines() []string {
	w, t := l.speaks(), l.theme
	lines := l.say(w.T("lobby.still-reading"), t.Title.Render)
	lines = append(lines, "")
	lines = append(lines, l.say(w.T("lobby.press-any"), t.Strong.Render)...)
	lines = append(lines, "")
	seconds := int((l.left + time.Second - 1) / time.Second)
	return append(lines, l.say(w.N("lobby.resets-in", seconds), t.Plain.Render)...)
}

// byeLines says goodbye and what was erased.
func (l *Lobby) byeLines() []string {
	w, t := l.words[l.lang], l.theme
	lines := l.say(w.T("lobby.bye"), t.Title.Render)
	lines = append(lines, "")
	e := l.erased
	if e.Kept {
		words := "lobby.kept"
		if e.Unwritten {
			words = "lobby.kept-but"
		}
		lines = append(lines, l.say(w.T(words), t.Plain.Render)...)
	} else if e == (Erased{}) {
		lines = append(lines, l.say(w.T("lobby.erased-none"), t.Plain.Render)...)
	} else {
		lines = append(lines, l.say(w.T("lobby.erased"), t.Plain.Render)...)
		for _, part := range []struct {
			id string
			n  int
		}{{"lobby.erased-lessons", e.Lessons}, {"lobby.erased-answers", e.Answers}, {"lobby.erased-notes", e.Notes}} {
			if part.n > 0 {
				lines = append(lines, kit.Hang("- ", w.N(part.id, part.n), l.room())...)
			}
		}
		lines = append(lines, "")
		lines = append(lines, l.say(w.T("lobby.erased-where"), t.Plain.Render)...)
	}
	lines = append(lines, "")
	return append(lines, l.say(w.T("lobby.urgent"), t.Plain.Render)...)
}

// any is the hint that every key does.
func (l *Lobby) any(does string) key.Binding {
	w := l.words[l.lang]
	return key.NewBinding(key.WithKeys("enter"), key.WithHelp(w.T("lobby.any-key"), w.T(does)))
}

func (l *Lobby) exit() key.Binding { return keys.New(l.words[l.lang]).Exit }

// hints draws keys and what they do; where there is no room, the last one is
// its key alone.
func (l *Lobby) hints(all ...key.Binding) string {
	line := ""
	for i, b := range all {
		name, does := b.Help().Key, " "+b.Help().Desc
		if i == len(all)-1 && cells.Width(line)+len("  ")+cells.Width(name+does) > l.size.Width {
			does = ""
		}
		if i > 0 {
			line += "  "
		}
		line += l.theme.Accent.Render(name) + l.theme.Quiet.Render(does)
	}
	return line
}
