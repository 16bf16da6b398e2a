// Package group is a live room: people of one family group who join with a
// short code, answer the same questions, and see one result. A Room is a pure
// state machine, every Action a value; a Hub keeps rooms and carries whole
// snapshots of them to whoever watches. It knows no screen, no clock and no
// database, and asks nobody for a name.
//
// # The secret ballot
//
// A Voter is a person's side of the room: a random secret that stands in their
// own session and nowhere else. (It is also what they may write down, to come
// back to the same seat.) Everything the room holds of them is under a name
// that HMAC-SHA-256 makes of that secret, and each purpose has another: one for
// the seat, one for each round of each poll, one for each round of the pace,
// one for counting the questions they asked. Whoever has the room's state, its
// table or a copy of its memory cannot tell which of these names belong
// together without the secret, which has 69 bits. A Vote names no seat; the
// room keeps no list of who has voted; everything is kept by name, and names
// are random, so that no order says anything either. No action is logged.
//
// The same secret makes the same name, so a person who changes their mind,
// comes back after their link has dropped, or opens a second window has one
// vote. A room takes no more ballots than it has seats.
//
// # What is shown
//
// A result is hidden until it is revealed. Reveal takes the answers that have
// come since the last one as one batch, of at least the floor (five, or what
// the facilitator chose before the poll opened, never less than three), adds it
// to the counts, and forgets the answers: what is left is the counts, and the
// bare names that have been used. A used name votes no more in that round. So
// whatever is ever shown of one poll is a sum of batches; no person is in two
// of them, and none is smaller than the floor. Hence the difference between any
// two results that were shown is made of at least as many people as the floor,
// or of none. Hands and slips that were typed in make batches of their own by
// the same rule. The pace is shown in batches too.
//
// # What everybody sees
//
// A question from the box that is shown stands before all else, then the poll in
// front, then the page of a show. The room says which it is, so that every face
// shows the same: see raise.
//
// # What this cannot do
//
// Where everyone in a batch answers alike, the result says what each of them
// answered; where all but one person compare notes, they know the last one's.
// To ask the same people the same question again, as before and after a
// lesson, is another ballot: who joined between the two may be guessed at. A
// session that is open holds its own secret in its memory, as a voter holds the
// pencil. And one person with two terminals and two seats has two votes.
package group
