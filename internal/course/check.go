package course

import (
	"io/fs"
	"time"

	"porchlight/internal/packfile"
	"porchlight/lessons"
)

// Check checks the pack in two folders that each hold a folder for each
// language, against every rule there is. Today is for the rules about dates; a
// zero time leaves them out. What is wrong with the pack is in the report; the
// error is for folders that cannot be read.
func Check(lessonsFS, quizFS fs.FS, today time.Time) (Report, error) {
	reading, asking, problems, err := load(lessonsFS, quizFS)
	if err != nil {
		return Report{}, err
	}
	return check(reading, asking, problems, today), nil
}

// check runs every rule. Problems are those found while reading the folders.
func check(reading, asking *packfile.Files, problems packfile.Problems, today time.Time) Report {
	p := readPack(reading, asking, today)
	for _, r := range rules() {
		r.run(p)
	}
	report := Report{Problems: append(packfile.Problems{}, problems...), Grades: grades(p.english())}
	report.Problems = append(report.Problems, p.stray...)
	for _, e := range p.editions {
		for _, d := range e.docs() {
			report.Problems = append(report.Problems, d.Problems()...)
		}
	}
	report.Problems.Sort()
	report.Totals = total(p, report.Grades)
	return report
}

// total counts what is in a pack.
func total(p *pack, grades []Grade) Totals {
	e := p.english()
	t := Totals{
		Languages:    pluck(p.editions, func(e *edition) lessons.Lang { return e.lang }),
		Translations: pluck(p.editions[1:], (*edition).translation),
		Tracks:       len(e.tracks.value),
		Lessons:      len(e.lessons),
		Questions:    e.kinds(),
		Terms:        len(e.terms.value),
		Sources:      len(e.sources.value),

		Practices: len(e.practices), Replies: e.replies(),
		Reflections: len(e.reflections), Items: e.items(),
		Worksheets: len(e.worksheets), Paths: len(e.paths.value),
		CrisisGrade: e.grade(helpPassages(e.help)),
	}
	for _, l := range e.lessons {
		t.Words += l.lesson.Words
		claims, citations := l.claims()
		t.Claims, t.Citations = t.Claims+claims, t.Citations+citations
	}
	for _, c := range e.categories.value {
		t.ProviderQuestions += len(c.Questions)
	}
	t.MedianGrade, t.MaxGrade = spread(grades)
	s := e.shape()
	t.LongestBest, t.LongestChance, t.BestPlaces = s.share(s.longest), s.share(s.chance), append([]int{}, s.positions...)
	return t
}
