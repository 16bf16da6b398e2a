package handout

import (
	"context"
	"strings"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/lessons"
)

// lesson is a whole lesson.
func (m maker) lesson(ctx context.Context, id string) (part, error) {
	r, err := m.desk.Read(ctx, lessons.ID(id), m.words)
	if err != nil {
		return part{}, err
	}
	blocks, err := FromMarkdown(r.Markdown)
	if err != nil {
		return part{}, err
	}
	p := part{title: r.Lesson.Title}
	if len(blocks) > 0 {
		if head, ok := blocks[0].(Heading); ok && head.Level == 1 {
			blocks = blocks[1:] // the title, which stands over every part
		}
	}
	if p.blocks = blocks; r.Foreign {
		p.lang = string(r.Lesson.Lang)
		p.blocks = append([]Block{m.foreign()}, blocks...)
	}
	return p, nil
}

// foreign says, in the words of the document, that what follows is in English.
func (m maker) foreign() Block { return Section{m.words.Lang(), []Block{Say(m.t("line.foreign"))}} }

// now is the Help now card.
func (m maker) now() part {
	h := m.desk.Help()
	p := part{title: m.t("line.now-title")}
	if string(h.Lang) != m.words.Lang() {
		p.lang = string(h.Lang)
		p.blocks = append(p.blocks, m.foreign())
	}
	if h.Note != "" {
		p.blocks = append(p.blocks, Note{[]Block{Paragraph{Strong(h.Note)}}})
	}
	for _, step := range h.Steps {
		var do []Block
		for _, text := range step.Do {
			do = append(do, Say(text))
		}
		p.blocks = append(p.blocks, Group{[]Block{Head(2, step.Title), listed(do)}})
	}
	p.blocks = append(p.blocks, m.numbers()...)
	return p
}

// numbers is whom to call: it ends every document.
func (m maker) numbers() []Block {
	h := m.desk.Help()
	lines := []Block{Head(2, m.t("handout.numbers"))}
	if h.Unread {
		lines = append(lines, Say(m.t("now.local-unread")))
	}
	var items []Block
	for _, n := range h.Numbers {
		items = append(items, Labelled(n.Name+":", study.Reach(n, m.words)+". "+n.For))
	}
	lines = append(lines, listed(items), Say(m.f("line.now-checked", locale.Args{"Date": h.Checked.Format(date)})))
	if !h.LocalChecked.IsZero() {
		lines = append(lines, Say(m.f("now.local-checked", locale.Args{"Date": h.LocalChecked.Format(date)})))
	}
	return []Block{Group{lines}}
}

// foot is what stands under every page: the numbers short enough to know by
// heart, and what this is.
func (m maker) foot() string {
	var short []string
	for _, n := range m.desk.Help().Numbers {
		if n.Short() {
			short = append(short, n.Name+": "+n.Call+".")
		}
	}
	return strings.Join(append(short, m.t("app.education")), " ")
}

// glossary is the words of the course, explained.
func (m maker) glossary() part {
	p := part{title: m.t("handout.glossary")}
	for _, term := range m.desk.Glossary() {
		p.blocks = append(p.blocks, Labelled(term.Term+":", term.Plain))
	}
	return p
}

// listed is a list of items of one block each.
func listed(items []Block) List {
	l := List{Start: 1}
	for _, b := range items {
		l.Items = append(l.Items, []Block{b})
	}
	return l
}

// today is what the learner read and answered today.
func (m maker) today(ctx context.Context) (part, error) {
	covered, now, err := m.desk.Today(ctx)
	if err != nil {
		return part{}, err
	}
	p := part{title: m.t("handout.today"), own: len(covered) > 0}
	p.blocks = []Block{Say(now.Format(date))}
	if len(covered) == 0 {
		p.blocks = append(p.blocks, Say(m.t("handout.today-nothing")))
	}
	for _, c := range covered {
		var points []Block
		for _, k := range c.Lesson.KeyPoints {
			points = append(points, Say(flat(k)))
		}
		blocks := []Block{
			Head(2, c.Lesson.Title),
			Labelled(m.t("sheet.in-short"), flat(c.Lesson.InShort)),
			Paragraph{Strong(m.t("sheet.key-points") + ":")}, listed(points),
			Labelled(m.t("sheet.try-today")+":", flat(c.Lesson.TryToday)),
		}
		if s := c.Score; s.Answered > 0 {
			blocks = append(blocks, Say(m.f("handout.today-answered", locale.Args{"N": s.Answered, "Best": s.Best})))
		}
		p.blocks = append(p.blocks, Group{blocks})
	}
	return p, nil
}
