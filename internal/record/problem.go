package record

// ProblemAt is a Problem with the line and column of a byte of data.
func ProblemAt(data []byte, offset int64, what, do string) *Problem {
	return at(data, offset, what, do)
}

// InWords says what a value of a JSON document should have been, without
// naming types of Go.
func InWords(err error) string { return inWords(err) }
