package quiz

import "embed"

// Files is the questions that come with the program.
//
//go:embed en es
var Files embed.FS
