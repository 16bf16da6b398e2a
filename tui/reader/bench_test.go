package reader_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/record"
	"porchlight/tui/tuitest"
)

// From a key to the frame it makes, in a lesson of 9,000 words. The work a
// learner never waits for, writing the place, is left out.
func BenchmarkKeyToFrame(b *testing.B) {
	for _, c := range []struct {
		name string
		keys []string
	}{{"read", nil}, {"find", []string{"/", "w4", "enter"}}} {
		b.Run(c.name, func(b *testing.B) {
			d := start(b, tuitest.Setup{Course: longCourse(b, 200)})
			d.Press(c.keys...)
			down, up := tea.KeyPressMsg{Code: tea.KeyDown}, tea.KeyPressMsg{Code: tea.KeyUp}
			for range 40 {
				d.Program.Update(down)
			}
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				key := down
				if i%2 == 0 {
					key = up
				}
				d.Program.Update(key)
				_ = d.Program.View()
			}
		})
	}
}

// A letter typed in a search looks through the whole lesson.
func BenchmarkFindAsTyped(b *testing.B) {
	r := alone(b, longCourse(b, 200), record.NewGuest())
	r.Update(tea.KeyPressMsg{Code: '/', Text: "/"})
	r.Update(tea.KeyPressMsg{Code: 'w', Text: "w"})
	b.ReportAllocs()
	for b.Loop() {
		r.Update(tea.KeyPressMsg{Code: '1', Text: "1"})
		_ = r.View()
		r.Update(tea.KeyPressMsg{Code: tea.KeyBackspace})
	}
}
