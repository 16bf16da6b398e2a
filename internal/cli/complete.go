package cli

import (
	"github.com/spf13/cobra"

	"porchlight/internal/course"
	"porchlight/internal/locale"
	"porchlight/quiz"
)

// offer gives the shell what a command's first argument can be, and nothing for
// a second.
func offer(ids func(prefix string) []string) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return ids(""), cobra.ShellCompDirectiveNoFileComp
	}
}

// places lists the places that the program opens at.
func (a *app) places(string) []string {
	places := append(a.lessonIDs("lesson/"), a.lessonIDs("quiz/")...)
	places = append(append(places, a.practiceIDs("practice/")...), a.reflectionIDs("reflection/")...)
	return append(places, "practices", "reword", "reflections", "review", "path", "settings")
}

// lessonIDs lists the ids of the lessons, with their titles.
func (a *app) lessonIDs(prefix string) []string {
	return a.ids(prefix, func(c *course.Course, w *locale.Words, add func(id, title string)) {
		for _, l := range c.Pack.Lessons(lang(w)) {
			add(string(l.ID), l.Title)
		}
	})
}

// worksheetIDs lists the ids of the worksheets, with their titles.
func (a *app) worksheetIDs(prefix string) []string {
	return a.ids(prefix, func(c *course.Course, w *locale.Words, add func(id, title string)) {
		for _, sheet := range c.Pack.Worksheets(lang(w)) {
			add(string(sheet.ID), sheet.Title)
		}
	})
}

// practiceIDs lists the ids of the practices, with their titles.
func (a *app) practiceIDs(prefix string) []string {
	return a.ids(prefix, func(c *course.Course, w *locale.Words, add func(id, title string)) {
		for _, p := range c.Banks.Practices(quiz.Lang(w.Lang())) {
			add(string(p.ID), p.Title)
		}
	})
}

// reflectionIDs lists the ids of the reflections, with their titles.
func (a *app) reflectionIDs(prefix string) []string {
	return a.ids(prefix, func(c *course.Course, w *locale.Words, add func(id, title string)) {
		for _, r := range c.Banks.Reflections(quiz.Lang(w.Lang())) {
			add(string(r.ID), r.Title)
		}
	})
}

// ids lists what a course has as a shell completes it. Without a course there is
// nothing to offer.
func (a *app) ids(prefix string, each func(*course.Course, *locale.Words, func(id, title string))) (ids []string) {
	c, err := a.course()
	if err != nil {
		return nil
	}
	w, err := a.words("")
	if err != nil {
		return nil
	}
	each(c, w, func(id, title string) { ids = append(ids, prefix+id+"\t"+title) })
	return ids
}

// completeProviders offers the names on the learner's list to the shell. A
// locked record stays shut: a shell cannot ask.
func (a *app) completeProviders(c *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
	s, err := a.look(c.Context())
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	defer s.close()
	all, _, err := s.desk.Providers(c.Context())
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var names []string
	for _, p := range all {
		names = append(names, p.Name)
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}
