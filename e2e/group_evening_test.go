package e2e_test

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"porchlight/internal/group"
)

// openEvening starts a server with a room that goes by the run sheet of sixty
// minutes, with the real course.
func openEvening(t *testing.T) (k *kiosk, code, key string) {
	t.Helper()
	k = openKioskWith(t, func(command []string) []string {
		command[slices.Index(command, "serve")] = "group"
		pack := slices.Index(command, "--pack")
		return slices.Delete(command, pack, pack+2)
	}, "--sheet", "sixty-minutes")
	k.until("the cards are printed", func() bool {
		return regexp.MustCompile(`To lead the group[^/]*room/\S+\n`).MatchString(k.out.String())
	})
	found := regexp.MustCompile(`room/([A-Z0-9-]+)`).FindAllStringSubmatch(k.out.String(), -1)
	return k, found[0][1], found[len(found)-1][1]
}

// A gathering is everybody who is at a group's evening.
type gathering struct {
	k         *kiosk
	code, key string
	presenter *terminal
	co        *terminal // leads too, on a page of their own
	wall      *terminal
	people    []*terminal // at screens
	spanish   *terminal   // one of them
	small     *terminal   // another
	drops     *terminal   // another, whose link is lost
	back      string      // what brings that one back
	slow      *terminal   // another, who takes nothing for a while
	lines     *terminal   // one in plain lines
}

// An hour of a group, from the welcome to the end, by the run sheet of sixty
// minutes: a presenter, somebody who helps, the screen at the wall, and eight
// people, each with OpenSSH's client: one with forty columns, one who reads
// Spanish, one in plain lines, one who drops and comes back, one whose terminal
// takes nothing for a while. After every step it is on everybody's screen.
func TestAnHourOfAGroup(t *testing.T) {
	t.Parallel()
	need(t, "ssh")
	g := gather(t)
	g.asksBefore()
	g.readsTogether()
	g.answersAQuiz()
	g.talksAndPractices()
	g.opensTheBox()
	g.asksAfter()
	g.goesHome()
}

// gather has everybody come.
func gather(t *testing.T) *gathering {
	k, code, key := openEvening(t)
	g := &gathering{k: k, code: code, key: key}
	g.presenter = k.visits("stage/"+key+"/session/sixty-minutes", 100, 40)
	g.presenter.want("The room sees", "It took something to come here today.", "Say aloud what you yourself must report by law.")
	g.wall = k.visits("screen/"+code, 80, 24)

	lead := k.leads(key, 80, 24)
	lead.want("Step 1 of 9: Welcome")
	lead.choose("Who leads, and the end")
	lead.want("> Let someone else lead too")
	lead.press("Enter")
	lead.want("> Someone who helps")
	lead.press("Enter")
	lead.want("Give them this, and nobody else: lead/")
	helps := regexp.MustCompile(`lead/([A-Z0-9-]{20,})`).FindStringSubmatch(lead.screen())[1]
	lead.press("C-x")
	lead.ended()
	g.co = k.leads(helps, 80, 24)
	g.co.want("Step 1 of 9: Welcome", "> Next: What do you think now?")

	sits := func(width, height int, options ...string) *terminal {
		w := k.visits("room/"+code, width, height, options...)
		g.people = append(g.people, w)
		return w
	}
	sits(80, 24)
	sits(200, 50, "-o", "SetEnv=NO_COLOR=1")
	sits(80, 24)
	g.small = sits(40, 12)
	g.spanish = sits(80, 24, "-o", "SetEnv=LANG=es_US.UTF-8")
	g.drops = sits(80, 24)
	// The shell in between does not take the terminal when the client is stopped.
	g.slow = k.home.open(t, 80, 24, nil)
	g.slow.enter("sh -c '" + strings.Join(k.ssh("-t", guest, "room/"+code), " ") + "; true'")
	g.people = append(g.people, g.slow)
	g.drops.want("by typing:")
	g.back = regexp.MustCompile(`by typing: (\S+)`).FindStringSubmatch(flat(g.drops.screen()))[1]
	for _, w := range g.people {
		goOn, welcome := "> Go on", "It took something to"
		if w == g.spanish {
			goOn, welcome = "> Seguir", "No es fácil venir hoy aquí."
		}
		w.pressUntil("Down", goOn)
		w.press("Enter")
		w.want(welcome)
	}
	g.spanish.want("Usted sigue lo que se muestra.")
	g.lines = k.home.open(t, 80, 24, nil)
	g.lines.enter(strings.Join(k.ssh("-T", guest, "room/"+code), " "))
	g.lines.want("Your answer, or Enter to look again:")
	for _, w := range []*terminal{g.presenter, g.co} {
		w.want("8 people are here.")
	}
	g.wall.want("It took something to come here today.")
	return g
}

// next has the one who helps go on to a step of the run sheet.
func (g *gathering) next(step string) {
	g.k.t.Helper()
	g.co.pressUntil("Down", "> Next: "+step)
	g.co.press("Enter")
	g.co.until("the step is done", func() bool {
		now := flat(g.co.screen())
		if strings.Contains(now, "Look, then press Enter again.") {
			g.co.pressed("Enter") // the presenter was at work just before
		}
		return strings.Contains(now, "Done: Next: "+step)
	})
}

// everyone waits until a text is on all screens.
func (g *gathering) everyone(text, spanish string) {
	g.k.t.Helper()
	for _, w := range slices.Concat(g.people, []*terminal{g.wall, g.presenter}) {
		switch w {
		case g.spanish:
			w.want(spanish)
		case g.small:
			g.scrolls(text)
		default:
			w.want(text)
		}
	}
	g.hears(text)
}

// scrolls has the one with few rows look further down where a text is not in
// view.
func (g *gathering) scrolls(text string) {
	g.k.t.Helper()
	g.small.until("the small screen shows "+text, func() bool {
		now := flat(g.small.screen())
		if strings.Contains(now, "↓") && !strings.Contains(now, text) {
			g.small.pressed("Down")
		}
		return strings.Contains(now, text)
	})
}

// hears has the one in plain lines listen until a text is said: to how things
// stand, and to what is shown, which they read along with.
func (g *gathering) hears(text string) {
	g.k.t.Helper()
	w, typed := g.lines, ""
	w.until("is told "+text, func() bool {
		now := flat(w.screen())
		if strings.Contains(now, text) {
			return true
		}
		if !strings.HasSuffix(now, "look again:") && !strings.HasSuffix(now, "or back:") && !strings.HasSuffix(now, "to hear it.") {
			return false // it is still being said
		}
		if typed = ""; strings.HasSuffix(now, "read along. Your answer, or Enter to look again:") {
			typed = "read"
		}
		w.tmux("send-keys", "-R", "-t", "main") // an empty screen, so that the same said again is seen
		w.enter(typed)
		return false
	})
}

// picks answers on a screen.
func (w *terminal) picks(choice int) {
	w.t.Helper()
	w.pressUntil("Down", fmt.Sprintf("> ( ) %d.", choice))
	w.press("Enter")
	w.want(fmt.Sprintf("(x) %d.", choice))
}

// answers has all eight answer: the first few one thing, the others another.
func (g *gathering) answers(first, few, others int) {
	g.k.t.Helper()
	for i, w := range g.people {
		if i < few {
			w.picks(first)
		} else {
			w.picks(others)
		}
	}
	g.lines.write(fmt.Sprint(others))
	g.lines.press("Enter")
	g.lines.want("Your answer is kept.")
	g.presenter.want("8 answers so far.")
}

// asksBefore asks what people think, before the lesson. Meanwhile one drops and
// comes back, and one takes nothing.
func (g *gathering) asksBefore() {
	g.k.t.Helper()
	g.next("What do you think now?")
	g.everyone("True or false?", "¿Verdadero o falso?")
	g.answers(1, 5, 2)
	g.drops.write("~.")
	g.drops.until("the client has gone", func() bool { return g.drops.tell("pane_current_command") == "sh" })
	g.presenter.want("7 people are here.")
	again := g.k.visits("room/"+g.back, 80, 24)
	again.want("(x) 2.", "your answer")
	g.people[slices.Index(g.people, g.drops)] = again
	g.drops = again
	g.presenter.want("8 people are here.")

	g.slow.client("STOP")
	all := g.people
	g.people = slices.DeleteFunc(slices.Clone(all), func(w *terminal) bool { return w == g.slow })
	g.presenter.press("Right")
	g.everyone("5 of 8, 63 percent", "5 de 8, 63 por ciento")
	g.next("Read together")
	g.everyone("Before you read:", "Antes de leer:")
	g.people = all
	g.slow.client("CONT")
	g.slow.want("Before you read:")
}

// client sends a signal to the SSH client in a terminal.
func (w *terminal) client(signal string) {
	w.t.Helper()
	shell, err := exec.Command("pgrep", "-P", w.tell("pane_pid")).Output()
	if err == nil {
		err = exec.Command("pkill", "-"+signal, "-P", strings.TrimSpace(string(shell)), "-x", "ssh").Run()
	}
	if err != nil {
		w.t.Fatalf("the client gets no signal: %v", err)
	}
}

// readsTogether has the presenter turn the pages.
func (g *gathering) readsTogether() {
	g.k.t.Helper()
	g.presenter.pressed("Right")
	g.everyone("What the word means", "Qué quiere decir la palabra")
	g.presenter.pressed("Right")
}

func (g *gathering) answersAQuiz() {
	g.k.t.Helper()
	g.next("What would you say?")
	g.everyone("behind on rent.", "debe la renta.")
	g.answers(1, 2, 2)
	g.presenter.press("Right")
	g.everyone("6 of 8, 75 percent", "6 de 8, 75 por ciento")
	g.presenter.press("Right")
	g.everyone("The best answer is 2", "La mejor respuesta es la 2")
}

func (g *gathering) talksAndPractices() {
	g.k.t.Helper()
	g.next("Talk together")
	g.everyone("one thing you do out of love", "¿Qué hace usted por amor")
	g.next("Try it out")
	g.presenter.pressUntil("Right", `> 1. "`)
	g.presenter.press("Enter")
	g.everyone("How it lands", "Cómo cae")
}

// opensTheBox has somebody ask, and the one who helps show it: it is before
// everybody, whatever they were reading, and their page comes back after it.
func (g *gathering) opensTheBox() {
	g.k.t.Helper()
	g.next("The question box")
	const asked = "How do I say no to him?"
	g.everyone("Write a question", "Escriba una pregunta")
	g.spanish.press("Escape")
	g.spanish.want("Hacer una pregunta, sin mi nombre")
	g.spanish.choose("Hacer una pregunta, sin mi nombre")
	g.spanish.write(asked)
	g.spanish.press("Enter")
	g.spanish.want("Su pregunta está en la caja")
	g.co.want("The question box: 1 waits")
	g.co.choose("The question box: 1 waits")
	g.co.want(asked)
	if now := flat(g.wall.screen()); strings.Contains(now, asked) {
		g.k.t.Errorf("the wall shows a question that nobody has shown:\n%s", now)
	}
	g.co.press("Enter")
	g.co.want("Show it to all")
	g.co.pressUntil("Down", "> Show it to all")
	g.co.press("Enter")
	g.everyone(asked, asked)
	g.co.press("Escape")
	g.co.want("Everyone sees this question from the group", "It is answered: take it down")
	g.co.press("Home")
	g.presenter.pressUntil("Right", "The room sees") // the key waits for a glance
	g.spanish.want("Ahora usted no lo sigue.")
	g.spanish.press("f")
	g.everyone("Write a question", "Escriba una pregunta")
	g.spanish.want("Usted sigue lo que se muestra.")
	g.co.want("> Next: What do you think now?")
}

// asksAfter asks the same as before, and shows what has changed. One of them has
// Help now open, is told, and goes back to the room by a key.
func (g *gathering) asksAfter() {
	g.k.t.Helper()
	g.people[0].press("!")
	g.people[0].want("They will not wake up")
	g.next("What do you think now?")
	g.people[0].want("They will not wake up", "A question in the group. See it: ctrl+r")
	g.people[0].press("C-r")
	g.everyone("True or false?", "¿Verdadero o falso?")
	g.answers(1, 1, 2)
	g.presenter.press("Right")
	for _, w := range append(slices.Clone(g.people), g.wall, g.presenter) {
		switch w {
		case g.spanish:
			w.want("Antes: 5 de 8, 63 por ciento", "Después: 1 de 8, 13 por ciento")
		case g.small:
			g.scrolls("Before: 5 of 8, 63 percent")
			g.scrolls("After: 1 of 8, 13 percent")
		default:
			w.want("Before: 5 of 8, 63 percent", "After: 1 of 8, 13 percent")
		}
	}
	g.hears("63 percent before, 13 percent after")
}

// goesHome closes the evening. What leads keep of it is what everybody has
// seen; and no log names the room or its keys.
func (g *gathering) goesHome() {
	t, k := g.k.t, g.k
	t.Helper()
	g.next("Before we go")
	g.everyone("Take one small thing", "una cosa pequeña")
	out, errs, status := k.run("", k.ssh(guest, "room/"+g.key, "json")...)
	var all group.Summary
	if err := json.Unmarshal([]byte(out), &all); err != nil || status != 0 {
		t.Fatalf("the summary: %d, %v: %s%s", status, err, out, errs)
	}
	if len(all.Polls) != 3 || all.Polls[0].People != 8 || len(all.Box) != 1 {
		t.Errorf("the summary: %+v", all)
	}
	lead := k.leads(g.key, 80, 24)
	lead.choose("Who leads, and the end")
	lead.choose("End the group")
	lead.want("End the group for everyone?")
	lead.pressUntil("Down", "> End the group")
	lead.press("Enter")
	g.everyone("The group has ended.", "El grupo terminó.")
	for _, secret := range []string{g.code, g.key, g.back} {
		if strings.Contains(k.log.String(), secret) {
			t.Errorf("%s is in the log", secret)
		}
	}
}
