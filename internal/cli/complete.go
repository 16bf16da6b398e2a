package cli

import "github.com/spf13/cobra"

// completeLessons offers lesson ids to the shell.
func (a *app) completeLessons(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return a.lessonIDs(""), cobra.ShellCompDirectiveNoFileComp
}

// completePlaces offers the places that the program opens at.
func (a *app) completePlaces(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	places := append(a.lessonIDs("lesson/"), a.lessonIDs("quiz/")...)
	places = append(append(places, a.practiceIDs("practice/")...), a.reflectionIDs("reflection/")...)
	return append(places, "practices", "reword", "reflections", "review", "path", "settings"), cobra.ShellCompDirectiveNoFileComp
}

func (a *app) lessonIDs(prefix string) []string {
	c, err := a.course()
	if err != nil {
		return nil
	}
	w, err := a.words("")
	if err != nil {
		return nil
	}
	var ids []string
	for _, l := range c.Pack.Lessons(lang(w)) {
		ids = append(ids, prefix+string(l.ID)+"\t"+l.Title)
	}
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
