package lessons

import "porchlight/internal/packfile"

// ReadHelp reads help-now.yaml, written in lang.
func ReadHelp(doc *packfile.Doc, lang Lang) Help {
	root := doc.Root("card")
	defer root.Done()
	h := Help{Lang: lang, Checked: root.Date("checked")}
	root.Each("steps", "step", func(m *packfile.Map) { h.Steps = append(h.Steps, readStep(m)) })
	root.Each("numbers", "number", func(m *packfile.Map) { h.Numbers = append(h.Numbers, readNumber(m)) })
	return h
}

func readStep(m *packfile.Map) Step {
	defer m.Done()
	return Step{ID: m.Slug("id"), Title: m.Text("title"), Do: m.Texts("do")}
}

func readNumber(m *packfile.Map) Number {
	defer m.Done()
	return Number{
		ID: m.Slug("id"), Name: m.Text("name"),
		Call: m.OptionalText("call"), Text: m.OptionalText("text"), Keyword: m.OptionalText("keyword"),
		Web: m.OptionalText("web"), Hours: m.OptionalText("hours"), For: m.Text("for"),
		Sources: ids[SourceID](m.OptionalSlugs("sources")),
	}
}

// ReadCategories reads provider-questions.yaml.
func ReadCategories(doc *packfile.Doc) (categories []Category) {
	root := doc.Root("file")
	defer root.Done()
	root.Each("categories", "category", func(m *packfile.Map) {
		defer m.Done()
		c := Category{ID: m.Slug("id"), Letter: m.Text("letter"), Title: m.Text("title")}
		m.Each("questions", "question", func(m *packfile.Map) {
			c.Questions = append(c.Questions, readProviderQuestion(m))
		})
		categories = append(categories, c)
	})
	return categories
}

func readProviderQuestion(m *packfile.Map) ProviderQuestion {
	defer m.Done()
	return ProviderQuestion{
		ID: QuestionID(m.Slug("id")), FirstCall: m.True("first-call"),
		Ask: m.Text("ask"), Why: m.Text("why"), Good: m.Text("good"), Warning: m.Text("warning"),
		Only: m.Choices("only", "teen", "opioid", "telehealth", "housing"),
	}
}
