package cli

import (
	"bufio"
	"context"
	"io"

	"porchlight/internal/record"
	"porchlight/internal/study"
)

// longestWords bounds what is read as take-home words, in bytes.
const longestWords = 200

// handOver reads take-home words from a client and writes the record that they
// lead to, for porchlight record import --words. What is wrong is one line that
// is no record.
func (s *served) handOver(ctx context.Context, in io.Reader, out io.Writer) error {
	w := s.words[s.o.langs()[0]]
	if s.office == nil {
		_, err := io.WriteString(out, w.T("takehome.not-here")+"\n")
		return err
	}
	typed, err := bufio.NewReader(io.LimitReader(in, longestWords)).ReadString('\n')
	if err != nil && err != io.EOF {
		return err
	}
	store, err := s.office.Continue(ctx, typed)
	if err != nil {
		_, err = io.WriteString(out, w.T(study.TakeHomeTrouble(err))+"\n")
		return err
	}
	defer store.Close()
	e, err := store.Export(ctx)
	if err != nil {
		return err
	}
	e.Exported = s.now().UTC()
	return record.WriteExport(out, e)
}
