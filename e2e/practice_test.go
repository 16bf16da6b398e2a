package e2e_test

import (
	"slices"
	"testing"
)

// keeps is what a record has of a kind, as its export tells it, without times
// and without what is another each time.
func (h home) keeps(t *testing.T, kind string) (facts []string) {
	t.Helper()
	k := h.kept(t)
	for _, e := range k.Entries {
		if e.Kind == kind {
			facts = append(facts, e.Subject+" "+e.Key+" "+e.Fields["replies"]+e.Fields["words"]+e.Fields["text"])
		}
	}
	for _, e := range k.Events {
		if e.Kind == kind {
			facts = append(facts, e.Subject+" "+e.Fields["ending"]+e.Fields["safe"]+e.Fields["saying-no"]+e.Fields["covering-up"])
		}
	}
	slices.Sort(facts)
	return facts
}

// TestAConversationOnScreenAndInLines plays the same conversation in a terminal
// and through a pipe: both faces keep the same facts, and each goes on where the
// other was left.
func TestAConversationOnScreenAndInLines(t *testing.T) {
	screen := newHome(t)
	w := screen.open(t, 80, 24, nil, "practice/cash-at-the-door")
	w.start("Ten at night.", "> Begin")
	w.choose("Begin, and write my own words first")
	w.want("Write what I would say")
	w.choose("Write what I would say")
	w.want("Your words are not kept unless you choose it.")
	w.write("Food, not money")
	w.press("Enter")
	w.want("You wrote:", "Which one comes closest to yours?")
	w.choose("[ ] Keep my words")
	w.want("[x] Keep my words")
	w.pressUntil("Up", `> "No cash.`)
	w.press("Enter")
	w.want("How it lands: He looks at the floor.", "In your own words: Food, not money")
	w.press("q")
	w.ended()

	plain := newHome(t)
	lines := plain.piped(t, "practice", "cash-at-the-door")
	lines.answer("#Begin, and write", "Food, not money", "#Keep my words", `#"No cash.`, "quit")
	for _, kind := range []string{"talk", "practised"} {
		if a, b := screen.keeps(t, kind), plain.keeps(t, kind); !slices.Equal(a, b) || kind == "talk" && len(a) != 2 {
			t.Errorf("%s: the screen kept %q, plain lines %q", kind, a, b)
		}
	}

	// Plain lines go on where the screen was left, to an ending; then the screen
	// shows that.
	lines = screen.piped(t, "practice", "cash-at-the-door")
	lines.answer("#Go on where I was", `#"I want`, `#"There is`, "quit")
	w.start("Endings seen: 1 of 3.", "Start again from the beginning")
	w.choose("See how it ended last time")
	w.pressUntil("Down", "He eats two bowls and says little.")
	w.choose("Look at the way I took")
	w.want("The way you took.")
	w.choose("Try another way at reply 3")
	w.want("He sits down on the step.")
	w.pressUntil("Down", `> "I love you.`)
	w.press("Enter")
	w.want("Endings seen: 2 of 3.")
	w.press("q")
	w.ended()
	if got := screen.keeps(t, "practised"); !slices.Equal(got, []string{"cash-at-the-door he-eats", "cash-at-the-door he-leaves"}) {
		t.Errorf("the endings kept are %q", got)
	}
	screen.whole(t)
}

// TestAReflectionOnScreenAndInLines: nothing is kept unless chosen, safety comes
// first, and both faces keep the same.
func TestAReflectionOnScreenAndInLines(t *testing.T) {
	screen := newHome(t)
	w := screen.open(t, 40, 12, []string{"NO_COLOR=1"}, "reflection/how-am-i-doing")
	w.start("How am I doing?", "This is not a test.")
	w.choose("Begin")
	w.want("1 of 3: Covering up")
	w.choose("( ) Some days")
	w.want("2 of 3: Limits")
	w.choose("Skip this one")
	w.want("3 of 3: Safety at home")
	w.choose("( ) Not at all")
	w.want("Your safety comes first.")
	w.choose("Go on with the questions")
	w.pressUntil("Down", "Safety at home: Overdose and naloxone")
	if got := screen.keeps(t, "reflection"); len(got) != 0 {
		t.Errorf("not chosen, and kept: %q", got)
	}
	w.choose("Keep these answers")
	w.want("Think first.")
	w.choose("Keep all of it")
	w.want("Kept on this computer.")
	w.press("C-x")
	w.ended()

	plain := newHome(t)
	lines := plain.piped(t, "reflect", "how-am-i-doing")
	lines.answer("#Begin", "#Some days", "skip", "#Not at all", "#Go on with", "#Keep these answers", "#Keep all of it", "quit")
	if a, b := screen.keeps(t, "reflection"), plain.keeps(t, "reflection"); len(a) != 1 || !slices.Equal(a, b) {
		t.Errorf("the screen kept %q, plain lines %q", a, b)
	}
	screen.whole(t)
}
