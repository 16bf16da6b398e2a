package cli

import (
	"charm.land/fang/v2"
	"charm.land/lipgloss/v2"
)

// helpColors keeps help in the terminal's own foreground, with the one accent
// of the rest of the program.
func helpColors(light lipgloss.LightDarkFunc) fang.ColorScheme {
	own := lipgloss.NoColor{}
	accent := light(lipgloss.Color("#8a5300"), lipgloss.Color("#f0b95a"))
	return fang.ColorScheme{
		Base: own, Title: accent, Description: own, Codeblock: own, Program: accent, DimmedArgument: own,
		Comment: own, Flag: accent, FlagDefault: own, Command: accent, QuotedString: own, Argument: own,
		Help: own, Dash: own, ErrorDetails: own,
	}
}
