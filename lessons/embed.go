package lessons

import "embed"

// Files is the course that comes with the program.
//
//go:embed en es
var Files embed.FS
