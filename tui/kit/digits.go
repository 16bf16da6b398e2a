package kit

import "strings"

// strokes are characters of a phone number three lines tall.
var strokes = map[rune][3]string{
	'0': {" _ ", "| |", "|_|"},
	'1': {"   ", "  |", "  |"},
	'2': {" _ ", " _|", "|_ "},
	'3': {" _ ", " _|", " _|"},
	'4': {"   ", "|_|", "  |"},
	'5': {" _ ", "|_ ", " _|"},
	'6': {" _ ", "|_ ", "|_|"},
	'7': {" _ ", "  |", "  |"},
	'8': {" _ ", "|_|", "|_|"},
	'9': {" _ ", "|_|", " _|"},
	'-': {"   ", " _ ", "   "},
	'.': {" ", " ", "."},
	' ': {" ", " ", " "},
	'(': {" _", "| ", "|_"},
	')': {"_ ", " |", "_|"},
	'+': {"   ", "_|_", " | "},
}

// Digits draws a phone number three lines tall, to be read from a little way
// off. It returns nothing where it would be wider than width, or where the text
// holds more than a number. The number itself belongs beside it, for those who
// hear the screen.
func Digits(number string, width int) []string {
	var rows [3]strings.Builder
	for i, r := range number {
		drawn, ok := strokes[r]
		if !ok {
			return nil
		}
		for j := range rows {
			if i > 0 {
				rows[j].WriteByte(' ')
			}
			rows[j].WriteString(drawn[j])
		}
	}
	if n := rows[0].Len(); n == 0 || n > width {
		return nil
	}
	return []string{rows[0].String(), rows[1].String(), rows[2].String()}
}
