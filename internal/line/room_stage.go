package line

import (
	"context"
	"errors"
	"strings"
	"time"

	"porchlight/internal/group"
	"porchlight/internal/locale"
	"porchlight/internal/study"
)

// onStage presents in a live room: "CODE-KEY", or that and the show behind it.
// It is for whoever leads.
func (s *Session) onStage(ctx context.Context, place string) error {
	entry, show, _ := strings.Cut(place, "/")
	in, err := s.enterRoom(ctx, entry)
	if err != nil {
		return err
	}
	return s.sit(ctx, in, func(r *sitting) error {
		if !in.Leads() {
			s.say(s.roomTrouble(group.ErrNotLead))
			return nil
		}
		return r.present(ctx, show)
	})
}

// show shows something to the room, and comes back to leading it.
func (r *sitting) show(ctx context.Context) error {
	defer r.follow(false)
	if err := r.present(ctx, ""); !errors.Is(err, errQuit) {
		return err
	}
	return nil // it is the show that is ended
}

// present presents a show, or asks which.
func (r *sitting) present(ctx context.Context, show string) (err error) {
	if show == "" {
		if show, err = r.chooseShow(ctx); err != nil {
			return err
		}
	}
	p := &presenter{follower: follower{sitting: r, stage: stage{Session: r.Session}}}
	return p.run(ctx, show)
}

// whereNow is the name of the show that a room is at.
const whereNow = "now"

// chooseShow asks what is to be shown: first of all where the room is now.
func (r *sitting) chooseShow(ctx context.Context) (string, error) {
	showing, err := r.desk.Showing(ctx)
	if err != nil {
		return "", err
	}
	lines, shows := []string{r.t("present.where-now")}, []string{whereNow}
	for _, sheet := range showing.Sheets {
		lines = append(lines, sheet.Title+", "+r.words.N("present.minutes", sheet.Minutes))
		shows = append(shows, "session/"+string(sheet.ID))
	}
	for _, t := range showing.Tracks {
		for _, l := range t.Lessons {
			lines = append(lines, l.Lesson.Title)
			shows = append(shows, "present/"+string(l.Lesson.ID))
		}
	}
	r.gap()
	r.say(r.t("present.title") + ". " + r.t("present.stage-why"))
	r.list(lines)
	n, err := r.choose(len(lines))
	if err != nil {
		return "", err
	}
	return shows[n-1], nil
}

// A presenter shows something to a live room, and follows whoever else leads it.
type presenter struct {
	follower
	asking study.Asking
	began  time.Time // when the part at hand began
	asked  bool      // the room was asked something a moment ago
}

// run presents until the lead goes back, leads no more, or the room is over.
func (p *presenter) run(ctx context.Context, show string) error {
	p.follow(true)
	if show != whereNow {
		if err := p.open(ctx, show); err != nil {
			return p.unread(err)
		}
	}
	p.say(p.t("present.line-how"))
	for {
		now, _, over := p.news()
		v, leads := p.Lead(now)
		switch {
		case over:
			p.say(p.t("room.ended"))
			return p.err
		case !leads:
			p.say(p.t("present.leads-no-more"))
			return p.err
		}
		if err := p.once(ctx, v); err != nil {
			return p.unread(err)
		}
	}
}

// open begins a show, and takes everybody there, unless they are there already.
func (p *presenter) open(ctx context.Context, route string) error {
	v, _ := p.Lead(p.state())
	if v.Place.Route == route {
		return nil
	}
	if err := p.load(ctx, route); err != nil {
		return err
	}
	p.stage.wall = v.Wall
	if err := p.stage.enter(0, nil); err != nil {
		return err
	}
	p.at = group.Place{Route: route}
	p.began = p.desk.Now()
	p.step(ctx)
	return nil
}

func (p *presenter) load(ctx context.Context, route string) error {
	show, err := p.follower.load(ctx, route)
	if err != nil {
		return err
	}
	p.stage.show = show
	p.say(show.Title)
	if show.Foreign {
		p.say(p.t("present.foreign"))
	}
	p.asking, err = p.desk.Asking(ctx, show)
	return err
}

// once tells what the room sees and does one thing.
func (p *presenter) once(ctx context.Context, v group.LeadView) error {
	if err := p.heed(ctx, v); err != nil {
		return err
	}
	switch {
	case v.Raised != nil || v.Front != nil:
		return p.question(ctx, v)
	case p.stage.show.Name == "":
		p.say(p.t("present.nothing-yet"))
		_, err := p.ask(p.t("screen.line-prompt"), p.t("screen.line-help"))
		return err
	}
	p.stage.tell()
	p.times(v)
	if err := p.turn(ctx); err != nil || p.asked {
		return err
	}
	if !p.state().All().Place.Is(p.at) {
		p.say(p.t("present.moved-on")) // by another lead, meanwhile: what was wanted here is not what is there
		return nil
	}
	p.step(ctx)
	return nil
}

// turn asks where to go. Where the part asks something, the room may be asked it.
func (p *presenter) turn(ctx context.Context) error {
	o, asks := p.asking.Ask(p.stage.part)
	p.asked, p.stage.also = false, nil
	if asks {
		p.say(p.t("present.line-ask"))
		p.stage.also = func(a answer) (bool, error) {
			p.asked = a.is("ask", "preguntar")
			if p.asked {
				p.act(ctx, o.Do)
			}
			return p.asked, nil
		}
	}
	return p.stage.turn()
}

// act does what is offered, and says nothing of it but why it was not done.
func (p *presenter) act(ctx context.Context, do []group.Action) bool {
	for _, a := range do {
		p.quiet()
		if !p.insists(ctx, func(ctx context.Context) (group.Snapshot, error) { return p.Do(ctx, a) }) {
			return false
		}
	}
	return true
}

// heed goes where the room is.
func (p *presenter) heed(ctx context.Context, v group.LeadView) error {
	to := v.Place
	if to.Route == "" || to.Is(p.at) && v.Wall == p.stage.wall {
		return nil
	}
	if to.Route != p.at.Route {
		if err := p.load(ctx, to.Route); err != nil {
			return err
		}
	}
	p.at, p.stage.wall = to, v.Wall
	if err := p.stage.enter(min(to.Part, len(p.stage.show.Parts)-1), replies(to)); err != nil {
		return err
	}
	p.stage.goTo(to.Block, to.Word)
	return nil
}

// step takes everybody to where the presenter is.
func (p *presenter) step(ctx context.Context) {
	at := p.stage.deck.Place(p.stage.step)
	to := group.Place{Route: p.at.Route, Part: p.stage.part, Block: at.Block, Word: at.Word}
	for _, id := range p.stage.replies {
		to.Replies = append(to.Replies, string(id))
	}
	if to.Part != p.at.Part {
		p.began = p.desk.Now()
	}
	v, _ := p.Lead(p.state())
	if p.act(ctx, p.asking.GoTo(v, to, p.began.Unix())) {
		p.at = to
		return
	}
	p.at = group.Place{Route: p.at.Route, Part: -1} // the room is where it was: go back there
}

// quiet has what this session does next be no news to it.
func (r *sitting) quiet() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.rang = true
}

// times says how the time stands, where the show has a plan.
func (p *presenter) times(v group.LeadView) {
	if p.stage.show.Minutes == 0 || v.Clock.Began == 0 {
		return
	}
	now := p.desk.Now()
	used, in := now.Sub(time.Unix(v.Clock.Began, 0)), now.Sub(time.Unix(v.Clock.Since, 0))
	for _, l := range p.stage.show.Pace(p.stage.part, used, in).Words(p.words) {
		p.say(l)
	}
}

// question is what everybody sees before the page: it is led on by Enter.
func (p *presenter) question(ctx context.Context, v group.LeadView) error {
	p.gap()
	p.say(p.t("present.all-see"))
	p.covers(v)
	o, _ := study.Lead(v)
	a, err := p.ask(p.f("present.line-question", locale.Args{"Do": p.t("present.key-" + o.Name)}), p.t("present.line-question-help"))
	if err != nil {
		return err
	}
	switch now := p.state().All(); {
	case a.is("look", "mirar"), parts(now) != parts(v.View):
		return nil // something else stands there by now
	case a.is("x"):
		o = study.Away(v)
	case a.text != "":
		p.say(p.t("present.line-question-help"))
		return nil
	}
	p.act(ctx, o.Do)
	return nil
}

// covers says what stands before the page: a question from the box, or what is
// asked, with what changed since it was asked before.
func (p *presenter) covers(v group.LeadView) {
	if v.Raised != nil {
		p.raised(v.View)
		return
	}
	if sh, ok := v.Shift(*v.Front); ok {
		p.shift(sh)
		return
	}
	p.poll(*v.Front)
}

// onScreen tells what a room sees, as a screen on the wall does: without a seat,
// a vote or a question, until the room is over or the input ends.
func (s *Session) onScreen(ctx context.Context, code string) error {
	for code == "" {
		a, err := s.ask(s.t("room.code"), s.t("room.code-help"))
		if err != nil {
			return err
		}
		code = a.text
	}
	in, err := s.door.Look(ctx, s.from, code)
	if err != nil {
		s.say(s.roomTrouble(err))
		return nil
	}
	return s.sit(ctx, in, func(r *sitting) error {
		f := &follower{sitting: r, stage: stage{Session: s, reads: true}}
		return f.look(ctx)
	})
}

// look tells what everybody sees, again each time that Enter is pressed.
func (f *follower) look(ctx context.Context) error {
	f.follow(true)
	for {
		now, _, over := f.news()
		v := now.All()
		f.gap()
		f.say(f.f("screen.join", locale.Args{"Code": v.Code.String()}))
		switch {
		case over:
			f.say(f.t("room.ended"))
			return f.err
		case v.Raised != nil || v.Front != nil || v.Place.Route == "":
			f.sitting.tell(v)
		default:
			if err := f.tell(ctx, v.Place); err != nil {
				if err := f.unread(err); err != nil {
					return err
				}
			}
		}
		if _, err := f.ask(f.t("screen.line-prompt"), f.t("screen.line-help")); err != nil {
			return err
		}
	}
}
