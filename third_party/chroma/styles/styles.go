// Package styles keeps no styles.
package styles

import "github.com/alecthomas/chroma/v2"

// Registry is empty.
var Registry = map[string]*chroma.Style{}

// Register returns the style and forgets it.
func Register(style *chroma.Style) *chroma.Style { return style }
