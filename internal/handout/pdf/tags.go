package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strconv"
)

// An element is a part of the document's structure: a heading, a paragraph, a
// cell. A screen reader follows the elements, not the places of the words.
type element struct {
	kind string // of PDF's standard types: "H1", "P", "TD"
	lang string // where it differs from the document's
	kids []kid
	num  int // of its object in the file
}

// A kid is another element, or a stretch of marked content on a page.
type kid struct {
	element *element
	page    int // from 0
	id      int
}

// child adds an element at the end.
func (e *element) child(kind string) *element {
	c := &element{kind: kind}
	e.kids = append(e.kids, kid{element: c})
	return c
}

// tags keeps account of marked content, and adds the structure to the file.
type tags struct {
	root  *element
	pages [][]*element // the owner of each stretch of marked content
}

func newTags(root *element) *tags { return &tags{root: root} }

// page begins a page.
func (t *tags) page() { t.pages = append(t.pages, nil) }

// begin is the operator that opens a stretch of marked content.
func (t *tags) begin(e *element) string {
	if e == nil {
		return "/Artifact BMC"
	}
	page := len(t.pages) - 1
	id := len(t.pages[page])
	t.pages[page] = append(t.pages[page], e)
	e.kids = append(e.kids, kid{page: page, id: id})
	return fmt.Sprintf("/%s <</MCID %d>> BDC", e.kind, id)
}

var (
	errShape  = errors.New("pdf: the file has not the shape that the structure needs")
	trailerAt = regexp.MustCompile(`trailer\n<<\n/Size (\d+)\n/Root (\d+) 0 R\n/Info (\d+) 0 R\n>>\nstartxref\n(\d+)\n%%EOF\n?$`)
	kidsOf    = regexp.MustCompile(`(?s)\n1 0 obj\n<</Type /Pages\n/Kids \[([0-9 R]*)\]`)
	reference = regexp.MustCompile(`(\d+) 0 R`)
)

// add adds the structure behind the file, as PDF provides for changes: new
// objects, the catalogue and the pages anew, and where each stands.
func (t *tags) add(file []byte, lang string) ([]byte, error) {
	end := trailerAt.FindSubmatch(file)
	pages := kidsOf.FindSubmatch(file)
	if end == nil || pages == nil {
		return nil, errShape
	}
	count, catalog, info, xref := number(end[1]), number(end[2]), number(end[3]), number(end[4])
	var nums []int
	for _, m := range reference.FindAllSubmatch(pages[1], -1) {
		nums = append(nums, number(m[1]))
	}
	if len(nums) != len(t.pages) {
		return nil, errShape
	}
	u := &update{next: count, at: map[int]int{}, pages: nums}
	u.out.Write(file)
	parents, root := u.num(), u.num()
	u.number(t.root)
	u.element(t.root, root)
	u.object(root, fmt.Sprintf("<</Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d>>", t.root.num, parents, len(nums)))
	u.object(parents, t.parents())
	for i, n := range nums {
		if err := u.again(file, n, fmt.Sprintf("/StructParents %d\n/Tabs /S\n", i)); err != nil {
			return nil, err
		}
	}
	more := fmt.Sprintf("/StructTreeRoot %d 0 R\n/MarkInfo <</Marked true>>\n/ViewerPreferences <</DisplayDocTitle true>>\n", root)
	if err := u.again(file, catalog, more); err != nil {
		return nil, err
	}
	u.trailer(catalog, info, xref)
	return u.out.Bytes(), nil
}

// parents says, for each page, which element each stretch belongs to.
func (t *tags) parents() string {
	var b bytes.Buffer
	b.WriteString("<</Nums [")
	for i, owners := range t.pages {
		fmt.Fprintf(&b, "%d [", i)
		for _, e := range owners {
			fmt.Fprintf(&b, "%d 0 R ", e.num)
		}
		b.WriteString("]\n")
	}
	b.WriteString("]>>")
	return b.String()
}

// number reads digits that a pattern has found.
func number(digits []byte) int {
	n, _ := strconv.Atoi(string(digits))
	return n
}
