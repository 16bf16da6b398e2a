package study_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"porchlight/internal/course"
	"porchlight/internal/course/coursetest"
	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/quiz"
)

const cash quiz.PracticeID = "cash-at-the-door"

func talk(t testing.TB, d *study.Desk) study.Talk {
	t.Helper()
	talk, err := d.Talk(t.Context(), cash)
	if err != nil {
		t.Fatal(err)
	}
	return talk
}

// saying goes on with replies, each kept.
func saying(t testing.TB, d *study.Desk, on study.Talk, replies ...quiz.ReplyID) study.Talk {
	t.Helper()
	for _, r := range replies {
		var err error
		if on, err = d.Say(t.Context(), on, r); err != nil {
			t.Fatalf("saying %s: %v", r, err)
		}
	}
	return on
}

func TestTalkGoesOnWhereItWasLeft(t *testing.T) {
	store := record.NewGuest()
	d := desk(t, store, "en")
	if entries, err := store.Entries(t.Context(), record.KindTalk, ""); talk(t, d).Given() != 0 || err != nil || len(entries) != 0 {
		t.Fatalf("looking keeps %v, %v", entries, err)
	}
	left := saying(t, d, talk(t, d), "fill-the-tank", "want-to")
	back := talk(t, desk(t, store, "en"))
	if back.Changed || !slices.Equal(back.Run.Path(), left.Run.Path()) {
		t.Errorf("left at %v, back at %v", left.Run.Replies(), back.Run.Replies())
	}
	was, _ := left.Run.Step()
	is, _ := back.Run.Step()
	if !slices.Equal(was.Replies, is.Replies) {
		t.Errorf("the replies stand in another order: %v, then %v", was.Replies, is.Replies)
	}
}

func TestEndingsStaySeen(t *testing.T) {
	ctx, store := t.Context(), record.NewGuest()
	d := desk(t, store, "en")
	end := saying(t, d, talk(t, d), "send-cash")
	end, err := d.TakeBack(ctx, end, 0)
	must(t, err)
	end = saying(t, d, end, "fill-the-tank", "want-to", "soup")
	if seen := talk(t, desk(t, store, "en")).Run.Seen(); !slices.Equal(seen, []quiz.PlaceID{"he-is-gone", "he-eats"}) {
		t.Errorf("seen %v", seen)
	}
	// One way back and the same again is one event: the same end of the same
	// evening. Another evening is another.
	end, err = d.TakeBack(ctx, end, 2)
	must(t, err)
	end = saying(t, d, end, "soup")
	events, _ := store.Events(ctx, record.KindPractised, string(cash))
	if len(events) != 2 {
		t.Errorf("%d events: %v", len(events), events)
	}
	end, err = d.TakeBack(ctx, end, 0)
	must(t, err)
	saying(t, d, end, "fill-the-tank", "want-to", "soup")
	if events, _ = store.Events(ctx, record.KindPractised, string(cash)); len(events) != 3 {
		t.Errorf("%d events after another evening", len(events))
	}
}

// changed is the small course with a reply of the practice under another name.
func changed(t testing.TB) *course.Course {
	t.Helper()
	lessonFiles, quizFiles := coursetest.Files(t)
	files := fstest.MapFS{}
	err := fs.WalkDir(quizFiles, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(quizFiles, path)
		files[path] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	file := files["en/practice/cash-at-the-door.yaml"]
	file.Data = replace(t, file.Data, "id: want-to", "id: want-to-trust")
	file.Data = replace(t, file.Data, "- id: he-is-gone", "- id: he-went")
	file.Data = replace(t, file.Data, "to: he-is-gone", "to: he-went")
	c, err := course.Open(lessonFiles, files)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// A pack that changed takes nothing from the learner: what still fits is there,
// it is said that something does not, and the endings stay in the record.
func TestTalkOfAnotherPack(t *testing.T) {
	ctx, store := t.Context(), record.NewGuest()
	d := desk(t, store, "en")
	saying(t, d, talk(t, d), "send-cash")
	on, err := d.TakeBack(ctx, talk(t, d), 0)
	must(t, err)
	saying(t, d, on, "fill-the-tank", "want-to", "soup")

	other := study.NewDesk(study.Options{Course: changed(t), Store: store, Lang: "en", Now: clock(), NewID: func() string { return "id" }})
	now := talk(t, other)
	if !now.Changed || !slices.Equal(now.Run.Replies(), []quiz.ReplyID{"fill-the-tank"}) {
		t.Errorf("changed %v, at %v", now.Changed, now.Run.Replies())
	}
	if seen := now.Run.Seen(); !slices.Equal(seen, []quiz.PlaceID{"he-eats"}) {
		t.Errorf("seen %v", seen)
	}
	if saying(t, other, now, "want-to-trust").Changed {
		t.Error("it goes on, and still says that it changed")
	}
	if seen := talk(t, desk(t, store, "en")).Run.Seen(); len(seen) != 2 {
		t.Errorf("in the first pack again, seen %v", seen)
	}
}

func TestReplyThatDoesNotFit(t *testing.T) {
	d := desk(t, record.NewGuest(), "en")
	on := talk(t, d)
	if _, err := d.Say(t.Context(), on, "soup"); !errors.Is(err, quiz.ErrNoReply) {
		t.Errorf("a reply of another step: %v", err)
	}
	if _, err := d.Talk(t.Context(), "no-such-practice"); !errors.Is(err, quiz.ErrNoPractice) {
		t.Errorf("no such practice: %v", err)
	}
}

func TestOwnWordsAreKeptOnlyWhenChosen(t *testing.T) {
	ctx, store := t.Context(), record.NewGuest()
	d := desk(t, store, "en")
	on := talk(t, d)
	on, err := d.KeepWords(ctx, on, "door", " No cash,\x1b[31m but soup. ")
	must(t, err)
	if got := talk(t, desk(t, store, "en")).Words["door"]; got != "No cash,[31m but soup." {
		t.Errorf("kept %q", got)
	}
	on, err = d.KeepWords(ctx, on, "door", "")
	must(t, err)
	if entries, _ := store.Entries(ctx, record.KindTalk, ""); len(on.Words) != 0 || len(entries) != 0 {
		t.Errorf("after forgetting: %v", entries)
	}
}

// A noRoom store has no room for entries or events.
type noRoom struct {
	record.Store
	entries, events error
}

func (s *noRoom) SaveEntries(ctx context.Context, e ...record.Entry) error {
	if s.entries != nil {
		return s.entries
	}
	return s.Store.SaveEntries(ctx, e...)
}

func (s *noRoom) AddEvent(ctx context.Context, e record.Event) error {
	if s.events != nil {
		return s.events
	}
	return s.Store.AddEvent(ctx, e)
}

// A reply that could not be kept is not said; tried again, it is, and the
// ending is counted once.
func TestFullDiskKeepsTheTalkAsItWas(t *testing.T) {
	for _, s := range []*noRoom{{entries: record.ErrFull}, {events: record.ErrFull}} {
		s.Store = record.NewGuest()
		d := desk(t, s, "en")
		on := talk(t, d)
		after, err := d.Say(t.Context(), on, "send-cash")
		if !errors.Is(err, record.ErrFull) || after.Given() != 0 {
			t.Errorf("said %v, %v", after.Run.Replies(), err)
		}
		s.entries, s.events = nil, nil
		saying(t, d, after, "send-cash")
		if events, _ := s.Events(t.Context(), record.KindPractised, ""); len(events) != 1 {
			t.Errorf("%d events", len(events))
		}
	}
}

func TestScenes(t *testing.T) {
	ctx, store := t.Context(), record.NewGuest()
	d := desk(t, store, "en")
	scenes, err := d.Scenes(ctx)
	if err != nil || len(scenes) != 1 || scenes[0].Begun || scenes[0].Seen != 0 {
		t.Fatalf("at first %+v, %v", scenes, err)
	}
	on := saying(t, d, talk(t, d), "fill-the-tank")
	if scenes, _ = d.Scenes(ctx); !scenes[0].Begun {
		t.Error("left in the middle, and not begun")
	}
	saying(t, d, on, "want-to", "soup")
	if scenes, _ = d.Scenes(ctx); scenes[0].Begun || scenes[0].Seen != 1 {
		t.Errorf("after an ending %+v", scenes[0])
	}
}

func TestOwnRelationshipComesFirst(t *testing.T) {
	ctx := t.Context()
	whole, err := course.Open(lessons.Files, quiz.Files)
	must(t, err)
	d := study.NewDesk(study.Options{Course: whole, Store: record.NewGuest(), Lang: "en", Now: clock(), NewID: func() string { return "id" }})
	for own, first := range map[lessons.Relationship]string{
		"": "parent", lessons.Sibling: "sibling", lessons.Friend: "friend", lessons.OtherRelationship: "parent",
	} {
		must(t, d.SaveSituation(ctx, lessons.Situation{Relationship: own}))
		scenes, err := d.Scenes(ctx)
		must(t, err)
		var groups []string
		for _, s := range scenes {
			groups = append(groups, s.Practice.Relationship)
		}
		if groups[0] != first || len(slices.Compact(groups)) != len(quiz.Relationships()) {
			t.Errorf("%q: the groups are %v", own, slices.Compact(groups))
		}
	}
}

// Whatever is said and taken back, in whatever order: going back and saying
// again stands where saying at once does, and the record has exactly that.
func TestTalkProperties(t *testing.T) {
	c := coursetest.Open(t)
	rapid.Check(t, func(rt *rapid.T) {
		store, ids := record.NewGuest(), 0
		open := func() *study.Desk {
			return study.NewDesk(study.Options{Course: c, Store: store, Lang: "en", Now: clock(),
				NewID: func() string { ids++; return fmt.Sprint("id-", ids) }})
		}
		d := open()
		on := talk(t, d)
		for range rapid.IntRange(0, 15).Draw(rt, "acts") {
			step, more := on.Run.Step()
			if !more || rapid.IntRange(0, 3).Draw(rt, "act") == 0 {
				on, _ = d.TakeBack(t.Context(), on, rapid.IntRange(-1, on.Given()).Draw(rt, "to"))
				continue
			}
			reply := rapid.SampledFrom(step.Replies).Draw(rt, "reply").ID
			once := saying(t, d, on, reply)
			back, err := d.TakeBack(t.Context(), once, on.Given())
			if err != nil || !slices.Equal(back.Run.Path(), on.Run.Path()) {
				rt.Fatalf("taken back to %v, was at %v, %v", back.Run.Replies(), on.Run.Replies(), err)
			}
			on = saying(t, d, back, reply)
			if !slices.Equal(on.Run.Path(), once.Run.Path()) || !slices.Equal(on.Run.Seen(), once.Run.Seen()) {
				rt.Fatalf("said again at %v, at once %v", on.Run.Replies(), once.Run.Replies())
			}
		}
		kept := talk(t, open())
		if kept.Changed || !slices.Equal(kept.Run.Path(), on.Run.Path()) || !slices.Equal(kept.Run.Seen(), on.Run.Seen()) {
			rt.Fatalf("left at %v, seen %v; back at %v, seen %v", on.Run.Replies(), on.Run.Seen(), kept.Run.Replies(), kept.Run.Seen())
		}
	})
}

func replace(t testing.TB, data []byte, old, with string) []byte {
	t.Helper()
	if !bytes.Contains(data, []byte(old)) {
		t.Fatalf("the pack has no %q", old)
	}
	return bytes.ReplaceAll(data, []byte(old), []byte(with))
}
