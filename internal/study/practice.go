package study

import (
	"cmp"
	"context"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"strconv"
	"strings"

	"porchlight/internal/record"
	"porchlight/lessons"
	"porchlight/quiz"
)

// SayLimit is the longest sentence of the learner's own, in bytes.
const SayLimit = 1000

// What a record keeps of a practice conversation: one entry for the way taken,
// and one for each place where the learner chose to keep words of their own.
// Each time an ending is reached is an event.
const (
	talkReplies = "replies"
	talkSeed    = "seed"
	talkLap     = "lap"
	talkWords   = "words"
	talkEnding  = "ending"
)

// A Talk is a practice conversation as the learner has it. It is a value: an
// act returns another.
type Talk struct {
	Run    quiz.Run
	Lesson *lessons.Lesson // the one it belongs to; nil where the pack lacks it
	// Words are the learner's own, where they chose to keep them.
	Words   map[quiz.PlaceID]string
	Changed bool // the way kept no longer fits the conversation; its beginning does
	Foreign bool // it is in English for want of a translation
	Guarded bool // safety comes before it: home may not be safe

	seed uint64
	lap  string // of this way from the start; it tells one evening's end from another's
}

// ID names the conversation.
func (t Talk) ID() quiz.PracticeID { return t.Run.Practice().ID }

// Given counts the replies on the way so far.
func (t Talk) Given() int { return len(t.Run.Path()) }

// Talk opens a conversation where the learner left it. It returns
// quiz.ErrNoPractice for an id the course lacks. Nothing is kept before the
// first reply.
func (d *Desk) Talk(ctx context.Context, id quiz.PracticeID) (Talk, error) {
	p, err := d.course.Practice(id, quiz.Lang(d.Lang()))
	if err != nil {
		return Talk{}, err
	}
	t := Talk{Words: map[quiz.PlaceID]string{}, Foreign: lessons.Lang(p.Lang) != d.Lang()}
	if l, err := d.course.Pack.Lesson(lessons.ID(p.Lesson), d.Lang()); err == nil {
		t.Lesson = &l
	}
	if t.Guarded, err = d.Guarded(ctx); err != nil {
		return Talk{}, err
	}
	entries, err := d.keep().Entries(ctx, record.KindTalk, string(id))
	if err != nil {
		return Talk{}, fmt.Errorf("reading the practice %s: %w", id, err)
	}
	ended, err := d.endings(ctx, string(id))
	if err != nil {
		return Talk{}, err
	}
	var way map[string]string
	for _, e := range entries {
		if e.Key == "" {
			way = e.Fields
		} else {
			t.Words[quiz.PlaceID(e.Key)] = e.Fields[talkWords]
		}
	}
	t.begin(d, p, way, ended[id])
	return t, nil
}

// begin goes the way that the record has, or stands at a new start.
func (t *Talk) begin(d *Desk, p quiz.Practice, way map[string]string, ended []quiz.PlaceID) {
	seed, err := strconv.ParseUint(way[talkSeed], 10, 64)
	if t.seed, t.lap = seed, way[talkLap]; err != nil || t.lap == "" {
		t.lap = d.newID()
		t.seed = seedOf(t.lap)
	}
	run, whole := quiz.NewRun(p, t.seed).Saw(ended...).Replay(replies(way[talkReplies]))
	t.Run, t.Changed = run, !whole
}

func replies(kept string) (ids []quiz.ReplyID) {
	for _, id := range strings.Fields(kept) {
		ids = append(ids, quiz.ReplyID(id))
	}
	return ids
}

// seedOf is a seed that follows from an id.
func seedOf(id string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(id))
	return h.Sum64()
}

// endings returns the endings seen of one practice, or of all for "", the
// first one first.
func (d *Desk) endings(ctx context.Context, id string) (map[quiz.PracticeID][]quiz.PlaceID, error) {
	events, err := d.keep().Events(ctx, record.KindPractised, id)
	if err != nil {
		return nil, fmt.Errorf("reading the endings seen: %w", err)
	}
	seen := map[quiz.PracticeID][]quiz.PlaceID{}
	for _, e := range events {
		p := quiz.PracticeID(e.Subject)
		if end := quiz.PlaceID(e.Fields[talkEnding]); end != "" && !slices.Contains(seen[p], end) {
			seen[p] = append(seen[p], end)
		}
	}
	return seen, nil
}

// Say gives a reply and keeps it. When Say returns nil the reply is on disk;
// when it returns an error, the same call may be tried again. Errors are
// quiz's for a reply that does not fit, or record's.
func (d *Desk) Say(ctx context.Context, t Talk, reply quiz.ReplyID) (Talk, error) {
	run, _, err := t.Run.Choose(reply)
	if err != nil {
		return t, err
	}
	return d.keepTalk(ctx, t, run, t.lap)
}

// TakeBack returns the talk as it was after the first replies, and keeps that;
// none of them is its start. Endings once seen stay seen.
func (d *Desk) TakeBack(ctx context.Context, t Talk, to int) (Talk, error) {
	run, lap := t.Run, t.lap
	for len(run.Path()) > max(0, to) {
		run, _ = run.Back()
	}
	if to <= 0 {
		lap = d.newID()
	}
	return d.keepTalk(ctx, t, run, lap)
}

// keepTalk keeps where a run stands, and the ending it has come to.
func (d *Desk) keepTalk(ctx context.Context, t Talk, run quiz.Run, lap string) (Talk, error) {
	t.lap = lap
	path := make([]string, 0, len(run.Replies()))
	for _, id := range run.Replies() {
		path = append(path, string(id))
	}
	way := strings.Join(path, " ")
	if end, ok := run.Ending(); ok {
		// The same end of the same way is the same event, however often it is
		// tried to keep it.
		id := fmt.Sprintf("%s-%x", lap, seedOf(way))
		err := d.keep().AddEvent(ctx, record.Event{
			Kind: record.KindPractised, Subject: string(t.ID()), ID: id,
			Fields: map[string]string{talkEnding: string(end.ID)}, At: d.now(),
		})
		if err != nil {
			return t, err
		}
	}
	err := d.keep().SaveEntries(ctx, record.Entry{
		Kind: record.KindTalk, Subject: string(t.ID()), At: d.now(),
		Fields: map[string]string{talkReplies: way, talkSeed: strconv.FormatUint(t.seed, 10), talkLap: lap},
	})
	if err != nil {
		return t, err
	}
	t.Run, t.Changed = run, false
	return t, nil
}

// KeepWords keeps what the learner would say at a place of a conversation, in
// their own words, or forgets it where they are empty.
func (d *Desk) KeepWords(ctx context.Context, t Talk, at quiz.PlaceID, words string) (Talk, error) {
	words = OwnWords(words)
	e := record.Entry{Kind: record.KindTalk, Subject: string(t.ID()), Key: string(at), At: d.now()}
	if words != "" {
		e.Fields = map[string]string{talkWords: words}
	}
	if err := d.keep().SaveEntries(ctx, e); err != nil {
		return t, err
	}
	t.Words = maps.Clone(t.Words)
	if t.Words[at] = words; words == "" {
		delete(t.Words, at)
	}
	return t, nil
}

// A Scene is a practice in the list of all.
type Scene struct {
	Practice quiz.Practice
	Seen     int  // endings seen, of those the conversation has
	Begun    bool // it was left in the middle
}

// Scenes returns all practices: those of the learner's own relationship first,
// each group by title.
func (d *Desk) Scenes(ctx context.Context) ([]Scene, error) {
	entries, err := d.keep().Entries(ctx, record.KindTalk, "")
	if err != nil {
		return nil, fmt.Errorf("reading the practices: %w", err)
	}
	ended, err := d.endings(ctx, "")
	if err != nil {
		return nil, err
	}
	ways := map[quiz.PracticeID]string{}
	for _, e := range entries {
		if e.Key == "" {
			ways[quiz.PracticeID(e.Subject)] = e.Fields[talkReplies]
		}
	}
	var scenes []Scene
	for _, p := range d.course.Practices(quiz.Lang(d.Lang())) {
		run, _ := quiz.NewRun(p, 0).Saw(ended[p.ID]...).Replay(replies(ways[p.ID]))
		_, on := run.Step()
		scenes = append(scenes, Scene{Practice: p, Seen: len(run.Seen()), Begun: on && len(run.Path()) > 0})
	}
	s, err := d.Situation(ctx)
	if err != nil {
		return nil, err
	}
	order := orderFor(string(s.Relationship))
	slices.SortStableFunc(scenes, func(a, b Scene) int {
		return cmp.Or(slices.Index(order, a.Practice.Relationship)-slices.Index(order, b.Practice.Relationship),
			strings.Compare(a.Practice.Title, b.Practice.Title))
	})
	return scenes, nil
}

// orderFor is all relationships, the learner's own first where it is known.
func orderFor(own string) []string {
	order := slices.DeleteFunc(quiz.Relationships(), func(r string) bool { return r == own })
	if len(order) < len(quiz.Relationships()) {
		order = append([]string{own}, order...)
	}
	return order
}

// Speaker is what to call the other person before their line, "Leo" of "Leo,
// 24", or nothing where the line begins with their name.
func Speaker(p quiz.Practice, line string) string {
	name, _, _ := strings.Cut(p.They, ",")
	if strings.HasPrefix(strings.TrimSpace(line), name) {
		return ""
	}
	return name
}
