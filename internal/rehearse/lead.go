package rehearse

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"time"

	"porchlight/internal/kiosk/load"
	"porchlight/internal/locale"
)

// A facilitator leads the room in plain lines: what can be done now is a list,
// and its numbers are typed.
type facilitator struct {
	v     *load.Visitor
	words *locale.Words
	now   func() time.Time
}

// enter has the facilitator come in.
func (r *rehearsal) enter(ctx context.Context) error {
	v, _, err := load.Visit(ctx, load.Target{
		Address: r.Servers[0].Address, Command: "room/" + r.Lead, Ready: r.Words.T("room.lead-prompt"), Keep: 1 << 16, Lines: true, Now: r.Now,
	}, 0)
	r.lead = &facilitator{v, r.Words, r.Now}
	return err
}

// choose does what the list has under some words, and returns when the key was
// pressed.
func (f *facilitator) choose(id string) (time.Time, error) {
	number, err := f.number(id)
	if err != nil {
		return time.Time{}, err
	}
	return f.types(number, f.words.T("room.lead-prompt"))
}

// number finds the number of what can be done now.
func (f *facilitator) number(id string) (string, error) {
	label := regexp.MustCompile(`(?m)^(\d+)\. ` + regexp.QuoteMeta(f.words.T(id)))
	all := label.FindAllStringSubmatch(f.v.Heard(), -1)
	if len(all) == 0 {
		return "", fmt.Errorf("%q cannot be chosen: %q", f.words.T(id), f.v.Heard())
	}
	return all[len(all)-1][1], nil
}

// types types a line, waits for what is asked next, and returns when the key
// was pressed.
func (f *facilitator) types(line, next string) (time.Time, error) {
	l := f.v.LookOut(next)
	pressed := f.now()
	if err := f.v.Type(line + "\n"); err != nil {
		return pressed, err
	}
	if _, err := l.Wait(); err != nil {
		return pressed, fmt.Errorf("%q was not answered with %q: %w: %q", line, next, err, f.v.Heard())
	}
	return pressed, nil
}

// ask asks the room a new question.
func (f *facilitator) ask(text string, choices []string) (time.Time, error) {
	if _, err := f.choose("lead.do-ask"); err != nil {
		return time.Time{}, err
	}
	number, err := f.number("lead.do-new")
	if err != nil {
		return time.Time{}, err
	}
	steps := append([]string{number, text}, choices...)
	for i, line := range steps {
		next := f.words.T("room.new-text")
		if i > 0 {
			next = f.words.F("room.new-choice", locale.Args{"N": i})
		}
		if _, err := f.types(line, strings.TrimSpace(next)); err != nil {
			return time.Time{}, err
		}
	}
	if len(choices) > 2 { // then several could be chosen
		if _, err := f.types("", f.words.T("lead.many")); err != nil {
			return time.Time{}, err
		}
		return f.types("n", f.words.T("room.lead-prompt"))
	}
	return f.types("", f.words.T("room.lead-prompt"))
}
