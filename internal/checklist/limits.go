package checklist

// The longest texts that are kept, in bytes.
const (
	NameLimit  = 120  // of a provider's name
	PhoneLimit = 60   // of a provider's phone number
	NoteLimit  = 4096 // of a note
	AskLimit   = 300  // of a question of one's own
)
