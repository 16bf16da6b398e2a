// Picture turns a captured terminal screen into an SVG, for the README:
//
//	tmux capture-pane -e -p | go run ./docs/picture > docs/home.svg
package main

import (
	"bufio"
	"flag"
	"fmt"
	"html"
	"image/color"
	"io"
	"os"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// The size of a cell, in pixels.
const (
	cellWidth  = 9
	cellHeight = 20
	margin     = 16
)

func main() {
	light := flag.Bool("light", false, "dark text on a light ground")
	columns := flag.Int("columns", 80, "width of the screen")
	alt := flag.String("alt", "A screen of Porchlight", "what the picture shows, for those who hear it")
	flag.Parse()
	frame, err := io.ReadAll(os.Stdin)
	if err != nil {
		fmt.Fprintln(os.Stderr, "picture:", err)
		os.Exit(1)
	}
	out := bufio.NewWriter(os.Stdout)
	draw(out, strings.TrimRight(string(frame), "\n"), *columns, *light, *alt)
	if err := out.Flush(); err != nil {
		fmt.Fprintln(os.Stderr, "picture:", err)
		os.Exit(1)
	}
}

func draw(w io.Writer, frame string, columns int, light bool, alt string) {
	ink, ground := "#e8e4da", "#1b1a17"
	if light {
		ink, ground = "#222222", "#fbfaf6"
	}
	lines := uv.NewStyledString(frame).Lines(ansi.GraphemeWidth)
	width, height := columns*cellWidth+2*margin, len(lines)*cellHeight+2*margin
	fmt.Fprintf(w, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img" aria-label="%s">`+"\n",
		width, height, width, height, html.EscapeString(alt))
	fmt.Fprintf(w, `<rect width="100%%" height="100%%" rx="10" fill="%s"/>`+"\n", ground)
	fmt.Fprintf(w, `<g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="15" fill="%s">`+"\n", ink)
	for y, line := range lines {
		drawLine(w, line, y, ink, ground)
	}
	fmt.Fprintln(w, "</g></svg>")
}

// drawLine draws the runs of one style in a line.
func drawLine(w io.Writer, line uv.Line, y int, ink, ground string) {
	for x := 0; x < len(line); {
		style, text, from := line[x].Style, "", x
		for x < len(line) && line[x].Style.Equal(&style) {
			text += line[x].Content
			x += max(1, line[x].Width)
		}
		if strings.TrimSpace(text) == "" && style.Bg == nil && style.Attrs&uv.AttrReverse == 0 {
			continue
		}
		drawRun(w, style, text, from, y, x-from, ink, ground)
	}
}

func drawRun(w io.Writer, s uv.Style, text string, x, y, cells int, ink, ground string) {
	fg, bg := hex(s.Fg, ink), hex(s.Bg, "")
	if s.Attrs&uv.AttrReverse != 0 {
		fg, bg = ground, hex(s.Fg, ink)
	}
	left, top := margin+x*cellWidth, margin+y*cellHeight
	if bg != "" {
		fmt.Fprintf(w, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>`+"\n", left, top, cells*cellWidth, cellHeight, bg)
	}
	more := ""
	if s.Attrs&uv.AttrBold != 0 {
		more += ` font-weight="bold"`
	}
	if s.Attrs&uv.AttrItalic != 0 {
		more += ` font-style="italic"`
	}
	if s.Underline != 0 {
		more += ` text-decoration="underline"`
	}
	fmt.Fprintf(w, `<text x="%d" y="%d" textLength="%d" fill="%s"%s>%s</text>`+"\n",
		left, top+15, cells*cellWidth, fg, more, html.EscapeString(strings.ReplaceAll(text, " ", "\u00a0")))
}

func hex(c color.Color, none string) string {
	if c == nil {
		return none
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
