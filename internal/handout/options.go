package handout

// Paper is a size of paper.
type Paper string

const (
	// Letter is the paper of North America.
	Letter Paper = "letter"
	// A4 is the paper of the rest of the world.
	A4 Paper = "a4"
)

// Papers returns all sizes.
func Papers() []Paper { return []Paper{Letter, A4} }

// Look is how a document is set on paper.
type Look struct {
	Paper Paper // Letter where empty
	Large bool  // large print: 18 points
}

// Points is the size of the body text.
func (l Look) Points() float64 {
	if l.Large {
		return 18
	}
	return 11.5
}
