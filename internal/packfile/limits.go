package packfile

// What a pack may hold at most. The limits are far above any real course and
// keep a broken or hostile folder from filling memory.
const (
	MaxFile  = 256 << 10 // bytes in a file
	MaxPack  = 10 << 20  // bytes in all files together
	MaxFiles = 500       // files
)

const tooBigRemedy = "A file of a pack has at most 256 KiB. Split it or shorten it."
