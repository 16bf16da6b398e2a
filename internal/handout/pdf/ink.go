package pdf

import (
	"fmt"
	"strings"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/gobolditalic"
	"golang.org/x/image/font/gofont/goitalic"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/norm"
)

// family is the name of the fonts in the file: the Go fonts, which may be
// passed on with it.
const family = "go"

// A face is one font at one size.
type face struct {
	style string // "", "B", "I", "BI"
	size  float64
}

// An ink measures and draws words.
type ink struct {
	file  *fpdf.Fpdf
	size  float64 // of the body text
	glyph *sfnt.Font
	buf   sfnt.Buffer
	now   face
}

func newInk(file *fpdf.Fpdf, size float64) (*ink, error) {
	for style, ttf := range map[string][]byte{"": goregular.TTF, "B": gobold.TTF, "I": goitalic.TTF, "BI": gobolditalic.TTF} {
		file.AddUTF8FontFromBytes(family, style, ttf)
	}
	glyphs, err := sfnt.Parse(goregular.TTF)
	if err != nil {
		return nil, fmt.Errorf("pdf: reading the font: %w", err)
	}
	return &ink{file: file, size: size, glyph: glyphs}, nil
}

// body is the face of running text.
func (k *ink) body(strong, emph bool) face {
	f := face{size: k.size}
	if strong {
		f.style = "B"
	}
	if emph {
		f.style += "I"
	}
	return f
}

// heading is the face of a heading.
func (k *ink) heading(level int) face {
	scale := []float64{1.75, 1.35, 1.15}
	if level > len(scale) {
		return face{"B", k.size}
	}
	return face{"B", k.size * scale[level-1]}
}

func (k *ink) use(f face) {
	if f != k.now {
		k.file.SetFont(family, f.style, f.size)
		k.now = f
	}
}

// width is how wide a text is.
func (k *ink) width(text string, f face) float64 {
	k.use(f)
	return k.file.GetStringWidth(text)
}

// missing stands for a character that the fonts lack.
const missing = "?"

// known is text in characters that the fonts have: accents joined to their
// letters, others replaced by a question mark.
func (k *ink) known(text string) string {
	text = norm.NFC.String(text)
	var b strings.Builder
	for _, r := range text {
		if i, err := k.glyph.GlyphIndex(&k.buf, r); r == '\n' || r <= 0xffff && err == nil && i != 0 {
			b.WriteRune(r)
			continue
		}
		b.WriteString(missing)
	}
	return b.String()
}
