package pdf

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
)

// An update writes objects behind a file that is finished.
type update struct {
	out   bytes.Buffer
	next  int         // the number of the next new object
	at    map[int]int // where each object begins
	pages []int       // the objects of the pages
}

// num is a number for a new object.
func (u *update) num() int {
	u.next++
	return u.next - 1
}

// number gives every element an object.
func (u *update) number(e *element) {
	e.num = u.num()
	for _, k := range e.kids {
		if k.element != nil {
			u.number(k.element)
		}
	}
}

// element writes an element and those in it.
func (u *update) element(e *element, parent int) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "<</Type /StructElem /S /%s /P %d 0 R", e.kind, parent)
	if e.lang != "" {
		fmt.Fprintf(&b, " /Lang (%s)", plainASCII(e.lang))
	}
	if e.kind == "TH" {
		b.WriteString(" /A <</O /Table /Scope /Column>>")
	}
	b.WriteString(" /K [")
	for _, k := range e.kids {
		if k.element != nil {
			fmt.Fprintf(&b, "%d 0 R\n", k.element.num)
		} else {
			fmt.Fprintf(&b, "<</Type /MCR /Pg %d 0 R /MCID %d>>\n", u.pages[k.page], k.id)
		}
	}
	b.WriteString("]>>")
	u.object(e.num, b.String())
	for _, k := range e.kids {
		if k.element != nil {
			u.element(k.element, e.num)
		}
	}
}

// plainASCII keeps the letters and hyphens of a language's name.
func plainASCII(s string) string {
	return string(slices.DeleteFunc([]byte(s), func(c byte) bool {
		return c != '-' && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') && (c < '0' || c > '9')
	}))
}

// object writes one object.
func (u *update) object(num int, body string) {
	u.at[num] = u.out.Len()
	fmt.Fprintf(&u.out, "%d 0 obj\n%s\nendobj\n", num, body)
}

// again writes an object of the file once more, with more in its dictionary.
func (u *update) again(file []byte, num int, more string) error {
	head := fmt.Appendf(nil, "\n%d 0 obj\n<<", num)
	from := bytes.LastIndex(file, head)
	if from < 0 {
		return errShape
	}
	from += len(head)
	length := bytes.Index(file[from:], []byte("\nendobj"))
	if length < 0 {
		return errShape
	}
	u.object(num, "<<"+more+string(bytes.TrimSpace(file[from:from+length])))
	return nil
}

// trailer says where the objects stand, and where the file said so before.
func (u *update) trailer(catalog, info, before int) {
	start := u.out.Len()
	u.out.WriteString("xref\n")
	for _, num := range slices.Sorted(maps.Keys(u.at)) {
		fmt.Fprintf(&u.out, "%d 1\n%010d 00000 n \n", num, u.at[num])
	}
	fmt.Fprintf(&u.out, "trailer\n<<\n/Size %d\n/Root %d 0 R\n/Info %d 0 R\n/Prev %d\n>>\nstartxref\n%d\n%%%%EOF\n",
		u.next, catalog, info, before, start)
}
