package study

import (
	"porchlight/internal/locale"
	"porchlight/lessons"
)

// TitleOf is the title of a lesson in a list, with a word on its language where
// that is not the reader's.
func TitleOf(l lessons.Lesson, w *locale.Words) string {
	if l.Lang == lessons.Lang(w.Lang()) {
		return l.Title
	}
	return w.F("contents.foreign", locale.Args{"Title": l.Title})
}
