package typeset_test

import (
	"os"
	"testing"

	"charm.land/glamour/v2"
	"charm.land/glamour/v2/styles"

	"porchlight/internal/typeset"
)

// lesson is a text of about 900 words.
func lesson(b *testing.B) string {
	b.Helper()
	md, err := os.ReadFile("testdata/lesson.md")
	if err != nil {
		b.Fatal(err)
	}
	return string(md)
}

func BenchmarkSet(b *testing.B) {
	md := lesson(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := typeset.Set(md, 80, evening()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSetPlain(b *testing.B) {
	md := lesson(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := typeset.Set(md, 80, typeset.Style{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkGlamour is Glamour alone on the same text, for comparison.
func BenchmarkGlamour(b *testing.B) {
	md := lesson(b)
	style := styles.DarkStyleConfig
	style.CodeBlock.Theme, style.CodeBlock.Chroma = "", nil
	b.ReportAllocs()
	for b.Loop() {
		r, err := glamour.NewTermRenderer(glamour.WithStyles(style), glamour.WithWordWrap(80))
		if err != nil {
			b.Fatal(err)
		}
		if _, err := r.Render(md); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCacheSet(b *testing.B) {
	md, c := lesson(b), typeset.NewCache(1<<20)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Set("lesson", md, 80, evening()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	text := set(b, lesson(b), 80, evening())
	b.ReportAllocs()
	for b.Loop() {
		if len(text.Find("naloxone")) == 0 {
			b.Fatal("nothing found")
		}
	}
}
