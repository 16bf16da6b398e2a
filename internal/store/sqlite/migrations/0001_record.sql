-- A record's facts. Times are microseconds since 1970 in UTC; lists are JSON
-- arrays of text. What a fact may hold is decided in Go (record.Place.Kept and
-- its like), so that a new kind of sign or result needs no new table.
--
-- A fleet's PostgreSQL has the same tables with a learner before each key.
-- What comes later (providers, bookmarks, review state, worksheets) comes as
-- tables of its own.

CREATE TABLE places (
	lesson  TEXT    NOT NULL PRIMARY KEY,
	block   INTEGER NOT NULL,
	word    INTEGER NOT NULL,
	reached INTEGER NOT NULL, -- hundredths
	done    INTEGER,          -- a time; NULL until the lesson is finished
	at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE attempts (
	seq       INTEGER NOT NULL PRIMARY KEY, -- the order in which they were kept
	id        TEXT    NOT NULL UNIQUE,
	lesson    TEXT    NOT NULL,
	seed      INTEGER NOT NULL, -- the bits of an unsigned number
	questions TEXT    NOT NULL,
	started   INTEGER NOT NULL
) STRICT;

-- The newest attempt at a lesson is the last of its rows here.
CREATE INDEX attempts_by_lesson ON attempts (lesson, started);

-- One B-tree, answers of an attempt side by side: a save touches one page, and
-- the score of an attempt reads one.
CREATE TABLE answers (
	attempt  INTEGER NOT NULL REFERENCES attempts (seq) ON DELETE CASCADE,
	question TEXT    NOT NULL,
	nth      INTEGER NOT NULL, -- the order of answers within the attempt, from 0
	choices  TEXT    NOT NULL,
	result   TEXT    NOT NULL,
	at       INTEGER NOT NULL,
	PRIMARY KEY (attempt, question)
) STRICT, WITHOUT ROWID;

CREATE TABLE checks (
	provider TEXT    NOT NULL, -- empty for the learner's own list
	question TEXT    NOT NULL,
	asked    INTEGER NOT NULL, -- 0 or 1
	sign     TEXT    NOT NULL,
	note     TEXT    NOT NULL,
	at       INTEGER NOT NULL,
	PRIMARY KEY (provider, question)
) STRICT; -- with row ids: notes may be long, and stay out of the inner pages

CREATE TABLE settings (
	name  TEXT NOT NULL PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
