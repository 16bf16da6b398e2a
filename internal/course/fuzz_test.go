package course_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"porchlight/internal/course"
	"porchlight/internal/safetext"
)

// sane checks the files and fails the test when a problem stands outside its
// file, says something a terminal would obey, or comes late.
func (f tree) sane(t *testing.T) {
	t.Helper()
	start := time.Now()
	report, err := course.Check(f.folder("lessons"), f.folder("quiz"), checkDay)
	if err != nil {
		t.Fatal(err)
	}
	if took := time.Since(start); took > 2*time.Minute {
		t.Errorf("took %v", took)
	}
	for _, p := range report.Problems {
		lines := strings.Split(strings.ReplaceAll(f[p.File], "\r\n", "\n"), "\n")
		switch {
		case p.Line < 0, p.Line > len(lines), p.Column < 0:
			t.Errorf("%s is outside the file of %d lines", p.Error(), len(lines))
		case p.Line > 0 && p.Column > utf8.RuneCountInString(lines[p.Line-1])+2:
			t.Errorf("%s is past the end of %q", p.Error(), lines[p.Line-1])
		case p.What == "" || p.Do == "" || !safetext.Safe(p.What) || !safetext.Safe(p.Do) || !safetext.Safe(p.Text):
			t.Errorf("%+v", p)
		}
	}
}

// FuzzLessonCheck puts any text behind good front matter.
func FuzzLessonCheck(f *testing.F) {
	for _, body := range []string{
		"", "One [@rest-2020].\n", "# One\n\n## Example: x {#example-parent}\n", "| a | b |\n|---|---|\n| 1 | é |\n",
		"- a\n  - b\n    1. c\n> d\n", "![a](b) <b> &#27; [^1] [x](javascript:y) <https://a.b>\n\n<div>\n", "An addict “addict” a junkie's 40% é\n",
		"Setext\n===\n\n```\n[@x]\n```\n[a]: http://b\n[a]\n", "{#a}\n## {#b} c {#d .e f=g}\n", "\\[@a] `[@b]` [@c\nd]\n", strings.Repeat("[@a", 9), "a|b\n-|-\n[@x]|2\n",
	} {
		f.Add(body)
	}
	front, _, _ := strings.Cut(tiny(f)["lessons/en/first-steps.md"], "\n---\n")
	f.Fuzz(func(t *testing.T, body string) {
		files := tiny(t)
		files["lessons/en/first-steps.md"] = front + "\n---\n" + body
		files.sane(t)
	})
}

// FuzzBankCheck takes any text for a bank.
func FuzzBankCheck(f *testing.F) {
	f.Add(tiny(f)["quiz/en/first-steps.yaml"])
	f.Add("lesson: first-steps\nquestions:\n  - id: a\n    kind: multiple\n    options: [{id: x, text: An addict}]\n    sources: [b]\n")
	f.Fuzz(func(t *testing.T, bank string) {
		files := tiny(t)
		files["quiz/en/first-steps.yaml"] = bank
		files["quiz/es/first-steps.yaml"] = bank
		files.sane(t)
	})
}

// fuzzFile takes any text for one file of the pack, in two languages.
func fuzzFile(f *testing.F, name string, seeds ...string) {
	f.Helper()
	for _, text := range append(seeds, tiny(f)[name]) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		files := tiny(t)
		files[name] = text
		files[strings.Replace(name, "/en/", "/es/", 1)] = text
		files.sane(t)
	})
}

func FuzzPracticeCheck(f *testing.F) {
	const reply = "{id: a, say: A, grade: best, lands: An addict, why: You must make them stop, to: "
	fuzzFile(f, "quiz/en/practice/two-cups.yaml",
		"start: a\nsteps:\n  - {id: a, they: é, replies: ["+reply+"a}, "+reply+"b}]}\nendings: [{id: b, text: B, why: B}]\n",
		"start: b\nsteps: [{id: b, replies: [{to: b}]}]\nendings:\n  - id: b\n", "start: a\nsteps: []\nendings: a\n")
}

func FuzzReflectionCheck(f *testing.F) {
	fuzzFile(f, "quiz/en/reflections/my-week.yaml",
		"scale: [a, A]\nitems:\n  - {id: a, area: Self-harm, ask: Kill yourself, look-at: [9, 9], unsafe: [0], lesson: first-steps, word: Your score}\n",
		"intro: \"A\\nhigh\\nscore\"\nitems: [{look-at: [1]}]\n")
}

func FuzzWorksheetCheck(f *testing.F) {
	fuzzFile(f, "lessons/en/worksheets/my-rest.yaml", "fields:\n  - {id: a, example: \"Oak\\nTreatment Center\", lines: 0}\n  - {id: a, lines: 8}\n")
}

func FuzzPathsCheck(f *testing.F) {
	fuzzFile(f, "lessons/en/paths.yaml", "paths:\n  - {id: a, when: {safe: []}}\n  - {id: a, lessons: [b, b]}\n  - {id: c, when: {safe: [yes]}}\n")
}

// FuzzPack takes any text for the files that the others refer to.
func FuzzPack(f *testing.F) {
	files := tiny(f)
	f.Add("lessons/en/tracks.yaml", files["lessons/en/tracks.yaml"])
	f.Add("lessons/en/sources.yaml", files["lessons/en/sources.yaml"])
	f.Add("lessons/en/glossary.yaml", files["lessons/en/glossary.yaml"])
	f.Add("lessons/en/help-now.yaml", files["lessons/en/help-now.yaml"])
	f.Add("lessons/en/provider-questions.yaml", files["lessons/en/provider-questions.yaml"])
	f.Add("lessons/en/first-steps.md", files["lessons/en/first-steps.md"])
	f.Add("lessons/es/first-steps.md", files["lessons/en/first-steps.md"])
	f.Add("lessons/es/glossary.yaml", "terms:\n  - id: x\n    term: é\n    plain: y\n    also: [é, É]\n")
	f.Add("lessons/es/.yaml", "x")
	f.Add("lessons/es/edition.yaml", "partial: true\n")
	for name, text := range files {
		if strings.Count(name, "/") == 3 || strings.HasSuffix(name, "/paths.yaml") {
			f.Add(name, text)
			f.Add(strings.Replace(name, "/en/", "/es/", 1), text)
		}
	}
	f.Add("quiz/en/practice/../a.yaml", "x")
	f.Add("quiz/en/practice", "x")
	f.Fuzz(func(t *testing.T, name, text string) {
		files := tiny(t)
		if n := strings.Count(name, "/"); n >= 2 && n <= 4 && !strings.Contains(name, "//") && utf8.ValidString(name) && safetext.Safe(name) {
			files[name] = text
		}
		files.sane(t)
	})
}

func FuzzRunSheetCheck(f *testing.F) {
	fuzzFile(f, "lessons/en/runsheets/a.yaml", "id: b\nminutes: 3\nsteps:\n  - {id: a, kind: after, minutes: 1, question: first-steps/x}\n  - {id: a, kind: prompt, lesson: first-steps, prompt: 9}\n")
}
