package room_test

import (
	"fmt"
	"strings"
	"testing"

	"porchlight/internal/group"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// mark moves to an item of the page.
func mark(t testing.TB, d *tuitest.Driver, text string) {
	t.Helper()
	for range 60 {
		for line := range strings.SplitSeq(d.Screen(), "\n") {
			if strings.Contains(line, "> ") && strings.Contains(line, text) {
				return
			}
		}
		d.Press("down")
	}
	t.Fatalf("no key leads to %q:\n%s", text, d.Screen())
}

// frames are what leads to each state of the page, in words of each language.
var frames = []struct {
	name string
	do   func(testing.TB, *evening, *tuitest.Driver, func(en, es string) string)
}{
	{"quiet", func(testing.TB, *evening, *tuitest.Driver, func(en, es string) string) {}},
	{"words", func(t testing.TB, _ *evening, d *tuitest.Driver, in func(en, es string) string) {
		mark(t, d, in("What is kept", "Qué se guarda"))
		d.Press("enter")
	}},
	{"asked", func(_ testing.TB, e *evening, _ *tuitest.Driver, _ func(en, es string) string) {
		e.Does(group.AddPoll{Poll: call()}, group.OpenPoll{ID: "call"})
	}},
	{"answered", func(t testing.TB, e *evening, d *tuitest.Driver, in func(en, es string) string) {
		e.Does(group.AddPoll{Poll: helps(group.Before)}, group.OpenPoll{ID: "sleep-before"})
		mark(t, d, in("Talk to a", "Hablar con"))
		d.Press("enter")
	}},
	{"told", func(t testing.TB, e *evening, d *tuitest.Driver, in func(en, es string) string) {
		e.Does(group.AddPoll{Poll: call()}, group.OpenPoll{ID: "call"})
		mark(t, d, in("Say no", "Decir que no"))
		d.Press("enter")
		e.answers("call", "no", "no", "call", "wait", "no", "call", "no", "no")
		e.Does(group.Reveal{ID: "call"}, group.Tell{ID: "call"})
	}},
	{"shift", func(_ testing.TB, e *evening, _ *tuitest.Driver, _ func(en, es string) string) {
		for _, part := range []group.Part{group.Before, group.After} {
			e.Does(group.AddPoll{Poll: helps(part)}, group.OpenPoll{ID: "sleep-" + string(part)})
			if part == group.After {
				e.answers("", "walk", "talk", "talk", "talk", "talk", "talk")
			} else {
				e.answers("", "walk", "walk", "walk", "walk", "talk")
			}
			e.Does(group.Reveal{ID: "sleep-" + string(part)})
		}
	}},
	{"box", func(t testing.TB, e *evening, d *tuitest.Driver, in func(en, es string) string) {
		mark(t, d, in("Ask a question", "Hacer una pregunta"))
		d.Press("enter", in("What if she will not go?", "¿Y si no quiere ir?"))
		e.Look()
	}},
	{"pace", func(t testing.TB, e *evening, d *tuitest.Driver, in func(en, es string) string) {
		mark(t, d, in("Say how the pace", "Decir si vamos"))
		d.Press("enter", "enter")
		mark(t, d, in("Say how the pace", "Decir si vamos"))
		d.Press("enter")
	}},
	{"along", func(_ testing.TB, e *evening, d *tuitest.Driver, _ func(en, es string) string) {
		e.Does(group.Step{To: group.Place{Route: "present/helping-or-enabling", Part: 1}})
	}},
	{"alone", func(_ testing.TB, e *evening, d *tuitest.Driver, _ func(en, es string) string) {
		e.Does(group.Step{To: group.Place{Route: "present/helping-or-enabling"}})
		d.Press("enter", "right")
	}},
	{"raised", func(_ testing.TB, e *evening, _ *tuitest.Driver, in func(en, es string) string) {
		e.Does(shows(0))
		e.raises(in("How do I say no to my own child, when she cries and says that I am the only one left?", "¿Cómo le digo que no a mi propia hija, cuando llora y dice que solo le quedo yo?"))
	}},
	{"raised-poll", func(_ testing.TB, e *evening, _ *tuitest.Driver, in func(en, es string) string) {
		e.Does(group.AddPoll{Poll: call()}, group.OpenPoll{ID: "call"})
		e.raises(in(askedAloud, "¿Cómo le digo que no a mi propia hija?"))
	}},
	{"let-go", func(_ testing.TB, e *evening, d *tuitest.Driver, _ func(en, es string) string) {
		e.Does(shows(1))
		d.Press("esc")
	}},
	{"away", func(t testing.TB, e *evening, d *tuitest.Driver, in func(en, es string) string) {
		e.Does(group.AddPoll{Poll: call()}, group.OpenPoll{ID: "call"})
		e.Fades.Away.Store(true)
		mark(t, d, in("Say no", "Decir que no"))
		d.Press("enter")
	}},
	{"leave", func(_ testing.TB, e *evening, d *tuitest.Driver, _ func(en, es string) string) { d.Press("esc") }},
	{"ended", func(_ testing.TB, e *evening, _ *tuitest.Driver, _ func(en, es string) string) { e.Does(group.End{}) }},
}

func TestFrames(t *testing.T) {
	for _, f := range frames {
		for i, lang := range []string{"en", "es"} {
			for _, size := range [][2]int{{40, 12}, {80, 24}, {200, 50}} {
				e, seat := beginSame(t)
				d := e.comes(tuitest.Setup{First: seat, Lang: lang, Width: size[0], Height: size[1]})
				f.do(t, e, d, func(en, es string) string { return []string{en, es}[i] })
				d.Golden(fmt.Sprintf("%s-%s-%dx%d", f.name, lang, size[0], size[1]))
			}
		}
	}
}

func TestCodeFrames(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		for _, size := range [][2]int{{40, 12}, {80, 24}, {200, 50}} {
			d := begin(t).comes(tuitest.Setup{First: page.Room{}, Lang: lang, Width: size[0], Height: size[1]})
			d.Press("KM4 7TXX", "enter")
			d.Golden(fmt.Sprintf("code-%s-%dx%d", lang, size[0], size[1]))
		}
	}
}
