-- Everything that came after the first version is an entry (what is so now
-- about one thing) or an event (something that happened). What a kind means is
-- decided in Go, so that a new kind needs no new table. Fields are a JSON
-- object of text.

CREATE TABLE entries (
	kind    TEXT    NOT NULL,
	subject TEXT    NOT NULL,
	key     TEXT    NOT NULL,
	fields  TEXT    NOT NULL,
	at      INTEGER NOT NULL,
	PRIMARY KEY (kind, subject, key)
) STRICT; -- with row ids: fields may be long, and stay out of the inner pages

CREATE TABLE events (
	kind    TEXT    NOT NULL,
	id      TEXT    NOT NULL,
	subject TEXT    NOT NULL,
	fields  TEXT    NOT NULL,
	at      INTEGER NOT NULL,
	PRIMARY KEY (kind, id)
) STRICT;

CREATE INDEX events_by_time ON events (kind, at, id);

-- Sittings before and after a lesson, and answers that were typed.
ALTER TABLE attempts ADD COLUMN part TEXT NOT NULL DEFAULT '';
ALTER TABLE answers ADD COLUMN text TEXT NOT NULL DEFAULT '';

DROP INDEX attempts_by_lesson;
CREATE INDEX attempts_by_lesson ON attempts (part, lesson, started);
