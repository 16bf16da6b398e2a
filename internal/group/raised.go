package group

// A question from the box that is shown stands before everything else, on every
// face: before the poll, the page of a show, and what anyone reads. It is one at
// a time. It stays until a lead sorts it otherwise, or has everybody see
// something else: another question, a poll, a result, a best answer, another
// place. Then it is answered, and can be shown again from the box. An act that
// changes nothing of what everybody sees lays nothing by.

// raised is the id of the question that everybody sees; empty for none.
func (r *Room) raised() string {
	for _, q := range r.Questions {
		if q.State == OnScreen {
			return q.ID
		}
	}
	return ""
}

// raise has everybody see a question, and no other; none where the id is empty.
func (r *Room) raise(id string) {
	for i, q := range r.Questions {
		switch {
		case q.ID == id && q.State != OnScreen:
			r.sort(i, OnScreen)
		case q.ID != id && q.State == OnScreen:
			r.sort(i, Answered)
		}
	}
}

// layBy makes way for something else that everybody is to see.
func (r *Room) layBy() { r.raise("") }
