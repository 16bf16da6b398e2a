package lessons

import "embed"

// Files is the course that comes with the program.
//
//go:embed en
var Files embed.FS
