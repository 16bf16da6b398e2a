package lessons

import "porchlight/internal/packfile"

// ReadLesson reads a lesson that is written in lang. What is wrong with its
// shape is reported to doc; the lesson is of use only while doc is not Broken.
func ReadLesson(doc *packfile.Doc, lang Lang) Lesson {
	m := doc.Root("lesson")
	defer m.Done()
	return Lesson{
		ID:          ID(m.Slug("id")),
		Lang:        lang,
		Title:       m.Text("title"),
		Track:       TrackID(m.Slug("track")),
		Order:       m.Ordinal("order"),
		Summary:     m.Text("summary"),
		Objectives:  m.Texts("objectives"),
		InShort:     m.Text("in-short"),
		TryToday:    m.Text("try-today"),
		KeyPoints:   m.Texts("key-points"),
		Discussion:  readPrompts(m),
		Sources:     ids[SourceID](m.Slugs("sources")),
		Checked:     m.Date("facts-checked"),
		ContentNote: m.OptionalText("content-note"),
		Body:        Unpaused(doc.Body),
		Slides:      doc.Body,
		Words:       Words(Unpaused(doc.Body)),
	}
}

func readPrompts(m *packfile.Map) (prompts []Prompt) {
	m.Each("discussion", "prompt", func(m *packfile.Map) {
		defer m.Done()
		prompts = append(prompts, Prompt{Prompt: m.Text("prompt"), Safety: m.OptionalText("safety")})
	})
	return prompts
}

// ReadTracks reads tracks.yaml.
func ReadTracks(doc *packfile.Doc) (tracks []Track) {
	root := doc.Root("file")
	defer root.Done()
	root.Each("tracks", "track", func(m *packfile.Map) {
		defer m.Done()
		tracks = append(tracks, Track{
			ID: TrackID(m.Slug("id")), Title: m.Text("title"), Summary: m.Text("summary"),
		})
	})
	return tracks
}

// ReadSources reads sources.yaml.
func ReadSources(doc *packfile.Doc) (sources []Source) {
	root := doc.Root("file")
	defer root.Done()
	root.Each("sources", "source", func(m *packfile.Map) {
		defer m.Done()
		sources = append(sources, Source{
			ID: SourceID(m.Slug("id")), Title: m.Text("title"), Publisher: m.Text("publisher"),
			Year: m.Text("year"), Address: m.OptionalText("address"), Where: m.OptionalText("where"), Checked: m.Date("checked"),
		})
	})
	return sources
}

// ReadTerms reads glossary.yaml.
func ReadTerms(doc *packfile.Doc) (terms []Term) {
	root := doc.Root("file")
	defer root.Done()
	root.Each("terms", "term", func(m *packfile.Map) {
		defer m.Done()
		terms = append(terms, Term{
			ID: TermID(m.Slug("id")), Term: m.Text("term"), Plain: m.Text("plain"), Also: m.OptionalTexts("also"),
		})
	})
	return terms
}

// ids gives a list of slugs the type of what they name.
func ids[T ~string](slugs []string) []T {
	out := make([]T, len(slugs))
	for i, s := range slugs {
		out[i] = T(s)
	}
	return out
}
