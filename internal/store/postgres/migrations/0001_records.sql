-- The records of many learners, each behind a name that only the words given
-- to that learner lead to. The tables are those of a record in a file (see
-- internal/store/sqlite/migrations) with the learner before each key. Times are
-- microseconds since 1970 in UTC.

CREATE TABLE learners (
	learner text   NOT NULL PRIMARY KEY,
	expires bigint NOT NULL -- a time; the record is removed after it
);
CREATE INDEX learners_by_expiry ON learners (expires);

-- What the hashes of all ids are made with; one row.
CREATE TABLE salt (
	only_one boolean NOT NULL PRIMARY KEY CHECK (only_one),
	salt     bytea   NOT NULL
);

CREATE TABLE places (
	learner text    NOT NULL REFERENCES learners ON DELETE CASCADE,
	lesson  text    NOT NULL,
	block   bigint  NOT NULL,
	word    bigint  NOT NULL,
	reached integer NOT NULL, -- hundredths
	done    bigint,
	at      bigint  NOT NULL,
	PRIMARY KEY (learner, lesson)
);

CREATE TABLE attempts (
	seq       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, -- the order in which they were kept
	learner   text   NOT NULL REFERENCES learners ON DELETE CASCADE,
	id        text   NOT NULL,
	lesson    text   NOT NULL,
	part      text   NOT NULL,
	seed      bigint NOT NULL, -- the bits of an unsigned number
	questions text[] NOT NULL,
	started   bigint NOT NULL,
	UNIQUE (learner, id)
);
CREATE INDEX attempts_by_lesson ON attempts (learner, part, lesson, started, seq);

CREATE TABLE answers (
	seq      bigint GENERATED ALWAYS AS IDENTITY, -- the order in which they were given
	attempt  bigint NOT NULL REFERENCES attempts (seq) ON DELETE CASCADE,
	question text   NOT NULL,
	choices  text[] NOT NULL,
	text     text   NOT NULL,
	result   text   NOT NULL,
	at       bigint NOT NULL,
	PRIMARY KEY (attempt, question)
);

CREATE TABLE checks (
	learner  text    NOT NULL REFERENCES learners ON DELETE CASCADE,
	provider text    NOT NULL,
	question text    NOT NULL,
	asked    boolean NOT NULL,
	sign     text    NOT NULL,
	note     text    NOT NULL,
	at       bigint  NOT NULL,
	PRIMARY KEY (learner, provider, question)
);

CREATE TABLE entries (
	learner text   NOT NULL REFERENCES learners ON DELETE CASCADE,
	kind    text   NOT NULL,
	subject text   NOT NULL,
	key     text   NOT NULL,
	fields  text   NOT NULL, -- a JSON object of text
	at      bigint NOT NULL,
	PRIMARY KEY (learner, kind, subject, key)
);

CREATE TABLE events (
	learner text   NOT NULL REFERENCES learners ON DELETE CASCADE,
	kind    text   NOT NULL,
	id      text   NOT NULL,
	subject text   NOT NULL,
	fields  text   NOT NULL,
	at      bigint NOT NULL,
	PRIMARY KEY (learner, kind, id)
);
CREATE INDEX events_by_time ON events (learner, kind, at, id);

CREATE TABLE settings (
	learner text NOT NULL REFERENCES learners ON DELETE CASCADE,
	name    text NOT NULL,
	value   text NOT NULL,
	PRIMARY KEY (learner, name)
);
