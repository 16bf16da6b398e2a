package postgres

import (
	"context"
	"embed"
	"fmt"
	"io/fs"

	"github.com/jackc/pgx/v5"

	"porchlight/internal/record"
)

//go:embed migrations/*.sql
var scripts embed.FS

// Servers of two versions run side by side while a fleet is brought up to
// date. A migration therefore only adds; what it adds has a default, so that
// the older version can go on writing. What must go is taken away by a later
// version, when no older one runs: that one raises readers, and older programs
// are then refused.
const readers = 1

// migrate takes the steps that are missing. Servers that start together wait
// for each other.
func (f *Fleet) migrate(ctx context.Context) error {
	return pgx.BeginFunc(ctx, f.pool, func(tx pgx.Tx) error { return steps(ctx, tx, scripts) })
}

// application is the key of the advisory lock that migrations take: "PoRL".
const application = 0x506f524c

func steps(ctx context.Context, tx pgx.Tx, scripts fs.FS) error {
	if _, err := tx.Exec(ctx, `SELECT pg_advisory_xact_lock($1)`, application); err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, `CREATE TABLE IF NOT EXISTS porchlight (version integer NOT NULL, readers integer NOT NULL)`); err != nil {
		return err
	}
	names, err := fs.Glob(scripts, "migrations/*.sql") // sorted
	if err != nil {
		return err
	}
	version, needs := 0, 0
	err = tx.QueryRow(ctx, `SELECT coalesce(max(version), 0), coalesce(max(readers), 0) FROM porchlight`).Scan(&version, &needs)
	if err != nil {
		return err
	}
	if needs > readers {
		return fmt.Errorf("%w: its tables need a program that knows step %d, and this one knows %d", record.ErrNewer, needs, readers)
	}
	for i := version; i < len(names); i++ {
		sql, err := fs.ReadFile(scripts, names[i])
		if err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, string(sql)); err != nil {
			return fmt.Errorf("step %d: %w", i+1, err)
		}
	}
	if version >= len(names) {
		return nil
	}
	if _, err := tx.Exec(ctx, `DELETE FROM porchlight`); err != nil {
		return err
	}
	_, err = tx.Exec(ctx, `INSERT INTO porchlight VALUES ($1, $2)`, len(names), readers)
	return err
}
