package present

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/follow"
	"porchlight/internal/typeset"
	"porchlight/tui/easel"
)

// forgotten is how long after its beginning a show begins anew: it was last
// week's, on a computer that nobody has switched off.
const forgotten = 8 * time.Hour

// others are the other screens of a show: the terminals of one user on one
// machine, or whoever is in a live room.
type others interface {
	// meet asks where they are. The answer is a met.
	meet(show string) tea.Cmd
	// put tells them where this screen is. The answer is a told.
	put(follow.State) tea.Cmd
	// wait waits for them to go somewhere. The answer is a moved.
	wait() tea.Cmd
	// leave has this screen followed no more.
	leave() tea.Cmd
	// of is the same for another page, which takes over.
	of(*Page) others
}

// met says where others were as this screen joined them.
type met struct {
	by    *Page
	state follow.State
	ok    bool // somebody has said so
	err   error
}

// told says that others know where this screen is, or why not.
type told struct {
	by  *Page
	seq uint64
	err error
}

// moved says that another screen went somewhere.
type moved struct {
	by    *Page
	state follow.State
	err   error
}

// A link is what joins this screen to others that show the same. One state at a
// time is on its way to them; of those that wait only the last is sent.
type link struct {
	others    others
	room      easel.Size // the room's screen, as others told it
	failed    bool       // they cannot be reached
	inherited bool

	sending bool
	pending *follow.State // to be sent next
	last    follow.State  // what this screen told, or heard, last
	told    uint64        // the Seq of what it told last
	news    *follow.State // heard, and not heeded yet
}

// inherit takes over what another page held.
func (l *link) inherit(p *Page, was *link) {
	*l = *was
	if l.others != nil {
		l.others = l.others.of(p)
	}
	l.sending, l.pending, l.news = false, nil, nil
	was.others = nil // they are this page's now
}

func (l *link) close() tea.Cmd {
	if l.others == nil {
		return nil
	}
	return l.others.leave()
}

// roomSize is the size that pages are made for: the room's screen, where there
// is one; else this one.
func (p *Page) roomSize() easel.Size {
	own, room := easel.Size{W: p.w, H: p.h}, p.link.room
	switch {
	case room.W == 0:
		return own
	case p.live != nil && !p.notes:
		return easel.Size{W: min(own.W, room.W), H: min(own.H, room.H)}
	}
	return room
}

// join goes where the others are; with none there it begins.
func (p *Page) join() tea.Cmd {
	l := &p.link
	if l.others == nil || l.inherited {
		l.inherited = false
		return tea.Batch(p.lay(easel.Want{Spot: p.easel.Spot()}), p.wait())
	}
	return l.others.meet(p.easel.Show().Name)
}

func (p *Page) onMet(msg met) tea.Cmd {
	if msg.by != p {
		return nil
	}
	if p.link.failed = msg.err != nil; msg.err != nil {
		p.link.others = nil
		return p.lay(easel.Want{Spot: p.easel.Spot()})
	}
	s := msg.state
	if !msg.ok || p.live == nil && p.time.now.Sub(s.Began) > forgotten {
		return tea.Batch(p.lay(easel.Want{Spot: p.easel.Spot(), Tag: goes{tell: true}}), p.wait())
	}
	claims := p.live == nil && !p.notes
	if claims {
		s.Width, s.Height = p.w, p.h // this is the room's screen now
	}
	return tea.Batch(p.goTo(s, claims), p.wait())
}

// wait waits for another screen to go somewhere.
func (p *Page) wait() tea.Cmd {
	if p.link.others == nil {
		return nil
	}
	return p.link.others.wait()
}

func (p *Page) onMoved(msg moved) tea.Cmd {
	if msg.by != p || msg.err != nil {
		return nil
	}
	p.link.news = &msg.state
	return tea.Batch(p.heed(), p.wait())
}

// heed goes where another screen is. While something of this one's own is on its
// way, it waits: what came later is what holds.
func (p *Page) heed() tea.Cmd {
	l := &p.link
	if l.sending || l.news == nil {
		return nil
	}
	s := *l.news
	l.news = nil
	switch {
	case s.Seq <= l.told, s.Show == "" && p.live != nil:
		return nil
	case p.live != nil && easel.Route(s.Show) != p.live.opens:
		return p.open(s.Show)
	case !p.easel.HasShow() || same(s, l.last):
		return nil
	}
	smaller := false
	if own := (easel.Size{W: p.w, H: p.h}); p.live == nil && !p.notes && !own.Holds(easel.Size{W: s.Width, H: s.Height}) {
		s.Width, s.Height = min(p.w, s.Width), min(p.h, s.Height)
		smaller = true // the pages have to fit here too
	}
	return p.goTo(s, smaller)
}

// same reports whether two states show the same.
func same(a, b follow.State) bool {
	return a.Show == b.Show && a.Part == b.Part && slices.Equal(a.Replies, b.Replies) && a.Block == b.Block && a.Word == b.Word &&
		a.Width == b.Width && a.Height == b.Height
}

// goTo goes where another screen is.
func (p *Page) goTo(s follow.State, share bool) tea.Cmd {
	p.link.room, p.link.last = easel.Size{W: s.Width, H: s.Height}, s
	if !s.Began.IsZero() {
		p.time.began = s.Began
	}
	p.time.now = p.env.Now()
	return p.lay(easel.Want{
		Spot: easel.Spot{Part: s.Part, Replies: s.Replies}, Place: &typeset.Place{Block: s.Block, Word: s.Word},
		Tag: goes{tell: share, began: s.PartBegan},
	})
}

// tell says where this screen is, for others to follow.
func (p *Page) tell() tea.Cmd {
	l := &p.link
	if l.others == nil {
		return nil
	}
	if p.live == nil && !p.notes && l.room.W == 0 {
		l.room = easel.Size{W: p.w, H: p.h}
	}
	at, spot := p.easel.Place(), p.easel.Spot()
	state := follow.State{
		Show: p.easel.Show().Name, Part: spot.Part, Replies: spot.Replies, Block: at.Block, Word: at.Word,
		Width: l.room.W, Height: l.room.H, Began: p.time.began, PartBegan: p.time.part,
	}
	l.last = state
	if l.sending {
		l.pending = &state
		return nil
	}
	l.sending = true
	return l.others.put(state)
}

func (p *Page) onTold(msg told) tea.Cmd {
	if msg.by != p {
		return nil
	}
	l := &p.link
	l.sending, l.failed = false, msg.err != nil
	l.told = max(l.told, msg.seq)
	if next := l.pending; next != nil {
		l.sending, l.pending = true, nil
		return l.others.put(*next)
	}
	p.compose()
	return p.heed()
}
