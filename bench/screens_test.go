//go:build unix

package bench_test

import "porchlight/bench/terminal"

// What tells that a screen is whole: something of its head, of its body and of
// its last line.
var (
	ready       = terminal.Shows("ready")
	atHome      = terminal.Shows("Tools", "It is not treatment", "leave fast")
	inQuestions = terminal.Shows("Question 1 of 4", "What matters most", "leave fast")
	inLesson    = terminal.Shows("Porchlight > Helping or enabling?", "leave fast", "esc back", "Enabling is help")
	inViewport  = terminal.Shows("Helping or enabling?", "q close", "What the word means")
	inGlow      = terminal.Shows("lesson.md", "? Help", "What the word means")
	inGlowList  = terminal.Shows("lesson.md", "q quit")
	inLess      = terminal.Shows("What the word means")
)
