package line

import "context"

// traces says what stays behind on a computer, and what to do about it.
func (s *Session) traces(context.Context) error {
	s.gap()
	s.say(s.t(s.desk.TracesIntro()))
	for _, trace := range s.desk.Traces(s.words) {
		s.gap()
		s.say(trace.Title + ".")
		s.say(trace.Stays)
		s.say(trace.Do)
	}
	s.gap()
	s.say(s.t("traces.leaving"))
	return s.err
}
