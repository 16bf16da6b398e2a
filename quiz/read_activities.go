package quiz

import "porchlight/internal/packfile"

// ReadPractice reads a practice that is written in lang. What is wrong with its
// shape is reported to doc; the practice is of use only while doc is not
// Broken.
func ReadPractice(doc *packfile.Doc, lang Lang) Practice {
	root := doc.Root("practice")
	defer root.Done()
	p := Practice{
		ID: PracticeID(root.Slug("id")), Lang: lang, Title: root.Text("title"), Lesson: LessonID(root.Slug("lesson")),
		Relationship: root.OneOf("relationship", Relationships()...),
		You:          root.Text("you"), They: root.Text("they"), Scene: root.Prose("scene"), Safety: root.OptionalText("safety"),
		Start: PlaceID(root.Slug("start")),
	}
	root.Each("steps", "step", func(m *packfile.Map) { p.Steps = append(p.Steps, readStep(m)) })
	root.Each("endings", "ending", func(m *packfile.Map) {
		defer m.Done()
		p.Endings = append(p.Endings, Ending{ID: PlaceID(m.Slug("id")), Text: m.Prose("text"), Why: m.Text("why")})
	})
	return p
}

func readStep(m *packfile.Map) Step {
	defer m.Done()
	s := Step{ID: PlaceID(m.Slug("id")), They: m.Prose("they")}
	m.Each("replies", "reply", func(m *packfile.Map) {
		defer m.Done()
		s.Replies = append(s.Replies, Reply{
			ID: ReplyID(m.Slug("id")), Say: m.Text("say"),
			Grade: Grade(m.OneOf("grade", gradeWords()...)),
			Lands: m.Prose("lands"), Why: m.Text("why"), To: PlaceID(m.Slug("to")),
		})
	})
	return s
}

// ReadReflection reads a reflection that is written in lang. What is wrong with
// its shape is reported to doc; the reflection is of use only while doc is not
// Broken.
func ReadReflection(doc *packfile.Doc, lang Lang) Reflection {
	root := doc.Root("reflection")
	defer root.Done()
	r := Reflection{
		ID: ReflectionID(root.Slug("id")), Lang: lang, Title: root.Text("title"),
		Intro: root.Prose("intro"), Scale: root.Texts("scale"),
	}
	root.Each("items", "item", func(m *packfile.Map) {
		defer m.Done()
		r.Items = append(r.Items, Item{
			ID: ItemID(m.Slug("id")), Area: m.Text("area"), Ask: m.Text("ask"), LookAt: m.Places("look-at"),
			Lesson: LessonID(m.Slug("lesson")), Word: m.Text("word"), Unsafe: m.OptionalPlaces("unsafe"),
		})
	})
	r.Closing = root.Prose("closing")
	return r
}
