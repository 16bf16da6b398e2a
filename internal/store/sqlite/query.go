package sqlite

import (
	"fmt"

	"github.com/ncruces/go-sqlite3"
)

// each runs a statement and hands every row to row, which may be nil. The
// statement is kept ready for the next time.
func (s *Store) each(sql string, row func(*sqlite3.Stmt), args ...any) error {
	st, err := s.ready(sql)
	if err != nil {
		return err
	}
	defer func() {
		_ = st.Reset() // its error is that of Step
		_ = st.ClearBindings()
	}()
	for i, arg := range args {
		if err := bind(st, i+1, arg); err != nil {
			return err
		}
	}
	for st.Step() {
		if row != nil {
			row(st)
		}
	}
	return st.Err()
}

// exec runs a statement that returns no rows.
func (s *Store) exec(sql string, args ...any) error { return s.each(sql, nil, args...) }

// number runs a statement that returns one whole number.
func (s *Store) number(sql string, args ...any) (n int, err error) {
	err = s.each(sql, func(st *sqlite3.Stmt) { n = st.ColumnInt(0) }, args...)
	return n, err
}

func (s *Store) ready(sql string) (*sqlite3.Stmt, error) {
	if st, ok := s.stmts[sql]; ok {
		return st, nil
	}
	st, _, err := s.conn.PrepareFlags(sql, sqlite3.PREPARE_PERSISTENT)
	if err == nil {
		s.stmts[sql] = st
	}
	return st, err
}

func bind(st *sqlite3.Stmt, i int, arg any) error {
	switch arg := arg.(type) {
	case nil:
		return st.BindNull(i)
	case string:
		return st.BindText(i, arg)
	case int:
		return st.BindInt(i, arg)
	case int64:
		return st.BindInt64(i, arg)
	case bool:
		return st.BindBool(i, arg)
	}
	return fmt.Errorf("%T is no value of a column", arg)
}
