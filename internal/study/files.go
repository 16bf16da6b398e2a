package study

import "porchlight/internal/locale"

// OnFiles says, a line each, which commands pass a checklist on, take one in,
// and lock the record.
func OnFiles(w *locale.Words) []string {
	return []string{
		w.T("providers.file-out"), w.T("providers.file-in"), w.T("providers.file-lock"),
	}
}
