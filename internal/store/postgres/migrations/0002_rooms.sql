-- Rooms of groups that answer together. A room's state is one text, written
-- whole: what changed last, and in which order, is not kept. It joins no person
-- to an answer (see internal/group).
CREATE TABLE rooms (
	code    text   NOT NULL PRIMARY KEY,
	seq     bigint NOT NULL, -- grows with each change
	state   text   NOT NULL, -- JSON
	expires bigint NOT NULL  -- seconds since 1970
);
CREATE INDEX rooms_by_expiry ON rooms (expires);
