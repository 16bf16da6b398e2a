package record

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
)

// WriteExport writes e as JSON, one fact to a line, so that a person can read
// it and a problem has a line number. It returns the writer's errors.
func WriteExport(w io.Writer, e Export) error {
	out := exportWriter{w: bufio.NewWriter(w)}
	out.line("{\n  \"porchlight_record\": %d,\n  \"exported\": %s", ExportVersion, out.json(Moment(e.Exported)))
	section(&out, "places", e.Places)
	section(&out, "attempts", e.Attempts)
	section(&out, "answers", e.Answers)
	section(&out, "checks", e.Checks)
	section(&out, "entries", e.Entries)
	section(&out, "events", e.Events)
	out.settings(e.Settings)
	out.line("\n}\n")
	if out.err == nil {
		out.err = out.w.Flush()
	}
	if out.err != nil {
		return fmt.Errorf("write the export: %w", out.err)
	}
	return nil
}

// exportWriter keeps the first error, so that the shape of the document can be
// read above without any.
type exportWriter struct {
	w   *bufio.Writer
	err error
}

func section[T any](out *exportWriter, name string, facts []T) {
	out.line(",\n  %q: [", name)
	for i, f := range facts {
		out.line("%s\n    %s", comma(i), out.json(f))
	}
	out.line("\n  ]")
}

func (out *exportWriter) settings(settings map[string]string) {
	out.line(",\n  \"settings\": {")
	for i, name := range slices.Sorted(maps.Keys(settings)) {
		out.line("%s\n    %s: %s", comma(i), out.json(name), out.json(settings[name]))
	}
	out.line("\n  }")
}

func (out *exportWriter) line(format string, args ...any) {
	if out.err == nil {
		_, out.err = fmt.Fprintf(out.w, format, args...)
	}
}

// json writes < and & as themselves: this is a file, not a web page.
func (out *exportWriter) json(v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil && out.err == nil {
		out.err = err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

func comma(i int) string {
	if i == 0 {
		return ""
	}
	return ","
}
