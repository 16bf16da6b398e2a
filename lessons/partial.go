package lessons

import "porchlight/internal/packfile"

// EditionFile is the file in which a translation says how far it goes.
const EditionFile = "edition.yaml"

// An Edition is what a translation says of itself.
type Edition struct {
	// Partial says that the translation is in parts on purpose: what it lacks is
	// shown in English, and no check asks for it.
	Partial bool
}

// ReadEdition reads edition.yaml.
func ReadEdition(doc *packfile.Doc) Edition {
	root := doc.Root("file")
	defer root.Done()
	return Edition{Partial: root.True("partial")}
}
