package present

import (
	"context"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/agenda"
	"porchlight/internal/follow"
	"porchlight/internal/group"
	"porchlight/internal/group/say"
	"porchlight/internal/study"
	"porchlight/internal/typeset"
	"porchlight/tui/easel"
	"porchlight/tui/page"
	"porchlight/tui/seat"
)

// A live room is what a show has around it there: everybody in the room follows
// it, other leads lead it too, and what the room is asked stands before it.
type live struct {
	seat  *seat.Seat
	entry string
	said  string // what became of what was done last
	over  string // why there is nothing to lead any more
	front string // the question in front, and how it stands
	at    time.Time
	opens page.Route // the show that was asked for last

	desk   *study.Desk
	asking study.Asking // of the show
}

// planned brings what a show asks the room.
type planned struct {
	by     *Page
	asking study.Asking
	err    error
}

// plan asks what the show asks the room.
func (p *Page) plan() tea.Cmd {
	desk, env, show := p.live.desk, p.env, p.easel.Show()
	return env.Work(func(ctx context.Context) tea.Msg {
		a, err := desk.Asking(ctx, show)
		return planned{p, a, err}
	})
}

// onPlanned goes on with the show. Where what it asks cannot be read, it is shown
// and asks nothing.
func (p *Page) onPlanned(msg planned) tea.Cmd {
	if msg.by != p {
		return nil
	}
	if p.live.asking = msg.asking; msg.err != nil {
		p.live.asking = study.Asking{}
	}
	return p.join()
}

// Now is the name of the show that a room is at.
const Now = "now"

// glance is how long somebody needs to see that another lead has changed what
// Enter would do.
const glance = time.Second

// NewStage returns the page of a show in a live room. It is for whoever leads.
func NewStage(env page.Env, hall *seat.Hall, desk *study.Desk, sheets *typeset.Cache, stage follow.Stage, place page.Stage) *Page {
	stage.Seat = nil
	p := New(env, desk, sheets, stage, place)
	p.notes = true
	p.live = &live{seat: seat.New(env, hall), entry: place.Entry, desk: desk}
	p.link.others = &room{p}
	return p
}

// Close leaves the room, or the terminals that followed.
func (p *Page) Close() tea.Cmd {
	cmd := p.link.close()
	if p.live != nil && p.live.seat != nil {
		cmd = tea.Batch(cmd, p.live.seat.Leave())
	}
	return cmd
}

// evening is longer than a group sits together.
const evening = 4 * time.Hour

// Attends says how long the page is looked at without a key: a group may talk
// about one page for long.
func (p *Page) Attends() time.Duration {
	if p.live == nil || p.live.seat == nil || !p.live.seat.Inside() || p.live.over != "" {
		return 0
	}
	return evening
}

// begin loads the show, or comes into the room first.
func (p *Page) begin() tea.Cmd {
	switch {
	case p.live == nil:
		return p.easel.Open(p.place)
	case p.live.seat.Inside():
		return p.onEntered()
	}
	return p.live.seat.Enter(p.live.entry)
}

func (l *live) view() (group.LeadView, bool) { return l.seat.Sitting().Lead(l.seat.Now()) }

// raised is a question from the box that stands before everything; nil for none.
func (p *Page) raised() *group.Question {
	if p.live == nil || !p.live.seat.Inside() {
		return nil
	}
	return p.live.seat.Now().All().Raised
}

// covered reports whether something stands before the show.
func (p *Page) covered() bool {
	_, asks := p.asks()
	return asks || p.raised() != nil
}

// asks is what stands before the show: a question that the room is asked.
func (p *Page) asks() (group.PollView, bool) {
	if p.live == nil || !p.live.seat.Inside() {
		return group.PollView{}, false
	}
	v, ok := p.live.view()
	if !ok || v.Front == nil {
		return group.PollView{}, false
	}
	return *v.Front, true
}

func (p *Page) onNews(msg seat.News) tea.Cmd {
	if p.live == nil || p.live.seat == nil {
		return nil
	}
	e, cmd := p.live.seat.Take(msg)
	switch e.What {
	case seat.Nothing:
		return cmd
	case seat.Entered:
		return tea.Batch(cmd, p.onEntered())
	case seat.Refused:
		p.live.over = say.Trouble(p.env.Words, e.Err)
	case seat.Gone:
		p.live.over = p.env.Words.T("room.ended")
	case seat.Waits:
		p.live.said = p.env.Words.T("room.not-yet")
	case seat.Did, seat.Failed:
		cmd = tea.Batch(cmd, p.onDone(e))
	}
	return tea.Batch(cmd, p.onRoom())
}

// onDone says what became of something that this page did.
func (p *Page) onDone(e seat.Event) tea.Cmd {
	p.live.said = say.Done(p.env.Words, "", e.Late)
	if e.Err != nil {
		p.live.said = say.Refused(p.env.Words, e.Err, e.Late)
	}
	if e.Err == nil {
		p.live.front, p.live.at = p.standing(), time.Time{} // this page knows what it did
	}
	if e.Name != stepped {
		return nil
	}
	return p.onTold(told{by: p, err: e.Err})
}

// onEntered opens the show that was asked for, or the one that the room is at.
func (p *Page) onEntered() tea.Cmd {
	v, leads := p.live.view()
	if !leads {
		return page.By(p, page.Replace(page.Room{Entry: p.live.entry}))
	}
	wanted := v.Place.Route
	if r, ok := p.place.(page.Stage); ok && r.Show != Now && p.live.opens == nil {
		wanted = r.Show
	}
	p.live.front = p.standing()
	return p.open(wanted)
}

// open opens a show. Where there is none the page says so, and waits for another
// lead to begin one.
func (p *Page) open(show string) tea.Cmd {
	route := easel.Route(show)
	if route == nil {
		p.compose()
		return nil
	}
	p.live.opens = route
	p.time.began, p.time.part = time.Time{}, time.Time{}
	p.place = page.Stage{Entry: p.live.entry, Show: route.String()}
	return p.easel.Open(route)
}

// onRoom takes the room as it is now.
func (p *Page) onRoom() tea.Cmd {
	l := p.live
	defer p.compose()
	if l.over != "" || !l.seat.Inside() {
		return nil
	}
	v, leads := l.view()
	switch {
	case v.Ended:
		l.over = p.env.Words.T("room.ended")
		return nil
	case !leads:
		l.over = p.env.Words.T("present.leads-no-more")
		return nil
	}
	if now := p.standing(); now != l.front {
		l.front, l.at = now, p.env.Now()
		p.leaf.Turn()
	}
	s := stateOf(v, l.seat.Now().Seq)
	p.link.news = &s
	return p.heed()
}

// standing is the question in front, and how it stands: what a key does to it
// changes with that.
func (p *Page) standing() string {
	if q := p.raised(); q != nil {
		return "box " + q.ID
	}
	q, ok := p.asks()
	if !ok {
		return ""
	}
	return q.ID + " " + string(q.Status) + map[bool]string{true: " shown"}[q.Shown] + map[bool]string{true: " told"}[q.Told]
}

// offer is what the key that goes on does to the question in front: the
// likeliest of all that can be done, or to put it away.
func (p *Page) offer() (agenda.Offer, bool) {
	if !p.covered() {
		return agenda.Offer{}, false
	}
	v, ok := p.live.view()
	if !ok {
		return agenda.Offer{}, false
	}
	return study.Lead(v)
}

// canAsk is what the part at hand can ask the room, while nothing else is asked.
func (p *Page) canAsk() (agenda.Offer, bool) {
	if p.covered() || p.live == nil || !p.easel.Ready() {
		return agenda.Offer{}, false
	}
	return p.live.asking.Ask(p.easel.Spot().Part)
}

// does does what is offered, unless another lead has changed a moment ago what
// that is: then it says so, and waits for the key once more.
func (p *Page) does(o agenda.Offer) tea.Cmd {
	switch {
	case p.live.seat.Busy():
		return nil
	case p.env.Now().Sub(p.live.at) < glance:
		p.live.at, p.live.said = time.Time{}, p.env.Words.T("present.look")
		p.compose()
		return nil
	}
	var cmds []tea.Cmd
	for _, a := range o.Do {
		cmds = append(cmds, p.live.seat.Act(o.Name, a))
	}
	return tea.Batch(cmds...)
}

// onQuestion takes a key while the room is asked something, and reports whether
// it was one.
func (p *Page) onQuestion(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	if o, ok := p.canAsk(); ok && key.Matches(msg, p.keys.ask) {
		return p.does(o), true
	}
	o, ok := p.offer()
	if !ok {
		return nil, false
	}
	switch {
	case key.Matches(msg, p.keys.next):
		return p.does(o), true
	case p.raised() != nil && key.Matches(msg, p.keys.previous):
		return nil, true // a page back would lay the question by
	case key.Matches(msg, p.keys.away):
		v, _ := p.live.view()
		return p.does(study.Away(v)), true
	}
	return nil, false
}

// A room is everybody in a live room.
type room struct{ page *Page }

// stepped is what a step to a place is called among what was done.
const stepped = "stepped"

func (r *room) meet(show string) tea.Cmd {
	v, _ := r.page.live.view()
	m := met{by: r.page, state: stateOf(v, r.page.live.seat.Now().Seq)}
	m.ok = m.state.Show == show
	return func() tea.Msg { return m }
}

func (r *room) put(s follow.State) tea.Cmd {
	to := group.Place{Route: s.Show, Part: s.Part, Replies: s.Replies, Block: s.Block, Word: s.Word}
	v, _ := r.page.live.view()
	do := r.page.live.asking.GoTo(v, to, s.PartBegan.Unix())
	return r.page.live.seat.Do(stepped, func(ctx context.Context, in *group.Sitting) (now group.Snapshot, err error) {
		for _, a := range do {
			if now, err = in.Do(ctx, a); err != nil {
				return now, err
			}
		}
		return now, nil
	})
}

func (r *room) wait() tea.Cmd { return nil } // the seat does

func (r *room) leave() tea.Cmd { return nil } // and that too

func (r *room) of(p *Page) others { return &room{p} }

// stateOf is where a room is, as a screen that follows knows it.
func stateOf(v group.LeadView, seq uint64) follow.State {
	s := follow.State{
		Seq: seq, Show: v.Place.Route, Part: v.Place.Part, Replies: v.Place.Replies, Block: v.Place.Block, Word: v.Place.Word,
		Width: v.Wall.Width, Height: v.Wall.Height,
	}
	if r := easel.Route(v.Place.Route); r != nil {
		s.Show = r.String()
	}
	if v.Clock.Began > 0 {
		s.Began = time.Unix(v.Clock.Began, 0)
		if v.Clock.Part == s.Part {
			s.PartBegan = time.Unix(v.Clock.Since, 0)
		}
	}
	return s
}
