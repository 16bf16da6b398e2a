package rehearse

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync/atomic"
	"time"

	"porchlight/internal/group"
	"porchlight/internal/kiosk/load"
)

// choices are the answers of each question.
var choices = []string{"Yes", "No", "Unsure"}

// final is the last word of a person.
func final(p *person) int { return []int{0, 1, 1, 2, 0}[p.number%5] }

// question is the text of a round. No other text has it in it.
func question(n int) string { return fmt.Sprintf("Rehearsal %d, so?", n+1) }

// round asks one question, has everybody answer, and shows the result.
func (r *rehearsal) round(ctx context.Context, n int) error {
	err := r.press(ctx, question(n), r.unlucky(3*n), func() (time.Time, error) { return r.lead.ask(question(n), choices) })
	if err != nil {
		return err
	}
	kill := r.Kill && n == r.Rounds/2
	if err := r.answers(ctx, r.unlucky(3*n+1), kill); err != nil {
		return err
	}
	said := map[string]int{}
	for _, p := range r.people {
		said[choices[final(p)]]++
	}
	r.said = append(r.said, said)
	// In every language of the interface a result names how many answered.
	err = r.press(ctx, fmt.Sprintf(" of %d", len(r.people)), r.unlucky(3*n+2), func() (time.Time, error) { return r.lead.choose("lead.do-reveal") })
	if err != nil {
		return err
	}
	if kill {
		err = r.Servers[len(r.Servers)-1].Start()
	}
	r.Say("round %d: %.0f ms until the last saw the question, %.0f ms the result", n+1, ms(r.out.Keys[2*n]), ms(r.out.Keys[2*n+1]))
	return err
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// answers has everybody answer at once, and two of three change their minds.
// Some vanish while they answer, and come back; with kill, a server does, when
// half have answered.
func (r *rehearsal) answers(ctx context.Context, vanish []*person, kill bool) error {
	var answered atomic.Int64
	killed := make(chan error, 1)
	killed <- nil
	last := len(r.Servers) - 1
	err := errors.Join(each(r.people, len(r.people), func(p *person) error {
		p.mark = -1
		if p.number%3 != 0 {
			if err := p.answer(ctx, (final(p)+1)%len(choices)); err != nil {
				return err
			}
		}
		if slices.Contains(vanish, p) {
			if err := p.answerAndVanish(ctx, final(p)); err != nil {
				return err
			}
		}
		if kill && answered.Add(1) == int64(len(r.people)/2) {
			<-killed
			killed <- r.Servers[last].Kill()
		}
		return p.answer(ctx, final(p))
	}), <-killed)
	if !kill || err != nil {
		return err
	}
	// Who had answered before notices now that the server is away.
	return each(r.people, len(r.people), func(p *person) error {
		if p.at != last {
			return nil
		}
		p.link().Cut()
		return p.back(ctx)
	})
}

// count holds the results against what people said.
func (r *rehearsal) count(ctx context.Context) error {
	v, _, err := load.Visit(ctx, load.Target{
		Address: r.Servers[0].Address, Command: "room/" + r.Lead + " json", Ready: "\n}\n", Keep: 1 << 20, Lines: true, Now: r.Now,
	}, 0)
	if err != nil {
		return fmt.Errorf("the summary: %w", err)
	}
	defer v.Close()
	var all group.Summary
	if err := json.Unmarshal([]byte(v.Heard()), &all); err != nil {
		return fmt.Errorf("the summary: %w", err)
	}
	return r.hold(all)
}

// hold notes what the results have too few or too many of.
func (r *rehearsal) hold(all group.Summary) error {
	if len(all.Polls) != len(r.said) {
		return fmt.Errorf("the summary has %d questions of %d", len(all.Polls), len(r.said))
	}
	for i, p := range all.Polls {
		if p.Text.In("en") != question(i) {
			return fmt.Errorf("question %d of the summary is %q", i+1, p.Text)
		}
		over := maps.Clone(r.said[i]) // answers that are not counted; fewer than none where too many are
		for _, c := range p.Choices {
			r.out.Counted += c.Count
			over[c.Text.In("en")] -= c.Count
		}
		for _, n := range over {
			r.out.Lost += max(0, n)
			r.out.Doubled += max(0, -n)
		}
	}
	return nil
}
