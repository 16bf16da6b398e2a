package course

import "porchlight/lessons"

// activityPassages returns what practices, reflections, worksheets and paths
// say to readers.
func (e *edition) activityPassages() (list []passage) {
	for _, p := range e.practices {
		list = append(list, practicePassages(p)...)
	}
	for _, r := range e.reflections {
		list = append(list, reflectionPassages(r)...)
	}
	for _, w := range e.worksheets {
		list = append(list, worksheetPassages(w)...)
	}
	return append(list, pathPassages(e.paths)...)
}

// practicePassages tells what people in the story say and do. The scene and the
// reasons, and what a good reply says, are the course's own words.
func practicePassages(p *practiceFile) []passage {
	g := &gatherer{doc: p.doc}
	g.add(p.value.Title, "title")
	g.add(p.value.You, "you")
	g.add(p.value.They, "they")
	g.add(p.value.Scene, "scene")
	g.add(p.value.Safety, "safety")
	for i, s := range p.value.Steps {
		g.tell(s.They, "steps", i, "they")
		for j, r := range s.Replies {
			g.voice(r.Grade.Good())(r.Say, "steps", i, "replies", j, "say")
			g.tell(r.Lands, "steps", i, "replies", j, "lands")
			g.add(r.Why, "steps", i, "replies", j, "why")
		}
	}
	for i, e := range p.value.Endings {
		g.tell(e.Text, "endings", i, "text")
		g.add(e.Why, "endings", i, "why")
	}
	return g.list
}

func reflectionPassages(r *reflectionFile) []passage {
	g := &gatherer{doc: r.doc}
	g.add(r.value.Title, "title")
	g.add(r.value.Intro, "intro")
	g.all(r.value.Scale, "scale")
	for i, item := range r.value.Items {
		g.add(item.Area, "items", i, "area")
		g.add(item.Ask, "items", i, "ask")
		g.add(item.Word, "items", i, "word")
	}
	g.add(r.value.Closing, "closing")
	return g.list
}

func worksheetPassages(w *worksheetFile) []passage {
	g := &gatherer{doc: w.doc}
	g.add(w.value.Title, "title")
	g.add(w.value.Intro, "intro")
	g.add(w.value.Safety, "safety")
	for i, f := range w.value.Fields {
		g.add(f.Ask, "fields", i, "ask")
		g.add(f.Help, "fields", i, "help")
		g.add(f.Example, "fields", i, "example")
	}
	return g.list
}

func pathPassages(f yamlFile[[]lessons.Path]) []passage {
	g := &gatherer{doc: f.doc}
	for i, p := range f.value {
		g.add(p.Title, "paths", i, "title")
	}
	return g.list
}
